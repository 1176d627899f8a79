"""A deck as PowerPoint file. python-pptx keeps the package; slides and notes are our own XML."""

from __future__ import annotations

import io
from datetime import datetime

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import NotesMasterPart
from pptx.presentation import Presentation as PresentationDocument

from takeabreath.model.curriculum import Picture
from takeabreath.plan.slides import Deck, Slide
from takeabreath.render.band_template import band_template
from takeabreath.render.office_package import parts_of
from takeabreath.render.office_zip import pack
from takeabreath.render.ooxml import notes_xml, section_list_xml, slide_xml
from takeabreath.render.raster import png_of

#: The deck's properties carry a date; it is the same for all, so that equal decks are equal files.
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001  the properties hold no zone

_BEFORE_SLIDE_IDS = 255

#: Pixels across of a drawing, for programs that do not show SVG.
FIGURE_PX = 900


def render_pptx(deck: Deck) -> bytes:
    """The deck's file: the same bytes for the same deck."""
    template = band_template(deck.band, deck.body_pt, (slide.layout for slide in deck.slides))
    presentation = Presentation(io.BytesIO(template))
    part: PresentationPart = presentation.part
    pictures = _Pictures(part)
    layouts = {layout.name: layout.part for layout in presentation.slide_layouts}
    notes_master = part.notes_master_part
    listed = part._element.get_or_add_sldIdLst()  # noqa: SLF001  the package layer has no other door
    for number, slide in enumerate(deck.slides, 1):
        slide_part = _slide_part(part, number, deck, slide, pictures)
        slide_part.relate_to(layouts[slide.layout], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        _add_notes(notes_master, number, slide, deck.locale, slide_part)
        # The public way searches the whole list for a free number each time.
        listed._add_sldId(id=_BEFORE_SLIDE_IDS + number, rId=part.relate_to(slide_part, RELATIONSHIP_TYPE.SLIDE))  # noqa: SLF001
    part._element.append(parse_xml(section_list_xml(deck, [entry.id for entry in listed])))  # noqa: SLF001
    _set_properties(presentation, deck)
    return pack(parts_of(part.package))


class _Pictures:
    """The picture parts of one deck: every drawing is in the package once, as PNG and as SVG."""

    def __init__(self, presentation: PresentationPart) -> None:
        self._package = presentation.package
        self._parts: dict[str, tuple[Part, Part]] = {}

    def parts_of(self, picture: Picture) -> tuple[Part, Part]:
        if picture.id not in self._parts:
            stem = f"/ppt/media/{picture.id}"
            self._parts[picture.id] = (
                Part(PackURI(f"{stem}.png"), "image/png", self._package, png_of(picture.svg, FIGURE_PX)),
                Part(PackURI(f"{stem}.svg"), "image/svg+xml", self._package, picture.svg),
            )
        return self._parts[picture.id]


def _slide_part(part: PresentationPart, number: int, deck: Deck, slide: Slide, pictures: _Pictures) -> Part:
    # Relations are made before the XML that names them; their ids follow this order, the layout's comes last.
    shown = {shown.picture.id: pictures.parts_of(shown.picture) for shown in slide.pictures}
    ids = {name: (f"rId{2 * i + 1}", f"rId{2 * i + 2}") for i, name in enumerate(shown)}
    xml = slide_xml(deck, slide, ids)
    slide_part = _written(f"/ppt/slides/slide{number}.xml", CONTENT_TYPE.PML_SLIDE, part.package, xml)
    for png, svg in shown.values():
        slide_part.relate_to(png, RELATIONSHIP_TYPE.IMAGE)
        slide_part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)
    return slide_part


def _add_notes(master: NotesMasterPart, number: int, slide: Slide, locale: str, slide_part: Part) -> None:
    xml = notes_xml(slide.notes, locale)
    name = f"/ppt/notesSlides/notesSlide{number}.xml"
    notes = _written(name, CONTENT_TYPE.PML_NOTES_SLIDE, slide_part.package, xml)
    slide_part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    notes.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    notes.relate_to(slide_part, RELATIONSHIP_TYPE.SLIDE)


def _written(name: str, content_type: str, package: Package, xml: bytes) -> Part:
    """A part that keeps its XML as it is: parsing it only to write it again would be waste."""
    return Part(PackURI(name), content_type, package, xml)


def _set_properties(presentation: PresentationDocument, deck: Deck) -> None:
    properties = presentation.core_properties
    properties.title, properties.subject = deck.title, deck.course
    properties.author = properties.last_modified_by = deck.creator
    properties.language, properties.keywords = deck.locale, deck.licence
    properties.created = properties.modified = _NO_DATE
    properties.revision = 1
