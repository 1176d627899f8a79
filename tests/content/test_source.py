"""YAML as people type it: what they meant survives, and what could not be meant is refused kindly."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from takeabreath.content import source
from takeabreath.content.source import LARGEST_FILE, read_source
from takeabreath.content.syntax import quoted
from takeabreath.model.text import SourceMapping
from takeabreath.problems import Problem, SourceSpan, layout_problem


@pytest.fixture
def read(tmp_path: Path) -> Any:
    return lambda content: read_bytes(tmp_path, content)


def read_bytes(folder: Path, content: str | bytes) -> tuple[Any, list[Problem]]:
    path = folder / "lesson.yaml"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_source(path, "content/lesson.yaml")


def codes(problems: list[Problem]) -> list[str]:
    return [str(problem.code) for problem in problems]


@pytest.mark.parametrize(
    "typed",
    [
        "Yes", "NO", "no", "On", "off", "true", "null", "~", "12:30", "9:05", "1.10", "007", "0x1F", "1e3", "1_000",
        "2026-11-22", ".5", "5-7", "3 > 2", "50 %", "a - b", "it's", "say “yes”", "C#", "what? now!", "=", "<<",
        "Ring 999 now", "你好", "வணக்கம்", "naïve café", "a, b", "x:y", "http://example.org/a#b",
    ],
)  # fmt: skip
def test_natural_text_stays_as_typed(read: Any, typed: str) -> None:
    value, problems = read(f"title: {typed}\nlist:\n  - {typed}\n")
    assert problems == []
    assert value == {"title": typed, "list": [typed]}


def test_a_key_is_text_too(read: Any) -> None:
    assert read("true: no\n9: x\nNo: y\n") == ({"true": "no", "9": "x", "No": "y"}, [])


def test_every_value_knows_its_place(read: Any) -> None:
    value, _ = read("title: One\nsteps:\n  - kind: story\n    say: [a, b]\n")
    place = "content/lesson.yaml"
    assert isinstance(value, SourceMapping)
    assert value["title"].span == SourceSpan(place, 1, 8)
    assert value.key_spans["steps"] == SourceSpan(place, 2, 1)
    assert value["steps"][0].span == SourceSpan(place, 3, 5)
    assert value["steps"][0]["say"][1].span == SourceSpan(place, 4, 14)


def test_a_byte_order_mark_changes_nothing(read: Any) -> None:
    plain, marked = read("title: a\nstrap: b\n"), read(b"\xef\xbb\xbftitle: a\nstrap: b\n")
    assert plain == marked
    assert marked[0]["title"].span == plain[0]["title"].span


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(read: Any, line_end: str) -> None:
    text = "title: a\nsay: >-\n  one\n  two\nstrap: b: c\n"
    assert read(text.replace("\n", line_end)) == read(text)
    value, _ = read("say: >-\n  one\n  two\nx: y\n".replace("\n", line_end))
    assert value == {"say": "one two", "x": "y"}


def test_line_breaks_of_word_processors_do_not_shift_the_lines(read: Any) -> None:
    _, [problem] = read("title: a\u2028b\u0085c\u2029d\nstrap: b: c\n")
    assert (problem.code, problem.span.line) == ("yaml.colon", 2)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("title: Stop: give nothing\n", "yaml.colon", 1, 12),
        ("say:\n\t- a\n", "yaml.tab", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 3, 1),
        ("a: &b c\n", "yaml.alias", 1, 4),
        ("a: *b\n", "yaml.alias", 1, 4),
        ("a: {<<: *b}\n", "yaml.alias", 1, 9),
        ("a: !!python/object:os.system x\n", "yaml.tag", 1, 4),
        ("a: ! b\n", "yaml.tag", 1, 4),
        ("", "value.empty", 1, 1),
        ("# nothing yet\n", "value.empty", 1, 1),
        ("a: b\n---\nc: d\n", "yaml.syntax", 2, 1),
        ("a: b\n...\nc: d\n", "yaml.syntax", 3, 1),
        ("? [a]\n: b\n", "yaml.syntax", 1, 3),
        ("a:\n- b\nc\n", "yaml.syntax", 3, 1),
        ("a: Rule #1\n", "yaml.hash", 1, 9),
        ("a: #1\n", "yaml.hash", 1, 4),
        ("a: b\nc:d\ne: f\n", "yaml.space", 2, 1),
        ("a:\n  - b\n  -c\n  - d\n", "yaml.space", 3, 3),
        ("a:\n  - b\n  -c\n", "yaml.space", 3, 3),
        ("a: {police} helps\n", "yaml.quotes", 1, 4),
        ("a: 'don't'\n", "yaml.quotes", 1, 4),
        ('a: "x\nb: y\n', "yaml.quotes", 1, 4),
        ('a:\n  - "x\n  - "y"\n', "yaml.quotes", 3, 5),
        ("a: @b\n", "yaml.quotes", 1, 4),
        ("a: 50\x00\n", "file.not-text", 1, 6),
        ("a: 50\x1b[31m\n", "file.not-text", 1, 6),
        (b"a: caf\xe9\n", "file.not-text", 1, 7),
        ("a: b\n".encode("utf-16"), "file.not-text", 1, 1),
        (b"PK\x03\x04\x14\x00\x06\x00", "file.not-text", 1, 3),
    ],
)
def test_mistake_is_found_at_its_place(read: Any, content: str | bytes, code: str, line: int, column: int) -> None:
    value, [problem] = read(content)
    assert value is None
    assert (str(problem.code), problem.span.line, problem.span.column) == (code, line, column)


@pytest.mark.parametrize("written", ["# a remark", "a: b # a remark", "a: [] # a remark", "a: 'Rule #1' # a remark"])
def test_a_remark_is_a_remark(read: Any, written: str) -> None:
    assert read(f"x: y\n{written}\n")[1] == []


@pytest.mark.parametrize(
    ("typed", "advice", "meant"),
    [
        ("Stop: now", '"Stop: now"', "Stop: now"),
        ('Say "no": go', "'Say \"no\": go'", 'Say "no": go'),
        ('Say "it\'s": go', "'Say \"it''s\": go'", 'Say "it\'s": go'),
        ("{police} helps", '"{police} helps"', "{police} helps"),
        ('"Go," she says.', "'\"Go,\" she says.'", '"Go," she says.'),
        ("'don't'", '"don\'t"', "don't"),
        ("@home", '"@home"', "@home"),
    ],
)
def test_the_advice_can_be_typed_as_it_stands(read: Any, typed: str, advice: str, meant: str) -> None:
    _, [problem] = read(f"say: {typed}\n")
    assert problem.action.endswith(f": say: {advice}")
    assert read(f"say: {advice}\n") == ({"say": meant}, [])


def test_several_tabs_are_told_in_one_run(read: Any) -> None:
    assert codes(read("a:\n\t- b\n\t- c\n")[1]) == ["yaml.tab", "yaml.tab"]


def test_several_keys_that_stand_twice_are_told_in_one_run(read: Any) -> None:
    assert codes(read("a: 1\na: 2\nb: 3\nb: 4\n")[1]) == ["yaml.duplicate-key", "yaml.duplicate-key"]


def test_an_alias_bomb_is_refused_without_being_unfolded(read: Any) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    tracemalloc.start()
    value, problems = read("\n".join(levels) + "\n")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (value, codes(problems)) == (None, ["yaml.alias"])
    assert peak < 5_000_000


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    path = content / "lesson.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    tracemalloc.start()
    value, problems = read_source(path, "content/lesson.yaml")
    shown = layout_problem(problems[0], content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (value, codes(problems)) == (None, ["file.too-large"])
    assert "50,000,000 bytes" in shown
    assert peak < 5_000_000


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(read: Any, sign: str) -> None:
    assert set(codes(read(sign * 20_000)[1])) == {"yaml.syntax"}


def test_a_huge_line_is_read_and_shown_around_its_problem(read: Any, tmp_path: Path) -> None:
    words = "word " * 100_000
    value, problems = read(f"title: {words}\n")
    assert problems == []
    assert len(value["title"]) == len(words) - 1
    _, [problem] = read(f"title: {words}x: y\n")
    content = tmp_path / "content"
    content.mkdir()
    (content / "lesson.yaml").write_bytes((tmp_path / "lesson.yaml").read_bytes())
    _, line, caret, _ = layout_problem(problem, content).splitlines()
    assert len(line) < 110
    assert line[caret.index("^")] == ":"


def test_the_largest_file_that_is_read_is_far_above_a_lesson(content_dir: Path) -> None:
    assert max(path.stat().st_size for path in content_dir.rglob("*.yaml")) * 10 < LARGEST_FILE


def test_a_terminal_is_safe_from_what_stands_in_a_file(read: Any, tmp_path: Path) -> None:
    _, [problem] = read("a: \x1b]0;title\x07\x1b[2J\n")
    content = tmp_path / "content"
    content.mkdir()
    (content / "lesson.yaml").write_bytes((tmp_path / "lesson.yaml").read_bytes())
    assert "\x1b" not in layout_problem(problem, content)


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@given(_TEXT)
@example("#no remark")
@example("- a: b")
@example("%x")
@example("\ufeff")
def test_any_text_survives_in_a_literal_block(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    value, problems = read_bytes(tmp_path_factory.getbasetemp(), f"text: |\n  .{text}.\n")
    assert problems == []
    assert "".join(value["text"].split()) == f".{''.join(text.split())}."


@given(_TEXT)
@example('"')
@example("'")
@example("a: b")
@example("{police}")
@example(" # x")
def test_any_text_survives_in_the_quotes_of_the_advice(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    meant = " ".join(f"x{text}".split())
    value, problems = read_bytes(tmp_path_factory.getbasetemp(), f"text: {quoted(meant)}\n")
    assert problems == []
    assert " ".join(value["text"].split()) == meant


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfea\x00")
@example(b"%YAML 9.9\n---\na: b")
@example(b"\xc2\x85- a")
def test_any_bytes_give_a_value_or_problems(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    value, problems = read_bytes(tmp_path_factory.getbasetemp(), content)
    assert (value is None) == bool(problems)


@given(
    st.lists(
        st.sampled_from([*" \n\t:-#'\"[]{}!&*|>?%@`,a9é", "a: b", "\n  - ", "---", "|\n", "{police}"]), max_size=40
    )
)
def test_any_signs_give_a_value_or_problems_that_can_be_shown(
    tmp_path_factory: pytest.TempPathFactory, signs: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    value, problems = read_bytes(folder, "".join(signs))
    assert (value is None) == bool(problems)
    for problem in problems:
        assert layout_problem(problem, folder / "content").count("\n") <= 3


def test_the_parser_in_plain_python_reads_the_same(
    read: Any, content_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (content_dir / "lessons" / "8-10" / "4-stop-and-keep.yaml").read_text("utf-8")
    fast = read(text)
    monkeypatch.setattr(source, "_Loader", yaml.SafeLoader)
    assert read(text) == fast
