"""What fits a field, and what a teacher reads where something does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from example_content import LESSON, change, example, problems_of
from pydantic import TypeAdapter

from takeabreath.content.source import read_source
from takeabreath.content.validate import did_you_mean, read_as
from takeabreath.model.text import CalendarDate, Id, Node, Shown, WholeNumber, YesOrNo


class Sample(Node):
    """One field of each kind."""

    title: Shown
    minutes: WholeNumber = 1
    numbered: YesOrNo = False
    checked_on: CalendarDate | None = None
    id: Id | None = None
    points: tuple[Shown, ...] = ()


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def read_text(text: str) -> tuple[Sample | None, list[str]]:
        path = tmp_path / "sample.yaml"
        path.write_text(text, "utf-8")
        value, problems = read_source(path, "content/sample.yaml")
        assert problems == []
        sample, problems = read_as(TypeAdapter(Sample), value, "content/sample.yaml")
        return sample, [f"{problem.span.line}: {problem.message}" for problem in problems]

    return read_text


@pytest.mark.parametrize("typed", ["Yes", "NO", "12:30", "9:05", "1.10", "007", "true", "null", "2026-11-22", "1e3"])
def test_text_stays_as_typed(read: Any, typed: str) -> None:
    sample, problems = read(f"title: {typed}\npoints:\n  - {typed}\n")
    assert problems == []
    assert (sample.title, sample.points) == (typed, (typed,))


def test_text_over_several_lines_is_one_text(read: Any) -> None:
    assert read("title: >-\n  one\n  two\n\n  three\n")[0].title == "one two three"
    assert read("title: |\n  one\n    two\n")[0].title == "one two"
    assert read("title: one\n  two\n")[0].title == "one two"


@pytest.mark.parametrize(("typed", "meant"), [("5", 5), ("007", 7), ('"5"', 5), ("0", 0)])
def test_whole_number_is_read(read: Any, typed: str, meant: int) -> None:
    assert read(f"title: x\nminutes: {typed}\n")[0].minutes == meant


@pytest.mark.parametrize(
    "typed", ["12:30", "9:05", "1.10", "5 min", "five", "-1", "yes", "1e3", "٣", "1,5", "1_000", "9" * 99]
)
def test_what_is_no_whole_number_is_refused_by_name(read: Any, typed: str) -> None:
    sample, [problem] = read(f"title: x\nminutes: {typed}\n")
    assert sample is None
    assert problem.startswith("2: a whole number is expected here, such as 5, not '" + typed[:50])


@pytest.mark.parametrize("typed", ["yes", "Yes", "YES", "true", "True"])
def test_yes_is_read(read: Any, typed: str) -> None:
    assert read(f"title: x\nnumbered: {typed}\n")[0].numbered is True


@pytest.mark.parametrize("typed", ["no", "No", "NO", "false"])
def test_no_is_read(read: Any, typed: str) -> None:
    assert read(f"title: x\nnumbered: {typed}\n")[0].numbered is False


@pytest.mark.parametrize("typed", ["on", "off", "1", "y", "perhaps"])
def test_what_is_neither_yes_nor_no_is_refused(read: Any, typed: str) -> None:
    assert read(f"title: x\nnumbered: {typed}\n")[1] == [f"2: yes or no is expected here, not '{typed}'"]


def test_date_is_read(read: Any) -> None:
    assert read("title: x\nchecked_on: 2026-11-22\n")[0].checked_on == date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["22.11.2026", "2026-13-01", "2026-02-30", "20261122", "today", "2026-11-22T10:00"])
def test_what_is_no_date_is_refused(read: Any, typed: str) -> None:
    assert read(f"title: x\nchecked_on: {typed}\n")[1] == [
        f"2: a date is expected here, such as 2026-11-22, not '{typed}'"
    ]


@pytest.mark.parametrize("typed", ["Block", "block user", "block_user", "-block", "block-", "blöck", "../block"])
def test_what_is_no_id_is_refused(read: Any, typed: str) -> None:
    assert len(read(f"title: x\nid: {typed}\n")[1]) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title:\n", "1: 'title' is empty"),
        ("title: ''\n", "1: 'title' is empty"),
        ("title: '  '\n", "1: 'title' is empty"),
        ("title: x\npoints:\n", "2: 'points' is empty"),
        ("title: x\npoints:\n  - a\n  -\n", "4: an entry of 'points' is empty"),
        ("title: x\nminutes:\n", "2: 'minutes' is empty"),
        ("title: x\nid:\n", "2: 'id' is empty"),
        ("minutes: 2\n", "1: 'title' is missing from this file"),
        ("title: x\nTitle: y\n", "2: 'Title' is not a field of this file"),
        ("title: {police}\n", "1: text is expected here, not entries with keys"),
        ("title: [a, b]\n", "1: one text is expected here, not a list"),
        ("title: x\npoints: a\n", "2: a list is expected here, not 'a'"),
        ("title: x\npoints:\n  a: b\n", "3: a list is expected here"),
        ("just text\n", "1: entries with keys are expected here, not 'just text'"),
        ("- title: x\n", "1: entries with keys are expected here"),
    ],
)
def test_what_does_not_fit_is_said_with_its_value(read: Any, text: str, said: str) -> None:
    assert read(text)[1] == [said]


def test_every_problem_of_a_file_is_told_in_one_run(read: Any) -> None:
    _, problems = read("minutes: soon\nnumbered: perhaps\npoints: a\nextra: b\n")
    assert len(problems) == 5


def test_problems_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    content = example(tmp_path)
    change(content / "bands.yaml", "core_minutes: 14", "core_minutes: soon")
    change(content / "words.yaml", "- id: threat", "- id: Threat")
    change(content / LESSON, "strap: Stop.", "strop: Stop.")
    assert [(problem.span.file, str(problem.code)) for problem in problems_of(content)] == [
        ("content/bands.yaml", "value.wrong"),
        ("content/lessons/8-10/4-stop-and-keep.yaml", "key.unknown"),
        ("content/words.yaml", "value.wrong"),
    ]


@pytest.mark.parametrize("kind", ["chats", "[chat]", "{a: b}", "''"])
def test_a_kind_that_is_none_is_refused_at_its_place(tmp_path: Path, kind: str) -> None:
    content = example(tmp_path)
    change(content / LESSON, "kind: chat", f"kind: {kind}")
    [problem] = problems_of(content)
    assert (problem.span.line, problem.span.column) == (51, 15)
    assert problem.message.startswith("'kind' ")


def test_the_nearest_name_is_offered() -> None:
    assert did_you_mean("titel", ["strap", "title"]) == "Did you mean 'title'?"
    assert did_you_mean("zzz", ["strap", "title"]) == "Use one of: strap, title."
    assert did_you_mean("zzz", [f"id-{n:02}" for n in range(40)]).endswith("id-29, ...")
