"""The facilitator's pack of a route: all that a session needs on paper, with nothing to look up elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from takeabreath.model.curriculum import Edition, RouteEdition
from takeabreath.model.fill import fill
from takeabreath.plan.booklet import Booklet, Part, booklet_of, print_labels
from takeabreath.plan.copies import EACH, LEADER, ROOM, Share, copies_for, for_whom
from takeabreath.plan.document import Block, Heading, Paragraph, Points, Table, cell, filled, plain, strong
from takeabreath.plan.lesson_plan import minutes_text
from takeabreath.plan.pack_parts import PackContents, PackCover, Packed, PrintList, PrintRow
from takeabreath.plan.pack_sheets import (
    PackSheet,
    answer_sheets,
    check_sheet,
    key_sheet,
    session_sheets,
    sessions,
    wall_sheets,
)
from takeabreath.plan.printed_document import DocumentPart


def plan_pack(edition: RouteEdition) -> Booklet:
    """The pack for the edition's group, in the order of use; answers come last."""
    title = fill(edition.way.title, edition.region)
    labels = edition.labels.pack
    return booklet_of(
        edition,
        labels.title.format(title=title),
        labels.summary.format(title=title, count=edition.group),
        _parts(edition),
        print_labels(edition.labels),
    )


def _parts(edition: RouteEdition) -> Iterator[Packed]:
    yield from _opening(edition)
    for place, (sheet, below) in enumerate(pack_sheets(edition), 1):
        yield from _packed(edition, sheet, place, below)


def pack_sheets(edition: RouteEdition) -> Iterator[tuple[PackSheet, int]]:
    """Everything after the first pages, and by how many levels its headings stand below a session's."""
    yield check_sheet(edition), 0
    if edition.route.meetings:
        yield from ((sheet, 0) for sheet in answer_sheets(edition))
        for number, session in enumerate(sessions(edition), 1):
            yield from _meeting_sheets(edition, session, number)
    else:
        yield from ((sheet, 0) for sheet in session_sheets(edition.whole, str(edition.labels.pack.session)))
        yield from ((sheet, 0) for sheet in answer_sheets(edition))
    yield from ((sheet, 0) for sheet in wall_sheets(edition))
    yield key_sheet(sessions(edition)), 0


def _meeting_sheets(edition: RouteEdition, session: Edition, number: int) -> Iterator[tuple[PackSheet, int]]:
    """A lesson's sheets below the heading of its plan; names and titles say which meeting it is."""
    labels = edition.labels.pack
    title = labels.meeting.format(number=number, title=fill(session.lesson.title, edition.region))
    says = labels.meeting_files.format(name=session.lesson_id.rpartition("/")[2])
    plan, *sheets = session_sheets(session, title, says=says)
    yield replace(plan, name=f"meeting-{number}-{plan.name}", listed=1), 0
    for sheet in sheets:
        named = labels.meeting.format(number=number, title=sheet.title)
        yield replace(sheet, name=f"meeting-{number}-{sheet.name}", title=named, listed=1), 1


def _packed(edition: RouteEdition, sheet: PackSheet, place: int, below: int) -> Iterator[Packed]:
    """The sheet's parts; its first has the line of the print list."""
    for number, part in enumerate(sheet.parts):
        row = _row(edition, sheet) if number == 0 else None
        yield Packed(f"sheet-{place}-{number}", part, row, below, sheet.listed)


def _row(edition: RouteEdition, sheet: PackSheet) -> PrintRow:
    labels = edition.labels.pack
    copies = copies_for(sheet.share, edition.group)
    return PrintRow(sheet.title, for_whom(sheet.share, labels), copies, sheet.both_sides)


def _opening(edition: RouteEdition) -> Iterator[Packed]:
    labels = edition.labels.pack
    first_row = PrintRow(str(labels.this_pack), for_whom(LEADER, labels), 1, both_sides=True)
    parts: Iterable[Part] = (_cover(edition), PackContents(str(labels.contents)), _how_to(edition), print_list(edition))
    for number, part in enumerate(parts):
        yield Packed(f"first-{number}", part, first_row if number == 0 else None, listed=2)


def _cover(edition: RouteEdition) -> PackCover:
    way, region, labels = edition.way, edition.region, edition.labels.pack
    return PackCover(
        strap=fill(way.strap, region),
        facts=(
            str(edition.band.name),
            minutes_text(edition.whole, edition.whole.lesson.minutes),
            labels.for_group.format(count=edition.group),
        ),
        picture=str(edition.whole.lesson.cover),
        caution=fill(edition.course.reviewed, region),
    )


def _how_to(edition: RouteEdition) -> DocumentPart:
    labels = edition.labels.pack
    return DocumentPart(
        title=str(labels.how_to_use),
        strap=fill(edition.way.summary, edition.region),
        picture=str(edition.whole.lesson.cover),
        for_adults=True,
        blocks=tuple(_how_to_blocks(edition)),
    )


def _how_to_blocks(edition: RouteEdition) -> Iterator[Block]:
    labels, region = edition.labels.pack, edition.region
    yield Points("number", tuple(plain(str(text)) for text in labels.how_to))
    yield Heading(1, str(labels.kit))
    yield kit_table(edition)
    yield Heading(1, str(labels.before))
    yield Points("tick", filled(edition.way.before, region))
    yield Heading(1, str(labels.after))
    yield Points("tick", filled(edition.way.after, region))
    yield Heading(1, str(labels.how_to_print))
    yield Points("bullet", tuple(plain(str(text)) for text in labels.printing))
    yield Paragraph(plain(fill(edition.course.reviewed, region)))


def kit_table(edition: RouteEdition) -> Table:
    """What to bring, and how many of each for the group."""
    labels = edition.labels.pack
    rows = []
    for entry in edition.route.kit:
        share = {0: ROOM, 1: EACH}.get(entry.per, Share(entry.per))
        count, whom = copies_for(share, edition.group), for_whom(share, labels)
        rows.append(((strong(str(count)),), cell(fill(entry.item, edition.region)), cell(whom)))
    header = (str(labels.how_many), str(labels.what), str(labels.for_whom))
    return Table(str(labels.kit), header, tuple(rows), (16, 56, 28))


def print_list(edition: RouteEdition) -> PrintList:
    """The words of the list; its lines are those of the parts."""
    labels = edition.labels.pack
    return PrintList(
        title=str(labels.print_list),
        says=str(labels.print_list_says),
        what=str(labels.what),
        for_whom=str(labels.for_whom),
        pages=str(labels.pages),
        copies=str(labels.copies),
        sides=str(labels.sides),
        paper=str(labels.paper),
        one_side=str(labels.one_side),
        both_sides=str(labels.both_sides),
        page_range=str(labels.page_range),
        total=str(labels.sheets_of_paper),
    )
