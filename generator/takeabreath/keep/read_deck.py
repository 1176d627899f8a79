"""From a deck's file to its outline."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PIL import Image, UnidentifiedImageError
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.presentation import Presentation as PresentationDocument
from pptx.slide import Slide

from takeabreath.keep.outline import Frame, ShapeOutline, SlideOutline

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

#: Slides hold more than texts and pictures: tables and charts, lines, groups, ink, and what another version reads.
_OTHERS = ("graphicFrame", "cxnSp", "grpSp", "contentPart")

_TINY = (16, 16)


def open_deck(file: bytes) -> PresentationDocument:
    """The deck; python-pptx raises a dozen kinds of errors for files that are none."""
    deck = Presentation(io.BytesIO(file))
    listed = {entry.rId for entry in deck.part._element.get_or_add_sldIdLst()}
    for name, relation in list(deck.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.SLIDE and name not in listed:
            deck.part.rels.pop(name)  # left over from a slide that was deleted; its name is in the way
    return deck


def outline_of(deck: PresentationDocument) -> tuple[SlideOutline, ...]:
    """What a person sees, slide by slide."""
    slides = list(deck.slides)
    linked: Counter[Part] = Counter(part for slide in slides for part in _linked_slides(slide))
    return tuple(
        SlideOutline(
            key=slide.part._element.find(f"{P}cSld").get("name", ""),
            layout=slide.slide_layout.name,
            shapes=tuple(_shapes(slide)),
            notes=tuple(_lines(notes_body(slide))),
            others=_others(slide) + linked[slide.part],
        )
        for slide in slides
    )


def shape_elements(slide: Slide) -> list[Any]:
    """The elements of the slide's texts and pictures, in reading order; the outline's shapes go by their places."""
    tree = slide.part._element.find(f"{P}cSld/{P}spTree")
    return [
        element for element in tree.iter(f"{P}sp", f"{P}pic")
        if not any(True for _ in element.iterancestors(_FALLBACK))
    ]  # fmt: skip


def notes_body(slide: Slide) -> Any:
    """The notes' text element, or None where the slide has none."""
    if not slide.has_notes_slide:
        return None
    frame = slide.notes_slide.notes_text_frame
    return None if frame is None else frame._txBody


def text_body(element: Any) -> Any:
    return element.find(f"{P}txBody")


def paragraph_text(paragraph: Any) -> str:
    """The text that was typed: fields that fill themselves, such as the slide's number, are none."""
    return "".join(_letters(paragraph))


def _letters(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{A}t", f"{A}br", _MATHS_TEXT):
        if element.tag == f"{A}br":
            yield "\v"
        elif element.getparent().tag != f"{A}fld":
            yield element.text or ""


def _lines(body: Any) -> list[str]:
    lines = [] if body is None else [paragraph_text(paragraph) for paragraph in body.iterfind(f"{A}p")]
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _shapes(slide: Slide) -> Iterator[ShapeOutline]:
    frames = {shape._element: _frame(shape) for shape in slide.shapes}
    for element in shape_elements(slide):
        mark = element.find(f"./*/{P}nvPr/{P}ph")
        about = element.find(f"./*/{P}cNvPr")
        is_picture = element.tag == f"{P}pic"
        yield ShapeOutline(
            name=about.get("name", ""),
            kind="picture" if is_picture else "text",
            place=("", "") if mark is None else (mark.get("type", "obj"), mark.get("idx", "")),
            paragraphs=tuple(_lines(text_body(element))),
            look=_look(slide.part, element) if is_picture else b"",
            alt=about.get("descr", "") if is_picture else "",
            frame=frames.get(element),
        )


def _frame(shape: Any) -> Frame | None:
    if None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return shape.left, shape.top, shape.width, shape.height


def _look(part: Part, picture: Any) -> bytes:
    blip = picture.find(f"{P}blipFill/{A}blip")
    relation = None if blip is None else blip.get(f"{R}embed")
    if relation is None or relation not in part.rels:
        return b"linked"
    crop = picture.find(f"{P}blipFill/{A}srcRect")
    cut = "" if crop is None else ",".join(f"{name}={crop.get(name)}" for name in sorted(crop.keys()))
    return _tiny(part.related_part(relation).blob) + cut.encode()


@lru_cache(maxsize=256)
def _tiny(picture: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(picture)) as image:
            page = Image.new("RGBA", image.size, "white")
            page.alpha_composite(image.convert("RGBA"))
            return page.convert("RGB").resize(_TINY, Image.Resampling.BOX).tobytes()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return hashlib.sha256(picture).digest()


def _linked_slides(slide: Slide) -> Iterator[Part]:
    for relation in slide.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SLIDE and not relation.is_external:
            yield relation.target_part


def _others(slide: Slide) -> int:
    tree = slide.part._element.find(f"{P}cSld/{P}spTree")
    drawn = sum(1 for _ in tree.iter(*(f"{P}{name}" for name in _OTHERS)))
    comments = sum("comments" in relation.reltype.lower() for relation in slide.part.rels.values())
    return drawn + comments
