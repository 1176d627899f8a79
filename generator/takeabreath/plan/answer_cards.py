"""Cards to hold up for an answer, and signs for the corners of a room: letters with a shape and a pattern each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import BandEdition
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.cards import card_numbers
from takeabreath.plan.quiz_paper import letter
from takeabreath.plan.short_ways import ShortWay

#: Answers that people choose between by a letter; each kind of question is asked in its own way.
FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class AnswerCards:
    """Sets of cards to cut out: the letters, one to pass, and help."""

    title: str
    letters: tuple[str, ...]
    pass_word: str
    not_your_fault: str
    tell: str
    ways: tuple[ShortWay, ...]
    kind: Literal["answer-cards"] = "answer-cards"


@dataclass(frozen=True, slots=True)
class CornerSigns:
    """A page for each letter, and one for the corner where whoever passes stands."""

    title: str
    letters: tuple[str, ...]
    pass_word: str
    kind: Literal["corner-signs"] = "corner-signs"


def plan_answer_cards(edition: BandEdition) -> Booklet:
    """Two sets of cards on a page."""
    labels = edition.labels.paper_quiz
    title = labels.answer_cards.format(band=edition.band.name)
    return booklet_of(
        edition, title, str(labels.answer_cards_summary), [answer_cards(edition)], print_labels(edition.labels)
    )


def plan_corner_signs(edition: BandEdition) -> Booklet:
    """Signs for the walk to the corner."""
    labels = edition.labels.paper_quiz
    title = labels.corner_signs.format(band=edition.band.name)
    return booklet_of(
        edition, title, str(labels.corner_signs_summary), [corner_signs(edition)], print_labels(edition.labels)
    )


def answer_cards(edition: BandEdition) -> AnswerCards:
    """As many letters as the band's questions need."""
    labels = edition.labels
    return AnswerCards(
        title=labels.paper_quiz.answer_cards.format(band=edition.band.name),
        letters=letters(edition),
        pass_word=str(labels.paper_quiz.pass_word),
        not_your_fault=f"{labels.common.not_your_fault}.",
        tell=str(labels.posters.keep_telling),
        ways=card_numbers(edition),
    )


def corner_signs(edition: BandEdition) -> CornerSigns:
    """The same letters, large."""
    labels = edition.labels.paper_quiz
    return CornerSigns(labels.corner_signs.format(band=edition.band.name), letters(edition), str(labels.pass_word))


def letters(edition: BandEdition) -> tuple[str, ...]:
    """A to D, and E where a lesson of the band has a question with five answers to choose between."""
    counts = (
        len(question.options)
        for lesson in edition.lessons
        for question in lesson.lesson.quiz.questions
        if question.kind in {"choose-one", "feelings", "confidence"}
    )
    return tuple(letter(place) for place in range(max((FEWEST_LETTERS, *counts))))
