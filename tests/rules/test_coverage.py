"""What is taught where: every point, every habit, one step more in each band; and the tables that show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, codes_of, example

from takeabreath.model.curriculum import Curriculum
from takeabreath.plan.handout import plan_handout
from takeabreath.rules.coverage import coverage, coverage_problems
from takeabreath.rules.matrix import Matrix
from takeabreath.rules.quiz_across import quizzes_across
from takeabreath.rules.readability import readability
from takeabreath.rules.spiral import spiral_problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_the_real_curriculum_is_whole(curriculum: Curriculum) -> None:
    assert [*coverage_problems(curriculum), *spiral_problems(curriculum), *quizzes_across(curriculum)] == []


def test_the_matrix_of_guidance_is_full_from_eight_up(curriculum: Curriculum) -> None:
    guidance = coverage(curriculum)[0]
    assert guidance.columns == ("point", *curriculum.bands)
    assert [row[0] for row in guidance.rows if "–" in row[2:]] == []


def test_a_band_may_leave_points_to_the_next(content: Path) -> None:
    point = "- id: breathe\n  name: B\n  says: B\n  said_by: B\n  sources: [{title: B, kind: secondary}]\n"
    path = content / "guidance.yaml"
    path.write_text(path.read_text("utf-8") + point, "utf-8")
    assert codes_of(content) == ["coverage.guidance"]
    change(content / "bands.yaml", "  read_aloud: yes\n", "  read_aloud: yes\n  all_guidance: no\n")
    assert codes_of(content) == []


def test_a_matrix_is_text_and_markdown() -> None:
    matrix = Matrix("Points", ("point", "5-7"), (("breathe", "1 4"), ("a|b", "–")), ("How to read it.",))
    assert matrix.as_text() == (
        "Points\n\npoint    5-7\n───────  ───\nbreathe  1 4\na|b      –\n\nHow to read it.\n"
    )  # fmt: skip
    assert matrix.as_markdown() == (
        "## Points\n\n| point | 5-7 |\n| --- | --- |\n| breathe | 1 4 |\n| a\\|b | – |\n\nHow to read it.\n"
    )


def test_readability_has_every_lesson_below_its_limits(curriculum: Curriculum) -> None:
    rows = [row for matrix in readability(curriculum) for row in matrix.rows]
    assert len(rows) == len(curriculum.lessons)
    for name, _, *numbers in rows:
        values = list(map(float, numbers))
        assert all(value <= limit for value, limit in zip(values[::2], values[1::2], strict=True)), name


def test_every_taught_word_is_explained_on_the_handout(curriculum: Curriculum, editions) -> None:  # type: ignore[no-untyped-def]
    for edition in editions.values():
        booklet = repr(plan_handout(edition))
        for word in edition.lesson.words:
            assert str(curriculum.words[word].word) in booklet, (edition.lesson_id, word)


def test_the_pair_before_and_after_may_be_alike(content: Path) -> None:
    change(
        content / LESSON,
        """stem: '"Your coins, or all see your photo!" What helps Ken most?'""",
        """stem: '"Your gems, or I show your drawing!" What helps Mira most?'""",
    )
    assert codes_of(content) == []
    change(content / LESSON, "      pair: exit\n", "")
    assert "quiz.alike" not in codes_of(content)  # the options differ, and so do more than half of the words
