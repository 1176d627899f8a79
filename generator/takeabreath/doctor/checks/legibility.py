"""Type size, and whether texts fit: what can be read from the back row."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.colours import Palette, palette_of
from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.fit import height_of, widest_line
from takeabreath.doctor.markup import A, Element, P, whole
from takeabreath.doctor.shapes import EMU_PER_POINT, Frame, Shape, read_shapes
from takeabreath.doctor.type_look import ParagraphLook, body_properties, cell_looks, font_scale, paragraph_looks
from takeabreath.doctor.wording import quoted

#: Points; smaller type is not read from the back of a room.
LEAST_SIZE = 18
#: An estimate may be wrong by this much.
_DOUBT = 1.12
_OVER_THE_EDGE = 0.03
_USUAL_MARGINS = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
#: Measuring takes time; this is more than two hundred full slides.
_MOST_LETTERS = 400_000
_OURS = "Take a Breath"
_TEXTS = frozenset({"title", "ctrTitle", "subTitle", "body"})


def check_legibility(deck: Deck) -> Iterator[Finding]:
    measured = 0
    leasts: dict[str, int] = {}
    for slide in deck.slides:
        palette = palette_of(deck, slide)
        least = leasts.setdefault(slide.master.part, 0) or least_size(deck, slide)
        leasts[slide.master.part] = least
        for shape in slide.shapes:
            looks = _looks(deck, slide, shape, palette)
            measured += sum(len(look.text) for look in looks)
            yield from _size(slide, looks, least)
            if looks and shape.kind == "text" and measured < _MOST_LETTERS:
                yield from _fit(deck, slide, shape, looks)


def least_size(deck: Deck, slide: Slide) -> int:
    """Points: for a deck of ours what its band reads, the least of its layouts; for any other what a room needs."""
    theme = deck.package.related(slide.master.part, "theme")
    if theme is None or deck.package.tree(theme).get("name") != _OURS:
        return LEAST_SIZE
    layouts = [one.target for one in deck.package.relations(slide.master.part).values() if one.kind == "slideLayout"]
    shapes = [shape for part in layouts if part in deck.package for shape in read_shapes(deck.package.tree(part))]
    texts = [shape.element for shape in shapes if shape.placeholder and shape.placeholder.type in _TEXTS]
    sizes = [whole(text.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr"), "sz") for text in texts]
    return max(LEAST_SIZE, min((size // 100 for size in sizes if size), default=LEAST_SIZE))


def _looks(deck: Deck, slide: Slide, shape: Shape, palette: Palette) -> list[ParagraphLook]:
    if shape.kind == "table":
        return [look for cell in list(shape.element.iter(f"{A}tc"))[:400] for look in cell_looks(deck, cell, palette)]
    return [] if shape.is_furniture or not shape.text else paragraph_looks(deck, slide, shape, palette)


def _size(slide: Slide, looks: list[ParagraphLook], least: int) -> Iterator[Finding]:
    small = [run for look in looks for run in look.runs if run.text.strip() and round(run.size, 1) < least]
    if small:
        smallest = min(small, key=lambda run: run.size)
        says = f"{quoted(smallest.text)} is {smallest.size:g} pt; at least {least} pt is needed"
        yield Finding(Fault.TYPE_SMALL, slide.number, says)


def _fit(deck: Deck, slide: Slide, shape: Shape, looks: list[ParagraphLook]) -> Iterator[Finding]:
    if shape.frame is None or shape.frame.width <= 0:
        return
    seen = shape.frame.share_covered_by(Frame(0, 0, deck.width, deck.height))
    if seen <= 0:
        return  # a title may stand off the slide on purpose
    if seen < 1 - _OVER_THE_EDGE:
        yield Finding(Fault.TEXT_OFF_SLIDE, slide.number, quoted(shape.text))
        return
    bodies = body_properties(slide, shape)
    if font_scale(shape) < 1 or _says(bodies, "vert") not in {None, "horz"}:
        return  # what PowerPoint has fitted fits
    if _says(bodies, "wrap") == "none":
        taken, room = widest_line(looks), deck.width
    else:
        taken, room = _height_and_room(deck, shape, shape.frame, bodies, looks)
    if taken > _DOUBT * room:
        says = f"{quoted(shape.text)} takes about {taken:.0f} pt, there are {max(room, 0):.0f}"
        yield Finding(Fault.TEXT_OVERFLOWS, slide.number, says)


def _height_and_room(
    deck: Deck, shape: Shape, frame: Frame, bodies: list[Element], looks: list[ParagraphLook]
) -> tuple[float, float]:
    margins = {name: _margin(bodies, name) for name in _USUAL_MARGINS}
    columns = min(16, max(1, whole(next(iter(bodies), None), "numCol") or 1))
    width = (frame.width - margins["lIns"] - margins["rIns"]) / columns
    room = frame.height - margins["tIns"] - margins["bIns"]
    if _grows(shape):
        room = max(room, deck.height - frame.top)
    return height_of(looks, max(width, 1.0)) / columns, room


def _grows(shape: Shape) -> bool:
    return shape.element.find(f"{P}txBody/{A}bodyPr/{A}spAutoFit") is not None


def _says(bodies: list[Element], name: str) -> str | None:
    """The first value under this name, the shape's own before those it inherits."""
    return next((str(body.get(name)) for body in bodies if body.get(name) is not None), None)


def _margin(bodies: list[Element], name: str) -> float:
    found = next((value for body in bodies if (value := whole(body, name)) is not None), _USUAL_MARGINS[name])
    return found / EMU_PER_POINT
