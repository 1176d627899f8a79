"""A deck as the checks see it: slides in order, and on each its shapes in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from takeabreath.doctor.limits import UnreadableDeck
from takeabreath.doctor.markup import Element, P, R, flag, whole
from takeabreath.doctor.package import Package, Relation, open_package
from takeabreath.doctor.refusals import DAMAGED
from takeabreath.doctor.shapes import EMU_PER_POINT, Canvas, Shape, read_shapes, twin

#: What stands beyond these is not looked at, so that no file takes forever.
MOST_SLIDES = 1_000
MOST_SHAPES = 300


@dataclass(frozen=True, slots=True)
class Slide(Canvas):
    number: int
    layout: Canvas
    master: Canvas
    notes: str | None
    relations: dict[str, Relation]
    hidden: bool
    crowded: bool

    @property
    def title(self) -> str:
        """The title's text in one line; empty where there is none."""
        return next((" ".join(shape.text.split()) for shape in self.shapes if shape.is_title), "")

    def below(self) -> Iterator[Canvas]:
        """The layout and the master, from which the slide takes what it does not say itself."""
        yield self.layout
        yield self.master


@dataclass(frozen=True, slots=True)
class Deck:
    """`main` is the presentation part's name, `width` and `height` the slide's in points."""

    package: Package
    main: str
    presentation: Element
    width: float
    height: float
    slides: tuple[Slide, ...]
    more_slides: int


def read_deck(file: bytes) -> Deck:
    """The deck in a file's bytes; raises UnreadableDeck."""
    package = open_package(file)
    main = package.related("", "officeDocument") or ""
    presentation = package.tree(main)
    size = presentation.find(f"{P}sldSz")
    listed = [entry.get(f"{R}id", "") for entry in presentation.iterfind(f"{P}sldIdLst/{P}sldId")]
    canvases: dict[str, Canvas] = {}
    slides = [
        _slide(package, number, _target(package, main, relation), canvases)
        for number, relation in enumerate(listed[:MOST_SLIDES], 1)
    ]
    return Deck(
        package, main, presentation, (whole(size, "cx") or 12_192_000) / EMU_PER_POINT,
        (whole(size, "cy") or 6_858_000) / EMU_PER_POINT, tuple(slides), max(0, len(listed) - MOST_SLIDES),
    )  # fmt: skip


def _target(package: Package, main: str, relation: str) -> str:
    found = package.relations(main).get(relation)
    if found is None or found.external or found.target not in package:
        raise UnreadableDeck(f"A slide that the deck lists is not in the file. {DAMAGED}")
    return found.target


def _slide(package: Package, number: int, part: str, canvases: dict[str, Canvas]) -> Slide:
    layout = _canvas_below(package, part, "slideLayout", canvases)
    master = _canvas_below(package, layout.part, "slideMaster", canvases)
    root = package.tree(part)
    shapes = tuple(islice(read_shapes(root), MOST_SHAPES + 1))
    return Slide(
        part=part,
        root=root,
        shapes=tuple(_placed(shape, (layout, master)) for shape in shapes[:MOST_SHAPES]),
        number=number,
        layout=layout,
        master=master,
        notes=package.related(part, "notesSlide"),
        relations=package.relations(part),
        hidden=flag(root, "show") is False,
        crowded=len(shapes) > MOST_SHAPES,
    )


def _canvas_below(package: Package, part: str, kind: str, known: dict[str, Canvas]) -> Canvas:
    below = package.related(part, kind)
    if below is None:
        raise UnreadableDeck(f"A slide has lost its layout. {DAMAGED}")
    if below not in known:
        root = package.tree(below)
        known[below] = Canvas(below, root, tuple(islice(read_shapes(root), MOST_SHAPES)))
    return known[below]


def _placed(shape: Shape, canvases: Iterable[Canvas]) -> Shape:
    if shape.frame is not None or shape.placeholder is None:
        return shape
    twins = (twin(shape, canvas) for canvas in canvases)
    return replace(shape, frame=next((one.frame for one in twins if one and one.frame), None))
