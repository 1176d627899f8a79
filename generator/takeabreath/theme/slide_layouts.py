"""The slide layouts of the template: which placeholders each has, and where they stand."""

from __future__ import annotations

from typing import Literal

from takeabreath.theme.card_layouts import CARD_LAYOUTS
from takeabreath.theme.layout_parts import (
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


def _cover() -> Layout:
    white: Colour = "bg1"
    return layout(
        "Title",
        Decoration("Ball", Box(452, 404, 176, 176), "accent1", "ellipse"),
        Decoration("Panel", Box(0, 0, 508, HEIGHT), "tx2", "rect"),
        Decoration("Accent", Box(56, 318, 72, 8), "accent1", radius=4),
        card(Box(540, 48, 380, 444)),
        Placeholder(
            "title",
            "Title",
            "ctrTitle",
            None,
            Box(56, 100, 424, 204),
            TypeRole.COVER,
            white,
            bold=True,
            heading=True,
            anchor="b",
        ),
        Placeholder("strap", "Strap", "subTitle", 1, Box(56, 340, 424, 108), TypeRole.BODY, white, anchor="t"),
        text("course", "Course", 14, Box(56, 40, 424, 52), TypeRole.LABEL, colour=white),
        text("band", "Ages", 15, Box(56, 452, 424, 52), TypeRole.LABEL, colour=white, bold=True),
        picture(Box(552, 60, 356, 420)),
        kind="title",
    )


def _pictures() -> list[Layout]:
    right, wide, full = Box(468, 44, 448, 456), Box(44, 132, 580, 368), Box(172, 128, 616, 378)
    left_title = Box(44, 60, 396, 180)
    return [
        layout(
            "Picture",
            Decoration("Accent", Box(44, 252, 72, 8), "accent1", radius=4),
            card(right),
            title(left_title, anchor="b"),
            text("text", "Text", 1, Box(44, 272, 396, 224), anchor="t"),
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
    return card(box, name, fill), Decoration(f"{name} tail", Box(left, box.top + box.height - 1, 36, 30), fill, tail)


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
    beside, short = Box(44, 132, 568, 368), Box(72, 30, 628, 90)
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
            card(beside),
            title(),
            text("points", "Points", 1, beside.inset(24, 14), marks="dot"),
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
            card(beside),
            title(short),
            text("points", "Instructions", 1, beside.inset(24, 14), marks="dot"),
            time,
            picture(SIDE),
        ),
    ]


def _compare() -> Layout:
    shapes: list[Placeholder | Decoration] = [RULE, title()]
    sides: tuple[tuple[str, Colour], ...] = (("left", "tx2"), ("right", "accent2"))
    for i, ((side, fill), box) in enumerate(zip(sides, columns(CONTENT, 2, 24), strict=True)):
        head = Box(box.left, box.top, box.width, 72)
        rest = Box(box.left, box.top + 72, box.width, box.height - 72)
        name = side.capitalize()
        shapes += [
            card(box, f"{name} card"),
            Decoration(f"{name} head", head, fill, "top-round"),
            text(
                f"{side}-heading",
                f"{name} heading",
                20 + i,
                head.inset(20, 4),
                TypeRole.BODY,
                colour="bg1",
                bold=True,
                heading=True,
            ),
            text(side, f"{name} points", 30 + i, rest.inset(20, 14), marks="dot", anchor="t"),
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
        sentence, answer = Box(44, 132, width, 172), Box(916 - width - (304 if more else 0), 342, width, 144)
        return layout(
            name,
            RULE,
            title(),
            *_bubble(sentence, "tx2", "Sentence bubble"),
            *_bubble(answer, "bg1", "Answer bubble", "tail-right"),
            text("sentence", "Sentence", 1, sentence.inset(28, 12), TypeRole.LARGE, colour="bg1", bold=True),
            text("answer", "Answer", 20, answer.inset(28, 10)),
            *more,
        )

    return [one("Say aloud", 800), one("Say aloud with picture", 568, picture(SIDE))]


def _calm() -> Layout:
    frame = Box(44, 48, 420, 444)
    return layout(
        "Calm",
        card(frame),
        Decoration("Accent", Box(500, 204, 72, 8), "accent1", radius=4),
        title(Box(500, 60, 416, 132), anchor="b"),
        text("text", "Text", 1, Box(500, 224, 416, 272), TypeRole.LARGE, anchor="t"),
        picture(frame.inset(14, 14)),
        background="accent4",
    )


_ALL = (
    _cover(), *TEACHER_LAYOUTS, *_pictures(), *_questions(), *_points(), _compare(), _chat(), *_say_aloud(), _calm(),
    *CARD_LAYOUTS,
)  # fmt: skip

LAYOUTS = {one.name: one for one in _ALL}
