"""Every lesson begins with ground rules, keeps its order, and ends in safety."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, example, problems_of

from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.rules.closing import closing_problems, step_problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_real_lessons_are_complete(curriculum: Curriculum, editions: dict[str, Edition]) -> None:
    wording = curriculum.wording["en"]
    for edition in editions.values():
        assert [*step_problems(edition, wording), *closing_problems(edition, wording)] == []


@pytest.mark.parametrize("element", ["not_your_fault", "tell", "what_happens_next", "calm"])
def test_each_closing_element_is_needed(content: Path, element: str) -> None:
    lines = (content / LESSON).read_text("utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith(f"  {element}:"))
    last = next(number for number in range(first + 1, len(lines)) if not lines[number].startswith("    "))
    (content / LESSON).write_text("\n".join(lines[:first] + lines[last:]), "utf-8")
    [problem] = problems_of(content)
    assert (problem.code, problem.message) == ("closing.missing", f"'{element}' is missing from 'closing'")


def test_the_whole_closing_is_needed(content: Path) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("\nclosing:"), text.index("\ndo_not_say:")
    (content / LESSON).write_text(text[:start] + text[end:], "utf-8")
    [problem] = problems_of(content)
    assert (problem.code, problem.message) == ("closing.missing", "'closing' is missing from this file")


@pytest.mark.parametrize(
    "said",
    ["it is not your fault.", "IT IS NOT YOUR FAULT", "a threat is not  your\n    fault.", "It is not their fault"],
)
def test_whose_fault_it_is_not_may_be_said_in_several_ways(content: Path, said: str) -> None:
    change(
        content / LESSON,
        "  not_your_fault: If someone makes a threat, it is not your fault.",
        f"  not_your_fault: {said}",
    )
    assert problems_of(content) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("      - kind: what-happens-next\n", "      - kind: question\n", "closing.missing",
         "the step 'The calm close' has no slide of the kind 'what-happens-next'"),
        ("  - kind: baseline\n", "  - kind: welcome\n", "step.missing",
         "the lesson has no step of the kind 'baseline'"),
        ("  - kind: story\n", "  - kind: activity\n", "step.missing", "the lesson has no step of the kind 'story'"),
        ("    minutes: 1\n    purpose: You see", "    minutes: 2\n    purpose: You see", "minutes.sum",
         "the steps take 15 minutes; the core path of 8-10 takes 14"),
        ("      - kind: ground-rules\n", "      - kind: question\n", "step.missing",
         "the step 'Our rules' has no slide of the kind 'ground-rules'"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(content: Path, old: str, new: str, code: str, said: str) -> None:
    change(content / LESSON, old, new)
    [problem] = problems_of(content)
    assert (problem.code, problem.message) == (code, said)


def test_a_lesson_without_its_close_is_told_so(content: Path) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("\n  - kind: close"), text.index("\nclosing:")
    (content / LESSON).write_text(text[:start] + text[end:], "utf-8")
    assert {(problem.code, problem.message) for problem in problems_of(content)} == {
        ("step.missing", "the lesson has no step of the kind 'close'"),
        ("minutes.sum", "the steps take 12 minutes; the core path of 8-10 takes 14"),
    }


def test_two_activities_may_follow_each_other(content: Path) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("  - kind: activity\n"), text.index("  - kind: practise\n")
    activity = text[start:end]
    (content / LESSON).write_text(text[:end] + activity.replace("minutes: 3", "minutes: 0") + text[end:], "utf-8")
    assert problems_of(content) == []


def test_adults_need_fewer_steps(content: Path) -> None:
    change(content / "bands.yaml", "audience: pupils", "audience: parents")
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("  - kind: exit\n"), text.index("  - kind: close\n")
    (content / LESSON).write_text(text[:start] + text[end:], "utf-8")
    change(content / "bands.yaml", "core_minutes: 14", "core_minutes: 13")
    assert problems_of(content) == []
