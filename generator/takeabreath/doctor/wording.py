"""Words of a deck inside the doctor's own."""

from __future__ import annotations

import unicodedata
from textwrap import shorten

_LONGEST = 70
#: Characters that move a terminal's cursor, change its colours or turn the line's direction.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: Joiners belong to the words of many scripts, and to pictures made of several.
_KEPT = frozenset("\u200c\u200d")


def printable(text: str) -> str:
    """In one line, without what could disturb a terminal."""
    clean = (c if c in _KEPT or unicodedata.category(c) not in _UNPRINTABLE else " " for c in text)
    return " ".join("".join(clean).split())


def quoted(text: str, longest: int = _LONGEST) -> str:
    """The beginning of a text, in quotation marks."""
    return f'"{clipped(text, longest)}"'


def clipped(text: str, longest: int = _LONGEST) -> str:
    """The beginning of a text."""
    line = printable(text[: 4 * longest])
    if len(line) <= longest:
        return line
    at_a_space = shorten(line, longest, placeholder=" …")
    return at_a_space if at_a_space.strip(" …") else f"{line[: longest - 1]}…"
