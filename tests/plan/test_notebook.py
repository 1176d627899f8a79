"""Which cells a notebook has, and what a reader finds who never runs it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import Fold, Heading, NotebookPlan, Paragraph, Points, QuizCell, TextCell, plan_notebook
from takeabreath.plan.quiz import plan_quiz


@pytest.fixture(scope="module")
def plans(editions: dict[str, Edition]) -> dict[str, NotebookPlan]:
    return {lesson: plan_notebook(edition) for lesson, edition in editions.items()}


def _texts(cell: TextCell, *, folded: bool) -> list[str]:
    found: list[str] = []
    for block in cell.blocks:
        parts = block.blocks if isinstance(block, Fold) and folded else () if isinstance(block, Fold) else (block,)
        for part in parts:
            found += [*part.texts, *part.leads] if isinstance(part, Points) else [part.text]
            found += [part.lead] if isinstance(part, Paragraph) else []
    return found


def test_one_cell_runs_and_it_names_its_lesson(plans: dict[str, NotebookPlan]) -> None:
    for lesson, plan in plans.items():
        cells = [cell for cell in plan.cells if isinstance(cell, QuizCell)]
        assert [(cell.lesson_id, cell.language, cell.region) for cell in cells] == [(lesson, "en", "my")]


def test_cells_have_names_of_their_own(plans: dict[str, NotebookPlan]) -> None:
    for plan in plans.values():
        names = [cell.id for cell in plan.cells]
        assert len(names) == len(set(names))


def test_every_question_stands_there_and_its_feedback_only_inside_the_fold(
    plans: dict[str, NotebookPlan], editions: dict[str, Edition]
) -> None:
    for lesson, plan in plans.items():
        cells = {cell.id: cell for cell in plan.cells if isinstance(cell, TextCell)}
        for question in plan_quiz(editions[lesson]).questions:
            cell = cells[f"question-{question.id}"[:64]]
            shown, folded = _texts(cell, folded=False), " ".join(_texts(cell, folded=True))
            assert question.stem in shown
            choices = question.options if question.kind != "finish-the-sentence" else ()
            assert [option.text for option in choices if option.text not in shown] == []
            feedback = [option.feedback for option in question.options if option.feedback]
            assert [text for text in feedback if text in " ".join(shown)] == []
            assert [text for text in feedback if text not in folded] == []


def test_last_cell_has_all_closing_elements(plans: dict[str, NotebookPlan], editions: dict[str, Edition]) -> None:
    for lesson, plan in plans.items():
        cell = plan.cells[-1]
        assert isinstance(cell, TextCell)
        texts, closing = " ".join(_texts(cell, folded=False)), plan_quiz(editions[lesson]).closing
        wanted = (closing.not_your_fault, closing.tell, *closing.what_happens_next, closing.calm)
        numbers = (way.text for card in closing.services for way in card.ways)
        assert [part for part in (*wanted, *numbers) if part not in texts] == []


def test_headings_leave_no_level_out(plans: dict[str, NotebookPlan]) -> None:
    for plan in plans.values():
        blocks = [block for cell in plan.cells if isinstance(cell, TextCell) for block in cell.blocks]
        levels = [block.level for block in blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
