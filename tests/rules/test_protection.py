"""Numbers come from the region file alone, services are checked, and proof comes before blocking."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from example_content import LESSON, TODAY, change, example, problems_of

from takeabreath.content.loader import load_curriculum
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.rules import check_curriculum
from takeabreath.rules.protection import (
    STALE_AFTER_DAYS,
    numbers_in_shared,
    numbers_typed,
    proof_before_block,
    stale_services,
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_real_lessons_hold_no_numbers_and_keep_proof_first(
    curriculum: Curriculum, editions: dict[str, Edition]
) -> None:
    wording = curriculum.wording["en"]
    assert list(numbers_in_shared(curriculum)) == []
    for edition in editions.values():
        assert [*numbers_typed(edition, wording), *proof_before_block(edition, wording)] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("100", "100"),
        ("Ring 100!", "100"),
        ("100 200", "100"),
        ("03-7627 2929", "03-7627 2929"),
        ("(03) 7627 2929", "7627 2929"),
        ("+60 3-7956 8145", "+60 3-7956 8145"),
        ("019-261 5999", "019-261 5999"),
        ("1800881234", "1800881234"),
        ("https://example.org/help", "https://example.org/help"),
        ("www.example.org", "www.example.org"),
        ("help@example.org", "help@example.org"),
        ("takeitdown.ncmec.org", "ncmec.org"),
    ],
)
def test_number_or_address_is_found(content: Path, typed: str, found: str) -> None:
    change(content / LESSON, "- Tell the designated lead when", f'- "{typed} Tell the designated lead when')
    change(content / LESSON, "when you teach this.", 'when you teach this."')
    [problem] = problems_of(content)
    assert (problem.code, problem.message.split("'")[1]) == ("number.typed", found)


@pytest.mark.parametrize(
    "typed",
    [
        "In 2026", "2026-11-22", "2024-2025", "Cyber100 is a name", "1000 children", "ages 5-7", "at 9.30",
        "10:30-11:45", "3.14159", "section 15", "Player 9", "e.g. this",
    ],
)  # fmt: skip
def test_innocent_digits_are_left_alone(content: Path, typed: str) -> None:
    change(content / LESSON, "- Tell the designated lead when", f'- "{typed} Tell the designated lead when')
    change(content / LESSON, "when you teach this.", 'when you teach this."')
    assert problems_of(content) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bands.yaml", "- You may pass at any time.", "- You may ring 100."),
        ("words.yaml", "Words that say: do this", "Ring 100: do this"),
        ("guidance.yaml", "says: Whoever", "says: Ring 100. Whoever"),
        ("habits.yaml", "means: Stop", "means: Ring 100. Stop"),
        ("course.yaml", "reviewed: Nobody", "reviewed: Ring 100. Nobody"),
        ("labels/en.yaml", "  minute: ", "  minute: 100 "),
    ],
)
def test_a_number_is_found_outside_lessons_too(content: Path, file: str, old: str, new: str) -> None:
    change(content / file, old, new)
    [problem] = problems_of(content)
    assert (problem.code, problem.span.file) == ("number.typed", f"content/{file}")


def test_sources_are_cited_as_they_are(content: Path) -> None:
    change(content / "guidance.yaml", '      date: "2026"', '      date: "2026"\n      url: https://example.org/100')
    assert problems_of(content) == []


@pytest.mark.parametrize(("days", "count"), [(0, 0), (STALE_AFTER_DAYS, 0), (STALE_AFTER_DAYS + 1, 2), (-1, 2)])
def test_a_service_is_checked_every_year(content: Path, days: int, count: int) -> None:
    curriculum = load_curriculum(content)
    checked = curriculum.regions["rimba"].services[0].checked_on
    found = [problem.code for problem in stale_services(curriculum, checked + timedelta(days=days))]
    assert found == ["service.stale"] * count


def test_an_old_check_is_a_warning(content: Path) -> None:
    problems = check_curriculum(load_curriculum(content), date(2030, 1, 1))
    assert [problem.is_warning for problem in problems] == [True, True]


def test_what_is_not_shown_needs_no_check(content: Path) -> None:
    path = content / "regions" / "rimba.yaml"
    text = path.read_text("utf-8")
    last = text.rindex("checked_on: ")
    path.write_text(text[:last] + text[last:].replace("2026-11-22", "2001-01-01", 1), "utf-8")
    assert check_curriculum(load_curriculum(content), TODAY) == []


POINTS = """          - Stop answering.
          - Give nothing.
          - Leave the messages there.
          - Tell a grown-up.
        picture"""
CARDS = """        - Stop answering.
        - Give nothing.
        - Leave the messages there.
        - Tell a grown-up.

take_home"""
QUIZ = """        - Stop answering.
        - Leave the messages there.
        - Tell a grown-up.
      feedback"""
NEXT = """    - The grown-up listens and thanks you.
    - You look at the messages together and keep the proof."""


@pytest.mark.parametrize("steps", [POINTS, CARDS, QUIZ, NEXT], ids=["points", "cards", "quiz", "what happens next"])
def test_proof_is_kept_before_blocking_in_every_ordered_list(content: Path, steps: str) -> None:
    first, rest = steps.split("\n", 1)
    indent = first[: first.index("-")]
    change(content / LESSON, steps, f"{indent}- Block the player.\n{rest}")
    [problem] = problems_of(content)
    assert problem.code == "order.block-before-proof"
    change(
        content / LESSON,
        f"{indent}- Block the player.\n{rest}",
        f"{indent}- Keep the proof, then block the player.\n{rest}",
    )
    assert problems_of(content) == []


def test_blocking_without_keeping_proof_is_found(content: Path) -> None:
    change(content / LESSON, POINTS, POINTS.replace("Leave the messages there.", "Block the player."))
    [problem] = problems_of(content)
    assert problem.code == "order.block-before-proof"


def test_points_without_numbers_have_no_order(content: Path) -> None:
    change(content / LESSON, POINTS, POINTS.replace("Stop answering.", "Block the player."))
    change(content / LESSON, "        numbered: yes\n", "")
    assert problems_of(content) == []
