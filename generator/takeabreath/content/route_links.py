"""What routes and pages name: lessons, questions and bands that must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from takeabreath.content.route_lesson import question_ids
from takeabreath.content.validate import did_you_mean
from takeabreath.model.curriculum import Curriculum, PlacedRoute
from takeabreath.model.lesson import Lesson, QuizSlide
from takeabreath.model.quiz import VoteQuestion
from takeabreath.model.route import LessonPart, OwnPart
from takeabreath.model.text import Text
from takeabreath.problems import Problem, ProblemCode


def route_problems(curriculum: Curriculum, placed: PlacedRoute) -> Iterator[Problem]:
    """Habits without a lesson in the route's band, steps that a lesson lacks, and questions that nobody asks."""
    way = placed.way
    lessons = {str(lesson.habit.id): lesson.lesson for lesson in curriculum.lessons if lesson.band.id == placed.band.id}
    parts = [part for part in way.parts if isinstance(part, LessonPart)]
    for habit in (way.home_card, way.closing, *(part.habit for part in parts), *(q.habit for q in way.questions)):
        if habit in curriculum.habits and habit not in lessons:
            message = f"the band {placed.band.id} has no lesson for the habit '{habit}'"
            yield Problem(habit.span, ProblemCode.ID_UNKNOWN, message, did_you_mean(habit, lessons))
    for part in parts:
        yield from _steps_there(part, lessons)
    yield from _questions_there(placed, lessons)


def _steps_there(part: LessonPart, lessons: Mapping[str, Lesson]) -> Iterator[Problem]:
    lesson = lessons.get(str(part.habit))
    if lesson is None:
        return
    kinds = {str(step.kind) for step in lesson.steps}
    for kind in part.steps:
        if kind not in kinds:
            message = f"the lesson '{part.habit}' has no step '{kind}'"
            yield Problem(part.source_span, ProblemCode.ID_UNKNOWN, message, did_you_mean(str(kind), kinds))


def _questions_there(placed: PlacedRoute, lessons: Mapping[str, Lesson]) -> Iterator[Problem]:
    way, known = placed.way, question_ids(placed.way, lessons)
    for entry in way.questions:
        of_lesson = [str(q.id) for q in lessons[entry.habit].quiz.questions] if entry.habit in lessons else []
        if of_lesson and entry.question not in of_lesson:
            yield _no_question(entry.question, of_lesson)
    slides = [slide for part in way.parts if isinstance(part, OwnPart) for slide in part.step.slides]
    for slide in slides:
        if isinstance(slide, QuizSlide):
            question = known.get(str(slide.question))
            if question is None:
                yield _no_question(slide.question, known)
            elif not isinstance(question, VoteQuestion):
                message = f"a slide cannot ask '{slide.question}', which is of the kind {question.kind}"
                action = "Name a question to vote on, such as one of the kind choose-one."
                yield Problem(slide.question.span, ProblemCode.QUIZ_SLIDE, message, action)


def _no_question(name: Text, known: Iterable[str]) -> Problem:
    return Problem(name.span, ProblemCode.ID_UNKNOWN, f"there is no question '{name}'", did_you_mean(name, known))
