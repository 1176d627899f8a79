"""What there is to build, as a person reads it: lessons and routes by band, and pages."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Curriculum, PlacedLesson, PlacedRoute


def listing(curriculum: Curriculum) -> str:
    """Names as the commands take them, each with its title; routes name the bands that take them."""
    return "\n".join(_lines(curriculum))


def _lines(curriculum: Curriculum) -> Iterator[str]:
    yield "Lessons (build --lesson NAME)"
    yield from (_taught(placed, str(placed.lesson.title)) for placed in curriculum.lessons)
    if curriculum.routes:
        yield from ("", "Routes (build --lesson NAME, or pack --route ROUTE --band BAND)")
        for name in dict.fromkeys(route.route_id for route in curriculum.routes):
            ways = [route for route in curriculum.routes if route.route_id == name]
            yield f"  {name}: {ways[0].route.name}"
            yield from ("  " + _taught(way, str(way.way.title)) for way in ways)
    if curriculum.pages:
        yield from ("", "Pages (build --lesson NAME)")
        yield from (f"  {page.name:<34} {page.page.title}" for page in curriculum.pages)


def _taught(placed: PlacedLesson | PlacedRoute, title: str) -> str:
    minutes = placed.lesson.minutes if isinstance(placed, PlacedLesson) else placed.way.minutes
    return f"  {placed.id:<26} {minutes:>3} min  {title}"
