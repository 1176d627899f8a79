"""The quiz on paper: questions and boxes, no answers and no line for a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.plan.mixing import mixed
from takeabreath.plan.quiz_questions import QuizQuestion, QuizScene, plan_question

#: Kinds whose choices have letters, so that the answers can name them.
LETTERED = ("choose-one", "choose-many", "spot-the-trick")


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A choice beside its box; `letter` is empty where choices have no letters, `then` says where a story goes on."""

    letter: str
    text: str
    picture: str | None = None
    then: str = ""


@dataclass(frozen=True, slots=True)
class PaperScene:
    """A numbered part of a story, with its choices or with the help that it ends at."""

    number: int
    text: str
    choices: tuple[PaperChoice, ...]


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question; `mark` is what goes beside a choice: a tick, a number, the letter of a place, or own words.

    `places` are where the choices belong; `lead` stands before the choices.
    """

    number: int
    kind: str
    stem: str
    how: str
    mark: Literal["tick", "number", "letter", "write"]
    choices: tuple[PaperChoice, ...]
    picture: str | None
    places: tuple[PaperChoice, ...] = ()
    scenes: tuple[PaperScene, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class QuizPaper:
    """The quiz of a lesson, without answers."""

    intro: str
    questions: tuple[PaperQuestion, ...]
    finish: str
    kind: Literal["quiz-paper"] = "quiz-paper"


def plan_quiz_paper(edition: Edition) -> QuizPaper:
    """The lesson's questions in order, each with its choices as they are to be printed."""
    quiz, region = edition.lesson.quiz, edition.region
    questions = (
        _question(edition, plan_question(question, edition), number)
        for number, question in enumerate(quiz.questions, 1)
    )
    return QuizPaper(fill(quiz.intro, region), tuple(questions), fill(quiz.finish, region))


def letter(place: int) -> str:
    """The letter of a choice, counted from 0."""
    return chr(ord("A") + place)


def _question(edition: Edition, question: QuizQuestion, number: int) -> PaperQuestion:
    return PaperQuestion(
        number=number,
        kind=question.kind,
        stem=question.stem,
        how=_how(edition, question),
        mark=_mark(question),
        choices=_choices(question),
        picture=question.picture,
        places=tuple(PaperChoice(letter(place), text) for place, text in enumerate(question.places)),
        scenes=tuple(_scene(edition, scene, number) for number, scene in enumerate(question.scenes, 1)),
        lead=_lead(edition, question),
    )


def _mark(question: QuizQuestion) -> Literal["tick", "number", "letter", "write"]:
    if question.places:
        return "letter"
    if question.kind == "put-in-order":
        return "number"
    return "write" if question.kind == "finish-the-sentence" else "tick"


def _choices(question: QuizQuestion) -> tuple[PaperChoice, ...]:
    """The choices with their letters; steps to put in order are mixed, and examples come with the answers."""
    if question.kind == "finish-the-sentence":
        return ()
    if question.kind == "put-in-order":
        return tuple(PaperChoice("", text) for text in mixed([option.text for option in question.options]))
    lettered = question.kind in LETTERED
    return tuple(
        PaperChoice(letter(place) if lettered else "", option.text, option.picture)
        for place, option in enumerate(question.options)
    )


def _scene(edition: Edition, scene: QuizScene, number: int) -> PaperScene:
    go_to = edition.labels.handout.story_go_to
    choices = (PaperChoice("", choice.text, then=go_to.format(number=choice.to + 1)) for choice in scene.choices)
    return PaperScene(number, " ".join(filter(None, (scene.text, scene.help))), tuple(choices))


def _lead(edition: Edition, question: QuizQuestion) -> str:
    if question.kind == "spot-the-trick":
        return edition.labels.quiz.message_from.format(sender=question.lead)
    return question.lead


def _how(edition: Edition, question: QuizQuestion) -> str:
    labels = edition.labels.handout
    if question.places:
        return str(labels.places)
    named = {"true-false": labels.true_or_myth, "confidence": labels.feelings}
    return str(named.get(question.kind) or getattr(labels, question.kind.replace("-", "_")))
