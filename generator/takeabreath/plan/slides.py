"""The values that a deck is made of, and the setting of texts in their placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from takeabreath.model.curriculum import Picture
from takeabreath.problems import SourceSpan
from takeabreath.theme.layout_parts import HEIGHT, NUMBER_INDENT, Box, Layout, Placeholder, TypeRole
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.text_fit import Style, largest_size, size_for_lines

#: Numbers stand on one line in every font; this much more room keeps them off the names in wide ones.
ROOM_FOR_WIDER_FONTS = 1.15

#: Texts of these roles have one more line only where it lets them be a good deal larger.
MOST_LINES = {TypeRole.TITLE: 2, TypeRole.LARGE: 1}

#: What stands before the points of a list instead of the layout's marks.
Counted = Literal["numbers", "letters"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is set in bold before the text."""

    text: str
    lead: str = ""

    @property
    def whole(self) -> str:
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class SlideText:
    """The text of one placeholder. `size` is None where the layout's own is right.

    `box` stands in for the layout's. `fits` is False where even the least size is too large.
    """

    key: str
    paragraphs: tuple[Paragraph, ...]
    size: int | None = None
    fits: bool = True
    counted: Counted | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture in a placeholder, with what it shows in words."""

    key: str
    picture: Picture
    alt: str


@dataclass(frozen=True, slots=True)
class NotesPart:
    """A heading of the speaker notes with its lines; lines without a heading stand alone."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `words` counts what learners must read, `span` is where to shorten it.

    `key` is its own in the deck, and stays when slides move or others come before it.
    """

    key: str
    layout: str
    section: str
    texts: tuple[SlideText, ...]
    pictures: tuple[SlidePicture, ...]
    notes: tuple[NotesPart, ...]
    words: int
    span: SourceSpan

    @property
    def title(self) -> str:
        return next(text for text in self.texts if text.key == "title").paragraphs[0].text


@dataclass(frozen=True, slots=True)
class Deck:
    """A lesson's deck. Sections are the runs of slides with the same section name."""

    title: str
    course: str
    creator: str
    licence: str
    locale: str
    lesson_id: str
    band: str
    body_pt: int
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide's content before it is set: texts and pictures by the keys of the layout's placeholders.

    `key` tells the slide from the deck's others; two slides may ask for the same one.
    """

    layout: str
    texts: Mapping[str, tuple[Paragraph, ...]]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    counted: Counted | None = None
    boxes: Mapping[str, Box] = field(default_factory=dict)
    words: int | None = None
    notes: tuple[NotesPart, ...] = ()
    span: SourceSpan | None = None
    key: str = ""

    @property
    def title(self) -> str:
        return self.texts["title"][0].text

    def word_count(self) -> int:
        """The count given, or that of all texts except leads."""
        if self.words is not None:
            return self.words
        return sum(count_words(part.text) for parts in self.texts.values() for part in parts)


def count_words(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def plain(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)


def set_texts(draft: Draft, body_pt: int) -> tuple[SlideText, ...]:
    """The draft's texts in the layout's order, each at the largest size that fits; kin share one size.

    Short texts grow, but none of the body beyond the title.
    """
    layout = LAYOUTS[draft.layout]
    keys = [place.key for place in layout.placeholders if place.key in draft.texts]
    title = _fit(draft, layout.placeholder("title"), body_pt, HEIGHT)
    fitted = {key: _fit(draft, layout.placeholder(key), body_pt, title[0]) for key in keys if key != "title"}
    fitted["title"] = title
    shared: dict[str, int] = {}
    for key, (size, _) in fitted.items():
        shared[_kin(key)] = min(size, shared.get(_kin(key), size))
    return tuple(_set(draft, layout, key, shared[_kin(key)], body_pt, fits=fitted[key][1]) for key in keys)


def _set(draft: Draft, layout: Layout, key: str, size: int, body_pt: int, *, fits: bool) -> SlideText:
    own = layout.placeholder(key).role.comfortable(body_pt)
    counted = _counted(draft, layout.placeholder(key))
    return SlideText(key, draft.texts[key], None if size == own else size, fits, counted, draft.boxes.get(key))


def _counted(draft: Draft, place: Placeholder) -> Counted | None:
    return draft.counted if place.marks in ("dot", "tick") else None


def _fit(draft: Draft, place: Placeholder, body_pt: int, title: float) -> tuple[int, bool]:
    box = draft.boxes.get(place.key, place.box).inset(place.padding, place.padding / 2)
    sizes = place.role.sizes(body_pt)
    if place.role is TypeRole.BODY:
        most = max(title, place.role.comfortable(body_pt))
        sizes = range(min(sizes[0], int(most)), sizes[-1] - 1, -1)
    texts = [paragraph.whole for paragraph in draft.texts[place.key]]
    bold = place.bold or any(paragraph.lead and not paragraph.text for paragraph in draft.texts[place.key])
    style = Style(bold, place.heading, NUMBER_INDENT if _counted(draft, place) else place.indent)
    width = box.width / ROOM_FOR_WIDER_FONTS if place.one_line else box.width
    size = largest_size(texts, (width, box.height), sizes, style)
    if size is None:
        return sizes[-1], False
    if place.role in MOST_LINES:
        size = size_for_lines(texts, width, range(size, sizes[-1] - 1, -1), style, MOST_LINES[place.role])
    return size, True


def _kin(key: str) -> str:
    """Placeholders of the same kind on a slide: the answers of a vote, the two sides of a comparison or a chat."""
    return re.sub(r"^(left|right)(?=-heading$|-\d+$|$)|-\d+$", "", key) or "side"
