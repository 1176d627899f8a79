"""Links: words that say where they lead, and addresses that others can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import A, R
from takeabreath.doctor.wording import quoted

_ADDRESS = re.compile(
    r"(https?://|www\.)\S+|[\w.-]+\.(com|org|net|edu|gov|my|sg|uk|io|info)(\.\w\w)?(/\S*)?", re.IGNORECASE
)
_VAGUE = re.compile(
    r"(click|press|tap)( here| this| below)?|here|this( link| page| site| website)?|link|more|read more|learn more|"
    r"more info(rmation)?|details|go|website|(klik )?(di )?sini|hier( klicken)?",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^\W+|[^\w/]+$")
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)


def check_links(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        for address, text in _links(slide):
            fault = _fault(text)
            if fault:
                yield Finding(fault, slide.number, quoted(text) + (f" leads to {quoted(address)}" if address else ""))
        for relation in slide.relations.values():
            if relation.external and _LOCAL.match(relation.target):
                yield Finding(Fault.LINK_LOCAL, slide.number, quoted(relation.target))


def _links(slide: Slide) -> Iterator[tuple[str, str]]:
    """Address and text of each link; runs next to each other that lead to the same place are one link."""
    for paragraph in slide.root.iter(f"{A}p"):
        open_address, text = None, ""
        for run in paragraph.iterfind(f"{A}r"):
            link = run.find(f"{A}rPr/{A}hlinkClick")
            relation = None if link is None else slide.relations.get(link.get(f"{R}id", ""))
            address = relation.target if relation and relation.external else None
            if address != open_address and open_address:
                yield open_address, text
            text = (text if address == open_address else "") + str(run.findtext(f"{A}t") or "")
            open_address = address
        if open_address:
            yield open_address, text


def _fault(text: str) -> Fault | None:
    words = _EDGES.sub("", text)
    if _ADDRESS.fullmatch(words):
        return Fault.LINK_BARE
    return Fault.LINK_VAGUE if _VAGUE.fullmatch(words) else None
