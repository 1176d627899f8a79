"""A deck under the hands: which parts have changed, which are gone, and the copy that comes of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from takeabreath.doctor.deck import Deck
from takeabreath.doctor.markup import CONTENT_TYPES, RELATIONS, TYPES, serialised
from takeabreath.doctor.package import Package, part_name, relations_part


@dataclass(slots=True)
class Work:
    """`language` is for texts that name none; None leaves them as they are."""

    deck: Deck
    language: str | None
    changed: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    @property
    def package(self) -> Package:
        return self.deck.package


def drop(work: Work, source: str, parts: set[str]) -> None:
    """Take parts out, with the line that leads to them and what the package says of them."""
    if not parts:
        return
    listing = relations_part(source)
    for entry in list(work.package.tree(listing)):
        if entry.tag == f"{RELATIONS}Relationship" and part_name(source, entry.get("Target", "")) in parts:
            entry.getparent().remove(entry)
    types = work.package.tree(CONTENT_TYPES)
    for entry in types.findall(f"{TYPES}Override"):
        if entry.get("PartName", "").lstrip("/") in parts:
            types.remove(entry)
    work.changed |= {listing, CONTENT_TYPES}
    work.dropped |= parts


def packed(work: Work) -> bytes:
    """The parts in the order and with the dates of the original."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for entry in work.package.archive.infolist():
            name = entry.filename
            if name in work.dropped or entry.is_dir():
                continue
            kept = zipfile.ZipInfo(name, entry.date_time)
            kept.compress_type, kept.create_system = entry.compress_type, 0
            content = serialised(work.package.tree(name)) if name in work.changed else work.package.read(name)
            copy.writestr(kept, content)
    return stream.getvalue()


def counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
