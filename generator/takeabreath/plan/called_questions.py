"""Questions as somebody calls them out in a room without screens: every kind has its own way to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.labels import PaperQuizLabels
from takeabreath.plan.mixing import mixed
from takeabreath.plan.quiz_paper import letter
from takeabreath.plan.quiz_questions import QuizOption, QuizQuestion, QuizScene

#: Kinds whose answers are letters to choose between.
_BY_LETTER = ("choose-one", "true-false", "feelings", "confidence")
#: Kinds whose parts are called one after the other, each with A for yes and B for no.
_ONE_BY_ONE = ("choose-many", "spot-the-trick")


@dataclass(frozen=True, slots=True)
class CalledAnswer:
    """What is read out, its letter or number, and what to say to it; `mark` is also the key of a card to place."""

    mark: str
    text: str
    level: str
    say: str


@dataclass(frozen=True, slots=True)
class CalledScene:
    """A numbered part of a story; `help` is what its ending says."""

    number: int
    text: str
    help: str
    answers: tuple[CalledAnswer, ...]


@dataclass(frozen=True, slots=True)
class CalledQuestion:
    """A question with all that the caller needs.

    `how` is for the caller, `lead` is read out before the answers, `key` is an order that cannot be seen from the
    answers, `replies` are for the answer as a whole. `count` says what of it a class total may hold.
    """

    number: int
    kind: str
    stem: str
    pair: str
    how: str
    lead: str
    answers: tuple[CalledAnswer, ...]
    scenes: tuple[CalledScene, ...]
    key: str
    replies: tuple[CalledAnswer, ...]
    hints: tuple[str, ...]
    talk_about: str
    count: Literal["letters", "most", "never"]


def called_question(edition: Edition, question: QuizQuestion, number: int, pair: str | None) -> CalledQuestion:
    """The question as it is called; `pair` says whether it is asked before or after the lesson."""
    labels = edition.labels.paper_quiz
    pairs = {"baseline": str(labels.asked_before), "exit": str(labels.asked_after)}
    return CalledQuestion(
        number=number,
        kind=question.kind,
        stem=question.stem,
        pair=pairs.get(pair or "", ""),
        how=_how(labels, question),
        lead=_lead(edition, question),
        answers=tuple(_answers(edition, question)),
        scenes=tuple(_scene(edition, scene, number) for number, scene in enumerate(question.scenes, 1)),
        key=_key(question),
        replies=tuple(_replies(edition, question)),
        hints=question.hints,
        talk_about=question.talk_about,
        count=_count(question),
    )


def _how(labels: PaperQuizLabels, question: QuizQuestion) -> str:
    if question.places:
        return str(labels.how_places)
    return str(getattr(labels, f"how_{question.kind.replace('-', '_')}"))


def _lead(edition: Edition, question: QuizQuestion) -> str:
    if question.places:
        return " · ".join(f"{letter(place)} {text}" for place, text in enumerate(question.places))
    if question.kind == "spot-the-trick":
        return edition.labels.quiz.message_from.format(sender=question.lead)
    return f"{question.lead} …" if question.lead else ""


def _answers(edition: Edition, question: QuizQuestion) -> Iterator[CalledAnswer]:
    if question.kind == "put-in-order":
        for number, text in enumerate(_mixed_steps(question), 1):
            yield CalledAnswer(str(number), text, "", "")
    elif question.kind == "finish-the-sentence":
        yield from (CalledAnswer("", option.text, "", "") for option in question.options)
    else:
        for place, option in enumerate(question.options):
            yield CalledAnswer(
                _mark(question, option, place), option.text, _level(edition, question, option), option.feedback
            )


def _mark(question: QuizQuestion, option: QuizOption, place: int) -> str:
    if option.place is not None:
        return letter(option.place)
    if question.kind in _ONE_BY_ONE:
        return letter(0 if option.level == "got-it" else 1)
    return letter(place)


def _level(edition: Edition, question: QuizQuestion, option: QuizOption) -> str:
    return _words(edition, option.level) if question.kind in _BY_LETTER else ""


def _words(edition: Edition, level: str) -> str:
    common = edition.labels.common
    return {"got-it": str(common.got_it), "nearly": str(common.nearly), "look-again": str(common.look_again)}.get(
        level, ""
    )


def _scene(edition: Edition, scene: QuizScene, number: int) -> CalledScene:
    go_to = edition.labels.handout.story_go_to
    answers = (
        CalledAnswer(
            letter(place),
            choice.text,
            _words(edition, choice.level),
            f"{choice.feedback} → {go_to.format(number=choice.to + 1)}",
        )
        for place, choice in enumerate(scene.choices)
    )
    return CalledScene(number, scene.text, scene.help, tuple(answers))


def _mixed_steps(question: QuizQuestion) -> tuple[str, ...]:
    return mixed([option.text for option in question.options])


def _key(question: QuizQuestion) -> str:
    """The numbers that were called, in the right order."""
    if question.kind != "put-in-order":
        return ""
    called = _mixed_steps(question)
    return " → ".join(str(called.index(option.text) + 1) for option in question.options)


def _replies(edition: Edition, question: QuizQuestion) -> Iterator[CalledAnswer]:
    if question.reply:
        yield CalledAnswer("", "", "", question.reply)
    if question.feedback is not None:
        for level in ("got-it", "nearly", "look-again"):
            yield CalledAnswer("", "", _words(edition, level), getattr(question.feedback, level.replace("-", "_")))


def _count(question: QuizQuestion) -> Literal["letters", "most", "never"]:
    """Feelings, stories and own words are never counted."""
    if question.kind in {"feelings", "finish-the-sentence", "story"}:
        return "never"
    return "letters" if question.kind in _BY_LETTER else "most"
