"""Properties of the document: a title, and nothing that a template left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from takeabreath.doctor.deck import Deck
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import CP, DC, Element
from takeabreath.doctor.wording import quoted

_NO_TITLE = re.compile(
    r"|(microsoft )?power ?point[ -]?(presentation|präsentation)|(presentation|slide|folie|untitled|diapositiva|"
    r"pptxgenjs presentation|no slide title)\s*\d*|.*\.pptx?",
    re.IGNORECASE,
)
#: What writers of decks leave in the properties of decks that are not theirs.
STALE = {
    f"{DC}creator": frozenset({"Steve Canny", "PptxGenJS", "python-pptx", "Unknown Creator"}),
    f"{CP}lastModifiedBy": frozenset({"Steve Canny", "PptxGenJS", "python-pptx", "Unknown Creator"}),
    f"{DC}description": frozenset({"generated using python-pptx"}),
    f"{DC}subject": frozenset({"PptxGenJS Presentation"}),
}
#: The previews inside the templates of widely used writers.
_PREVIEWS = frozenset({"116f9aa8ea038e39ef47ee99a23592ab569cf77feafecd0a30e222369e931d25"})


def check_properties(deck: Deck) -> Iterator[Finding]:
    properties = core_properties(deck)
    title = "" if properties is None else str(properties.findtext(f"{DC}title") or "").strip()
    if not has_title(properties):
        yield Finding(Fault.PROPERTIES_TITLE, detail=quoted(title) if title else "")
    for element in stale_properties(properties):
        yield Finding(Fault.PROPERTIES_STALE, detail=quoted(element.text))
    if stale_preview(deck):
        yield Finding(Fault.THUMBNAIL_STALE)


def core_properties(deck: Deck) -> Element | None:
    part = deck.package.related("", "core-properties")
    return deck.package.tree(part) if part else None


def has_title(properties: Element | None) -> bool:
    title = "" if properties is None else str(properties.findtext(f"{DC}title") or "").strip()
    return not _NO_TITLE.fullmatch(title)


def stale_properties(properties: Element | None) -> list[Element]:
    """The properties that name somebody or something that has no part in the deck."""
    if properties is None:
        return []
    named = [(found, texts) for tag, texts in STALE.items() for found in properties.iterfind(tag)]
    return [found for found, texts in named if (found.text or "").strip() in texts]


def stale_preview(deck: Deck) -> str | None:
    """The part with the preview of a template."""
    part = deck.package.related("", "thumbnail")
    return part if part and sha256(deck.package.read(part)).hexdigest() in _PREVIEWS else None
