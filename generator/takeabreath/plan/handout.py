"""The handout: what learners get on paper; and, as files of their own, the answers and the word cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import CalmSlide
from takeabreath.plan.answer_key import plan_answer_key
from takeabreath.plan.booklet import Booklet, Part, booklet_of, print_labels
from takeabreath.plan.quiz_paper import plan_quiz_paper
from takeabreath.plan.services import ServiceCard, service_cards
from takeabreath.plan.worksheet import AnySheet, plan_sheets


@dataclass(frozen=True, slots=True)
class WordCard:
    """A taught word with its meaning for the band."""

    word: str
    meaning: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class WordCards:
    """The lesson's words as pairs of cards: the word with its picture, and what it means."""

    title: str
    instructions: str
    words: tuple[WordCard, ...]
    kind: Literal["word-cards"] = "word-cards"


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the lesson is about: its picture, its objective, its words."""

    title: str
    strap: str
    objective: str
    band_name: str
    picture: str
    words: tuple[WordCard, ...]
    kind: Literal["first-page"] = "first-page"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The lesson's sheets; `pictures` are for pages with room."""

    title: str
    sheets: tuple[AnySheet, ...]
    pictures: tuple[str, ...]
    kind: Literal["worksheet"] = "worksheet"


@dataclass(frozen=True, slots=True)
class Speech:
    """A line to say aloud, and who says it."""

    who: Literal["child", "grown-up", "both"]
    speaker: str
    say: str


@dataclass(frozen=True, slots=True)
class HomeCard:
    """The page that goes home; for staff it is the card to keep."""

    heading: str
    title: str
    minutes: str
    for_grown_ups: tuple[str, ...]
    script: tuple[Speech, ...]
    try_this: str
    pictures: tuple[str, ...]
    kind: Literal["home-card"] = "home-card"


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """The five closing elements; `cautions` are there for adults only."""

    not_your_fault: str
    tell: str
    services: tuple[ServiceCard, ...]
    what_happens_next: tuple[str, ...]
    calm: str
    picture: str | None
    cautions: tuple[str, ...]
    kind: Literal["closing-page"] = "closing-page"


def plan_handout(edition: Edition) -> Booklet:
    """First page, worksheet, quiz paper, home card and closing page."""
    parts = (
        first_page(edition), worksheet(edition), plan_quiz_paper(edition), home_card(edition), closing_page(edition),
    )  # fmt: skip
    return _booklet(edition, fill(edition.lesson.title, edition.region), *parts, halves=True)


def plan_answers(edition: Edition) -> Booklet:
    """The answers to the worksheet and the quiz paper, to be kept apart from them."""
    title = edition.labels.handout.answers_to.format(title=fill(edition.lesson.title, edition.region))
    return _booklet(edition, title, plan_answer_key(edition))


def plan_word_cards(edition: Edition) -> Booklet:
    """The lesson's words as cards to cut out, for the wall or for a game of pairs."""
    title = edition.labels.handout.word_cards_of.format(title=fill(edition.lesson.title, edition.region))
    return _booklet(edition, title, word_cards(edition))


def _booklet(edition: Edition, title: str, *parts: Part, halves: bool = False) -> Booklet:
    labels, summary = print_labels(edition.labels), fill(edition.lesson.summary, edition.region)
    return booklet_of(edition, title, summary, parts, labels, halves=halves)


def first_page(edition: Edition) -> FirstPage:
    """The page on top of a lesson's handout."""
    lesson, region = edition.lesson, edition.region
    return FirstPage(
        title=fill(lesson.title, region),
        strap=fill(lesson.strap, region),
        objective=fill(lesson.objective, region),
        band_name=str(edition.band.name),
        picture=str(lesson.cover),
        words=tuple(_words(edition)),
    )


def _words(edition: Edition) -> Iterator[WordCard]:
    for word in (edition.words[word_id] for word_id in edition.lesson.words):
        meaning = word.meaning_for(edition.band.id)
        if meaning is not None:
            picture = None if word.picture is None else str(word.picture)
            yield WordCard(str(word.word), fill(meaning, edition.region), picture)


def word_cards(edition: Edition) -> WordCards:
    """A pair of cards for each word that the lesson teaches its band; there may be none."""
    labels = edition.labels.handout
    return WordCards(str(labels.word_cards), str(labels.word_cards_use), tuple(_words(edition)))


def worksheet(edition: Edition) -> Worksheet:
    """The lesson's sheets with their title."""
    lesson = edition.lesson
    title = fill(lesson.worksheet.title, edition.region)
    return Worksheet(title, plan_sheets(lesson.worksheet, edition.region), _fillers(edition))


def home_card(edition: Edition) -> HomeCard:
    """The card to take home, or to keep."""
    card, labels = edition.lesson.take_home, edition.labels
    speakers = {"child": labels.common.child, "grown-up": labels.common.grown_up, "both": labels.common.both}
    return HomeCard(
        heading=str(labels.handout.home_card if edition.band.audience == "pupils" else labels.handout.keep_card),
        title=fill(card.title, edition.region),
        minutes=labels.common.minutes.format(count=card.minutes),
        for_grown_ups=tuple(fill(text, edition.region) for text in card.for_grown_ups),
        script=tuple(Speech(line.who, str(speakers[line.who]), fill(line.say, edition.region)) for line in card.script),
        try_this=fill(card.try_this, edition.region),
        pictures=_fillers(edition)[1:2] or _fillers(edition),
    )


def closing_page(edition: Edition) -> ClosingPage:
    """Not your fault, whom to tell, the services, what happens next, and the calm close."""
    closing, region = edition.lesson.closing, edition.region
    return ClosingPage(
        not_your_fault=fill(closing.not_your_fault, region),
        tell=fill(closing.tell, region),
        services=service_cards(edition),
        what_happens_next=tuple(fill(text, region) for text in closing.what_happens_next),
        calm=fill(closing.calm, region),
        picture=_calm_picture(edition),
        cautions=_cautions(edition),
    )


def _calm_picture(edition: Edition) -> str | None:
    return next((str(slide.picture) for _, slide in edition.lesson.slides() if isinstance(slide, CalmSlide)), None)


def _cautions(edition: Edition) -> tuple[str, ...]:
    """For adults: check before use, and that nobody has reviewed this yet. What a service cannot do is in the plan."""
    if edition.band.audience == "pupils":
        return ()
    return (fill(edition.region.check_before_use, edition.region), fill(edition.course.reviewed, edition.region))


def _fillers(edition: Edition) -> tuple[str, ...]:
    """Pictures of the lesson's slides for pages with room, without the ones that stand elsewhere anyway."""
    if edition.style.saves_ink:
        return ()
    slides = (getattr(slide, "picture", None) for _, slide in edition.lesson.slides())
    elsewhere = {str(edition.lesson.cover), _calm_picture(edition)}
    return tuple(dict.fromkeys(str(name) for name in slides if name is not None and str(name) not in elsewhere))
