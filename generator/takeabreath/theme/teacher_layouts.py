"""The layouts that no lesson uses: for the slides that a teacher adds to her own deck."""

from __future__ import annotations

from takeabreath.theme.layout_parts import (
    CONTENT,
    RULE,
    Box,
    Decoration,
    Layout,
    TypeRole,
    card,
    layout,
    picture,
    text,
    title,
)


def _section() -> Layout:
    frame = Box(592, 108, 324, 324)
    return layout(
        "Section",
        Decoration("Accent", Box(56, 304, 72, 8), "accent1", radius=4),
        card(frame),
        title(Box(56, 88, 500, 196), TypeRole.COVER, anchor="b"),
        text("minutes", "Minutes", 14, Box(56, 328, 500, 60), TypeRole.BODY, anchor="t"),
        picture(frame.inset(14, 14)),
        kind="secHead",
    )


TEACHER_LAYOUTS = (
    _section(),
    layout(
        "Title and text",
        RULE,
        card(CONTENT),
        title(),
        text("text", "Text", 1, CONTENT.inset(32, 24), anchor="t"),
        kind="tx",
    ),
    layout("Title only", RULE, title(), kind="titleOnly"),
)
