"""Text against its ground, where the file tells both."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.colours import Paint, Palette, palette_of
from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.grounds import Grounds
from takeabreath.doctor.markup import A
from takeabreath.doctor.shapes import Shape
from takeabreath.doctor.type_look import ParagraphLook, RunLook, cell_looks, paragraph_looks
from takeabreath.doctor.wording import quoted
from takeabreath.theme.theme import LEAST_CONTRAST, contrast

#: WCAG 2.2, 1.4.3: large type may stand out less; from 18 points, or from 14 in bold.
LEAST_CONTRAST_OF_LARGE = 3.0
_LARGE, _LARGE_BOLD = 18, 14
_MOST_CELLS = 400


def check_contrast(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        palette = palette_of(deck, slide)
        grounds = Grounds(slide, palette)
        for shape in slide.shapes:
            if shape.kind == "table":
                yield from _table(deck, slide, shape, palette)
            elif shape.text and not shape.is_furniture:
                looks = paragraph_looks(deck, slide, shape, palette)
                yield from _judged(slide, looks, grounds.behind(shape))


def _table(deck: Deck, slide: Slide, shape: Shape, palette: Palette) -> Iterator[Finding]:
    for _, cell in zip(range(_MOST_CELLS), shape.element.iter(f"{A}tc"), strict=False):
        own = palette.paint(cell.find(f"{A}tcPr"))
        looks = cell_looks(deck, cell, palette)
        if own is not None and not own.is_clear and any(run.colour for look in looks for run in look.runs):
            yield from _judged(slide, looks, own)


def _judged(slide: Slide, looks: list[ParagraphLook], ground: Paint) -> Iterator[Finding]:
    """At most one finding a shape: its worst."""
    runs = [run for look in looks for run in look.runs if run.text.strip()]
    found = [finding for run in runs for finding in _judge(slide, run, ground)]
    order = (Fault.CONTRAST_LOW, Fault.CONTRAST_PARTLY, Fault.CONTRAST_UNKNOWN)
    yield from sorted(found, key=lambda finding: order.index(finding.fault))[:1]


def _judge(slide: Slide, run: RunLook, ground: Paint) -> Iterator[Finding]:
    text = quoted(run.text)
    if run.colour is None:
        yield Finding(Fault.CONTRAST_UNKNOWN, slide.number, f"{text} (the colour of the text)")
        return
    ratios = [contrast(run.colour, colour) for colour in ground.colours]
    least = least_contrast(run)
    poor = [ratio for ratio in ratios if ratio < least]
    if poor and len(poor) == len(ratios) and not ground.unknown:
        says = f"{text}: {max(poor):.1f} to 1, where {least:g} to 1 is needed"
        yield Finding(Fault.CONTRAST_LOW, slide.number, says)
    elif ground.unknown or not ratios:
        yield Finding(Fault.CONTRAST_UNKNOWN, slide.number, text)
    elif poor:
        yield Finding(Fault.CONTRAST_PARTLY, slide.number, f"{text}: {min(poor):.1f} to 1 in the worst place")


def least_contrast(run: RunLook) -> float:
    """What this type needs to be read."""
    large = run.size >= (_LARGE_BOLD if run.bold else _LARGE)
    return LEAST_CONTRAST_OF_LARGE if large else LEAST_CONTRAST
