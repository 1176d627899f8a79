"""The quiz on paper: questions and boxes, no answers and no line for a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.quiz import AnyQuestion, ChooseMany, ChooseOne, Feelings, PutInOrder, TrueFalse
from takeabreath.model.text import Text
from takeabreath.plan.mixing import mixed


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A choice beside its box; `letter` is empty where choices have no letters."""

    letter: str
    text: str
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question; `mark` is what goes beside a choice: a tick in a box or a number in a circle."""

    number: int
    stem: str
    how: str
    mark: Literal["tick", "number"]
    choices: tuple[PaperChoice, ...]
    picture: str | None


@dataclass(frozen=True, slots=True)
class QuizPaper:
    intro: str
    questions: tuple[PaperQuestion, ...]
    finish: str


def plan_quiz_paper(edition: Edition) -> QuizPaper:
    """The lesson's questions in order, each with its choices as they are to be printed."""
    quiz, region = edition.lesson.quiz, edition.region
    questions = (_question(edition, question, number) for number, question in enumerate(quiz.questions, 1))
    return QuizPaper(fill(quiz.intro, region), tuple(questions), fill(quiz.finish, region))


def _question(edition: Edition, question: AnyQuestion, number: int) -> PaperQuestion:
    return PaperQuestion(
        number=number,
        stem=fill(question.stem, edition.region),
        how=_how(edition, question),
        mark="number" if isinstance(question, PutInOrder) else "tick",
        choices=choices_on_paper(edition, question),
        picture=None if question.picture is None else str(question.picture),
    )


def choices_on_paper(edition: Edition, question: AnyQuestion) -> tuple[PaperChoice, ...]:
    """The choices with their letters; steps to put in order are mixed."""
    match question:
        case TrueFalse():
            common = edition.labels.common
            return (PaperChoice("", str(common.true)), PaperChoice("", str(common.myth)))
        case PutInOrder():
            return tuple(
                PaperChoice("", text) for text in mixed([fill(step, edition.region) for step in question.steps])
            )
        case Feelings():
            return tuple(_choice(edition, "", option.text, option.picture) for option in question.options)
        case ChooseOne():
            return tuple(
                _choice(edition, letter(place), option.text, option.picture)
                for place, option in enumerate(question.options)
            )
        case ChooseMany():
            return tuple(
                _choice(edition, letter(place), option.text, None) for place, option in enumerate(question.options)
            )


def letter(place: int) -> str:
    """The letter of a choice, counted from 0."""
    return chr(ord("A") + place)


def _choice(edition: Edition, letter: str, text: Text, picture: Text | None) -> PaperChoice:
    return PaperChoice(letter, fill(text, edition.region), None if picture is None else str(picture))


def _how(edition: Edition, question: AnyQuestion) -> str:
    labels = edition.labels.handout
    match question:
        case ChooseOne():
            return str(labels.choose_one)
        case ChooseMany():
            return str(labels.choose_many)
        case PutInOrder():
            return str(labels.put_in_order)
        case TrueFalse():
            return str(labels.true_or_myth)
        case Feelings():
            return str(labels.feelings)
