"""The sections of the merged deck: hers, with the new slides in them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.presentation import Presentation

from takeabreath.keep.decide import MergePlan

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def keep_sections(hers: Presentation, new: Presentation, plan: MergePlan) -> None:
    """List every slide in its section, in the order of the slides; PowerPoint wants it so.

    A new slide goes in the section of its name, which is made where she has none.
    """
    listed = _section_list(hers)
    if listed is None:
        return
    sections = {section.get("name"): section for section in reversed(listed)}
    of_slide = _names(listed)
    in_new = _section_list(new)
    of_new = _names(in_new)
    new_ids = [entry.get("id") for entry in new.part._element.sldIdLst]
    ids = [entry.get("id") for entry in hers.part._element.sldIdLst]
    filled: list[tuple[str, list[str]]] = []
    for slide_id, planned in zip(ids, plan.slides, strict=True):
        known = of_slide if planned.hers is not None else of_new
        key = slide_id if planned.hers is not None else new_ids[planned.new or 0]
        name = known.get(key, filled[-1][0] if filled else next(iter(of_slide.values()), ""))
        if not filled or (name != filled[-1][0] and name not in {done for done, _ in filled}):
            filled.append((name, []))
        filled[-1][1].append(slide_id)
    theirs = {} if in_new is None else {section.get("name"): section for section in in_new}
    _write(listed, [(sections.get(name, theirs.get(name)), slide_ids) for name, slide_ids in filled])


def _section_list(deck: Presentation) -> Any:
    return deck.part._element.find(f".//{P14}sectionLst")


def _names(listed: Any) -> dict[str, str]:
    """The section's name of each slide, by its id."""
    sections = () if listed is None else listed
    return {slide.get("id"): section.get("name") for section in sections for slide in section.iter(f"{P14}sldId")}


def _write(listed: Any, filled: list[tuple[Any, list[str]]]) -> None:
    for section in list(listed):
        listed.remove(section)
    for section, slide_ids in filled:
        copy = deepcopy(section)
        slides = copy.find(f"{P14}sldIdLst")
        if slides is None:
            slides = etree.SubElement(copy, f"{P14}sldIdLst")
            copy.insert(0, slides)
        for slide in list(slides):
            slides.remove(slide)
        for slide_id in slide_ids:
            etree.SubElement(slides, f"{P14}sldId", id=slide_id)
        listed.append(copy)
