"""Claims of fact are known by their signs, are listed where they are made, and rest on a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, codes_of, example, problems_of

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.model.curriculum import Curriculum
from takeabreath.plan.document import Table
from takeabreath.plan.lesson_plan import plan_lesson_plan
from takeabreath.rules.facts import fact_index, fact_problems, numbers_without_source
from takeabreath.rules.lesson_texts import lesson_leaves


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_every_fact_is_claimed_somewhere(curriculum: Curriculum) -> None:
    listed = {str(fact) for placed in curriculum.lessons for fact in placed.lesson.facts}
    assert set(curriculum.facts) - listed == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - instead_of: Why did you draw that?", "  - instead_of: Giving in never works."),
        ('- Saying "you should have told sooner" to anyone.', "- Saying that giving in never works."),
        ("  - question: What if her aunt is busy?", "  - question: What if giving in never works?"),
    ],
    ids=["a thing not to say", "a thing to avoid", "a question"],
)
def test_what_is_not_said_as_true_is_no_claim(content: Path, old: str, new: str) -> None:
    change(content / "facts.yaml", "signs: [rarely]", "signs: [rarely]\n" + _OTHER_FACT)
    change(content / LESSON, old, new)
    assert codes_of(content) == []


_OTHER_FACT = """  guidance: [talk-early]
- id: giving-in-never-works
  says: Giving in never works.
  signs: [giving in never works]"""


def test_an_answer_to_a_question_is_a_claim(content: Path) -> None:
    change(content / "facts.yaml", "signs: [rarely]", "signs: [rarely]\n" + _OTHER_FACT)
    change(content / LESSON, "We do not know, and we do not need to.", "Giving in never works.")
    [problem] = problems_of(content)
    assert (problem.code, problem.message.split("'")[1]) == ("fact.missing", "Giving in never works")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("40 children were asked.", True),
        ("One in ten told nobody.", True),
        ("About 12 % told nobody.", True),
        ("A study says so.", True),
        ("At ages 5 to 7, children listen.", False),
        ("Count to 4. Breathe for 10 minutes.", False),
        ("The student is kind.", False),
        ("In one Malaysian study, 38 children were asked.", False),
    ],
)
def test_numbers_in_texts_for_adults_have_a_source(curriculum: Curriculum, text: str, *, claims: bool) -> None:
    placed = next(placed for placed in curriculum.lessons if placed.id == "staff/1-notice")
    lesson = placed.lesson.model_copy(update={"content_note": type(placed.lesson.content_note)(text)})
    edition = edition_of(curriculum, placed, "en", "my")
    found = [leaf for leaf in lesson_leaves(_with(edition, lesson)) if leaf.keys == ("content_note",)]
    problems = list(numbers_without_source(found, fact_index(curriculum.facts), curriculum.wording["en"]))
    assert bool(problems) is claims


def _with(edition, lesson):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(edition, lesson=lesson)


def test_a_fact_may_rest_on_what_stands_elsewhere(content: Path) -> None:
    change(content / "facts.yaml", "guidance: [talk-early]", "roles: [child-helpline]")
    assert codes_of(content) == []
    change(content / "facts.yaml", "roles: [child-helpline]", "roles: [childrens-line]\n  law_notes: [none]")
    assert [(problem.code, problem.message) for problem in problems_of(content)] == [
        ("id.unknown", "the region rimba has no role 'childrens-line'"),
        ("id.unknown", "the region rimba has no law note 'none'"),
    ]


def test_real_lessons_list_what_they_claim(curriculum: Curriculum) -> None:
    index, wording = fact_index(curriculum.facts), curriculum.wording["en"]
    editions = (edition_of(curriculum, placed, "en", "my") for placed in curriculum.lessons)
    assert [problem for edition in editions for problem in fact_problems(edition, index, wording)] == []


def test_the_plan_shows_each_fact_with_where_it_was_read(content: Path) -> None:
    curriculum = load_curriculum(content)
    plan = plan_lesson_plan(edition_of(curriculum, curriculum.lessons[0], "en", "rimba"))
    [table] = [block for block in plan.blocks if isinstance(block, Table) and block.header == ("Fact", "Sources")]
    [row] = table.rows
    assert [line[0].text for cell in row for line in cell] == [
        "Giving in rarely makes a threat stop.", "Advice to children who are threatened",
    ]  # fmt: skip


def test_the_plan_of_a_pupils_lesson_shows_its_frameworks(curriculum: Curriculum) -> None:
    texts = {
        placed.id: "\n".join(plan_lesson_plan(edition_of(curriculum, placed, "en", "my")).lines())
        for placed in curriculum.lessons
        if placed.habit.id == "tell"
    }
    assert "UNESCO guidance, topics: 5.5 · ages 9–12 and 12–15" in texts["11-13/5-tell"]
    assert [name for name, text in texts.items() if "UNESCO" in text] == [
        name for name in texts if name[0].isdigit()
    ]  # fmt: skip
