"""The steps of a route as one lesson, so that every view of a lesson is a view of a route too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from takeabreath.model.curriculum import Habit
from takeabreath.model.lesson import (
    Adaptations,
    AnySlide,
    Closing,
    ClosingSlide,
    Lesson,
    PictureSlide,
    QuizSlide,
    Step,
    StepKind,
    Worksheet,
)
from takeabreath.model.quiz import AnyQuestion
from takeabreath.model.route import BandRoute, LessonPart, Route
from takeabreath.model.text import Text

T = TypeVar("T")


def route_lesson(route: Route, way: BandRoute, habits: Mapping[str, Habit], lessons: Mapping[str, Lesson]) -> Lesson:
    """The route's steps and what belongs to them, from the lessons by habit.

    Raises KeyError for a lesson that is not there; linking has found those before.
    """
    used = [lessons[habit] for habit in way.habits()]
    home_card, closing = lessons[str(way.home_card)], lessons[str(way.closing)]
    steps = tuple(_steps(route, way, habits, lessons))
    return Lesson(
        source_span=way.source_span,
        title=way.title,
        strap=way.strap,
        objective=way.objective,
        objective_seen=way.objective_seen,
        summary=way.summary,
        teaches=_each(used, lambda lesson: lesson.teaches),
        facts=_each(used, lambda lesson: lesson.facts),
        cover=way.cover or closing.cover,
        content_note=way.content_note,
        before=way.before,
        materials=tuple(entry.item for entry in route.kit),
        words=_each(used, lambda lesson: lesson.words),
        steps=steps,
        closing=closing.closing,
        do_not_say=_each(used, lambda lesson: lesson.do_not_say),
        likely_questions=_each(used, lambda lesson: lesson.likely_questions),
        adaptations=_adaptations(used),
        extension=closing.extension,
        worksheet=_worksheet(way, lessons) or closing.worksheet,
        take_home=home_card.take_home,
        quiz=closing.quiz.model_copy(update={"questions": tuple(_questions(way, steps, lessons))}),
    )


def question_ids(way: BandRoute, lessons: Mapping[str, Lesson]) -> dict[str, AnyQuestion]:
    """The questions of the route's lessons by the names that they have in the route, such as `spot-first-gift`."""
    return {
        f"{habit}-{question.id}": question
        for habit in way.habits()
        if habit in lessons
        for question in lessons[habit].quiz.questions
    }


def _each(lessons: Iterable[Lesson], of: Callable[[Lesson], Iterable[T]]) -> tuple[T, ...]:
    """What the lessons have, each once, in order."""
    found: dict[object, T] = {}
    for entry in chain.from_iterable(of(lesson) for lesson in lessons):
        found.setdefault(entry if isinstance(entry, str) else id(entry), entry)  # whole entries differ by their places
    return tuple(found.values())


def _steps(route: Route, way: BandRoute, habits: Mapping[str, Habit], lessons: Mapping[str, Lesson]) -> Iterator[Step]:
    for part in way.parts:
        if not isinstance(part, LessonPart):
            yield part.step
            continue
        lesson, habit = lessons[str(part.habit)], habits[str(part.habit)]
        taken = [step for step in lesson.steps if not part.steps or step.kind in part.steps]
        for number, step in enumerate(taken):
            slides = tuple(_at_home(slide, str(part.habit), lesson.closing) for slide in step.slides)
            if not route.meetings:
                yield step.model_copy(update={"slides": slides})
                continue
            title = Text(f"{habit.name}: {step.title}", step.title.span)
            opening = (_opening(lesson),) if number == 0 else ()
            yield step.model_copy(update={"title": title, "meeting": habit.name, "slides": (*opening, *slides)})


def _at_home(slide: AnySlide, habit: str, closing: Closing) -> AnySlide:
    """The slide as the route shows it: its question by the route's name, its closing texts those of its own lesson."""
    if isinstance(slide, ClosingSlide):
        return slide.model_copy(update={"own_closing": closing})
    if isinstance(slide, QuizSlide):
        return slide.model_copy(update={"question": Text(f"{habit}-{slide.question}", slide.question.span)})
    return slide


def _opening(lesson: Lesson) -> PictureSlide:
    """The slide with which a meeting begins."""
    return PictureSlide(
        source_span=lesson.title.span, kind="picture", title=lesson.title, picture=lesson.cover, say=(lesson.objective,)
    )


def _adaptations(lessons: list[Lesson]) -> Adaptations:
    return Adaptations(
        source_span=lessons[0].adaptations.source_span,
        support=_each(lessons, lambda lesson: lesson.adaptations.support),
        stretch=_each(lessons, lambda lesson: lesson.adaptations.stretch),
        props=_each(lessons, lambda lesson: lesson.adaptations.props),
    )


def _worksheet(way: BandRoute, lessons: Mapping[str, Lesson]) -> Worksheet | None:
    """The sheets of the lessons whose activity is on the way."""
    active = [
        lessons[str(part.habit)]
        for part in way.parts
        if isinstance(part, LessonPart) and (not part.steps or StepKind.ACTIVITY in part.steps)
    ]
    sheets = _each(active, lambda lesson: lesson.worksheet.sheets)
    return Worksheet(source_span=way.source_span, title=way.title, sheets=sheets) if sheets else None


def _questions(way: BandRoute, steps: tuple[Step, ...], lessons: Mapping[str, Lesson]) -> Iterator[AnyQuestion]:
    known = question_ids(way, lessons)
    asked = [slide.question for step in steps for slide in step.slides if isinstance(slide, QuizSlide)]
    chosen = [f"{entry.habit}-{entry.question}" for entry in way.questions]
    for name in dict.fromkeys([*chosen, *map(str, asked)]):
        question = known[name]
        yield question.model_copy(update={"id": Text(name, question.id.span)})
