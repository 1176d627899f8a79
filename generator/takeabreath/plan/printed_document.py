"""A document as a part of a booklet: a page by itself, or a lesson plan inside a facilitator's pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.plan.document import Block, Document


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A document's title and blocks; `picture` is its cover.

    For adults it is set in their type size. One that is `snug` stands close together, to need no further page.
    """

    title: str
    strap: str
    picture: str
    for_adults: bool
    blocks: tuple[Block, ...]
    snug: bool = False
    kind: Literal["document"] = "document"


def document_part(document: Document, *, for_adults: bool = True) -> DocumentPart:
    """The whole document; the booklet brings the pictures that it names."""
    return DocumentPart(document.title, document.strap, document.cover.id, for_adults, document.blocks)
