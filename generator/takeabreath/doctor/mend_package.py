"""What is certain around the slides: lists, settings, properties."""

from __future__ import annotations

from takeabreath.doctor.checks.programs import is_notes_master_listed, notes_master_relation, size_contradicts
from takeabreath.doctor.checks.properties import core_properties, has_title, stale_preview, stale_properties
from takeabreath.doctor.markup import DC, P, R, new_element
from takeabreath.doctor.work import Work, drop


def mend_notes_master(work: Work) -> str:
    relation = notes_master_relation(work.deck)
    presentation = work.deck.presentation
    masters = presentation.find(f"{P}sldMasterIdLst")
    if not relation or masters is None or is_notes_master_listed(work.deck):
        return ""
    for misplaced in presentation.findall(f"{P}notesMasterIdLst"):
        presentation.remove(misplaced)
    listed, entry = new_element(f"{P}notesMasterIdLst"), new_element(f"{P}notesMasterId", r=R[1:-1])
    entry.set(f"{R}id", relation)
    listed.append(entry)
    masters.addnext(listed)
    work.changed.add(work.deck.main)
    return "the notes master is listed"


def mend_slide_size(work: Work) -> str:
    if not size_contradicts(work.deck):
        return ""
    del work.deck.presentation.find(f"{P}sldSz").attrib["type"]
    work.changed.add(work.deck.main)
    return "the slide size no longer contradicts itself"


def mend_printer(work: Work) -> str:
    relations = work.package.relations(work.deck.main).values()
    parts = {relation.target for relation in relations if relation.kind == "printerSettings"}
    drop(work, work.deck.main, parts)
    return "the printer's settings are gone" if parts else ""


def mend_preview(work: Work) -> str:
    part = stale_preview(work.deck)
    drop(work, "", {part} if part else set())
    return "the template's preview is gone" if part else ""


def mend_title(work: Work) -> str:
    properties, part = core_properties(work.deck), work.package.related("", "core-properties")
    title = next((slide.title for slide in work.deck.slides[:1]), "")
    if properties is None or part is None or has_title(properties) or not title:
        return ""
    found = properties.find(f"{DC}title")
    if found is None:
        found = new_element(f"{DC}title", dc=DC[1:-1])
        properties.append(found)
    found.text = title
    work.changed.add(part)
    return "the document's title is that of its first slide"


def mend_stale(work: Work) -> str:
    found, part = stale_properties(core_properties(work.deck)), work.package.related("", "core-properties")
    for element in found:
        element.text = None
    if found and part:
        work.changed.add(part)
    return "the template's properties are gone" if found else ""
