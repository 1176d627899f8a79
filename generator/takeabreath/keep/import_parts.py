"""Parts of the new deck brought into hers: pictures, layouts, slides and their notes."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart, SlideLayoutPart, SlideMasterPart, SlidePart
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout, SlideMaster

from takeabreath.keep.read_deck import P, R

#: Masters and layouts are numbered together, from here on.
_FIRST_LAYOUT_ID = 2147483648


class Importer:
    """Brings parts into her deck, each once."""

    def __init__(self, hers: Presentation, new: Presentation) -> None:
        self._hers = hers
        self._package = hers.part.package
        self._ours = {layout.name for master in new.slide_masters for layout in master.slide_layouts}
        self._media = {str(part.partname): part for part in self._package.iter_parts()}

    def copy_element(self, element: Any, source: Part, target: Part) -> Any:
        """A copy of the element for `target`, with all that it refers to in `source`."""
        copy = deepcopy(element)
        self._relate_again(copy, source, target)
        return copy

    def slide(self, slide: Slide) -> SlidePart:
        """A copy of the slide, with its notes."""
        part: SlidePart = self._load(SlidePart, "/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE, slide.part)
        self._relate_again(part._element, slide.part, part)
        part.relate_to(self.layout(slide.slide_layout).part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        self.notes(slide, part)
        return part

    def notes(self, slide: Slide, part: SlidePart) -> None:
        """A copy of the slide's notes page for the slide `part` of her deck."""
        if slide.has_notes_slide:
            source = slide.notes_slide.part
            notes = self._load(
                NotesSlidePart, "/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE, source
            )
            part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
            self._relate_again(notes._element, source, notes)
            notes.relate_to(self._hers.part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
            notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)

    def layout(self, layout: SlideLayout) -> SlideLayout:
        """Her layout of the same name and places, or a copy of the new one in the master that is ours."""
        wanted = _places(layout)
        for master in self._hers.slide_masters:
            for hers in master.slide_layouts:
                if hers.name == layout.name and wanted <= _places(hers):
                    return hers  # type: ignore[no-any-return]  # python-pptx has few types
        return self._add_layout(layout, self._our_master(layout.slide_master)).slide_layout  # type: ignore[no-any-return]

    def _our_master(self, new: SlideMaster) -> SlideMasterPart:
        for master in self._hers.slide_masters:
            if self._ours & {layout.name for layout in master.slide_layouts}:
                return master.part  # type: ignore[no-any-return]
        return self._add_master(new)

    def _add_layout(self, layout: SlideLayout, master: SlideMasterPart) -> SlideLayoutPart:
        part: SlideLayoutPart = self._load(
            SlideLayoutPart, "/ppt/slideLayouts/slideLayout%d.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT, layout.part
        )
        part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        self._relate_again(part._element, layout.part, part)
        listed = master._element.get_or_add_sldLayoutIdLst()
        entry = listed._add_sldLayoutId(rId=master.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
        entry.set("id", str(self._free_id()))
        return part

    def _add_master(self, new: SlideMaster) -> SlideMasterPart:
        part: SlideMasterPart = self._load(
            SlideMasterPart, "/ppt/slideMasters/slideMaster%d.xml", CONTENT_TYPE.PML_SLIDE_MASTER, new.part
        )
        for entry in list(part._element.sldLayoutIdLst):
            entry.getparent().remove(entry)
        self._relate_again(part._element, new.part, part)
        theme = new.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        name = self._package.next_partname("/ppt/theme/theme%d.xml")
        part.relate_to(Part(name, theme.content_type, self._package, theme.blob), RELATIONSHIP_TYPE.THEME)
        presentation = self._hers.part
        listed = presentation._element.get_or_add_sldMasterIdLst()
        entry = listed._add_sldMasterId(rId=presentation.relate_to(part, RELATIONSHIP_TYPE.SLIDE_MASTER))
        entry.set("id", str(self._free_id()))
        return part

    def _free_id(self) -> int:
        masters = self._hers.part._element.sldMasterIdLst
        layouts = (master.part._element.get_or_add_sldLayoutIdLst() for master in self._hers.slide_masters)
        used = [int(entry.get("id", 0)) for listed in (masters, *layouts) for entry in listed]
        return max([_FIRST_LAYOUT_ID, *used]) + 1

    def _load(self, kind: type[Any], name: str, content_type: str, source: XmlPart) -> Any:
        xml = serialize_part_xml(source._element)
        return kind.load(self._package.next_partname(name), content_type, self._package, xml)

    def _relate_again(self, root: Any, source: Part, target: Part) -> None:
        for element in root.iter():
            for name, relation_id in list(element.attrib.items()):
                if name.startswith(R) and relation_id in source.rels:
                    relation = source.rels[relation_id]
                    goal = relation.target_ref if relation.is_external else self._stored(relation.target_part)
                    element.set(name, target.relate_to(goal, relation.reltype, relation.is_external))

    def _stored(self, part: Part) -> Part:
        """The part in her package, under a name made of its content."""
        name = f"/ppt/media/{hashlib.sha256(part.blob).hexdigest()[:20]}.{part.partname.ext}"
        if name not in self._media:
            self._media[name] = Part(PackURI(name), part.content_type, self._package, part.blob)
        return self._media[name]


def _places(layout: SlideLayout) -> set[tuple[str, str]]:
    marks = layout.part._element.iter(f"{P}ph")
    return {(mark.get("type", "obj"), mark.get("idx", "0")) for mark in marks}
