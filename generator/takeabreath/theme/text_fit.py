"""How much room a text takes, measured with the font files that travel with the package."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from PIL import ImageFont

FontName = Literal["Andika-Regular", "Andika-Bold", "Lexend-Bold"]

#: Line height on slides as a share of the font's own: the body font stands wide apart by itself.
LINE_SPACING: dict[str, float] = {"Andika": 0.88, "Lexend": 0.94}

#: Space before a paragraph, as a share of the type size.
PARAGRAPH_GAP = 0.3

#: Schools may not have the fonts; what their programs take instead runs wider.
SAFETY = 1.06

_MEASURED_AT = 1000
_NOT_MUCH_SMALLER = 0.85
# Spaces, East Asian characters and words; a no-break space belongs to its word.
_TOKEN = re.compile(r"[^\S\u00a0]+|[\u2e80-\uffef]|(?:\u00a0|[^\s\u2e80-\uffef])+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. `indent` is the room for marks before paragraphs, as a share of the type size."""

    bold: bool = False
    heading: bool = False
    indent: float = 0.0

    @property
    def font(self) -> FontName:
        if self.heading:
            return "Lexend-Bold"
        return "Andika-Bold" if self.bold else "Andika-Regular"


def height(paragraphs: Iterable[str], width: float, size: float, style: Style) -> float:
    """Points from the first line's top to the last line's foot, when set in `width` points."""
    texts = tuple(paragraphs)
    spacing = LINE_SPACING[style.font.split("-")[0]] * _line_height(style.font)
    return _lines(texts, width, size, style) * size * spacing + (len(texts) - 1) * PARAGRAPH_GAP * size


def largest_size(
    paragraphs: Iterable[str], room: tuple[float, float], sizes: Iterable[int], style: Style
) -> int | None:
    """The first of the sizes at which the text fits width and height without breaking a word, or None.

    A somewhat smaller size is taken where it keeps a hyphened word, such as grown-up, on one line.
    """
    texts = tuple(paragraphs)
    width, most = room
    widest = longest_word(texts, 1, style) + style.indent
    first: int | None = None
    for size in sizes:
        if first is not None and size < _NOT_MUCH_SMALLER * first:
            break
        if widest * size > width or height(texts, width, size, style) > most:
            continue
        if not _splits(texts, width, size, style):
            return size
        first = first or size
    return first


def size_for_lines(paragraphs: Iterable[str], width: float, sizes: Iterable[int], style: Style, lines: int) -> int:
    """The first of the sizes, or a somewhat smaller one where that keeps the text to so many lines."""
    texts, tried = tuple(paragraphs), tuple(sizes)
    near = (size for size in tried if size >= _NOT_MUCH_SMALLER * tried[0])
    return next((size for size in near if _lines(texts, width, size, style) <= lines), tried[0])


def longest_word(paragraphs: Iterable[str], size: float, style: Style) -> float:
    """Points that the longest unbreakable piece takes."""
    widths = (width for text in paragraphs for _, width in _pieces(text, style.font))
    return max(widths, default=0.0) * size * SAFETY


def line_width(text: str, size: float, style: Style) -> float:
    """Points that the text takes on one line."""
    return sum(width for _, width in _pieces(text, style.font)) * size * SAFETY


def _lines(texts: tuple[str, ...], width: float, size: float, style: Style) -> int:
    room = (width / size - style.indent) / SAFETY
    return sum(_wrapped(text, room, style.font)[0] for text in texts)


def _splits(texts: tuple[str, ...], width: float, size: float, style: Style) -> bool:
    room = (width / size - style.indent) / SAFETY
    return any(_wrapped(text, room, style.font)[1] for text in texts)


def _wrapped(text: str, room: float, font: FontName) -> tuple[int, bool]:
    """How many lines the text takes, and whether a program would end one of them at a hyphen."""
    lines, used, splits = 1, 0.0, False
    for token, width in _pieces(text, font):
        if used and used + width > room and not token.isspace():
            start, hyphen, _ = token.partition("-")
            # Without the safety margin: with the real fonts more stands on the line than was reckoned.
            splits = splits or bool(hyphen and start and used + _width(start + hyphen, font) <= room * SAFETY)
            lines, used = lines + 1, 0.0
        if used or not token.isspace():
            used += width
    return lines, splits


@cache  # the same text is tried at many sizes
def _pieces(text: str, font: FontName) -> tuple[tuple[str, float], ...]:
    """Where the text may be broken, with the widths in between."""
    return tuple((token, _width(token, font)) for token in _TOKEN.findall(text))


@cache
def _width(token: str, font: FontName) -> float:
    """In multiples of the type size. East Asian characters, which the fonts lack, are one each."""
    if unicodedata.east_asian_width(token[0]) in "WF":
        return float(len(token))
    return _font(font).getlength(token) / _MEASURED_AT


@cache
def _line_height(font: FontName) -> float:
    return sum(_font(font).getmetrics()) / _MEASURED_AT


@cache
def _font(name: FontName) -> ImageFont.FreeTypeFont:
    path = files("takeabreath.theme") / "fonts" / f"{name}.ttf"
    # The basic layout engine is part of every Pillow, so that all machines measure the same.
    return ImageFont.truetype(str(path), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
