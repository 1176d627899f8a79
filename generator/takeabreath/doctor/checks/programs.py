"""Traps of other programs: what opens in PowerPoint, and elsewhere not, or not as it was."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import ASVG, A, P, R, is_element, local_name
from takeabreath.doctor.shapes import Shape
from takeabreath.doctor.wording import quoted

_SHAPE_OF_SIZE = {"screen4x3": 4 / 3, "screen16x9": 16 / 9, "screen16x10": 16 / 10}
_WIDE = 16 / 9
_FREE = frozenset({"", "custom"})
_NOT_EVERYWHERE = (".emf", ".wmf", ".tif", ".tiff", ".wdp", ".jxr")


def check_programs(deck: Deck) -> Iterator[Finding]:
    yield from _keynote(deck)
    if deck.presentation.find(f"{P}embeddedFontLst/{P}embeddedFont") is not None:
        yield Finding(Fault.FONTS_EMBEDDED)
    for slide in deck.slides:
        yield from _slides_elsewhere(slide)


def _keynote(deck: Deck) -> Iterator[Finding]:
    if notes_master_relation(deck) and not is_notes_master_listed(deck):
        yield Finding(Fault.KEYNOTE_NOTES)
    for slide in deck.slides:
        if slide.notes and deck.package.related(slide.notes, "notesMaster") is None:
            yield Finding(Fault.KEYNOTE_NOTES_LOST, slide.number)
    if size_contradicts(deck):
        size = f"{deck.width:.0f} x {deck.height:.0f} pt"
        yield Finding(Fault.KEYNOTE_SIZE, detail=f"it is {size}, and says {quoted(_size_name(deck))}")
    if any(relation.kind == "printerSettings" for relation in deck.package.relations(deck.main).values()):
        yield Finding(Fault.KEYNOTE_PRINTER)


def notes_master_relation(deck: Deck) -> str | None:
    """The id of the relation to the deck's notes master."""
    relations = deck.package.relations(deck.main).values()
    return next((relation.id for relation in relations if relation.kind == "notesMaster"), None)


def is_notes_master_listed(deck: Deck) -> bool:
    """Whether the notes master is listed, and before the slides."""
    names = [local_name(child) for child in deck.presentation if is_element(child)]
    before = names[: names.index("notesMasterIdLst")] if "notesMasterIdLst" in names else None
    return before is not None and not {"sldIdLst", "sldSz", "notesSz"} & set(before)


def size_contradicts(deck: Deck) -> bool:
    """Whether the slide size has a name that means another shape of slide."""
    name = _size_name(deck)
    if name in _FREE or deck.height <= 0:
        return False
    ratio = deck.width / deck.height
    return abs(ratio - _SHAPE_OF_SIZE[name]) > 0.02 if name in _SHAPE_OF_SIZE else abs(ratio - _WIDE) < 0.01


def _size_name(deck: Deck) -> str:
    size = deck.presentation.find(f"{P}sldSz")
    return "" if size is None else str(size.get("type", ""))


def _slides_elsewhere(slide: Slide) -> Iterator[Finding]:
    for shape in slide.shapes:
        name = quoted(shape.name)
        if shape.kind == "media":
            yield Finding(Fault.MEDIA_INSIDE, slide.number, name)
        elif shape.kind == "object":
            yield Finding(Fault.OBJECT_INSIDE, slide.number, name)
        for fault in _pictures(slide, shape):
            yield Finding(fault, slide.number, name)


def _pictures(slide: Slide, shape: Shape) -> Iterator[Fault]:
    if shape.kind in {"group", "object"}:
        return
    for blip in shape.element.iter(f"{A}blip"):
        shown = _target(slide, blip.get(f"{R}embed"))
        drawn = any(_target(slide, svg.get(f"{R}embed")) for svg in blip.iter(f"{ASVG}svgBlip"))
        if shown.endswith(".svg") or (drawn and not shown):
            yield Fault.SVG_ALONE
        elif shown.endswith(_NOT_EVERYWHERE) and not drawn:
            yield Fault.PICTURE_FORMAT


def _target(slide: Slide, relation: str | None) -> str:
    found = slide.relations.get(relation or "")
    return "" if found is None or found.external else found.target.lower()
