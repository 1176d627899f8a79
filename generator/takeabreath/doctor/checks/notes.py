"""Speaker notes: whether every slide has some."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.shapes import read_shapes


def check_notes(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        if not slide.hidden and not _has_notes(deck, slide):
            yield Finding(Fault.NOTES_MISSING, slide.number)


def _has_notes(deck: Deck, slide: Slide) -> bool:
    if slide.notes is None:
        return False
    shapes = read_shapes(deck.package.tree(slide.notes))
    return any(shape.text for shape in shapes if shape.placeholder is None or shape.placeholder.type == "body")
