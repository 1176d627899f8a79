"""The merged deck: hers, with the plan carried out in it."""

from __future__ import annotations

import io
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation
from pptx.slide import Slide

from takeabreath.keep.decide import MergePlan, SlidePlan
from takeabreath.keep.decide_shapes import ShapeChange, SlideChanges
from takeabreath.keep.import_parts import Importer
from takeabreath.keep.read_deck import A, P, R, notes_body, shape_elements, text_body
from takeabreath.keep.sections import keep_sections
from takeabreath.keep.write_text import canonical, rewrite
from takeabreath.render.office_zip import repack


def write_merged(plan: MergePlan, base: Presentation, hers: Presentation, new: Presentation) -> bytes:
    """Her deck with the plan carried out; all that the plan does not name stays as she has it."""
    old, mine, theirs = (list(deck.slides) for deck in (base, hers, new))
    importer = Importer(hers, new)
    listed = hers.part._element.sldIdLst
    entries = list(listed)
    order = []
    for planned in plan.slides:
        if planned.hers is not None:
            _change(planned, old, mine, theirs, importer)
            order.append(entries[planned.hers])
        elif planned.new is not None:
            part = importer.slide(theirs[planned.new])
            order.append(listed.add_sldId(hers.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)))
    _set_order(hers, entries, order)
    keep_sections(hers, new, plan)
    stream = io.BytesIO()
    hers.save(stream)
    return repack(stream.getvalue())


def _set_order(hers: Presentation, entries: list[Any], order: list[Any]) -> None:
    listed = hers.part._element.sldIdLst
    for entry in entries:
        if entry not in order:
            for link in list(hers.part._element.iter(f"{P}sld")):
                if link.get(f"{R}id") == entry.rId:
                    link.getparent().remove(link)
            hers.part.rels.pop(entry.rId)
    for entry in list(listed):
        listed.remove(entry)
    listed.extend(order)


def _change(planned: SlidePlan, old: list[Slide], mine: list[Slide], theirs: list[Slide], importer: Importer) -> None:
    if planned.changes is None or planned.hers is None or planned.base is None or planned.new is None:
        return
    _SlideWriter(old[planned.base], mine[planned.hers], theirs[planned.new], importer).write(planned.changes)


class _SlideWriter:
    """Carries out the changes in one of her slides."""

    def __init__(self, base: Slide, hers: Slide, new: Slide, importer: Importer) -> None:
        self._base, self._hers, self._new, self._importer = base, hers, new, importer
        self._elements = tuple(shape_elements(slide) for slide in (base, hers, new))
        self._frames = _frames(new)

    def write(self, changes: SlideChanges) -> None:
        base, hers, new = self._elements
        mine, theirs = (slide.part._element.find(f"{P}cSld") for slide in (self._hers, self._new))
        mine.set("name", theirs.get("name", ""))
        if changes.takes_layout:
            self._take_layout(changes)
        for change in changes.shapes:
            self._change_shape(change, base[change.base], hers[change.hers], new[change.new])
        self._add_shapes(changes)
        for place in changes.removed:
            hers[place].getparent().remove(hers[place])
        self._write_notes(changes)

    def _change_shape(self, change: ShapeChange, base: Any, hers: Any, new: Any) -> None:
        mine, old, theirs = (element.find(f"./*/{P}cNvPr") for element in (hers, base, new))
        if mine.get("name") == old.get("name"):
            mine.set("name", theirs.get("name", ""))
        if text_body(hers) is not None and text_body(new) is not None:
            rewrite(text_body(hers), text_body(base), text_body(new), change.lines.lines)
        if change.takes_picture:
            fill = hers.find(f"{P}blipFill")
            copy = self._importer.copy_element(new.find(f"{P}blipFill"), self._new.part, self._hers.part)
            hers.replace(fill, copy)
            mine.set("descr", theirs.get("descr", ""))
        if change.takes_frame:
            own, theirs = hers.find(f"{P}spPr"), new.find(f"{P}spPr")
            if canonical(own) == canonical(base.find(f"{P}spPr")):
                hers.replace(own, self._importer.copy_element(theirs, self._new.part, self._hers.part))
            else:
                _set_frame(hers, self._frames.get(new))

    def _add_shapes(self, changes: SlideChanges) -> None:
        _, hers, new = self._elements
        tree = self._hers.part._element.find(f"{P}cSld/{P}spTree")
        placed = {change.new: hers[change.hers] for change in changes.shapes}
        for place in changes.added:
            copy = self._importer.copy_element(new[place], self._new.part, self._hers.part)
            numbers = [int(about.get("id", 0)) for about in tree.iter(f"{P}cNvPr")]
            copy.find(f"./*/{P}cNvPr").set("id", str(max(numbers) + 1))
            if not changes.takes_layout:
                _set_frame(copy, self._frames.get(new[place]))
            before = max((other for other in placed if other < place), default=None)
            tree.insert(2 if before is None else tree.index(_in_tree(placed[before], tree)) + 1, copy)
            placed[place] = copy

    def _take_layout(self, changes: SlideChanges) -> None:
        _, hers, new = self._elements
        matched = {change.hers: change.new for change in changes.shapes}
        frames = _frames(self._hers)
        for place, element in enumerate(hers):
            mark = element.find(f"./*/{P}nvPr/{P}ph")
            if place not in matched:
                if mark is not None and element.find(f"{P}spPr/{A}xfrm") is None:
                    _set_frame(element, frames.get(element))
                continue
            theirs = new[matched[place]].find(f"./*/{P}nvPr/{P}ph")
            if mark is not None and theirs is not None:
                mark.getparent().replace(mark, self._importer.copy_element(theirs, self._new.part, self._hers.part))
        layout = self._importer.layout(self._new.slide_layout)
        relations = self._hers.part.rels
        old = next(name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        relations.pop(old)
        self._hers.part.relate_to(layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)

    def _write_notes(self, changes: SlideChanges) -> None:
        lines = changes.speaker_notes.lines
        if lines and not self._hers.has_notes_slide:
            self._importer.notes(self._new, self._hers.part)
        body = notes_body(self._hers)
        if body is not None:
            rewrite(body, notes_body(self._base), notes_body(self._new), lines)


def _frames(slide: Slide) -> dict[Any, tuple[int, int, int, int]]:
    return {
        shape._element: (shape.left, shape.top, shape.width, shape.height)
        for shape in slide.shapes
        if _has_place(shape)
    }


def _has_place(shape: Any) -> bool:
    return shape.left is not None


def _in_tree(element: Any, tree: Any) -> Any:
    """The element itself, or the group right in the tree that it is in."""
    while element.getparent() is not tree:
        element = element.getparent()
    return element


def _set_frame(element: Any, frame: tuple[int, int, int, int] | None) -> None:
    if frame is None:
        return
    element.x, element.y, element.cx, element.cy = frame
