"""The folder that a facilitator takes along: what lies in it under which name, and the page to read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from takeabreath.model.curriculum import RouteEdition
from takeabreath.model.fill import fill
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.copies import LEADER, Share, copies_for, for_whom
from takeabreath.plan.document import Block, Document, Heading, Points, SmallPrint, Table, cell, plain, strong
from takeabreath.plan.pack import pack_sheets
from takeabreath.plan.pack_sheets import PackSheet
from takeabreath.plan.printed_document import document_part


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A file of the folder: its place, and what it is in a few words.

    `share` is there for what is printed from the file itself; `both_sides` as in a print list.
    """

    path: str
    says: str
    share: Share | None = None
    both_sides: bool = False


def sheets_to_copy(edition: RouteEdition) -> tuple[PackSheet, ...]:
    """What is printed more often than the pack, or hung up: each is a file of its own too."""
    return tuple(sheet for sheet, _ in pack_sheets(edition) if not sheet.share.for_leader)


def plan_pack_sheet(edition: RouteEdition, number: int) -> Booklet:
    """One of the sheets to copy, by its place among them."""
    sheet = sheets_to_copy(edition)[number]
    summary = fill(edition.way.summary, edition.region)
    return booklet_of(edition, sheet.title, summary, sheet.parts, print_labels(edition.labels))


def sheet_file(edition: RouteEdition, sheet: PackSheet) -> str:
    """A file name that says how often to print it, such as `home-card-24-copies`."""
    copies = copies_for(sheet.share, edition.group)
    return f"{sheet.name}-{copies}-{'copy' if copies == 1 else 'copies'}"


def plan_read_me(edition: RouteEdition, entries: Iterable[PackEntry]) -> Document:
    """The page on top: what to do in which order, what to print from which file, and what else is there."""
    title = edition.labels.pack.folder_title.format(title=fill(edition.way.title, edition.region))
    labels = edition.labels.plan
    return Document(
        title=title,
        strap=edition.labels.pack.folder_says.format(count=edition.group, band=edition.band.name),
        summary=fill(edition.way.summary, edition.region),
        source_note=labels.generated.format(file=edition.whole.source_file),
        source_file=edition.whole.source_file,
        footer=f"{edition.course.title} · {title}",
        page=str(labels.page),
        page_of=str(labels.page_of),
        language=edition.language,
        locale=str(edition.labels.common.locale),
        creator=str(edition.course.creator),
        band=str(edition.band.id),
        paper=edition.style.paper,
        cover=edition.pictures[edition.whole.lesson.cover],
        blocks=tuple(_blocks(edition, tuple(entries))),
    )


def plan_read_me_print(edition: RouteEdition, document: Document) -> Booklet:
    """The same page for the printer."""
    parts = (document_part(document),)
    return booklet_of(edition, document.title, document.summary, parts, print_labels(edition.labels))


def _blocks(edition: RouteEdition, entries: tuple[PackEntry, ...]) -> Iterator[Block]:
    labels = edition.labels.pack
    yield Points("number", tuple(plain(str(text)) for text in labels.folder_how_to))
    reviewed = plain(fill(edition.course.reviewed, edition.region))
    yield SmallPrint(str(edition.labels.handout.before_use), (reviewed,))
    yield Heading(1, labels.print_files.format(folder=entries[0].path.partition("/")[0]))
    yield Points("bullet", tuple(plain(str(text)) for text in labels.printing))
    yield _print_table(edition, tuple(entry for entry in entries if entry.share is not None))
    yield Heading(1, str(labels.other_files))
    rows = tuple(((strong(entry.path),), cell(entry.says)) for entry in entries if entry.share is None)
    yield Table(str(labels.other_files), (str(labels.file), str(labels.what)), rows, (48, 52))


def _print_table(edition: RouteEdition, entries: tuple[PackEntry, ...]) -> Table:
    labels = edition.labels.pack
    rows = tuple(
        (
            (strong(entry.path.rpartition("/")[2]),),
            cell(entry.says),
            cell(for_whom(entry.share or LEADER, labels)),
            (strong(str(copies_for(entry.share or LEADER, edition.group))),),
            cell(str(labels.both_sides if entry.both_sides else labels.one_side)),
        )
        for entry in entries
    )
    header = (labels.file, labels.what, labels.for_whom, labels.copies, labels.sides)
    return Table(str(labels.print_list), tuple(map(str, header)), rows, (40, 23, 12, 10, 15))
