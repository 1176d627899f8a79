"""The command line, as a teacher meets it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

from takeabreath.cli import OK, PROBLEMS, WRONG_USAGE, main
from takeabreath.model.curriculum import Curriculum

LESSON = "8-10/4-stop-and-keep"


@pytest.fixture
def own_content(content_dir: Path, tmp_path: Path) -> Path:
    """A copy of the content, to be spoilt."""
    return Path(shutil.copytree(content_dir, tmp_path / "content"))


def spoil(content: Path) -> Path:
    lesson = content / "lessons" / f"{LESSON}.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("objective:", "objektive:", 1), "utf-8")
    return lesson


def test_list_shows_lessons_routes_and_pages(curriculum: Curriculum, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == OK
    sections = [section.splitlines() for section in capsys.readouterr().out.split("\n\n")]
    assert [section[0].split()[0] for section in sections] == ["Lessons", "Routes", "Pages"]
    lessons, routes, pages = ([line.split() for line in section[1:]] for section in sections)
    assert [line[0] for line in lessons] == [placed.id for placed in curriculum.lessons]
    assert {line[0] for line in routes} >= {placed.id for placed in curriculum.routes}
    assert [line[0] for line in pages] == [placed.name for placed in curriculum.pages]
    assert ["8-10/4-stop-and-keep", "30", "min"] in [line[:3] for line in lessons]


def test_check_is_content_with_the_real_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == OK
    assert "6 lessons, no problems" in capsys.readouterr().out


def test_check_shows_the_place_the_line_a_caret_and_what_to_do(
    own_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(own_content)
    assert main(["check", "--content", str(own_content)]) == PROBLEMS
    message = capsys.readouterr().err
    assert f"content/lessons/{LESSON}.yaml:" in message
    assert "error[key.unknown]: 'objektive' is not a field of" in message
    assert "what to do: Did you mean 'objective'?" in message
    lines = message.splitlines()
    shown = next(number for number, line in enumerate(lines) if line.lstrip().startswith("objektive:"))
    assert lines[shown].index("objektive") == lines[shown + 1].index("^")


def test_a_build_of_bad_content_writes_nothing(
    own_content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(own_content)
    assert main(["build", "--content", str(own_content), "--out", str(tmp_path / "out")]) == PROBLEMS
    assert "Nothing was built" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_build_makes_what_is_asked_for_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--lesson", LESSON, "--format", "plan,quiz", "--out", str(tmp_path)]) == OK
    out = capsys.readouterr().out
    folder = f"lessons/en/{LESSON}"
    assert sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*") if not path.name.startswith(".")
    ) == [
        "lessons/en/8-10/4-stop-and-keep/plan.md",
        "lessons/en/8-10/4-stop-and-keep/quiz.html",
    ]
    assert f"{folder}/plan.md: made" in out
    assert f"2 files: 2 made. In {tmp_path}" in out


def test_a_kept_file_is_reported_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", "--lesson", LESSON, "--format", "plan", "--out", str(tmp_path)]
    main(arguments)
    plan = tmp_path / "lessons" / "en" / LESSON / "plan.md"
    plan.write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert main(arguments) == OK
    out = capsys.readouterr().out
    assert "plan.md: kept, because it was changed by hand" in out
    assert "Your changes are safe" in out


def test_build_check_finds_what_is_missing_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["build", "--lesson", LESSON, "--format", "plan", "--out", str(tmp_path)]
    assert main([*arguments, "--check"]) == PROBLEMS
    assert "plan.md: missing" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    main(arguments)
    assert main([*arguments, "--check"]) == OK


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "--format", "powerpoint"], "there is no format 'powerpoint'. Choose from plan, plan-word, slides"),
        (["build", "--lesson", "9-9/1-x"], "there is no lesson, route or page '9-9/1-x'. `takeabreath list`"),
        (["build", "--band", "toddlers"], "there is no lesson of the band toddlers"),
        (["build", "--language", "fr"], "there is no language 'fr'. Choose from en."),
        (["build", "--region", "xx"], "there is no region 'xx'. Choose from my."),
        (
            ["check", "--content", "nowhere"],
            "nowhere has no course.yaml. Name the folder that holds it with --content.",
        ),
        (["quiz", "9-9/1-x"], "there is no lesson 9-9/1-x"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_kindly(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == WRONG_USAGE
    assert says in capsys.readouterr().err


def test_quiz_is_opened_and_made_first_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    quiz = tmp_path / "lessons" / "en" / LESSON / "quiz.html"
    assert main(["quiz", LESSON, "--out", str(tmp_path)]) == OK
    assert quiz.read_bytes().startswith(b"<!doctype html>")
    assert "quiz.html: made" in capsys.readouterr().out
    quiz.write_text("mine", "utf-8")
    assert main(["quiz", LESSON, "--out", str(tmp_path)]) == OK
    assert quiz.read_text("utf-8") == "mine"
    assert opened == [quiz.as_uri()] * 2


def test_a_missing_command_ends_with_the_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == WRONG_USAGE


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["notebooks", "--help"], ["--version"]], ids=" ".join
)
def test_help_needs_none_of_the_heavy_libraries(arguments: list[str]) -> None:
    code = f"""
import sys
from takeabreath.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
heavy = {{"yaml", "pydantic", "pptx", "docx", "typst", "lxml", "jinja2", "nbformat", "anywidget", "rich", "PIL"}}
heavy &= set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_check_needs_no_writer_of_files() -> None:
    code = """
import sys
from takeabreath.cli import main
assert main(["check"]) == 0
heavy = {"pptx", "docx", "typst", "jinja2", "nbformat", "anywidget"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_a_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "takeabreath", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    assert "Traceback" not in process.communicate()[1]


def test_a_printed_edition_in_another_style_is_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["build", "--lesson", LESSON, "--format", "handout,word-cards", "--out", str(tmp_path)]
    handout = tmp_path / "lessons" / "en" / f"{LESSON}/handout.pdf"
    assert main(command) == OK
    plain = handout.read_bytes()
    assert main([*command, "--two-up"]) == OK
    assert handout.read_bytes() != plain
    assert main([*command, "--two-up", "--large-print"]) == WRONG_USAGE
    assert "--large-print or --two-up" in capsys.readouterr().err
