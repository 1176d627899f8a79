"""The slide layouts: which placeholders each has, where they stand, and the type they hold.

Lengths are points on a slide of 960 x 540. Type sizes are multiples of the least body size of the
band, so one layout serves a class of six-year-olds and a staff meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

WIDTH, HEIGHT = 960.0, 540.0

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
    """Comfortable and least size, as multiples of the band's least body size."""

    COVER = (1.9, 1.2)
    QUESTION = (1.8, 1.0)
    NUMBER = (1.7, 1.0)
    TITLE = (1.35, 1.0)
    LARGE = (1.6, 1.0)
    BODY = (1.35, 1.0)
    LABEL = (1.0, 1.0)

    def sizes(self, body_pt: int) -> range:
        """Whole point sizes from the comfortable one down to the least."""
        comfortable, least = self.value
        return range(round(comfortable * body_pt), round(least * body_pt) - 1, -1)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for text or a picture. `key` is how slides address it, `idx` how PowerPoint does.

    Text wraps inside `box`; `marks` says what stands before each paragraph.
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

    @property
    def indent(self) -> float:
        """Room for the marks before each paragraph, as a share of the type size."""
        return {"none": 0.0, "dot": 0.8, "tick": 1.1}.get(str(self.marks), 1.3)


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
    """A layout of the template. `counted` ones exist once for each number of cards they hold."""

    name: str
    placeholders: tuple[Placeholder, ...]
    decorations: tuple[Decoration, ...] = ()
    background: Colour = "bg2"
    counted: bool = False

    def placeholder(self, key: str) -> Placeholder:
        return next(place for place in self.placeholders if place.key == key)


CONTENT = Box(44, 132, 872, 368)
_SIDE = Box(632, 140, 284, 352)


def rows(area: Box, count: int, gap: float, tallest: float) -> list[Box]:
    """`count` boxes below each other, together in the middle of the area."""
    height = min(tallest, (area.height - gap * (count - 1)) / count)
    top = area.top + (area.height - height * count - gap * (count - 1)) / 2
    return [Box(area.left, top + i * (height + gap), area.width, height) for i in range(count)]


def columns(area: Box, count: int, gap: float) -> list[Box]:
    """`count` boxes beside each other."""
    width = (area.width - gap * (count - 1)) / count
    return [Box(area.left + i * (width + gap), area.top, width, area.height) for i in range(count)]


def _title(box: Box = Box(72, 30, 844, 90), role: TypeRole = TypeRole.TITLE, **look: object) -> Placeholder:
    return Placeholder("title", "Title", "title", None, box, role, "tx2", bold=True, heading=True, **look)  # type: ignore[arg-type]


def _picture(box: Box, key: str = "picture", name: str = "Picture", idx: int = 13) -> Placeholder:
    return Placeholder(key, name, "pic", idx, box)


def _text(key: str, name: str, idx: int, box: Box, role: TypeRole = TypeRole.BODY, **look: object) -> Placeholder:
    return Placeholder(key, name, "body", idx, box, role, **look)  # type: ignore[arg-type]


def _card(box: Box, name: str = "Card", fill: Colour = "bg1") -> Decoration:
    return Decoration(name, box, fill)


_RULE = Decoration("Accent", Box(44, 46, 10, 58), "accent1", radius=5)
_NUMBER = Placeholder("number", "Slide number", "sldNum", 12, Box(836, 508, 80, 22), align="r", colour="accent6")


def _layout(name: str, *shapes: Placeholder | Decoration, background: Colour = "bg2", counted: bool = False) -> Layout:
    places = (*(shape for shape in shapes if isinstance(shape, Placeholder)), _NUMBER)
    decorations = tuple(shape for shape in shapes if isinstance(shape, Decoration))
    return Layout(name, places, decorations, background, counted)


def _cover() -> Layout:
    white: Colour = "bg1"
    return _layout(
        "Title",
        Decoration("Circle", Box(452, 404, 176, 176), "accent1", "ellipse"),
        Decoration("Panel", Box(0, 0, 508, HEIGHT), "tx2", "rect"),
        Decoration("Accent", Box(56, 318, 72, 8), "accent1", radius=4),
        _card(Box(540, 48, 380, 444)),
        Placeholder(
            "title", "Title", "ctrTitle", None, Box(56, 100, 424, 204), TypeRole.COVER, white,
            bold=True, heading=True, anchor="b",
        ),
        Placeholder("strap", "Strap", "subTitle", 1, Box(56, 340, 424, 108), TypeRole.BODY, white, anchor="t"),
        _text("course", "Course", 14, Box(56, 40, 424, 52), TypeRole.LABEL, colour=white),
        _text("band", "Ages", 15, Box(56, 452, 424, 52), TypeRole.LABEL, colour=white, bold=True),
        _picture(Box(552, 60, 356, 420)),
    )  # fmt: skip


def _pictures() -> list[Layout]:
    right, wide, full = Box(468, 44, 448, 456), Box(44, 132, 580, 368), Box(172, 128, 616, 378)
    left_title = Box(44, 60, 396, 180)
    return [
        _layout(
            "Picture",
            Decoration("Accent", Box(44, 252, 72, 8), "accent1", radius=4),
            _card(right),
            _title(left_title, anchor="b"),
            _text("text", "Text", 1, Box(44, 272, 396, 224), anchor="t"),
            _picture(right.inset(14, 14)),
        ),
        _layout(
            "Wide picture",
            _RULE,
            _card(wide),
            _title(),
            _text("text", "Text", 1, Box(644, 132, 272, 368)),
            _picture(wide.inset(10, 10)),
        ),
        _layout("Large picture", _RULE, _card(full), _title(Box(72, 30, 844, 84)), _picture(full.inset(10, 10))),
    ]


def _bubble(box: Box, fill: Colour, name: str, tail: Literal["tail-left", "tail-right"] = "tail-left") -> tuple[Decoration, ...]:
    """A speech bubble: a card with a tail below."""
    left = box.left + 64 if tail == "tail-left" else box.left + box.width - 64 - 36
    return _card(box, name, fill), Decoration(f"{name} tail", Box(left, box.top + box.height - 1, 36, 30), fill, tail)


def _questions() -> list[Layout]:
    alone, beside = Box(44, 44, 872, 412), Box(44, 44, 520, 412)
    return [
        _layout(
            "Question",
            *_bubble(alone, "bg1", "Bubble"),
            Decoration("Accent", Box(92, 84, 72, 8), "accent1", radius=4),
            _title(Box(92, 104, 776, 330), TypeRole.QUESTION),
        ),
        _layout(
            "Question with picture",
            *_bubble(beside, "bg1", "Bubble", "tail-right"),
            Decoration("Accent", Box(76, 80, 72, 8), "accent1", radius=4),
            _title(Box(76, 100, 456, 336), TypeRole.QUESTION),
            _picture(Box(596, 100, 320, 400)),
        ),
    ]


def _points() -> list[Layout]:
    beside, title = Box(44, 132, 568, 368), Box(72, 30, 664, 90)
    time = _text("minutes", "Minutes", 14, Box(752, 46, 164, 58), TypeRole.LABEL, colour="bg1", bold=True, align="ctr", fill="tx2", shape="roundRect")
    return [
        _layout("Points", _RULE, _card(CONTENT), _title(), _text("points", "Points", 1, CONTENT.inset(32, 16), marks="dot")),
        _layout("Points with picture", _RULE, _card(beside), _title(), _text("points", "Points", 1, beside.inset(24, 14), marks="dot"), _picture(_SIDE)),
        _layout("Activity", _RULE, _card(CONTENT), _title(title), _text("points", "Instructions", 1, CONTENT.inset(32, 16), marks="dot"), time),
        _layout(
            "Activity with picture", _RULE, _card(beside), _title(title),
            _text("points", "Instructions", 1, beside.inset(24, 14), marks="dot"), time, _picture(_SIDE),
        ),
    ]  # fmt: skip


def _compare() -> Layout:
    shapes: list[Placeholder | Decoration] = [_RULE, _title()]
    sides: tuple[tuple[str, Colour], ...] = (("left", "tx2"), ("right", "accent2"))
    for i, ((side, fill), box) in enumerate(zip(sides, columns(CONTENT, 2, 24), strict=True)):
        head = Box(box.left, box.top, box.width, 72)
        rest = Box(box.left, box.top + 72, box.width, box.height - 72)
        name = side.capitalize()
        shapes += [
            _card(box, f"{name} card"),
            Decoration(f"{name} head", head, fill, "top-round"),
            _text(f"{side}-heading", f"{name} heading", 20 + i, head.inset(20, 4), TypeRole.BODY, colour="bg1", bold=True, heading=True),
            _text(side, f"{name} points", 30 + i, rest.inset(20, 14), marks="dot", anchor="t"),
        ]
    return _layout("Compare", *shapes)


def _chat() -> Layout:
    lines = rows(CONTENT.inset(24, 18), 5, 10, 62)
    look: dict[str, tuple[Colour, Colour, float]] = {"left": ("bg2", "tx1", 0), "right": ("tx2", "bg1", 160)}
    bubbles = [
        _text(
            f"{side}-{i}", f"Message {i} ({side})", (20 if side == "left" else 30) + i,
            Box(line.left + shift, line.top, line.width - 160, line.height),
            TypeRole.LARGE, colour=ink, fill=fill, shape="roundRect", padding=14,
        )
        for side, (fill, ink, shift) in look.items()
        for i, line in enumerate(lines, 1)
    ]  # fmt: skip
    return _layout("Chat", _RULE, _card(CONTENT), _title(), *bubbles)


def _say_aloud() -> list[Layout]:
    def one(name: str, width: float, *more: Placeholder) -> Layout:
        sentence, answer = Box(44, 132, width, 184), Box(916 - width - (304 if more else 0), 352, width, 126)
        return _layout(
            name, _RULE, _title(),
            *_bubble(sentence, "tx2", "Sentence bubble"), *_bubble(answer, "bg1", "Answer bubble", "tail-right"),
            _text("sentence", "Sentence", 1, sentence.inset(28, 12), TypeRole.LARGE, colour="bg1", bold=True),
            _text("answer", "Answer", 20, answer.inset(28, 10)),
            *more,
        )  # fmt: skip

    return [one("Say aloud", 800), one("Say aloud with picture", 568, _picture(_SIDE))]


def _words(count: int, with_pictures: bool) -> Layout:
    shapes: list[Placeholder | Decoration] = [_RULE, _title()]
    for i, box in enumerate(columns(CONTENT, count, 20), 1):
        inner = box.inset(18, 14)
        art = 130 if with_pictures else 0
        shapes += [
            _card(box, f"Card {i}"),
            _text(f"word-{i}", f"Word {i}", 20 + i, Box(inner.left, inner.top + art, inner.width, 66), TypeRole.TITLE, colour="tx2", bold=True, heading=True),
            _text(f"meaning-{i}", f"Meaning {i}", 30 + i, Box(inner.left, inner.top + art + 72, inner.width, inner.height - art - 72), anchor="t"),
        ]
        if with_pictures:
            shapes.append(_picture(Box(inner.left, inner.top, 124, 124), f"picture-{i}", f"Picture {i}", 40 + i))
    return _layout(f"{_counted(count, 'word')}{' with pictures' if with_pictures else ''}", *shapes, counted=True)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}"


def _vote(count: int, with_picture: bool) -> Layout:
    area = Box(44, 140, 568 if with_picture else 872, 360)
    shapes: list[Placeholder | Decoration] = [_RULE, _title(Box(72, 26, 844, 104))]
    for i, box in enumerate(rows(area, count, 12, 112), 1):
        shapes += [
            _card(box, f"Card {i}"),
            Decoration(f"Edge {i}", Box(box.left, box.top, 12, box.height), "accent1", radius=6),
            _text(f"option-{i}", f"Answer {i}", 20 + i, Box(box.left + 28, box.top + 2, box.width - 44, box.height - 4), TypeRole.BODY, marks=i),
        ]
    more = [_picture(_SIDE)] if with_picture else []
    return _layout(f"Vote, {count} answers{', with picture' if with_picture else ''}", *shapes, *more, counted=True)


def _vote_pictures(count: int) -> Layout:
    shapes: list[Placeholder | Decoration] = [_RULE, _title(Box(72, 26, 844, 104))]
    for i, box in enumerate(columns(Box(44, 140, 872, 360), count, 20), 1):
        shapes += [
            _card(box, f"Card {i}"),
            _text(f"option-{i}", f"Answer {i}", 20 + i, Box(box.left + 14, box.top + 216, box.width - 28, 136), TypeRole.BODY, marks=i),
            _picture(Box(box.left + 14, box.top + 12, box.width - 28, 196), f"picture-{i}", f"Picture {i}", 40 + i),
        ]
    return _layout(f"Vote, {count} picture answers", *shapes, counted=True)


def _reveals() -> list[Layout]:
    key, why = Box(44, 140, 872, 120), Box(44, 276, 872, 224)
    many, about = Box(44, 140, 500, 360), Box(560, 140, 356, 360)
    title = _title(Box(72, 26, 844, 104))

    def one(name: str, key: Box, why: Box, *more: Placeholder) -> Layout:
        return _layout(
            name, _RULE, title, _card(key, "Answer card", "accent5"), _card(why),
            _text("key", "Answer", 1, key.inset(24, 8), TypeRole.LARGE if key.height < 200 else TypeRole.BODY, colour="accent3", bold=True, marks="tick"),
            _text("feedback", "Why", 20, why.inset(24, 12)),
            *more,
        )  # fmt: skip

    return [
        one("Answer", key, why),
        one("Answer with picture", Box(44, 140, 568, 136), Box(44, 292, 568, 208), _picture(_SIDE)),
        one("Answer list", many, about),
    ]


def _help(count: int) -> Layout:
    panel = Box(44, 132, 372, 368)
    shapes: list[Placeholder | Decoration] = [
        _RULE, _title(), _card(panel, "Panel", "accent2"),
        _text("message", "Not your fault, and who to tell", 1, panel.inset(22, 14), colour="bg1"),
    ]  # fmt: skip
    for i, box in enumerate(rows(Box(436, 132, 480, 368), count, 12, 120), 1):
        shapes += [
            _card(box, f"Card {i}"),
            _text(f"service-{i}", f"Service {i}", 20 + i, Box(box.left + 16, box.top, 200, box.height), TypeRole.LABEL),
            _text(f"number-{i}", f"Number {i}", 30 + i, Box(box.left + 220, box.top, 246, box.height), TypeRole.NUMBER, colour="accent2", bold=True, heading=True, align="r"),
        ]
    return _layout(f"Help, {_counted(count, 'place')}", *shapes, background="accent4", counted=True)


def _calm() -> Layout:
    frame = Box(44, 48, 420, 444)
    return _layout(
        "Calm", _card(frame), Decoration("Accent", Box(500, 204, 72, 8), "accent1", radius=4),
        _title(Box(500, 60, 416, 132), anchor="b"),
        _text("text", "Text", 1, Box(500, 224, 416, 272), TypeRole.LARGE, anchor="t"),
        _picture(frame.inset(14, 14)),
        background="accent4",
    )  # fmt: skip


MOST_SERVICES = 5

LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        _cover(), *_pictures(), *_questions(), *_points(), _compare(), _chat(), *_say_aloud(), *_reveals(), _calm(),
        *(_words(count, pictures) for pictures in (False, True) for count in (1, 2, 3)),
        *(_vote(count, picture) for picture in (False, True) for count in range(2, 7)),
        *(_vote_pictures(count) for count in (2, 3, 4)),
        *(_help(count) for count in range(1, MOST_SERVICES + 1)),
    )
}  # fmt: skip
