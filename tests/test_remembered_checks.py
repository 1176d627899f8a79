"""A build looks again at what has changed, and at nothing that passed and is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, TODAY, change, example

from takeabreath.cli import OK, PROBLEMS, main
from takeabreath.content.loader import load_curriculum
from takeabreath.fingerprint import fingerprint
from takeabreath.manifest import passed_lessons, remember_passed
from takeabreath.rules import check_curriculum


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def build(content: Path, out: Path) -> int:
    return main(["build", "--content", str(content), "--out", str(out), "--format", "plan"])


def passed(content: Path, out: Path) -> frozenset[str]:
    return passed_lessons(out, fingerprint(content, None, None))


def test_a_lesson_that_passed_is_not_looked_at_alone_again(content: Path) -> None:
    change(content / LESSON, "Helpers listen first.", "You should have told.")
    curriculum, today = load_curriculum(content), TODAY
    assert {str(problem.code) for problem in check_curriculum(curriculum, today)} == {"word.banned"}
    assert check_curriculum(curriculum, today, {LESSON}) == []


def test_what_passed_is_known_until_the_lesson_or_anything_shared_changes(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert passed(content, out) == frozenset()
    remember_passed(out, [LESSON], fingerprint(content, None, None))
    assert passed(content, out) == {LESSON}
    change(content / LESSON, "Helpers listen first.", "Helpers listen.")
    assert passed(content, out) == frozenset()
    change(content / LESSON, "Helpers listen.", "Helpers listen first.")
    assert passed(content, out) == {LESSON}
    change(content / "words.yaml", "forms: [threats]", "forms: [threats, threatened]")
    assert passed(content, out) == frozenset()


def test_a_mistake_is_found_after_a_build_that_found_none(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert build(content, out) == OK
    assert build(content, out) == OK
    change(content / LESSON, "Helpers listen first.", "You should have told.")
    assert build(content, out) == PROBLEMS
    assert build(content, out) == PROBLEMS
    assert "error[word.banned]" in capsys.readouterr().err


def test_a_rule_that_became_stricter_looks_at_all_lessons_again(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(content, out) == OK
    change(content / "wording/en.yaml", "phrases: [out there forever,", "phrases: [slow breath, out there forever,")
    assert build(content, out) == PROBLEMS


def test_coverage_and_readability_are_tables(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--content", str(content)]) == OK
    assert "talk-early  4" in capsys.readouterr().out
    assert main(["coverage", "--content", str(content), "--markdown", str(tmp_path / "coverage.md")]) == OK
    assert "| talk-early | 4 |" in (tmp_path / "coverage.md").read_text("utf-8")
    assert main(["readability", "--content", str(content)]) == OK
    assert "4-stop-and-keep" in capsys.readouterr().out
