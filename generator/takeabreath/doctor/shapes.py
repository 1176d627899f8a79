"""The shapes of a slide, layout or master, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from takeabreath.doctor.markup import ADEC, MC, A, Element, P, flag, is_element, whole

EMU_PER_POINT = 12_700
#: What follows these in one shape is not looked at.
MOST_PARAGRAPHS = 300

Kind = Literal["text", "picture", "table", "chart", "diagram", "object", "media", "line", "group", "ink"]

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "ftr", "dt", "hdr"})
_BODIES = frozenset({"body", "obj", "subTitle", "tbl", "chart", "dgm", "clipArt", "media"})
_TREE = f"{P}cSld/{P}spTree"
_FRAMES: dict[str, Kind] = {"table": "table", "chart": "chart", "chartex": "chart", "diagram": "diagram"}
_TAGS: dict[str, Kind] = {
    f"{P}sp": "text",
    f"{P}pic": "picture",
    f"{P}cxnSp": "line",
    f"{P}grpSp": "group",
    f"{P}graphicFrame": "object",
    f"{P}contentPart": "ink",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a shape stands on the slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def share_covered_by(self, other: Frame) -> float:
        """How much of this frame the other one covers, from 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        area = self.width * self.height
        return max(0.0, across) * max(0.0, down) / area if area > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The mark that a shape takes its place and look from the layout."""

    type: str
    idx: int

    @property
    def is_title(self) -> bool:
        return self.type in _TITLES


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing on a slide, layout or master. `frame` is None where nothing says where it stands."""

    element: Element
    kind: Kind
    name: str
    alt: str
    decorative: bool
    placeholder: Placeholder | None
    frame: Frame | None
    in_described_group: bool = False

    @property
    def paragraphs(self) -> tuple[Element, ...]:
        return tuple(islice(self.element.iterfind(f"{P}txBody/{A}p"), MOST_PARAGRAPHS))

    @property
    def text(self) -> str:
        return "\n".join(filter(None, map(text_of, self.paragraphs)))

    @property
    def is_title(self) -> bool:
        return self.placeholder is not None and self.placeholder.is_title

    @property
    def is_furniture(self) -> bool:
        """Slide numbers, dates and footers, which are the same everywhere."""
        return self.placeholder is not None and self.placeholder.type in _FURNITURE


@dataclass(frozen=True, slots=True)
class Canvas:
    """A slide, layout or master: its part, its tree and its shapes, the hindmost first."""

    part: str
    root: Element
    shapes: tuple[Shape, ...]


def read_shapes(root: Element) -> Iterator[Shape]:
    """The shapes of a slide, layout or master in reading order, which goes from the hindmost to the foremost."""
    tree = root.find(_TREE)
    return _shapes_in(tree, _Place(), described=False) if tree is not None else iter(())


def twin(shape: Shape, canvas: Canvas) -> Shape | None:
    """The placeholder that the shape takes its place and look from, on a layout or master."""
    wanted = shape.placeholder
    if wanted is None:
        return None
    others = [other for other in canvas.shapes if other.placeholder is not None]
    if wanted.is_title:
        return next((other for other in others if other.is_title), None)
    places = ((other, other.placeholder) for other in others)
    same = (other for other, place in places if place and wanted.idx and place.idx == wanted.idx)
    return next(same, None) or next((other for other in others if _alike(other.placeholder, wanted)), None)


def _alike(other: Placeholder | None, wanted: Placeholder) -> bool:
    """Masters hold one body for all that holds content."""
    return other is not None and (other.type == wanted.type or (other.type == "body" and wanted.type in _BODIES))


def text_of(paragraph: Element) -> str:
    """A paragraph's text; a line break is a space."""
    texts = (" " if node.tag == f"{A}br" else node.text or "" for node in paragraph.iter(f"{A}t", f"{A}br"))
    return "".join(texts).strip()


@dataclass(frozen=True, slots=True)
class _Place:
    """How a group's own lengths become the slide's."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def frame(self, xfrm: Element | None) -> Frame | None:
        corner, size = _numbers(xfrm, "off", "x", "y"), _numbers(xfrm, "ext", "cx", "cy")
        if corner is None or size is None:
            return None
        return Frame(
            (self.left + corner[0] * self.across) / EMU_PER_POINT,
            (self.top + corner[1] * self.down) / EMU_PER_POINT,
            abs(size[0] * self.across) / EMU_PER_POINT,
            abs(size[1] * self.down) / EMU_PER_POINT,
        )

    def inside(self, xfrm: Element | None) -> _Place:
        corner, size = _numbers(xfrm, "off", "x", "y"), _numbers(xfrm, "ext", "cx", "cy")
        inner, room = _numbers(xfrm, "chOff", "x", "y"), _numbers(xfrm, "chExt", "cx", "cy")
        if corner is None or size is None or inner is None or room is None or 0 in room:
            return self
        across, down = size[0] / room[0], size[1] / room[1]
        return _Place(
            self.across * across,
            self.down * down,
            self.left + (corner[0] - inner[0] * across) * self.across,
            self.top + (corner[1] - inner[1] * down) * self.down,
        )


def _numbers(xfrm: Element | None, name: str, first: str, second: str) -> tuple[int, int] | None:
    found = None if xfrm is None else xfrm.find(f"{A}{name}")
    pair = whole(found, first), whole(found, second)
    return None if pair[0] is None or pair[1] is None else (pair[0], pair[1])


def _shapes_in(tree: Element, place: _Place, *, described: bool) -> Iterator[Shape]:
    for element in _children(tree):
        shape = _shape(element, place, described=described)
        yield shape
        if shape.kind == "group":
            inside = place.inside(element.find(f"{P}grpSpPr/{A}xfrm"))
            yield from _shapes_in(element, inside, described=described or bool(shape.alt) or shape.decorative)


def _children(tree: Element) -> Iterator[Element]:
    for child in tree:
        if not is_element(child):
            continue
        if child.tag == f"{MC}AlternateContent":
            versions = (version for version in child if is_element(version))
            known = ([node for node in version if node.tag in _TAGS] for version in versions)
            yield from next((found for found in known if found), [])
        elif child.tag in _TAGS:
            yield child


def _shape(element: Element, place: _Place, *, described: bool) -> Shape:
    kind = _TAGS[element.tag]
    own = element.find(f"*/{P}cNvPr")
    mark = element.find(f"*/{P}nvPr/{P}ph")
    return Shape(
        element=element,
        kind=_kind_of_frame(element) if kind == "object" else _kind_of_picture(element, kind),
        name="" if own is None else str(own.get("name", "")),
        alt="" if own is None else str(own.get("descr", "")).strip(),
        decorative=own is not None and any(flag(yes, "val") for yes in own.iter(f"{ADEC}decorative")),
        placeholder=None if mark is None else Placeholder(str(mark.get("type", "obj")), whole(mark, "idx") or 0),
        frame=place.frame(_transform(element)),
        in_described_group=described,
    )


def _transform(element: Element) -> Element | None:
    for path in (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm"):
        found = element.find(path)
        if found is not None:
            return found
    return None


def _kind_of_frame(element: Element) -> Kind:
    content = element.find(f"{A}graphic/{A}graphicData")
    return "object" if content is None else _FRAMES.get(str(content.get("uri", "")).rpartition("/")[2], "object")


def _kind_of_picture(element: Element, kind: Kind) -> Kind:
    media = (f"{P}nvPicPr/{P}nvPr/{A}{name}" for name in ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile"))
    return "media" if kind == "picture" and any(element.find(path) is not None for path in media) else kind
