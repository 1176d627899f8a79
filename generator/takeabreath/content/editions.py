"""What views are made of: a lesson, a band, a route or a page, with everything that they need."""

from __future__ import annotations

from typing import Any

from takeabreath.content.route_lesson import route_lesson
from takeabreath.model.curriculum import (
    Band,
    BandEdition,
    Curriculum,
    Edition,
    PageEdition,
    PlacedLesson,
    PlacedPage,
    PlacedRoute,
    RouteEdition,
)
from takeabreath.model.print_style import PrintStyle


def edition_of(
    curriculum: Curriculum, placed: PlacedLesson, language: str, region: str, style: PrintStyle | None = None
) -> Edition:
    """A lesson with all that its views need; raises KeyError for a language or region without content.

    Without a style it is printed plainly, on the region's own paper.
    """
    return Edition(
        **_setting(curriculum, placed.band, language, region, style),
        habit=placed.habit,
        lesson=placed.lesson,
        lesson_id=placed.id,
        source_file=placed.file,
    )


def band_edition_of(
    curriculum: Curriculum, band: Band, language: str, region: str, style: PrintStyle | None = None
) -> BandEdition:
    """A band with its lessons; raises KeyError like `edition_of`."""
    setting = _setting(curriculum, band, language, region, style)
    return BandEdition(**setting, lessons=_lessons(curriculum, band, language, region, style))


def route_edition_of(
    curriculum: Curriculum, placed: PlacedRoute, language: str, region: str, style: PrintStyle | None = None
) -> RouteEdition:
    """A route with its steps as one lesson; raises KeyError like `edition_of`."""
    setting = _setting(curriculum, placed.band, language, region, style)
    by_habit = {
        str(lesson.habit.id): edition_of(curriculum, lesson, language, region, style)
        for lesson in curriculum.lessons
        if lesson.band.id == placed.band.id
    }
    lessons = {habit: edition.lesson for habit, edition in by_habit.items()}
    return RouteEdition(
        **setting,
        route=placed.route,
        way=placed.way,
        whole=Edition(
            **setting,
            habit=None,
            lesson=route_lesson(placed.route, placed.way, curriculum.habits, lessons),
            lesson_id=placed.id,
            source_file=placed.file,
        ),
        lessons=tuple(by_habit[habit] for habit in placed.way.habits()),
    )


def page_edition_of(
    curriculum: Curriculum, placed: PlacedPage, language: str, region: str, style: PrintStyle | None = None
) -> PageEdition:
    """A page with the lessons that it is about; raises KeyError like `edition_of`."""
    about = () if placed.about is None else _lessons(curriculum, placed.about, language, region, style)
    return PageEdition(
        **_setting(curriculum, placed.readers, language, region, style),
        page=placed.page,
        page_id=placed.page_id,
        source_file=placed.file,
        about=placed.about,
        lessons=about,
    )


def _lessons(
    curriculum: Curriculum, band: Band, language: str, region: str, style: PrintStyle | None
) -> tuple[Edition, ...]:
    return tuple(
        edition_of(curriculum, placed, language, region, style)
        for placed in curriculum.lessons
        if placed.band.id == band.id
    )


def _setting(
    curriculum: Curriculum, band: Band, language: str, region: str, style: PrintStyle | None
) -> dict[str, Any]:
    return {
        "course": curriculum.course,
        "band": band,
        "habits": curriculum.habits,
        "guidance": curriculum.guidance,
        "words": curriculum.words,
        "pictures": curriculum.pictures,
        "facts": curriculum.facts,
        "frameworks": curriculum.frameworks,
        "region": curriculum.regions[region],
        "region_id": region,
        "labels": curriculum.labels[language],
        "language": language,
        "style": style or PrintStyle(curriculum.regions[region].paper),
        "survey": curriculum.survey,
    }
