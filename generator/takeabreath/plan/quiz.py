"""The quiz of a lesson as the engine reads it: every text filled in, every picture and label with it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.fill import fill
from takeabreath.model.lesson import CalmSlide
from takeabreath.model.quiz import (
    AnyQuestion,
    ByLevel,
    ChooseMany,
    ChooseOne,
    Feelings,
    Level,
    PutInOrder,
    TrueFalse,
)
from takeabreath.model.text import Text
from takeabreath.plan.services import ServiceCard, service_cards

#: The level of an answer that nobody can get right or not right, such as a feeling.
HEARD = "heard"


@dataclass(frozen=True, slots=True)
class QuizOption:
    """A choice, a tick or a step. Of ticks, those that belong are `got-it`; steps have neither level nor feedback."""

    text: str
    level: str = ""
    feedback: str = ""
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class WholeFeedback:
    """Feedback on an answer as a whole, for the kinds that have several parts to an answer."""

    got_it: str
    nearly: str
    look_again: str


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question of any kind. The steps of `put-in-order` stand here in the right order; the engine mixes them."""

    id: str
    kind: str
    stem: str
    hint: str
    talk_about: str
    picture: str | None
    options: tuple[QuizOption, ...]
    feedback: WholeFeedback | None = None


@dataclass(frozen=True, slots=True)
class QuizPicture:
    """A picture as a data URI, so that a page needs no other file."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class QuizClosing:
    not_your_fault: str
    tell: str
    what_happens_next: tuple[str, ...]
    calm: str
    calm_picture: str | None
    services: tuple[ServiceCard, ...]


@dataclass(frozen=True, slots=True)
class QuizPage:
    """All of one quiz. `words` are labels by name; `type_scale` is how much larger than plain text the band reads."""

    lesson_id: str
    source_file: str
    band: str
    language: str
    course: str
    title: str
    strap: str
    intro: str
    cover: str | None
    finish: str
    read_aloud: bool
    type_scale: float
    questions: tuple[QuizQuestion, ...]
    closing: QuizClosing
    notices: tuple[str, ...]
    pictures: dict[str, QuizPicture]
    words: dict[str, str]


def plan_quiz(edition: Edition) -> QuizPage:
    """The quiz with the closing elements; adults also get the notices about checking before use."""
    lesson = edition.lesson
    questions = tuple(_question(question, edition) for question in lesson.quiz.questions)
    closing = _closing(edition)
    used = {str(lesson.cover), closing.calm_picture, *_pictures_of(questions)}
    return QuizPage(
        lesson_id=edition.lesson_id,
        source_file=edition.source_file,
        band=str(edition.band.id),
        language=edition.language,
        course=str(edition.course.title),
        title=fill(lesson.title, edition.region),
        strap=fill(lesson.strap, edition.region),
        intro=fill(lesson.quiz.intro, edition.region),
        cover=str(lesson.cover) if lesson.cover in edition.pictures else None,
        finish=fill(lesson.quiz.finish, edition.region),
        read_aloud=edition.band.read_aloud,
        type_scale=max(1.0, edition.band.slides.type_pt / 24),
        questions=questions,
        closing=closing,
        notices=_notices(edition),
        pictures={key: _picture(edition.pictures[key]) for key in sorted(edition.pictures) if key in used},
        words=quiz_words(edition),
    )


def quiz_form(page: QuizPage) -> dict[str, Any]:
    """The page as plain JSON values: what the engine gets, in a page or in a notebook."""
    return asdict(page)


def paper_order(question: QuizQuestion) -> tuple[QuizOption, ...]:
    """The options as they stand where nothing can be moved: steps by their letters, never in the right order."""
    if question.kind != "put-in-order":
        return question.options
    steps = tuple(sorted(question.options, key=lambda option: option.text))
    return (*steps[1:], steps[0]) if steps == question.options else steps


def quiz_words(edition: Edition) -> dict[str, str]:
    """The labels that quiz and notebook use, by name; `adults` sets the heading of the words for talking."""
    labels = edition.labels
    words = {name: str(label) for part in (labels.common, labels.quiz) for name, label in part if isinstance(label, Text)}
    if edition.band.audience != "pupils":
        words["talk_about"] = words["think_about"]
    return words


def _question(question: AnyQuestion, edition: Edition) -> QuizQuestion:
    def says(text: Text) -> str:
        return fill(text, edition.region)

    return QuizQuestion(
        id=str(question.id),
        kind=question.kind,
        stem=says(question.stem),
        hint=says(question.hint),
        talk_about=says(question.talk_about),
        picture=_known(question.picture, edition),
        options=tuple(_options(question, edition)),
        feedback=_whole(question.feedback, edition) if isinstance(question, ChooseMany | PutInOrder) else None,
    )


def _options(question: AnyQuestion, edition: Edition) -> Iterator[QuizOption]:
    def says(text: Text) -> str:
        return fill(text, edition.region)

    match question:
        case ChooseOne(options=options):
            for one in options:
                yield QuizOption(says(one.text), one.level.value, says(one.feedback), _known(one.picture, edition))
        case Feelings(options=feelings):
            for feeling in feelings:
                yield QuizOption(says(feeling.text), HEARD, says(feeling.feedback), _known(feeling.picture, edition))
        case ChooseMany(options=ticks):
            for tick in ticks:
                yield QuizOption(says(tick.text), _level(right=tick.belongs), says(tick.feedback))
        case PutInOrder(steps=steps):
            for step in steps:
                yield QuizOption(says(step))
        case TrueFalse():
            words = edition.labels.common
            yield QuizOption(str(words.true), _level(right=question.true), says(question.if_true))
            yield QuizOption(str(words.myth), _level(right=not question.true), says(question.if_false))


def _level(*, right: bool) -> str:
    return (Level.GOT_IT if right else Level.LOOK_AGAIN).value


def _whole(feedback: ByLevel, edition: Edition) -> WholeFeedback:
    texts = (feedback.got_it, feedback.nearly, feedback.look_again)
    return WholeFeedback(*(fill(text, edition.region) for text in texts))


def _closing(edition: Edition) -> QuizClosing:
    closing, region = edition.lesson.closing, edition.region
    calm = next((slide.picture for _, slide in edition.lesson.slides() if isinstance(slide, CalmSlide)), None)
    return QuizClosing(
        not_your_fault=fill(closing.not_your_fault, region),
        tell=fill(closing.tell, region),
        what_happens_next=tuple(fill(text, region) for text in closing.what_happens_next),
        calm=fill(closing.calm, region),
        calm_picture=_known(calm, edition),
        services=service_cards(edition),
    )


def _notices(edition: Edition) -> tuple[str, ...]:
    if edition.band.audience == "pupils":
        return ()
    return str(edition.course.reviewed), fill(edition.region.check_before_use, edition.region)


def _known(picture: Text | None, edition: Edition) -> str | None:
    return str(picture) if picture is not None and picture in edition.pictures else None


def _pictures_of(questions: tuple[QuizQuestion, ...]) -> Iterator[str | None]:
    for question in questions:
        yield question.picture
        yield from (option.picture for option in question.options)


def _picture(picture: Picture) -> QuizPicture:
    return QuizPicture(f"data:image/svg+xml;base64,{b64encode(picture.svg).decode('ascii')}", str(picture.alt))
