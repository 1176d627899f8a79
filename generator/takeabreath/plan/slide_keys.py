"""Keys by which slides are known again in a later version of their deck, and in a teacher's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from takeabreath.model.lesson import AnySlide, CalmSlide, GroundRulesSlide, HelpSlide, NextSlide, QuizSlide, Step

#: What stands on these is the same whatever their title; a lesson mostly has one of each.
_KNOWN_BY_KIND = (GroundRulesSlide, HelpSlide, NextSlide, CalmSlide)


def slide_key(step: Step, slide: AnySlide) -> str:
    """Made of the step, the kind, and the question or the title: never of the place in the deck."""
    parts = [step.kind.value, slide.kind]
    if isinstance(slide, QuizSlide):
        parts.append(str(slide.question))
    elif not isinstance(slide, _KNOWN_BY_KIND):
        parts.append(_plain_letters(slide.title))
    return ".".join(parts)


def unique_keys(keys: Iterable[str]) -> list[str]:
    """The keys, repeated ones numbered from the second on."""
    seen: dict[str, int] = {}
    unique: list[str] = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        unique.append(key if seen[key] == 1 else f"{key}.{seen[key]}")
    return unique


def _plain_letters(title: str) -> str:
    return re.sub(r"[^\w]+", "-", title.casefold()).strip("-")
