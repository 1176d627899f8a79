"""How large and how odd a package may be before it is left alone."""

from __future__ import annotations

import re
import zipfile

from takeabreath.doctor.refusals import DAMAGED, SUSPICIOUS, refusal_of_names

LARGEST_FILE = 300_000_000
MOST_ENTRIES = 10_000
LARGEST_UNPACKED = 600_000_000
#: Slides pack to a tenth; a whole package that packs to a hundredth is no deck.
HIGHEST_RATIO = 100
_RATIO_MATTERS_FROM = 30_000_000
LARGEST_XML = 60_000_000

_ENTRY_MARK = b"PK\x01\x02"
_UNSAFE_NAME = re.compile(r"^[/\\]|\\|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f]")
_ENCRYPTED = 0x1


class UnreadableDeck(Exception):
    """The file cannot be looked at; the message says in words why, and what can be done."""


def too_large(size: int) -> str:
    """What is said of a file of this many bytes."""
    return (
        f"The file is {size // 1_000_000} MB; the doctor looks at decks of up to {LARGEST_FILE // 1_000_000} MB. "
        "In PowerPoint, File > Info > Compress Media, or Picture Format > Compress Pictures, makes it smaller."
    )


def check_count(file: bytes) -> None:
    """Count the parts before the list of them is read: each takes memory, however small the file."""
    if file.count(_ENTRY_MARK) > MOST_ENTRIES:
        raise UnreadableDeck(f"The file holds more than {MOST_ENTRIES:,} parts. {SUSPICIOUS}")


def check_entries(archive: zipfile.ZipFile, size: int) -> None:
    """Judge the parts of a file of `size` bytes by their names and their sizes, before any is unpacked."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    refusal = refusal_of_names(names)
    if refusal:
        raise UnreadableDeck(refusal)
    unsafe = next((name for name in names if _UNSAFE_NAME.search(name)), None)
    if unsafe is not None:
        raise UnreadableDeck(
            f"The file names a part {unsafe[:80]!r}, which points outside itself. Decks do not do that; it was left "
            "alone. Ask whoever sent it."
        )
    if len({name.lower() for name in names}) < len(entries):
        raise UnreadableDeck(f"Two parts of the file have the same name. {DAMAGED}")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableDeck("The parts of the file are locked with a password. Save a copy without one.")
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        raise UnreadableDeck(f"The file is packed in a way that PowerPoint does not use. {DAMAGED}")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or (unpacked > _RATIO_MATTERS_FROM and unpacked > HIGHEST_RATIO * size):
        raise UnreadableDeck(
            f"The file would unpack from {_megabytes(size)} to {_megabytes(unpacked)}, as files do that are made to "
            "fill up a computer. It was not unpacked. Ask whoever sent it."
        )
    if sum(entry.file_size for entry in entries if is_markup(entry.filename)) > LARGEST_XML:
        raise UnreadableDeck("The deck holds too much to be looked at. Split it into smaller decks.")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def is_markup(name: str) -> bool:
    """Whether a part is XML that belongs to the deck itself; drawings are left to those who show them."""
    return name.lower().endswith((".xml", ".rels"))
