"""The answers, for the grown-up: the key of each question, and what to say to every answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import Basket, OrderSheet, SortSheet
from takeabreath.model.quiz import Level
from takeabreath.plan.quiz_paper import LETTERED, letter
from takeabreath.plan.quiz_questions import QuizQuestion, WholeFeedback, plan_question


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
class SheetLine:
    """A line of a sheet's answer: the number of a card's place, or a basket, and the cards that belong there."""

    lead: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """The answer of a sheet with cards."""

    title: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The answers of a lesson's worksheet and quiz; `audience` says who they are for."""

    title: str
    audience: str
    sheets: tuple[SheetAnswer, ...]
    questions: tuple[QuestionAnswer, ...]
    kind: Literal["answers"] = "answers"


def plan_answer_key(edition: Edition) -> AnswerKey:
    """Everything that the other pages do not tell."""
    questions = (plan_question(question, edition) for question in edition.lesson.quiz.questions)
    labels = edition.labels.handout
    return AnswerKey(
        title=fill(edition.lesson.title, edition.region),
        audience=str(labels.answers_for_grown_ups if edition.band.audience == "pupils" else labels.answers_for_adults),
        sheets=tuple(_sheets(edition)),
        questions=tuple(_answer(edition, question, number) for number, question in enumerate(questions, 1)),
    )


def _sheets(edition: Edition) -> Iterator[SheetAnswer]:
    for sheet in edition.lesson.worksheet.sheets:
        title = fill(sheet.title, edition.region)
        if isinstance(sheet, OrderSheet):
            cards = (fill(card, edition.region) for card in sheet.cards)
            yield SheetAnswer(title, tuple(SheetLine(f"{number}.", (card,)) for number, card in enumerate(cards, 1)))
        elif isinstance(sheet, SortSheet):
            yield SheetAnswer(title, tuple(_basket_line(edition, basket) for basket in sheet.baskets))


def _basket_line(edition: Edition, basket: Basket) -> SheetLine:
    cards = tuple(fill(card, edition.region) for card in basket.cards)
    return SheetLine(f"{fill(basket.heading, edition.region)}:", cards)


def _answer(edition: Edition, question: QuizQuestion, number: int) -> QuestionAnswer:
    talk_about = edition.labels.handout.talk_about.format(text=question.talk_about)
    replies = tuple(_replies(edition, question))
    return QuestionAnswer(number, question.stem, _key(edition, question, replies), replies, talk_about)


def _key(edition: Edition, question: QuizQuestion, replies: tuple[Reply, ...]) -> str:
    if question.places:
        return " · ".join(f"{letter(place)}. {text}" for place, text in enumerate(question.places))
    if question.kind == "put-in-order":
        return " → ".join(option.text for option in question.options)
    return " · ".join(reply.answer for reply in replies if reply.key) or str(edition.labels.handout.all_feelings)


def _replies(edition: Edition, question: QuizQuestion) -> Iterator[Reply]:
    """To each answer in the order of the paper, and to the answer as a whole."""
    if question.kind == "finish-the-sentence":
        yield Reply(question.lead, question.reply, key=False)
        examples = " · ".join(option.text for option in question.options)
        yield Reply(str(edition.labels.handout.others_might_write), examples, key=False)
    elif question.kind != "put-in-order":
        for number, option in enumerate(question.options):
            yield Reply(_named(question, number), option.feedback, key=option.level == Level.GOT_IT)
    for number, scene in enumerate(question.scenes, 1):
        for choice in scene.choices:
            yield Reply(f"{number}. {choice.text}", choice.feedback, key=choice.level == Level.GOT_IT)
    if question.feedback is not None:
        yield from _by_level(edition, question.feedback)


def _named(question: QuizQuestion, number: int) -> str:
    """An answer as the paper shows it, with its letter or with the letter of the place where it belongs."""
    option = question.options[number]
    if option.place is not None:
        return f"{letter(option.place)}. {option.text}"
    return f"{letter(number)}. {option.text}" if question.kind in LETTERED else option.text


def _by_level(edition: Edition, feedback: WholeFeedback) -> Iterator[Reply]:
    common = edition.labels.common
    for label, text in (
        (common.got_it, feedback.got_it),
        (common.nearly, feedback.nearly),
        (common.look_again, feedback.look_again),
    ):
        yield Reply(str(label), text, key=False)
