"""One deck of three: what we wrote, what she made of it, and what we would write now."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from takeabreath.keep.decide import MergePlan, plan_merge
from takeabreath.keep.read_deck import open_deck, outline_of
from takeabreath.keep.write_deck import write_merged

#: A deck that unpacks to more than this is none that a class was shown.
MOST_BYTES = 2_000_000_000


class UnreadableDeck(Exception):
    """The file is no deck that can be read: damaged, locked with a password, or something else."""


@dataclass(frozen=True, slots=True)
class MergedDeck:
    """The merged deck's file and what was decided on the way."""

    file: bytes
    plan: MergePlan


def merge_decks(base: bytes, hers: bytes, new: bytes) -> MergedDeck:
    """Her deck brought up to date where she changed nothing; nothing that she typed is lost."""
    _refuse_bombs(hers)
    try:
        decks = [open_deck(file) for file in (base, hers, new)]
        outlines = [outline_of(deck) for deck in decks]
    except Exception as error:  # python-pptx raises whatever the damage leads to
        raise UnreadableDeck(str(error)) from error
    plan = plan_merge(*outlines)
    if hers == base:
        return MergedDeck(new, plan)
    if new == base:
        return MergedDeck(hers, plan)
    return MergedDeck(write_merged(plan, *decks), plan)


def _refuse_bombs(file: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            size = sum(part.file_size for part in package.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableDeck(str(error)) from error
    if size > MOST_BYTES:
        raise UnreadableDeck("it unpacks to more than a deck can be")
