"""What the curriculum covers: guidance points, habits and frameworks, band by band, as tables and as rules."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Band, Curriculum, PlacedLesson
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.matrix import Matrix

_NONE = "–"


def coverage(curriculum: Curriculum) -> tuple[Matrix, ...]:
    """Guidance points by band, habits by band, and where each framework has the habits and the ages."""
    bands = [band for band in curriculum.bands.values() if any(_lessons(curriculum, band))]
    columns = tuple(str(band.id) for band in bands)
    points = (
        (str(point), *(_habits_that_teach(curriculum, band, point) for band in bands)) for point in curriculum.guidance
    )
    habits = (
        (f"{habit.number} {habit.id}", *(_minutes(curriculum, band, str(habit.id)) for band in bands))
        for habit in curriculum.habits.values()
    )
    numbers = "The numbers are those of the habits whose lessons teach the point."
    return (
        Matrix("Guidance points", ("point", *columns), tuple(points), (numbers,)),
        Matrix("Habits", ("habit", *columns), tuple(habits), ("The lessons' minutes.",)),
        *_framework_matrices(curriculum),
    )


def coverage_problems(curriculum: Curriculum) -> Iterator[Problem]:
    """Habits without a lesson, guidance points that a whole band leaves out, gaps in frameworks."""
    for band in curriculum.bands.values():
        taught = {str(placed.habit.id) for placed in _lessons(curriculum, band)}
        missing = [habit for habit in curriculum.habits.values() if habit.id not in taught]
        if len(taught) > 1:
            yield from (
                Problem(
                    habit.id.span,
                    ProblemCode.COVERAGE_HABIT,
                    f"the band {band.id} has {len(taught)} lessons, and none for the habit '{habit.id}'",
                    f"Write lessons/{band.id}/{habit.number}-{habit.id}.yaml.",
                )
                for habit in missing
            )
        if not missing and band.all_guidance:
            yield from _guidance_left_out(curriculum, band)
    yield from _framework_gaps(curriculum)


def _guidance_left_out(curriculum: Curriculum, band: Band) -> Iterator[Problem]:
    taught = {str(point) for placed in _lessons(curriculum, band) for point in placed.lesson.teaches}
    for point in curriculum.guidance.values():
        if point.id not in taught:
            message = f"no lesson of the band {band.id} teaches the guidance point '{point.id}'"
            action = "Teach it in one of the lessons, and add its id to their `teaches`."
            yield Problem(point.id.span, ProblemCode.COVERAGE_GUIDANCE, message, action)


def _framework_gaps(curriculum: Curriculum) -> Iterator[Problem]:
    """A framework that has topics has one for every habit; one that has stages, for every band of pupils."""
    for framework in curriculum.frameworks.values():
        gaps = [f"topic for the habit '{habit}'" for habit in curriculum.habits if not any(framework.topics_of(habit))]
        ages = [
            f"stage for the band '{band.id}'"
            for band in curriculum.bands.values()
            if band.audience == "pupils" and framework.stage_of(str(band.id)) is None
        ]
        for gap in (*(gaps if framework.topics else ()), *(ages if framework.stages else ())):
            message = f"{framework.short_name} has no {gap}"
            action = "Add it, or say in `not_checked` what it is and name the nearest."
            yield Problem(framework.id.span, ProblemCode.COVERAGE_FRAMEWORK, message, action)


def _framework_matrices(curriculum: Curriculum) -> Iterator[Matrix]:
    frameworks = curriculum.frameworks.values()
    topics = (
        (str(framework.short_name), str(topic.name), ", ".join(topic.habits))
        for framework in frameworks
        for topic in framework.topics
    )
    unchecked = tuple(f"{framework.short_name}. Not checked: {framework.not_checked}" for framework in frameworks)
    yield Matrix("Frameworks, by topic", ("framework", "topic", "habits"), tuple(topics))
    pupils = [band for band in curriculum.bands.values() if band.audience == "pupils"]
    stages = (
        (str(framework.short_name), *(str(framework.stage_of(str(band.id)) or _NONE) for band in pupils))
        for framework in frameworks
        if framework.stages
    )
    columns = ("framework", *(str(band.id) for band in pupils))
    yield Matrix("Frameworks, by age", columns, tuple(stages), unchecked)


def _habits_that_teach(curriculum: Curriculum, band: Band, point: str) -> str:
    numbers = (str(placed.habit.number) for placed in _lessons(curriculum, band) if point in placed.lesson.teaches)
    return " ".join(numbers) or _NONE


def _minutes(curriculum: Curriculum, band: Band, habit: str) -> str:
    minutes = (str(placed.lesson.minutes) for placed in _lessons(curriculum, band) if placed.habit.id == habit)
    return next(minutes, _NONE)


def _lessons(curriculum: Curriculum, band: Band) -> Iterator[PlacedLesson]:
    return (placed for placed in curriculum.lessons if placed.band.id == band.id)
