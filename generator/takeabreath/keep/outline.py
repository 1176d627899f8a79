"""What a person sees of a deck, as values: by these, versions of a deck are compared.

Programs rewrite much of a file on saving without a change that anyone would see; none of that is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

#: Left, top, width and height in EMU.
Frame = tuple[int, int, int, int]

#: So far apart, of 255, the points of two versions of one picture may be on average.
SAME_SHADE = 2


@dataclass(frozen=True, slots=True)
class ShapeOutline:
    """A text or a picture on a slide. `place` is the placeholder's type and index, empty where there is none.

    `look` is the picture made tiny, or a digest where it cannot be shown; see `same_look`.
    """

    name: str
    kind: Literal["text", "picture"]
    place: tuple[str, str] = ("", "")
    paragraphs: tuple[str, ...] = ()
    look: bytes = b""
    alt: str = ""
    frame: Frame | None = None

    @property
    def is_title(self) -> bool:
        return self.place[0] in ("title", "ctrTitle")

    @property
    def is_slide_number(self) -> bool:
        return self.place[0] in ("sldNum", "dt", "ftr")


@dataclass(frozen=True, slots=True)
class SlideOutline:
    """One slide. `others` counts what is neither text nor picture, such as tables, drawings and comments."""

    key: str
    layout: str
    shapes: tuple[ShapeOutline, ...]
    notes: tuple[str, ...]
    others: int = 0

    @property
    def title(self) -> str:
        """The title's text, or else the first text's."""
        texts = sorted((shape for shape in self.shapes if shape.paragraphs), key=lambda shape: not shape.is_title)
        return " ".join(" ".join(texts[0].paragraphs).split()) if texts else ""

    def words(self) -> Counter[str]:
        """Every word on the slide and in its notes, and every picture's look."""
        return Counter(self._words())

    def _words(self) -> Iterator[str]:
        for shape in self.shapes:
            for paragraph in shape.paragraphs:
                yield from paragraph.split()
            if shape.look:
                yield shape.look.hex()
        for paragraph in self.notes:
            yield from paragraph.split()


def same_look(one: bytes, other: bytes) -> bool:
    """Whether two pictures look the same; a program that saves a deck may have compressed them anew."""
    if len(one) != len(other):
        return False
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= SAME_SHADE * len(one)
