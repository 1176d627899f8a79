"""The handout: what learners get on paper, and an answer page for the grown-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.fill import fill
from takeabreath.model.lesson import CalmSlide
from takeabreath.model.text import Node, Text
from takeabreath.plan.answer_key import AnswerKey, plan_answer_key
from takeabreath.plan.quiz_paper import QuizPaper, plan_quiz_paper
from takeabreath.plan.services import ServiceCard, service_cards
from takeabreath.plan.worksheet import AnySheet, plan_sheets


@dataclass(frozen=True, slots=True)
class WordCard:
    """A taught word with its meaning for the band."""

    word: str
    meaning: str
    picture: str | None


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


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """The five closing elements; `cautions` are there for adults only."""

    not_your_fault: str
    tell: str
    services: tuple[ServiceCard, ...]
    what_happens_next: tuple[str, ...]
    calm: str
    calm_picture: str | None
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """All pages in order. `words_of` are labels by name; `type_pt` and `line_mm` are the band's own measures."""

    title: str
    strap: str
    objective: str
    course: str
    creator: str
    licence: str
    summary: str
    language: str
    band: str
    band_name: str
    paper: Literal["a4", "us-letter"]
    type_pt: int
    line_mm: int
    cover: str
    words: tuple[WordCard, ...]
    worksheet_title: str
    sheets: tuple[AnySheet, ...]
    quiz: QuizPaper
    home: HomeCard
    closing: ClosingPage
    answers: AnswerKey
    labels: dict[str, str]
    fillers: tuple[str, ...]
    pictures: tuple[Picture, ...]


def plan_handout(edition: Edition) -> Handout:
    """Worksheet, quiz paper, home card and closing page; the answers come last, to be kept apart."""
    lesson, region, course = edition.lesson, edition.region, edition.course
    return Handout(
        title=fill(lesson.title, region),
        strap=fill(lesson.strap, region),
        objective=fill(lesson.objective, region),
        course=str(course.title),
        creator=str(course.creator),
        licence=str(course.licence),
        summary=fill(lesson.summary, region),
        language=edition.language,
        band=str(edition.band.id),
        band_name=str(edition.band.name),
        paper=region.paper,
        type_pt=edition.band.print.type_pt,
        line_mm=edition.band.print.line_mm,
        cover=str(lesson.cover),
        words=tuple(_words(edition)),
        worksheet_title=fill(lesson.worksheet.title, region),
        sheets=plan_sheets(lesson.worksheet, region),
        quiz=plan_quiz_paper(edition),
        home=_home_card(edition),
        closing=_closing(edition),
        answers=plan_answer_key(edition),
        labels=_labels(edition),
        fillers=_fillers(edition),
        pictures=tuple(edition.pictures[name] for name in sorted(_pictures(edition))),
    )


def _words(edition: Edition) -> Iterator[WordCard]:
    for word in (edition.words[word_id] for word_id in edition.lesson.words):
        meaning = word.meaning_for(edition.band.id)
        if meaning is not None:
            picture = None if word.picture is None else str(word.picture)
            yield WordCard(str(word.word), fill(meaning, edition.region), picture)


def _home_card(edition: Edition) -> HomeCard:
    card, labels = edition.lesson.take_home, edition.labels
    speakers = {"child": labels.common.child, "grown-up": labels.common.grown_up, "both": labels.common.both}
    return HomeCard(
        heading=str(labels.handout.home_card if edition.band.audience == "pupils" else labels.handout.keep_card),
        title=fill(card.title, edition.region),
        minutes=labels.common.minutes.format(count=card.minutes),
        for_grown_ups=tuple(fill(text, edition.region) for text in card.for_grown_ups),
        script=tuple(Speech(line.who, str(speakers[line.who]), fill(line.say, edition.region)) for line in card.script),
        try_this=fill(card.try_this, edition.region),
    )


def _closing(edition: Edition) -> ClosingPage:
    closing, region = edition.lesson.closing, edition.region
    return ClosingPage(
        not_your_fault=fill(closing.not_your_fault, region),
        tell=fill(closing.tell, region),
        services=service_cards(edition),
        what_happens_next=tuple(fill(text, region) for text in closing.what_happens_next),
        calm=fill(closing.calm, region),
        calm_picture=_calm_picture(edition),
        cautions=_cautions(edition),
    )


def _calm_picture(edition: Edition) -> str | None:
    return next((str(slide.picture) for _, slide in edition.lesson.slides() if isinstance(slide, CalmSlide)), None)


def _cautions(edition: Edition) -> tuple[str, ...]:
    """For adults: check before use, and that nobody has reviewed this yet. What a service cannot do is in the plan."""
    if edition.band.audience == "pupils":
        return ()
    return (fill(edition.region.check_before_use, edition.region), fill(edition.course.reviewed, edition.region))


def _labels(edition: Edition) -> dict[str, str]:
    """The labels by name; `answers_for` says who the answers are for."""
    parts: tuple[Node, ...] = (edition.labels.common, edition.labels.handout)
    labels = {name: str(label) for part in parts for name, label in part if isinstance(label, Text)}
    audience = "grown_ups" if edition.band.audience == "pupils" else "adults"
    return labels | {"answers_for": labels[f"answers_for_{audience}"]}


def _fillers(edition: Edition) -> tuple[str, ...]:
    """Pictures of the lesson's slides for pages with room, without the ones that stand elsewhere anyway."""
    slides = (getattr(slide, "picture", None) for _, slide in edition.lesson.slides())
    elsewhere = {str(edition.lesson.cover), _calm_picture(edition)}
    return tuple(dict.fromkeys(str(name) for name in slides if name is not None and str(name) not in elsewhere))


def _pictures(edition: Edition) -> set[str]:
    """Every picture that some page shows."""
    lesson = edition.lesson
    taught = (edition.words[word].picture for word in lesson.words)
    asked = (
        picture
        for question in lesson.quiz.questions
        for picture in (
            question.picture,
            *(getattr(option, "picture", None) for option in getattr(question, "options", ())),
        )
    )
    drawn = (getattr(sheet, "picture", None) for sheet in lesson.worksheet.sheets)
    named = (lesson.cover, _calm_picture(edition), *taught, *asked, *drawn)
    return {str(name) for name in named if name is not None} | set(_fillers(edition))
