"""Finds the lesson that a notebook asks for, in the content that travels with the package or lies at hand."""

from __future__ import annotations

from collections.abc import Iterable

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.content.location import find_content
from takeabreath.model.curriculum import Edition


def edition_for(lesson: str, language: str, region: str) -> Edition:
    """The edition; raises ValueError for a name that is not in the content."""
    curriculum = load_curriculum(find_content())
    lessons = {placed.id: placed for placed in curriculum.lessons}
    _known("lesson", lesson, lessons)
    _known("language", language, curriculum.labels)
    _known("region", region, curriculum.regions)
    return edition_of(curriculum, lessons[lesson], language=language, region=region)


def _known(what: str, name: str, names: Iterable[str]) -> None:
    if name not in names:
        raise ValueError(f"There is no {what} {name!r}. Choose one of: {', '.join(names)}.")
