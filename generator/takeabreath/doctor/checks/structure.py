"""Titles, reading order, empty boxes, names: how somebody finds the way without seeing the slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.shapes import Shape
from takeabreath.doctor.wording import quoted

_MAY_BE_EMPTY = frozenset({"sldNum", "ftr", "dt", "hdr"})
#: How far below another, as a share of its height, a text may begin and still count as beside it.
_BESIDE = 0.2


def check_structure(deck: Deck) -> Iterator[Finding]:
    yield from _titles(deck)
    for slide in deck.slides:
        if not any(
            shape.text or shape.alt or shape.kind == "table" for shape in slide.shapes if not shape.is_furniture
        ):
            yield Finding(Fault.NOTHING_TO_READ, slide.number)
        yield from _order(slide)
        yield from _empty(slide)
        yield from _names(slide)


def _titles(deck: Deck) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for slide in deck.slides:
        title = slide.title
        if not title:
            yield Finding(Fault.TITLE_MISSING, slide.number)
        elif title.casefold() in seen:
            yield Finding(Fault.TITLE_DOUBLED, slide.number, f"{quoted(title)}, as slide {seen[title.casefold()]}")
        seen.setdefault(title.casefold(), slide.number)


def _order(slide: Slide) -> Iterator[Finding]:
    read = [shape for shape in slide.shapes if shape.text and not shape.is_furniture]
    late = next((place for place, shape in enumerate(read) if shape.is_title), 0)
    if late:
        yield Finding(Fault.ORDER_TITLE_LATE, slide.number, f"{quoted(read[0].text)} comes before it")
    rest = [shape for shape in read if not shape.is_title and not _is_overline(slide, shape)]
    jump = next((pair for pair in pairwise(rest) if _stands_above(pair[1], pair[0])), None)
    if jump:
        yield Finding(Fault.ORDER_JUMPS, slide.number, f"{quoted(jump[0].text)} is read before {quoted(jump[1].text)}")


def _is_overline(slide: Slide, shape: Shape) -> bool:
    """A line over the title, such as the course's name, may be read whenever."""
    title = next((one for one in slide.shapes if one.is_title), None)
    return bool(title and title.frame and shape.frame and shape.frame.bottom <= title.frame.top)


def _stands_above(upper: Shape, lower: Shape) -> bool:
    """Whether one text stands over the other, in the same column."""
    if upper.frame is None or lower.frame is None:
        return False
    in_column = min(upper.frame.right, lower.frame.right) - max(upper.frame.left, lower.frame.left)
    narrower = min(upper.frame.width, lower.frame.width)
    return in_column > narrower / 2 and upper.frame.bottom - _BESIDE * upper.frame.height <= lower.frame.top


def _empty(slide: Slide) -> Iterator[Finding]:
    for shape in slide.shapes:
        place = shape.placeholder
        if place and place.type not in _MAY_BE_EMPTY and shape.kind == "text" and not shape.text and not place.is_title:
            yield Finding(Fault.PLACEHOLDER_EMPTY, slide.number, quoted(shape.name))


def _names(slide: Slide) -> Iterator[Finding]:
    counts = Counter(shape.name for shape in slide.shapes if shape.name)
    for name, count in counts.items():
        if count > 1:
            yield Finding(Fault.NAMES_DOUBLED, slide.number, f"{count} times {quoted(name)}")
