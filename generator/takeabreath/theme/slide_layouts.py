"""The slide layouts of the template: which placeholders each has, and where they stand."""

from __future__ import annotations

from typing import Literal

from takeabreath.theme.card_layouts import CARD_LAYOUTS
from takeabreath.theme.layout_parts import (
    BESIDE,
    CONTENT,
    HEIGHT,
    RULE,
    SIDE,
    Box,
    Colour,
    Decoration,
    Layout,
    Placeholder,
    TypeRole,
    card,
    columns,
    layout,
    picture,
    rows,
    text,
    title,
)
from takeabreath.theme.teacher_layouts import TEACHER_LAYOUTS


def _cover(name: str, panel: float, frame: Box) -> Layout:
    """A panel with the words, this wide, and a framed picture beside it."""
    white: Colour = "bg1"
    room = panel - 84
    return layout(
        name,
        Decoration("Ball", Box(panel - 56, 404, 176, 176), "accent1", "ellipse"),
        Decoration("Panel", Box(0, 0, panel, HEIGHT), "tx2", "rect"),
        Decoration("Accent", Box(56, 318, 72, 8), "accent1", radius=4),
        card(frame),
        Placeholder(
            "title",
            "Title",
            "ctrTitle",
            None,
            Box(56, 100, room, 204),
            TypeRole.COVER,
            white,
            bold=True,
            heading=True,
            anchor="b",
        ),
        Placeholder("strap", "Strap", "subTitle", 1, Box(56, 340, room, 108), TypeRole.BODY, white, anchor="t"),
        text("course", "Course", 14, Box(56, 40, room, 52), TypeRole.LABEL, colour=white),
        text("band", "Ages", 15, Box(56, 452, room, 52), TypeRole.LABEL, colour=white, bold=True),
        picture(frame.inset(12, 12)),
        kind="title",
    )


def _pictures() -> list[Layout]:
    right, wide, full = Box(520, 76, 396, 396), Box(44, 132, 580, 368), Box(172, 128, 616, 378)
    left_title = Box(44, 60, 448, 180)
    return [
        layout(
            "Picture",
            Decoration("Accent", Box(44, 252, 72, 8), "accent1", radius=4),
            card(right),
            title(left_title, anchor="b"),
            text("text", "Text", 1, Box(44, 272, 448, 224), anchor="t"),
            picture(right.inset(14, 14)),
        ),
        layout(
            "Wide picture",
            RULE,
            card(wide),
            title(),
            text("text", "Text", 1, Box(644, 132, 272, 368)),
            picture(wide.inset(10, 10)),
        ),
        layout("Large picture", RULE, card(full), title(Box(72, 30, 812, 84)), picture(full.inset(10, 10))),
    ]


def _bubble(
    box: Box, fill: Colour, name: str, tail: Literal["tail-left", "tail-right"] = "tail-left"
) -> tuple[Decoration, ...]:
    """A speech bubble: a card with a tail below."""
    left = box.left + 64 if tail == "tail-left" else box.left + box.width - 64 - 36
    return card(box, name, fill), Decoration(f"{name} tail", Box(left, box.top + box.height - 1, 36, 24), fill, tail)


def _questions() -> list[Layout]:
    alone, beside = Box(44, 44, 872, 412), Box(44, 44, 520, 412)
    return [
        layout(
            "Question",
            *_bubble(alone, "bg1", "Bubble"),
            Decoration("Accent", Box(92, 84, 72, 8), "accent1", radius=4),
            title(Box(92, 104, 776, 330), TypeRole.QUESTION),
        ),
        layout(
            "Question with picture",
            *_bubble(beside, "bg1", "Bubble", "tail-right"),
            Decoration("Accent", Box(76, 80, 72, 8), "accent1", radius=4),
            title(Box(76, 100, 456, 336), TypeRole.QUESTION),
            picture(Box(596, 100, 320, 400)),
        ),
    ]


def _points() -> list[Layout]:
    short = Box(72, 30, 628, 90)
    time = text(
        "minutes",
        "Minutes",
        14,
        Box(716, 46, 164, 58),
        TypeRole.LABEL,
        colour="bg1",
        bold=True,
        align="ctr",
        fill="tx2",
        shape="roundRect",
    )
    return [
        layout("Points", RULE, card(CONTENT), title(), text("points", "Points", 1, CONTENT.inset(32, 16), marks="dot")),
        layout(
            "Points with picture",
            RULE,
            card(BESIDE),
            title(),
            text("points", "Points", 1, BESIDE.inset(22, 14), marks="dot"),
            picture(SIDE),
        ),
        layout(
            "Activity",
            RULE,
            card(CONTENT),
            title(short),
            text("points", "Instructions", 1, CONTENT.inset(32, 16), marks="dot"),
            time,
        ),
        layout(
            "Activity with picture",
            RULE,
            card(BESIDE),
            title(short),
            text("points", "Instructions", 1, BESIDE.inset(22, 14), marks="dot"),
            time,
            picture(SIDE),
        ),
    ]


def _compare() -> Layout:
    """Two sides that differ in their look and not in their worth: a filled head, and one with a line below."""
    shapes: list[Placeholder | Decoration] = [RULE, title()]
    for i, (side, box) in enumerate(zip(("left", "right"), columns(CONTENT, 2, 24), strict=True)):
        head = Box(box.left, box.top, box.width, 72)
        rest = Box(box.left, box.top + 72, box.width, box.height - 72)
        name = side.capitalize()
        shapes += [
            card(box, f"{name} card"),
            Decoration("Left head", head, "tx2", "top-round")
            if side == "left"
            else Decoration("Right line", Box(head.left, head.top + 66, head.width, 6), "tx2", "rect"),
            text(
                f"{side}-heading",
                f"{name} heading",
                20 + i,
                head.inset(20, 4),
                TypeRole.BODY,
                colour="bg1" if side == "left" else "tx2",
                bold=True,
                heading=True,
            ),
            text(side, f"{name} points", 30 + i, rest.inset(20, 10), marks="dot", anchor="t"),
        ]
    return layout("Compare", *shapes)


def _chat() -> Layout:
    lines = rows(CONTENT.inset(24, 18), 5, 10, 62)
    look: dict[str, tuple[Colour, Colour, float]] = {"left": ("bg2", "tx1", 0), "right": ("tx2", "bg1", 160)}
    bubbles = [
        text(
            f"{side}-{i}",
            f"Message {i} ({side})",
            (20 if side == "left" else 30) + i,
            Box(line.left + shift, line.top, line.width - 160, line.height),
            TypeRole.LARGE,
            colour=ink,
            fill=fill,
            shape="roundRect",
            padding=14,
        )
        for i, line in enumerate(lines, 1)  # read from top to bottom, whichever side speaks
        for side, (fill, ink, shift) in look.items()
    ]
    return layout("Chat", RULE, card(CONTENT), title(), *bubbles)


def _say_aloud() -> list[Layout]:
    def one(name: str, width: float, *more: Placeholder) -> Layout:
        sentence = Box(44, 132, width, 192)
        answer = Box(44 if more else 916 - width, 350, width, 138)
        return layout(
            name,
            RULE,
            title(),
            *_bubble(sentence, "tx2", "Sentence bubble"),
            *_bubble(answer, "bg1", "Answer bubble", "tail-right"),
            text("sentence", "Sentence", 1, sentence.inset(24, 7), TypeRole.LARGE, colour="bg1", bold=True),
            text("answer", "Answer", 20, answer.inset(24, 6)),
            *more,
        )

    return [one("Say aloud", 800), one("Say aloud with picture", BESIDE.width, picture(SIDE))]


def _calm(name: str, frame: Box) -> Layout:
    left = frame.left + frame.width + 36
    return layout(
        name,
        card(frame),
        Decoration("Accent", Box(left, 204, 72, 8), "accent1", radius=4),
        title(Box(left, 60, 916 - left, 132), anchor="b"),
        text("text", "Text", 1, Box(left, 224, 916 - left, 272), TypeRole.LARGE, anchor="t"),
        picture(frame.inset(14, 14)),
        background="accent4",
    )


_ALL = (
    _cover("Title", 508, Box(540, 48, 380, 444)), *TEACHER_LAYOUTS,
    _cover("Wide title", 464, Box(488, 126, 448, 289)), *_pictures(), *_questions(), *_points(), _compare(), _chat(),
    *_say_aloud(), _calm("Calm", Box(44, 48, 420, 444)), _calm("Wide calm", Box(44, 120, 460, 298)), *CARD_LAYOUTS,
)  # fmt: skip

LAYOUTS = {one.name: one for one in _ALL}
