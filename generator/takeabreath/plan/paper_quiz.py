"""The quiz without a computer: what a caller reads out, the walk to the corner, and a sheet for class totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.called_questions import CalledQuestion, called_question
from takeabreath.plan.handout import closing_page
from takeabreath.plan.quiz_questions import plan_question

#: Questions with one answer about the story, so that nobody's own feelings are seen in a walk.
WALKED = ("choose-one", "true-false")


@dataclass(frozen=True, slots=True)
class CallersScript:
    """Everything that the caller says, question by question."""

    title: str
    rules: tuple[str, ...]
    intro: str
    questions: tuple[CalledQuestion, ...]
    finish: str
    kind: Literal["callers-script"] = "callers-script"


@dataclass(frozen=True, slots=True)
class WalkQuestion:
    """A question that suits the walk; `corners` are the letters of its answers."""

    number: int
    stem: str
    corners: str


@dataclass(frozen=True, slots=True)
class CornerWalk:
    """How to play with the corners of the room, and with which questions."""

    title: str
    rules: tuple[str, ...]
    questions: tuple[WalkQuestion, ...]
    kind: Literal["corner-walk"] = "corner-walk"


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A question to count; `count` says in which way: by its letters, or by how many had got it."""

    number: int
    stem: str
    pair: str
    letters: tuple[str, ...]
    count: Literal["letters", "most"]


@dataclass(frozen=True, slots=True)
class TallySheet:
    """Totals of the whole group, never of one person."""

    title: str
    rules: tuple[str, ...]
    letters: tuple[str, ...]
    rows: tuple[TallyRow, ...]
    kind: Literal["tally-sheet"] = "tally-sheet"


def plan_paper_quiz(edition: Edition) -> Booklet:
    """Script, walk, tally sheet and the closing page, for a lesson or for the steps of a route."""
    title = edition.labels.paper_quiz.paper_quiz.format(title=fill(edition.lesson.title, edition.region))
    parts = (callers_script(edition), corner_walk(edition), tally_sheet(edition), closing_page(edition))
    summary = str(edition.labels.paper_quiz.paper_quiz_summary)
    return booklet_of(edition, title, summary, parts, print_labels(edition.labels))


def callers_script(edition: Edition) -> CallersScript:
    """The lesson's quiz as it is called."""
    labels, quiz = edition.labels.paper_quiz, edition.lesson.quiz
    return CallersScript(
        title=labels.paper_quiz.format(title=fill(edition.lesson.title, edition.region)),
        rules=tuple(str(rule) for rule in labels.script_rules),
        intro=fill(quiz.intro, edition.region),
        questions=_called(edition),
        finish=fill(quiz.finish, edition.region),
    )


def corner_walk(edition: Edition) -> CornerWalk:
    """Only questions with one answer, which are about the people of the story."""
    labels = edition.labels.paper_quiz
    walked = (question for question in _called(edition) if question.kind in WALKED)
    return CornerWalk(
        title=str(labels.walk),
        rules=tuple(str(rule) for rule in labels.walk_rules),
        questions=tuple(
            WalkQuestion(question.number, question.stem, " · ".join(it.mark for it in question.answers))
            for question in walked
        ),
    )


def tally_sheet(edition: Edition) -> TallySheet:
    """A row for every question but those about feelings and in own words, which nobody counts."""
    labels = edition.labels.paper_quiz
    rows = tuple(_row(question) for question in _called(edition) if question.count != "never")
    letters = sorted({letter for row in rows for letter in row.letters})
    return TallySheet(str(labels.tally), tuple(str(rule) for rule in labels.tally_rules), tuple(letters), rows)


def _row(question: CalledQuestion) -> TallyRow:
    by_letter = question.count == "letters"
    letters = tuple(answer.mark for answer in question.answers) if by_letter else ()
    return TallyRow(question.number, question.stem, question.pair, letters, "letters" if by_letter else "most")


def _called(edition: Edition) -> tuple[CalledQuestion, ...]:
    questions = edition.lesson.quiz.questions
    return tuple(
        called_question(edition, plan_question(question, edition), number, question.pair)
        for number, question in enumerate(questions, 1)
    )
