"""The answers, for the grown-up: the key of each question, and what to say to every answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import OrderSheet, SortSheet
from takeabreath.model.quiz import AnyQuestion, ByLevel, ChooseMany, ChooseOne, Feelings, Level, PutInOrder, TrueFalse
from takeabreath.plan.quiz_paper import letter


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say to one answer; `key` marks an answer that belongs."""

    answer: str
    say: str
    key: bool


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """The key of a question in one line, and the replies to its answers."""

    number: int
    stem: str
    key: str
    replies: tuple[Reply, ...]
    talk_about: str


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """The answer of a sheet with cards."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerKey:
    sheets: tuple[SheetAnswer, ...]
    questions: tuple[QuestionAnswer, ...]


def plan_answer_key(edition: Edition) -> AnswerKey:
    """Everything that the other pages do not tell."""
    questions = enumerate(edition.lesson.quiz.questions, 1)
    return AnswerKey(
        tuple(_sheets(edition)), tuple(_answer(edition, question, number) for number, question in questions)
    )


def _sheets(edition: Edition) -> Iterator[SheetAnswer]:
    for sheet in edition.lesson.worksheet.sheets:
        title = fill(sheet.title, edition.region)
        if isinstance(sheet, OrderSheet):
            lines = tuple(f"{number}. {fill(card, edition.region)}" for number, card in enumerate(sheet.cards, 1))
            yield SheetAnswer(title, lines)
        elif isinstance(sheet, SortSheet):
            yield SheetAnswer(
                title,
                tuple(
                    f"{fill(basket.heading, edition.region)}: "
                    + " · ".join(fill(card, edition.region) for card in basket.cards)
                    for basket in sheet.baskets
                ),
            )


def _answer(edition: Edition, question: AnyQuestion, number: int) -> QuestionAnswer:
    talk_about = edition.labels.handout.talk_about.format(text=fill(question.talk_about, edition.region))
    replies = tuple(_replies(edition, question))
    return QuestionAnswer(
        number, fill(question.stem, edition.region), _key(edition, question, replies), replies, talk_about
    )


def _key(edition: Edition, question: AnyQuestion, replies: tuple[Reply, ...]) -> str:
    match question:
        case Feelings():
            return str(edition.labels.handout.all_feelings)
        case PutInOrder():
            return " → ".join(fill(step, edition.region) for step in question.steps)
        case ChooseOne() | ChooseMany() | TrueFalse():
            return " · ".join(reply.answer for reply in replies if reply.key)


def _replies(edition: Edition, question: AnyQuestion) -> Iterator[Reply]:
    common, region = edition.labels.common, edition.region
    match question:
        case ChooseOne():
            for place, option in enumerate(question.options):
                answer = f"{letter(place)}. {fill(option.text, region)}"
                yield Reply(answer, fill(option.feedback, region), option.level is Level.GOT_IT)
        case TrueFalse():
            yield Reply(str(common.true), fill(question.if_true, region), question.true)
            yield Reply(str(common.myth), fill(question.if_false, region), not question.true)
        case Feelings():
            for feeling in question.options:
                yield Reply(fill(feeling.text, region), fill(feeling.feedback, region), key=False)
        case ChooseMany():
            for place, tick in enumerate(question.options):
                yield Reply(f"{letter(place)}. {fill(tick.text, region)}", fill(tick.feedback, region), tick.belongs)
            yield from _by_level(edition, question.feedback)
        case PutInOrder():
            yield from _by_level(edition, question.feedback)


def _by_level(edition: Edition, feedback: ByLevel) -> Iterator[Reply]:
    common = edition.labels.common
    for label, text in (
        (common.got_it, feedback.got_it),
        (common.nearly, feedback.nearly),
        (common.look_again, feedback.look_again),
    ):
        yield Reply(str(label), fill(text, edition.region), key=False)
