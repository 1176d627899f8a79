"""A mended copy of a deck: only what is certain, and never a text or a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from takeabreath.doctor.checks.language import language_of
from takeabreath.doctor.deck import read_deck
from takeabreath.doctor.limits import UnreadableDeck
from takeabreath.doctor.mend_package import (
    mend_notes_master,
    mend_preview,
    mend_printer,
    mend_slide_size,
    mend_stale,
    mend_title,
)
from takeabreath.doctor.mend_slides import mend_decorations, mend_header_rows, mend_languages, mend_names
from takeabreath.doctor.work import Work, packed

_MENDINGS: tuple[Callable[[Work], str], ...] = (
    mend_languages, mend_header_rows, mend_decorations, mend_names, mend_notes_master, mend_slide_size, mend_printer,
    mend_title, mend_stale, mend_preview,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy, and what was done, in words; where nothing was done it is the file as it was."""

    file: bytes
    done: tuple[str, ...]


def mend(file: bytes, language: str | None = None) -> Mended:
    """Mend what is safe; `language` is for texts that name none. Raises UnreadableDeck."""
    deck = read_deck(file)
    if any(name.startswith("_xmlsignatures/") for name in deck.package.names):
        raise UnreadableDeck("The deck is signed, and any change would break the signature. It was left alone.")
    work = Work(deck, language or language_of(deck))
    done = tuple(said for mending in _MENDINGS if (said := mending(work)))
    return Mended(packed(work) if done else file, done)
