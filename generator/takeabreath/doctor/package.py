"""The package of a deck, opened with limits: nothing is unpacked before its sizes are known.

Only names inside the package are ever looked up; nothing is written to a disk, so no name can lead anywhere.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote

from takeabreath.doctor.limits import LARGEST_FILE, UnreadableDeck, check_count, check_entries, is_markup, too_large
from takeabreath.doctor.markup import (
    CONTENT_TYPES,
    RELATIONS,
    TYPES,
    Element,
    UnsafeMarkup,
    count_marks,
    parse,
    refuse_declarations,
)
from takeabreath.doctor.refusals import (
    DAMAGED,
    NOT_A_DECK,
    refusal_of_bytes,
    refusal_of_type,
)
from takeabreath.doctor.wording import printable

MOST_MARKS_IN_ALL = 2_000_000

_ZIP_TROUBLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
    KeyError, IndexError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A line from a part to another part, by its full name, or to something outside."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a deck by name, without a leading slash; XML is parsed when it is asked for."""

    archive: zipfile.ZipFile
    _trees: dict[str, Element] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _marks: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(entry.filename for entry in self.archive.infolist() if not entry.is_dir())

    def __contains__(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def read(self, name: str) -> bytes:
        """A part's bytes; raises UnreadableDeck where it is not there or damaged."""
        with _told_as_damage():
            return self.archive.read(name)

    def tree(self, name: str) -> Element:
        """The root of a part, the same at every call."""
        if name not in self._trees:
            data = self.read(name)
            self._marks += count_marks(data)
            if self._marks > MOST_MARKS_IN_ALL:
                raise UnreadableDeck("The deck holds too much to be looked at. Split it into smaller decks.")
            self._trees[name] = _parsed(name, data)
        return self._trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part is related to, by relation id; "" is the package itself."""
        if name not in self._relations:
            part = relations_part(name)
            entries = self.tree(part).iter(f"{RELATIONS}Relationship") if part in self else ()
            found = [_relation(name, entry) for entry in entries]
            self._relations[name] = {relation.id: relation for relation in found}
        return self._relations[name]

    def related(self, name: str, kind: str) -> str | None:
        """The first part inside the package that is related in this way (the last word of the relation's type)."""
        targets = (
            relation.target
            for relation in self.relations(name).values()
            if relation.kind == kind and not relation.external and relation.target in self
        )
        return next(targets, None)

    def content_type(self, name: str) -> str:
        """What the package says that a part is; empty where it says nothing."""
        types = self.tree(CONTENT_TYPES)
        for entry in types.iter(f"{TYPES}Override"):
            if entry.get("PartName", "").lstrip("/").lower() == name.lower():
                return str(entry.get("ContentType", ""))
        suffix = name.rpartition(".")[2].lower()
        defaults = (e for e in types.iter(f"{TYPES}Default") if e.get("Extension", "").lower() == suffix)
        return next((str(entry.get("ContentType", "")) for entry in defaults), "")


def open_package(file: bytes) -> Package:
    """The package of a deck; raises UnreadableDeck for whatever else the bytes are."""
    if len(file) > LARGEST_FILE:
        raise UnreadableDeck(too_large(len(file)))
    refusal = refusal_of_bytes(file)
    if refusal:
        raise UnreadableDeck(refusal)
    with _told_as_damage():
        is_zip = zipfile.is_zipfile(io.BytesIO(file))
    if not is_zip:
        raise UnreadableDeck(DAMAGED if file.startswith(b"PK") else NOT_A_DECK)
    check_count(file)
    with _told_as_damage():
        archive = zipfile.ZipFile(io.BytesIO(file))
    check_entries(archive, len(file))
    with _told_as_damage():
        if archive.testzip() is not None:
            raise UnreadableDeck(DAMAGED)
    package = Package(archive)
    _check_markup(package)
    _check_kind(package)
    return package


def relations_part(name: str) -> str:
    """Where the relations of a part are kept; "" stands for the package."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


@contextmanager
def _told_as_damage() -> Iterator[None]:
    try:
        yield
    except UnreadableDeck:
        raise
    except _ZIP_TROUBLE:
        raise UnreadableDeck(DAMAGED) from None


def _check_markup(package: Package) -> None:
    """No part of the deck may declare entities, whether it is looked at or not."""
    for name in filter(is_markup, package.names):
        try:
            refuse_declarations(package.read(name))
        except UnsafeMarkup as trouble:
            raise _trouble(name, trouble) from None


def _check_kind(package: Package) -> None:
    main = package.related("", "officeDocument")
    content_type = package.content_type(main) if main else ""
    refusal = refusal_of_type(content_type)
    if refusal:
        raise UnreadableDeck(refusal)
    if not main or "presentationml" not in content_type:
        raise UnreadableDeck(NOT_A_DECK)
    if "purl.oclc.org" in str(package.tree(main).tag):
        raise UnreadableDeck(
            "The deck was saved as Strict Open XML Presentation. In PowerPoint save it as PowerPoint Presentation "
            "(.pptx), which more programs read."
        )


def _parsed(name: str, data: bytes) -> Element:
    try:
        return parse(data)
    except UnsafeMarkup as trouble:
        raise _trouble(name, trouble) from None


def _trouble(name: str, trouble: UnsafeMarkup) -> UnreadableDeck:
    return UnreadableDeck(f"The part {printable(name)} of the file {trouble}")


def _relation(source: str, entry: Element) -> Relation:
    external = entry.get("TargetMode") == "External"
    target = str(entry.get("Target", ""))
    return Relation(
        id=str(entry.get("Id", "")),
        kind=str(entry.get("Type", "")).rpartition("/")[2],
        target=target if external else part_name(source, target),
        external=external,
    )


def part_name(source: str, target: str) -> str:
    """The full name of a part that another one points at."""
    folder = posixpath.dirname(source)
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
