"""What a slide layout is made of: boxes, placeholders for text and pictures, decorations.

Lengths are points on a slide of 960 x 540. Type sizes are multiples of the least body size of the
band, so one layout serves a class of six-year-olds and a staff meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

WIDTH, HEIGHT = 960.0, 540.0

#: Room for numbers and letters before a paragraph, as a share of the type size.
NUMBER_INDENT = 1.3

#: Colours by their name in the theme's colour scheme (`theme/colour_scheme.py`).
Colour = Literal["tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    def inset(self, across: float, down: float) -> Box:
        """The box inside this one with these margins."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)


class TypeRole(Enum):
    """Comfortable and least size, as multiples of the band's least body size; points that a short text may grow by."""

    COVER = (1.9, 1.2, 6)
    QUESTION = (1.8, 1.0, 16)
    NUMBER = (1.5, 1.0, 0)
    TITLE = (1.4, 1.0, 6)
    LARGE = (1.6, 1.0, 6)
    BODY = (1.35, 1.0, 6)
    LABEL = (1.0, 1.0, 0)

    def comfortable(self, body_pt: int) -> int:
        """The size that layouts have."""
        return round(self.value[0] * body_pt)

    def sizes(self, body_pt: int) -> range:
        """Whole point sizes from that of a short text down to the least."""
        _, least, growth = self.value
        return range(self.comfortable(body_pt) + growth, round(least * body_pt) - 1, -1)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for text or a picture. `key` is how slides address it, `idx` how PowerPoint does.

    Text wraps inside `box` unless it is `one_line`; `marks` says what stands before each paragraph.
    """

    key: str
    name: str
    kind: Literal["title", "ctrTitle", "subTitle", "body", "pic", "sldNum"]
    idx: int | None
    box: Box
    role: TypeRole = TypeRole.BODY
    colour: Colour = "tx1"
    bold: bool = False
    heading: bool = False
    align: Literal["l", "ctr", "r"] = "l"
    anchor: Literal["t", "ctr", "b"] = "ctr"
    marks: Literal["none", "dot", "tick"] | int = "none"
    fill: Colour | None = None
    shape: Literal["rect", "roundRect"] = "rect"
    padding: float = 0.0
    one_line: bool = False

    @property
    def indent(self) -> float:
        """Room for the marks before each paragraph, as a share of the type size."""
        return {"none": 0.0, "dot": 0.8, "tick": 1.1}.get(str(self.marks), NUMBER_INDENT)


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape of the layout that carries no meaning. Tails point down, to the left or to the right."""

    name: str
    box: Box
    fill: Colour
    shape: Literal["rect", "roundRect", "ellipse", "top-round", "tail-left", "tail-right"] = "roundRect"
    radius: float = 18.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template. `counted` ones exist once for each number of cards they hold.

    `kind` is its name in the file format, by which a program finds its like in another template.
    """

    name: str
    placeholders: tuple[Placeholder, ...]
    decorations: tuple[Decoration, ...] = ()
    background: Colour = "bg2"
    counted: bool = False
    kind: str = "cust"

    def placeholder(self, key: str) -> Placeholder:
        return next(place for place in self.placeholders if place.key == key)


def rows(area: Box, count: int, gap: float, tallest: float) -> list[Box]:
    """`count` boxes below each other, together in the middle of the area."""
    height = min(tallest, (area.height - gap * (count - 1)) / count)
    top = area.top + (area.height - height * count - gap * (count - 1)) / 2
    return [Box(area.left, top + i * (height + gap), area.width, height) for i in range(count)]


def columns(area: Box, count: int, gap: float) -> list[Box]:
    """`count` boxes beside each other."""
    width = (area.width - gap * (count - 1)) / count
    return [Box(area.left + i * (width + gap), area.top, width, area.height) for i in range(count)]


#: The corners of placeholders with a fill, such as chat bubbles; a calm look has smaller ones.
PLACEHOLDER_CORNERS = 16.0

#: Where the content of a slide stands, and the place of a picture beside it.
CONTENT = Box(44, 132, 872, 368)
BESIDE = Box(44, 132, 592, 368)
SIDE = Box(652, 140, 264, 352)

_TITLE_BOX = Box(72, 30, 812, 90)

#: The small bar before titles.
RULE = Decoration("Accent", Box(44, 46, 10, 58), "accent1", radius=5)

#: The half-hidden ball at the top of every slide of a friendly look; it stands on the master.
CORNER_BALL = Decoration("Corner ball", Box(896, -52, 116, 116), "accent1", "ellipse")

#: Points of the slide number.
NUMBER_PT = 12

_NUMBER = Placeholder("number", "Slide number", "sldNum", 12, Box(836, 508, 80, 22), align="r", colour="accent6")


def title(box: Box = _TITLE_BOX, role: TypeRole = TypeRole.TITLE, **look: Any) -> Placeholder:
    return Placeholder("title", "Title", "title", None, box, role, "tx2", bold=True, heading=True, **look)


def picture(box: Box, key: str = "picture", name: str = "Picture", idx: int = 13) -> Placeholder:
    return Placeholder(key, name, "pic", idx, box)


def text(key: str, name: str, idx: int, box: Box, role: TypeRole = TypeRole.BODY, **look: Any) -> Placeholder:
    return Placeholder(key, name, "body", idx, box, role, **look)


def card(box: Box, name: str = "Card", fill: Colour = "bg1") -> Decoration:
    return Decoration(name, box, fill)


def layout(
    name: str,
    *shapes: Placeholder | Decoration,
    background: Colour = "bg2",
    counted: bool = False,
    kind: Literal["cust", "title", "secHead", "tx", "titleOnly"] = "cust",
) -> Layout:
    """A layout of these shapes in reading order, with the slide's number last."""
    places = (*(shape for shape in shapes if isinstance(shape, Placeholder)), _NUMBER)
    decorations = tuple(shape for shape in shapes if isinstance(shape, Decoration))
    return Layout(name, places, decorations, background, counted, kind)
