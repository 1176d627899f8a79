"""The quiz of a lesson as the engine reads it: every text filled in, every picture and label with it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.fill import fill
from takeabreath.model.lesson import CalmSlide
from takeabreath.model.text import Text
from takeabreath.plan.quiz_look import look_of
from takeabreath.plan.quiz_questions import QuizQuestion, plan_question
from takeabreath.plan.services import ServiceCard, service_cards


@dataclass(frozen=True, slots=True)
class QuizPicture:
    """A picture as a data URI, so that a page needs no other file."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class QuizClosing:
    """The closing elements; `calm_picture` is what to breathe with, where the lesson's last slide has one."""

    not_your_fault: str
    tell: str
    what_happens_next: tuple[str, ...]
    calm: str
    calm_picture: str | None
    services: tuple[ServiceCard, ...]


@dataclass(frozen=True, slots=True)
class QuizPage:
    """All of one quiz. `words` are labels by name, `look` is the theme by name, `notices` are for adults."""

    lesson_id: str
    source_file: str
    band: str
    habit: str
    audience: str
    language: str
    course: str
    title: str
    strap: str
    intro: str
    cover: str
    finish: str
    read_aloud: bool
    questions: tuple[QuizQuestion, ...]
    closing: QuizClosing
    notices: tuple[str, ...]
    pictures: dict[str, QuizPicture]
    words: dict[str, str]
    look: dict[str, str]


def plan_quiz(edition: Edition) -> QuizPage:
    """The quiz with the closing elements; adults also get the notices about checking before use."""
    lesson, region = edition.lesson, edition.region
    questions = tuple(plan_question(question, edition) for question in lesson.quiz.questions)
    closing = _closing(edition)
    used = {str(lesson.cover), closing.calm_picture, *_pictures_of(questions)}
    return QuizPage(
        lesson_id=edition.lesson_id,
        source_file=edition.source_file,
        band=str(edition.band.id),
        habit="" if edition.habit is None else str(edition.habit.id),
        audience=edition.band.audience,
        language=edition.language,
        course=str(edition.course.title),
        title=fill(lesson.title, region),
        strap=fill(lesson.strap, region),
        intro=fill(lesson.quiz.intro, region),
        cover=str(lesson.cover),
        finish=fill(lesson.quiz.finish, region),
        read_aloud=edition.band.read_aloud,
        questions=questions,
        closing=closing,
        notices=_notices(edition),
        pictures={key: _picture(edition.pictures[key]) for key in sorted(edition.pictures) if key in used},
        words=_words(edition),
        look=look_of(edition.band),
    )


def quiz_form(page: QuizPage) -> dict[str, Any]:
    """The page as plain JSON values: what the engine gets, in a page or in a notebook."""
    return asdict(page)


def _words(edition: Edition) -> dict[str, str]:
    labels = edition.labels
    named = (*labels.common, *labels.quiz)
    words = {name: str(label) for name, label in named if isinstance(label, Text)}
    if edition.band.audience != "pupils":
        words["talk_about"] = words["think_about"]
    return words


def _closing(edition: Edition) -> QuizClosing:
    closing, region = edition.lesson.closing, edition.region
    return QuizClosing(
        not_your_fault=fill(closing.not_your_fault, region),
        tell=fill(closing.tell, region),
        what_happens_next=tuple(fill(text, region) for text in closing.what_happens_next),
        calm=fill(closing.calm, region),
        calm_picture=next(
            (str(slide.picture) for _, slide in edition.lesson.slides() if isinstance(slide, CalmSlide)), None
        ),
        services=service_cards(edition),
    )


def _notices(edition: Edition) -> tuple[str, ...]:
    if edition.band.audience == "pupils":
        return ()
    return str(edition.course.reviewed), fill(edition.region.check_before_use, edition.region)


def _pictures_of(questions: tuple[QuizQuestion, ...]) -> Iterator[str | None]:
    for question in questions:
        yield question.picture
        yield from (option.picture for option in question.options)
        yield from (scene.picture for scene in question.scenes)


def _picture(picture: Picture) -> QuizPicture:
    return QuizPicture(f"data:image/svg+xml;base64,{b64encode(picture.svg).decode('ascii')}", str(picture.alt))
