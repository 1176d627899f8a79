"""The layouts for questions, words and helpers: most exist once for every number of cards they may hold."""

from __future__ import annotations

from takeabreath.theme.layout_parts import (
    BESIDE,
    CONTENT,
    RULE,
    SIDE,
    Box,
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

MOST_SERVICES = 5

#: Width of the text on a service's card.
HELP_ROW = 468.0

#: Questions are long titles: they stand a little lower, with a margin above three lines.
_STEM = title(Box(72, 36, 812, 104))
_STEM_RULE = Decoration("Accent", Box(44, 59, 10, 58), "accent1", radius=5)
_BELOW_STEM = Box(44, 148, 872, 352)


def _words(count: int, *, with_pictures: bool) -> Layout:
    shapes: list[Placeholder | Decoration] = [RULE, title()]
    for i, box in enumerate(columns(CONTENT, count, 20), 1):
        inner = box.inset(20, 16)
        art = Box(inner.left, inner.top, 300, inner.height) if count == 1 else Box(inner.left, inner.top, 104, 104)
        beside = art.width + 16 if with_pictures else 0
        head = Box(inner.left + beside, inner.top, inner.width - beside, 104)
        below = beside if count == 1 else 0
        rest = Box(inner.left + below, inner.top + 116, inner.width - below, inner.height - 116)
        shapes += [
            card(box, f"Card {i}"),
            text(f"word-{i}", f"Word {i}", 20 + i, head, TypeRole.TITLE, colour="tx2", bold=True, heading=True),
            text(f"meaning-{i}", f"Meaning {i}", 30 + i, rest, anchor="t"),
        ]
        if with_pictures:
            shapes.append(picture(art, f"picture-{i}", f"Picture {i}", 40 + i))
    return layout(f"{_counted(count, 'word')}{' with pictures' if with_pictures else ''}", *shapes, counted=True)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}"


def _vote(count: int, *, with_picture: bool) -> Layout:
    area = Box(44, 148, BESIDE.width if with_picture else 872, 352)
    shapes: list[Placeholder | Decoration] = [_STEM_RULE, _STEM]
    for i, box in enumerate(rows(area, count, 10, 112), 1):
        shapes += [
            card(box, f"Card {i}"),
            Decoration(f"Edge {i}", Box(box.left, box.top, 12, box.height), "accent1", radius=6),
            text(
                f"option-{i}",
                f"Answer {i}",
                20 + i,
                Box(box.left + 28, box.top + 1, box.width - 44, box.height - 2),
                TypeRole.BODY,
                marks=i,
            ),
        ]
    more = [picture(SIDE)] if with_picture else []
    return layout(f"Vote, {count} answers{', with picture' if with_picture else ''}", *shapes, *more, counted=True)


def _vote_pictures(count: int) -> Layout:
    shapes: list[Placeholder | Decoration] = [_STEM_RULE, _STEM]
    for i, box in enumerate(columns(_BELOW_STEM, count, 20), 1):
        shapes += [
            card(box, f"Card {i}"),
            text(
                f"option-{i}",
                f"Answer {i}",
                20 + i,
                Box(box.left + 14, box.top + 212, box.width - 28, 134),
                TypeRole.BODY,
                marks=i,
            ),
            picture(Box(box.left + 14, box.top + 12, box.width - 28, 192), f"picture-{i}", f"Picture {i}", 40 + i),
        ]
    return layout(f"Vote, {count} picture answers", *shapes, counted=True)


def _help(count: int) -> Layout:
    panel = Box(44, 132, 352, 352)
    shapes: list[Placeholder | Decoration] = [
        RULE,
        title(),
        card(panel, "Panel", "accent2"),
        text("message", "Not your fault, and who to tell", 1, panel.inset(18, 12), colour="bg1"),
    ]
    for i, box in enumerate(rows(Box(416, 132, 500, 352), count, 10, 120), 1):
        shapes += [
            card(box, f"Card {i}"),
            text(f"service-{i}", f"Service {i}", 20 + i, Box(box.left + 16, box.top, 200, box.height)),
            text(
                f"number-{i}",
                f"Number {i}",
                30 + i,
                Box(box.left + 220, box.top, 246, box.height),
                TypeRole.NUMBER,
                colour="accent2",
                bold=True,
                heading=True,
                align="r",
                one_line=True,
            ),
        ]
    shapes.append(text("more", "Where more helpers are", 14, Box(44, 490, 780, 46), TypeRole.LABEL))
    return layout(f"Help, {_counted(count, 'place')}", *shapes, background="accent4", counted=True)


def _reveals() -> list[Layout]:
    key, why = Box(44, 148, 872, 116), Box(44, 280, 872, 220)
    many, about = Box(44, 148, 500, 352), Box(560, 148, 356, 352)

    def one(name: str, key: Box, why: Box, *more: Placeholder) -> Layout:
        return layout(
            name,
            _STEM_RULE,
            _STEM,
            card(key, "Answer card", "accent3"),
            card(why),
            text(
                "key",
                "Answer",
                1,
                key.inset(24, 6),
                TypeRole.LARGE if key.height < 200 else TypeRole.BODY,
                colour="bg1",
                bold=True,
                marks="tick",
            ),
            text("feedback", "Why", 20, why.inset(24, 9)),
            *more,
        )

    return [
        one("Answer", key, why),
        one("Answer with picture", Box(44, 148, BESIDE.width, 132), Box(44, 296, BESIDE.width, 204), picture(SIDE)),
        one("Answer list", many, about),
    ]


CARD_LAYOUTS = (
    *_reveals(),
    *(_words(count, with_pictures=pictures) for pictures in (False, True) for count in (1, 2, 3)),
    *(_vote(count, with_picture=picture) for picture in (False, True) for count in range(2, 7)),
    *(_vote_pictures(count) for count in (2, 3, 4)),
    *(_help(count) for count in range(1, MOST_SERVICES + 1)),
)
