"""A folder of content becomes a curriculum, or a list of problems; nothing else ever happens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from example_content import LESSON, change, codes_of, example, problems_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import FOLDERS, MAY_BE_ABSENT, MAY_BE_EMPTY, SINGLE_FILES, load_curriculum
from takeabreath.content.location import find_content
from takeabreath.model.curriculum import Curriculum
from takeabreath.problems import layout_problem


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_the_example_is_linked(content: Path) -> None:
    curriculum = load_curriculum(content)
    [placed] = curriculum.lessons
    assert (placed.id, placed.band, placed.habit.name) == (
        "8-10/4-stop-and-keep", curriculum.bands["8-10"], "Stop and keep",
    )  # fmt: skip
    assert placed.file == f"content/{LESSON}"
    edition = edition_of(curriculum, placed, "en", "rimba")
    assert edition.pictures["open-hand"].svg.startswith(b"<svg ")
    assert (edition.pictures["open-hand"].width, edition.pictures["open-hand"].height) == (100, 100)


def test_real_lessons_come_in_the_order_of_the_bands(curriculum: Curriculum) -> None:
    bands = list(curriculum.bands)
    places = [bands.index(str(placed.band.id)) for placed in curriculum.lessons]
    assert places == sorted(places)


@pytest.mark.parametrize("name", sorted({*SINGLE_FILES, *FOLDERS} - MAY_BE_ABSENT - MAY_BE_EMPTY))
def test_a_missing_file_or_folder_is_a_problem(content: Path, name: str) -> None:
    if name in FOLDERS:
        shutil.rmtree(content / name)
    else:
        (content / f"{name}.yaml").unlink()
    assert codes_of(content) == ["file.missing"]


@pytest.mark.parametrize("name", SINGLE_FILES)
def test_a_file_without_entries_is_a_problem(content: Path, name: str) -> None:
    for text in ("", "[]\n", "{}\n", "x\n"):
        (content / f"{name}.yaml").write_text(text, "utf-8")
        assert {problem.span.file for problem in problems_of(content)} == {f"content/{name}.yaml"}


def test_an_empty_folder_is_many_missing_files(tmp_path: Path) -> None:
    assert set(codes_of(tmp_path)) == {"file.missing"}


def test_a_folder_in_the_place_of_a_file_is_a_missing_file(content: Path) -> None:
    (content / "words.yaml").unlink()
    (content / "words.yaml").mkdir()
    assert codes_of(content) == ["file.missing"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "._open-hand.svg", ".4-stop-and-keep.yaml.swp"]
)
@pytest.mark.parametrize("folder", ["art", "lessons/8-10", "regions"])
def test_what_systems_leave_behind_is_passed_over(content: Path, folder: str, name: str) -> None:
    (content / folder / name).write_bytes(b"\0\0\0")
    assert problems_of(content) == []


def test_a_hidden_copy_of_a_lesson_is_passed_over(content: Path) -> None:
    (content / "lessons" / "8-10" / "._4-stop-and-keep.yaml").write_bytes(b"\0\5\x16\7")
    assert problems_of(content) == []


@pytest.mark.parametrize("name", ["4-stop-and-keep.yml", "4-stop-and-keep.yaml.txt", "4-stop-and-keep.txt"])
def test_a_lesson_that_an_editor_renamed_is_noticed(content: Path, name: str) -> None:
    shutil.copy(content / LESSON, content / "lessons" / "8-10" / name)
    [problem] = problems_of(content)
    assert (problem.code, problem.action) == ("file.unexpected", "Rename it to 4-stop-and-keep.yaml.")


@pytest.mark.parametrize("place", ["9-11/4-stop-and-keep", "8-10/4-stop", "4-stop-and-keep", "8-10/x/4-stop-and-keep"])
def test_a_lesson_in_no_known_place_is_noticed(content: Path, place: str) -> None:
    path = content / "lessons" / f"{place}.yaml"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(content / LESSON, path)
    assert codes_of(content) == ["file.unexpected"]


def test_one_broken_file_does_not_make_others_look_broken(content: Path) -> None:
    for name in ("words", "pictures", "guidance", "bands", "habits"):
        original = (content / f"{name}.yaml").read_text("utf-8")
        (content / f"{name}.yaml").write_text(f"{original}  x: y: z\n", "utf-8")
        assert [problem.span.file for problem in problems_of(content)] == [f"content/{name}.yaml"]
        (content / f"{name}.yaml").write_text(original, "utf-8")


def test_a_broken_region_is_the_only_problem_where_there_is_another(content: Path) -> None:
    shutil.copy(content / "regions" / "rimba.yaml", content / "regions" / "other.yaml")
    change(content / "regions" / "rimba.yaml", "paper: a4", "paper: a5")
    assert codes_of(content) == ["value.wrong"]


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>",
        "<svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><s:script/></svg>",
        "<svg viewBox='0 0 9 9' onload='x()'/>",
        "<svg viewBox='0 0 9 9'><a href='https://example.org'/></svg>",
        "<svg viewBox='0 0 9 9'><a href='javascript:x'/></svg>",
        "<svg viewBox='0 0 9 9'><image xlink:href='photo.jpg'/></svg>",
        "<svg viewBox='0 0 9 9'><rect fill='url(https://example.org/x)'/></svg>",
        "<svg viewBox='0 0 9 9'><style>@import 'x'</style></svg>",
        "<svg viewBox='0 0 9 9'><foreignObject/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'/>",
        "<svg viewBox='0 0 9 9'/>".encode("utf-16"),
        "<svg viewBox='0 0 9 9'>",
        "<svg width='9' height='9'/>",
        "<svg viewBox='0 0 0 9'/>",
        "<svg viewBox='0 0 nan 9'/>",
        "<svg viewBox='0 0 9 inf'/>",
        "<svg viewBox='nine'/>",
        "no drawing",
        "",
        "<svg viewBox='0 0 9 9'>" + " " * 200_000 + "</svg>",
    ],
    ids=lambda drawing: str(drawing)[:70],
)
def test_a_drawing_that_could_do_harm_or_is_none_is_refused(content: Path, drawing: str | bytes) -> None:
    path = content / "art" / "open-hand.svg"
    path.write_bytes(drawing if isinstance(drawing, bytes) else drawing.encode())
    [problem] = problems_of(content)
    assert (problem.code, problem.span.file) == ("picture.unsafe", "content/pictures.yaml")


def test_remarks_in_a_drawing_are_left_out(content: Path) -> None:
    path = content / "art" / "open-hand.svg"
    path.write_bytes(b"<!-- <script> --><svg viewBox='0 0 9 9'><!--\n x --><use href='#a'/></svg><!---->")
    assert load_curriculum(content).pictures["open-hand"].svg == b"<svg viewBox='0 0 9 9'><use href='#a'/></svg>"


def test_the_folder_that_is_named_is_found(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_content(content) == content.resolve()
    monkeypatch.chdir(content.parent)
    assert find_content() == content.resolve()
    with pytest.raises(FileNotFoundError, match=r"nowhere has no course\.yaml"):
        find_content(Path("nowhere"))


@pytest.fixture(scope="module")
def real_lesson(content_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with one lesson."""
    content = tmp_path_factory.mktemp("mutated") / "content"
    shutil.copytree(content_dir, content)
    for path in (content / "lessons").rglob("*.yaml"):
        if path != content / LESSON:
            path.unlink()
    return content


@st.composite
def _mutations(draw: st.DrawFn, most: int) -> list[tuple[str, int, int]]:
    kinds = st.sampled_from(["delete", "cut out", "double", "swap", "indent", "shorten", "join"])
    lines = st.integers(0, most - 1)
    return draw(st.lists(st.tuples(kinds, lines, lines), min_size=1, max_size=3))


def mutated(lines: list[str], changes: list[tuple[str, int, int]]) -> list[str]:
    lines = list(lines)
    for kind, first, second in changes:
        here, there = first % len(lines), second % len(lines)
        if kind == "delete":
            del lines[here]
        elif kind == "cut out":
            del lines[min(here, there) : min(max(here, there), min(here, there) + 40)]
        elif kind == "double":
            lines.insert(there, lines[here])
        elif kind == "swap":
            lines[here], lines[there] = lines[there], lines[here]
        elif kind == "indent":
            lines[here] = f"  {lines[here]}"
        elif kind == "shorten":
            lines[here] = lines[here][: len(lines[here]) // 2]
        else:
            lines[here : here + 2] = ["".join(lines[here : here + 2])]
    return lines


@pytest.mark.thorough
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=_mutations(most=600))
def test_any_mutation_of_a_real_lesson_gives_problems_or_a_curriculum(
    content_dir: Path, real_lesson: Path, changes: list[tuple[str, int, int]]
) -> None:
    lines = (content_dir / LESSON).read_text("utf-8").split("\n")
    (real_lesson / LESSON).write_text("\n".join(mutated(lines, changes)), "utf-8")
    for problem in problems_of(real_lesson):
        assert layout_problem(problem, real_lesson).startswith("content/")


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(["bands.yaml", "words.yaml", "regions/rimba.yaml", "course.yaml", "wording/en.yaml"]),
    data=st.data(),
)
def test_any_mutation_of_the_other_files_gives_problems_or_a_curriculum(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    content = example(tmp_path_factory.mktemp("mutated"))
    lines = (content / name).read_text("utf-8").split("\n")
    changes = data.draw(_mutations(most=len(lines)))
    (content / name).write_text("\n".join(mutated(lines, changes)), "utf-8")
    for problem in problems_of(content):
        assert layout_problem(problem, content).startswith("content/")
