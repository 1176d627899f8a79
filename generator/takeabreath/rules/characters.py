"""Characters that can be printed: those of the body font that travels with the package."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from takeabreath.model.curriculum import Curriculum
from takeabreath.model.text import Node
from takeabreath.model.walk import leaves
from takeabreath.problems import Problem, ProblemCode
from takeabreath.theme.theme import FONTS_DIR

#: Both our fonts have these; other characters are looked up.
_COMMON = re.compile(r"[^ -~\u00a0-\u00ff–—‘’“”…]")


def unprintable(curriculum: Curriculum) -> Iterator[Problem]:
    """Texts with a character that would stop the printing of a handout, such as an emoji."""
    printed = [view for labels in curriculum.labels.values() for view in (labels.common, labels.handout)]
    shared = (curriculum.course, *curriculum.regions.values(), *printed)
    entries = (curriculum.guidance, curriculum.bands, curriculum.habits, curriculum.words)
    nodes = (*shared, *(entry for kind in entries for entry in kind.values()), *_taught(curriculum))
    for node in nodes:
        for leaf in leaves(node):
            for character in _COMMON.findall(leaf.text):
                if ord(character) not in _printable():
                    name = unicodedata.name(character, "a sign without a name").lower()
                    message = f"'{character}' ({name}) is not in the fonts that print the handouts"
                    yield Problem(leaf.text.span, ProblemCode.TEXT_CHARACTER, message, "Use words, or a picture.")


def _taught(curriculum: Curriculum) -> Iterator[Node]:
    yield from (placed.lesson for placed in curriculum.lessons)
    yield from {placed.route_id: placed.route for placed in curriculum.routes}.values()
    yield from {placed.page_id: placed.page for placed in curriculum.pages}.values()
    yield from curriculum.survey


@cache
def _printable() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(FONTS_DIR / "Andika-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
