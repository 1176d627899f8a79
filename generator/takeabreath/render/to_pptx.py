"""A deck as PowerPoint file. python-pptx keeps the package; slides and notes are our own XML."""

from __future__ import annotations

import io
from datetime import datetime

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as PresentationDocument

from takeabreath.model.curriculum import Picture
from takeabreath.plan.slides import Deck, Slide
from takeabreath.render.band_template import band_template
from takeabreath.render.office_zip import repack
from takeabreath.render.ooxml import notes_xml, section_list_xml, slide_xml
from takeabreath.render.raster import png_of
from takeabreath.theme.slide_layouts import LAYOUTS

#: The deck's properties carry a date; it is the same for all, so that equal decks are equal files.
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001  the properties hold no zone

_FIRST_SLIDE_ID = 256

#: Pixels across of a drawing, for programs that do not show SVG.
FIGURE_PX = 900


def render_pptx(deck: Deck) -> bytes:
    """The deck's file: the same bytes for the same deck."""
    presentation = Presentation(io.BytesIO(band_template(deck.band, deck.body_pt)))
    part: PresentationPart = presentation.part
    pictures = _Pictures(part)
    layouts = {layout.name: layout.part for layout in presentation.slide_layouts}
    listed = part._element.get_or_add_sldIdLst()  # noqa: SLF001  the package layer has no other door
    for number, slide in enumerate(deck.slides, 1):
        slide_part = _slide_part(part, number, deck, slide, pictures)
        slide_part.relate_to(layouts[slide.layout], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        _add_notes(part, number, slide, deck.locale, slide_part)
        listed.add_sldId(part.relate_to(slide_part, RELATIONSHIP_TYPE.SLIDE))
    ids = [_FIRST_SLIDE_ID + i for i in range(len(deck.slides))]
    part._element.append(parse_xml(section_list_xml(deck, ids)))  # noqa: SLF001
    _drop_unused_counts(presentation, {slide.layout for slide in deck.slides})
    _set_properties(presentation, deck)
    stream = io.BytesIO()
    presentation.save(stream)
    return repack(stream.getvalue())


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


def _slide_part(part: PresentationPart, number: int, deck: Deck, slide: Slide, pictures: _Pictures) -> SlidePart:
    # Relations are made before the XML that names them; their ids follow this order, the layout's comes last.
    shown = {shown.picture.id: pictures.parts_of(shown.picture) for shown in slide.pictures}
    ids = {name: (f"rId{2 * i + 1}", f"rId{2 * i + 2}") for i, name in enumerate(shown)}
    xml = slide_xml(deck, slide, ids)
    name = PackURI(f"/ppt/slides/slide{number}.xml")
    slide_part: SlidePart = SlidePart.load(name, CONTENT_TYPE.PML_SLIDE, part.package, xml)
    for png, svg in shown.values():
        slide_part.relate_to(png, RELATIONSHIP_TYPE.IMAGE)
        slide_part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)
    return slide_part


def _add_notes(part: PresentationPart, number: int, slide: Slide, locale: str, slide_part: SlidePart) -> None:
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    notes = NotesSlidePart.load(name, CONTENT_TYPE.PML_NOTES_SLIDE, part.package, notes_xml(slide.notes, locale))
    slide_part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    notes.relate_to(part.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER), RELATIONSHIP_TYPE.NOTES_MASTER)
    notes.relate_to(slide_part, RELATIONSHIP_TYPE.SLIDE)


def _drop_unused_counts(presentation: PresentationDocument, used: set[str]) -> None:
    """Layouts that exist for each number of cards stay only where a slide needs them: a short list to choose from."""
    master = presentation.slide_master.part
    for entry in list(master._element.sldLayoutIdLst):  # noqa: SLF001  the public way searches all slides each time
        name = master.related_part(entry.rId).slide_layout.name
        if LAYOUTS[name].counted and name not in used:
            master.rels.pop(entry.rId)
            entry.getparent().remove(entry)


def _set_properties(presentation: PresentationDocument, deck: Deck) -> None:
    properties = presentation.core_properties
    properties.title, properties.subject = deck.title, deck.course
    properties.author = properties.last_modified_by = deck.creator
    properties.language, properties.keywords = deck.locale, deck.licence
    properties.created = properties.modified = _NO_DATE
    properties.revision = 1
