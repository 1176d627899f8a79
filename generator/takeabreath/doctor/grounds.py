"""What lies behind a text: the shape's own fill, then what stands below it, down to the slide's background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from takeabreath.doctor.colours import CLEAR, UNKNOWN, Paint, Palette
from takeabreath.doctor.deck import Slide
from takeabreath.doctor.markup import A, Element, P, flag
from takeabreath.doctor.shapes import Frame, Shape, twin

#: A shape behind this much of a text's box is its ground; less than the other share does not touch its words.
_WHOLE_GROUND = 0.9
_NO_GROUND = 0.15

#: A slide so full that more surfaces than this would have to be held against its texts is left to the eye.
_MOST_COMPARED = 20_000

_PAPER = "FFFFFF"
_OPAQUE = frozenset({"picture", "chart", "diagram", "object", "media", "ink"})


@dataclass(frozen=True, slots=True)
class Surface:
    """Something painted. `place` counts from the hindmost shape of the slide; what lies below all of them has -1."""

    place: int
    frame: Frame
    paint: Paint


class Grounds:
    """The surfaces of one slide, from which the ground of each text is told."""

    def __init__(self, slide: Slide, palette: Palette) -> None:
        self._page = page_of(slide, palette)
        self._places = {id(shape): place for place, shape in enumerate(slide.shapes)}
        self._fills = {id(shape): fill_of(slide, shape, palette) for shape in (*slide.shapes, *_scenery(slide))}
        self._surfaces = [
            Surface(self._places.get(id(shape), -1), shape.frame, self._fills[id(shape)])
            for shape in (*reversed(slide.shapes), *_scenery(slide))
            if shape.frame and not self._fills[id(shape)].is_clear
        ]
        self._compared = 0

    def behind(self, shape: Shape) -> Paint:
        """Every colour that may lie behind the shape's text, and whether there is more than colours."""
        layers: list[Paint] = []
        for paint, share in self._layers(shape):
            if share >= _NO_GROUND:
                layers.append(paint)
            if share >= _WHOLE_GROUND:
                return _together(layers)
        return _together([*layers, self._page])

    def _layers(self, shape: Shape) -> Iterator[tuple[Paint, float]]:
        """From the text downwards: what each surface shows, and how much of the text's box it covers."""
        own = self._fills[id(shape)]
        if not own.is_clear:
            yield own, 1.0
        frame, place = shape.frame, self._places[id(shape)]
        for surface in self._surfaces if frame else ():
            self._compared += 1
            if self._compared > _MOST_COMPARED:
                yield UNKNOWN, 1.0
            elif frame and surface.place < place:
                yield surface.paint, frame.share_covered_by(surface.frame)


def _together(paints: list[Paint]) -> Paint:
    colours = dict.fromkeys(colour for paint in paints for colour in paint.colours)
    return Paint(tuple(colours), any(paint.unknown for paint in paints))


def page_of(slide: Slide, palette: Palette) -> Paint:
    """The background of the slide, of its layout or of its master."""
    for canvas in (slide, *slide.below()):
        background = canvas.root.find(f"{P}cSld/{P}bg")
        if background is not None:
            painted = palette.paint(background.find(f"{P}bgPr"))
            styled = palette.styled(background.find(f"{P}bgRef"))
            return next((paint for paint in (painted, styled) if paint and not paint.is_clear), Paint((_PAPER,)))
    return Paint((_PAPER,))


def _scenery(slide: Slide) -> Iterator[Shape]:
    """What layout and master draw below all slides; their placeholders are only models."""
    if flag(slide.root, "showMasterSp") is False:
        return
    yield from _drawn(slide.layout.shapes)
    if flag(slide.layout.root, "showMasterSp") is not False:
        yield from _drawn(slide.master.shapes)


def _drawn(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    return (shape for shape in reversed(shapes) if shape.placeholder is None)


def fill_of(slide: Slide, shape: Shape, palette: Palette) -> Paint:
    """What the shape itself shows; clear where nothing fills it."""
    if shape.kind in _OPAQUE:
        return UNKNOWN
    if shape.kind != "text":  # a group is made of its members, which are looked at one by one
        return CLEAR
    sources = [shape.element]
    if shape.placeholder is not None:
        sources += [one.element for canvas in slide.below() if (one := twin(shape, canvas))]
    painted = (_painted(source, palette) for source in sources)
    return next((paint for paint in painted if paint is not None), CLEAR)


def _painted(element: Element, palette: Palette) -> Paint | None:
    own = palette.paint(element.find(f"{P}spPr"))
    return own if own is not None else palette.styled(element.find(f"{P}style/{A}fillRef"))
