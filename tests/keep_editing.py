"""What a teacher does to a deck, by python-pptx, and what there is to read in one."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def edited(file: bytes, *changes: Callable[[Deck], object]) -> bytes:
    """The deck after these changes, saved."""
    deck = Presentation(io.BytesIO(file))
    for change in changes:
        change(deck)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def opened(file: bytes) -> Deck:
    return Presentation(io.BytesIO(file))


def titles(file: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in opened(file).slides]


def slide_called(deck: Deck, title: str) -> Slide:
    return next(slide for slide in deck.slides if slide.shapes.title and slide.shapes.title.text_frame.text == title)


def shape_called(slide: Slide, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def all_text(file: bytes) -> str:
    """All that can be read on the slides and in the notes."""
    lines = []
    for slide in opened(file).slides:
        roots = [slide.part._element] + ([slide.notes_slide.part._element] if slide.has_notes_slide else [])
        lines += [text.text or "" for root in roots for text in root.iter(f"{A}t")]
    return "\n".join(lines)


def delete_slide(deck: Deck, number: int) -> None:
    entry = deck.part._element.sldIdLst[number]
    deck.part.drop_rel(entry.rId)
    entry.getparent().remove(entry)


def move_slide(deck: Deck, number: int, to: int) -> None:
    listed = deck.part._element.sldIdLst
    entry = listed[number]
    listed.remove(entry)
    listed.insert(to, entry)


def duplicate_slide(deck: Deck, number: int) -> None:
    """As PowerPoint does: the copy comes right after, with all that is on it."""
    source = deck.slides[number]
    copy = deck.slides.add_slide(source.slide_layout)
    for shape in list(copy.shapes):
        shape._element.getparent().remove(shape._element)
    renamed = {}
    for name, relation in source.part.rels.items():
        if relation.reltype == RELATIONSHIP_TYPE.IMAGE:
            renamed[name] = copy.part.relate_to(relation.target_part, relation.reltype)
    for element in source.part._element.find(f"{P}cSld/{P}spTree")[2:]:
        clone = deepcopy(element)
        for each in clone.iter():
            for attribute, value in each.attrib.items():
                if value in renamed and attribute.endswith(("}embed", "}link")):
                    each.set(attribute, renamed[value])
        copy.shapes._spTree.append(clone)
    copy.part._element.find(f"{P}cSld").set("name", source.part._element.find(f"{P}cSld").get("name"))
    if source.has_notes_slide:
        copy.notes_slide.notes_text_frame.text = source.notes_slide.notes_text_frame.text
    move_slide(deck, len(deck.slides) - 1, number + 1)


def replace_picture(slide: Slide, colour: str) -> bool:
    """Put a plain picture in the place of the slide's first one."""
    pictures = list(slide.part._element.iter(f"{P}pic"))
    if not pictures:
        return False
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), colour).save(stream, "PNG")
    _, relation = slide.part.get_or_add_image_part(stream)
    blip = pictures[0].find(f"{P}blipFill/{A}blip")
    for child in list(blip):
        blip.remove(child)
    blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relation)
    return True


def add_text_box(slide: Slide, text: str) -> None:
    box = slide.shapes.add_textbox(Emu(100_000), Emu(100_000), Emu(3_000_000), Emu(400_000))
    box.text_frame.text = text
