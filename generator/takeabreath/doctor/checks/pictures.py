"""Alt text: whether it is there, and whether somebody wrote it for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from takeabreath.doctor.deck import Deck
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import A
from takeabreath.doctor.shapes import Shape
from takeabreath.doctor.wording import quoted

_SHOWN = {"picture": "picture", "chart": "chart", "diagram": "SmartArt", "object": "object", "media": "sound or video",
          "ink": "ink drawing"}  # fmt: skip
_FILE = re.compile(r"(\S.*)?\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|avif|mp4|mov|mp3)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(a |an |the )?(image|picture|photo|photograph|graphic|img|dsc|screenshot|screen shot|chart|diagram|logo|icon|"
    r"bild|gambar|grafik|alt text|untitled|decorative)[\s_#-]*\d*",
    re.IGNORECASE,
)
_CAMERA = re.compile(r"(img|dsc[nf]?|pxl|image|picture|screenshot)[\s_-]*[\d_-]{2,}.*", re.IGNORECASE)
_GENERATED = re.compile(r"automatically generated|ai-generated content", re.IGNORECASE)


def check_pictures(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        for shape in slide.shapes:
            found = _fault(shape)
            if found:
                yield Finding(found, slide.number, _which(shape))


def _fault(shape: Shape) -> Fault | None:
    if shape.decorative:
        return Fault.DECORATIVE_DESCRIBED if shape.alt else None
    if shape.alt:
        return _fault_of_words(shape.alt) if shape.kind in _SHOWN else None
    if shape.in_described_group:
        return None
    if shape.kind in _SHOWN:
        return Fault.ALT_MISSING
    return Fault.SHAPE_WITHOUT_ALT if is_silent_drawing(shape) else None


def _fault_of_words(alt: str) -> Fault | None:
    if any(pattern.fullmatch(alt) for pattern in (_FILE, _SAYS_NOTHING, _CAMERA)):
        return Fault.ALT_EMPTY_WORDS
    return Fault.ALT_GENERATED if _GENERATED.search(alt) else None


def is_silent_drawing(shape: Shape) -> bool:
    """A shape that a person drew and that says nothing: no text, no description, no place of the layout's."""
    return shape.kind == "text" and shape.placeholder is None and not shape.text and not _is_empty_box(shape)


def _is_empty_box(shape: Shape) -> bool:
    """A text box without text and without fill or line is not there for anybody."""
    box = next(shape.element.iterfind("*/[@txBox]"), None)
    return box is not None and shape.element.find(f"*/{A}solidFill") is None


def _which(shape: Shape) -> str:
    kind = _SHOWN.get(shape.kind, "shape")
    return f"{kind} {quoted(shape.name)}" + (f", which says {quoted(shape.alt)}" if shape.alt else "")
