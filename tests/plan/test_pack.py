"""What a facilitator's pack holds, and how often each part is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takeabreath.content.editions import route_edition_of
from takeabreath.model.curriculum import Curriculum, RouteEdition
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.copies import EACH, LARGEST_GROUP, LEADER, PAIR, ROOM, SMALLEST_GROUP, Share, copies_for, for_whom
from takeabreath.plan.document import Points, Table
from takeabreath.plan.handout import Worksheet
from takeabreath.plan.pack import kit_table, plan_pack
from takeabreath.plan.pack_parts import Packed, PrintRow

GROUPS = st.integers(SMALLEST_GROUP, LARGEST_GROUP)
SHARES = st.builds(Share, st.integers(1, 30), st.integers(1, 6))

Route = Callable[[str], RouteEdition]


@pytest.fixture(scope="module")
def route(curriculum: Curriculum) -> Route:
    placed = {entry.id: entry for entry in curriculum.routes}
    return lambda name: route_edition_of(curriculum, placed[name], "en", "my")


def parts(booklet: Booklet) -> list[Packed]:
    assert all(isinstance(part, Packed) for part in booklet.parts)
    return [part for part in booklet.parts if isinstance(part, Packed)]


def rows(booklet: Booklet) -> list[PrintRow]:
    return [part.row for part in parts(booklet) if part.row is not None]


@given(SHARES, GROUPS)
def test_nobody_goes_without_and_no_copy_is_spare(share: Share, group: int) -> None:
    served = share.people * share.sets
    copies = copies_for(share, group)
    assert (copies - 1) * served < group <= copies * served


@given(GROUPS)
def test_one_is_enough_for_the_room_and_for_who_leads(group: int) -> None:
    assert copies_for(ROOM, group) == copies_for(LEADER, group) == 1
    assert copies_for(EACH, group) == group


def test_shares_are_told_in_words(route: Route) -> None:
    labels = route("8-10/route-workshop").labels.pack
    assert [for_whom(share, labels) for share in (LEADER, ROOM, EACH, PAIR)] == [
        "you", "the room", "everybody", "one for 2 people",
    ]  # fmt: skip


def test_the_pack_is_in_the_order_of_use_and_the_answers_come_last(route: Route) -> None:
    kinds = [part.part.kind for part in parts(plan_pack(route("8-10/route-workshop")))]
    in_order = (
        *("pack-cover", "pack-contents", "document", "print-list", "helplines-check", "callers-script", "tally-sheet"),
        *("first-page", "worksheet", "quiz-paper", "home-card", "closing-page", "answer-cards", "corner-signs"),
        *("steps-poster", "helplines-poster", "answers"),
    )
    places = [kinds.index(kind) for kind in in_order]
    assert places == sorted(places)
    assert kinds[-1] == "answers"


def test_every_part_has_its_own_name_and_the_first_begins_the_print_list(route: Route) -> None:
    for name in ("8-10/route-workshop", "5-7/route-four-lessons"):
        packed = parts(plan_pack(route(name)))
        assert len({part.name for part in packed}) == len(packed)
        assert packed[0].row is not None


def test_cards_are_for_two_and_on_one_side_and_what_is_written_on_is_for_everybody(route: Route) -> None:
    edition = replace(route("8-10/route-workshop"), group=25)
    seen = set()
    for part in parts(plan_pack(edition)):
        if isinstance(part.part, Worksheet) and part.row is not None:
            cut = {sheet.kind in {"order", "sort"} for sheet in part.part.sheets}
            assert len(cut) == 1
            seen |= cut
            assert (part.row.copies, part.row.both_sides) == ((13, False) if cut == {True} else (25, True))
    assert seen == {True, False}


def test_every_sheet_of_the_lesson_is_in_the_pack_once_and_in_order(route: Route) -> None:
    edition = route("8-10/route-workshop")
    packed = [part.part for part in parts(plan_pack(edition)) if isinstance(part.part, Worksheet)]
    assert [sheet.title for part in packed for sheet in part.sheets] == [
        str(sheet.title) for sheet in edition.whole.lesson.worksheet.sheets
    ]


def test_what_is_cut_or_hung_up_is_printed_on_one_side(route: Route) -> None:
    for part in parts(plan_pack(route("8-10/route-workshop"))):
        if part.part.kind in {"answer-cards", "corner-signs", "steps-poster", "helplines-poster"}:
            assert part.row is not None
            assert not part.row.both_sides


def test_the_group_changes_copies_and_nothing_else(route: Route) -> None:
    edition = route("8-10/route-workshop")
    small, large = (rows(plan_pack(replace(edition, group=group))) for group in (2, 200))
    assert [replace(row, copies=0) for row in small] == [replace(row, copies=0) for row in large]
    assert all(few.copies <= many.copies for few, many in zip(small, large, strict=True))


def test_the_kit_is_counted_for_the_group(route: Route) -> None:
    edition = replace(route("8-10/route-workshop"), group=31)
    counts = [row[0][0][0].text for row in kit_table(edition).rows]
    assert counts == [str(1 if item.per == 0 else -(-31 // item.per)) for item in edition.route.kit]


def test_before_and_after_stand_once_each_in_the_first_pages(route: Route) -> None:
    edition = route("8-10/route-workshop")
    ticked = [
        "".join(run.text for run in line)
        for part in parts(plan_pack(edition))
        for block in getattr(part.part, "blocks", ())
        if isinstance(block, Points) and block.style == "tick"
        for line in block.lines
    ]
    assert len(ticked) == len(set(ticked)) == len(edition.way.before) + len(edition.way.after)


def test_each_meeting_has_a_heading_of_its_own_with_its_sheets_below(route: Route) -> None:
    edition = route("8-10/route-four-lessons")
    packed = parts(plan_pack(edition))
    plans = [part for part in packed if part.part.kind == "document" and part.name.startswith("sheet-")]
    assert [part.row.title for part in plans if part.row] == [
        f"Meeting {number}: {lesson.lesson.title}" for number, lesson in enumerate(edition.lessons, 1)
    ]
    assert all(
        lesson.lesson_id.rpartition("/")[2] in plan.part.strap
        for plan, lesson in zip(plans, edition.lessons, strict=True)
    )  # type: ignore[attr-defined]
    assert {part.below for part in packed if part.part.kind in {"worksheet", "home-card", "quiz-paper"}} == {1}
    assert [part.part.kind for part in packed[-4:]] == ["answers"] * 4


def test_headings_of_the_parts_skip_no_level(curriculum: Curriculum) -> None:
    for placed in curriculum.routes:
        packed = parts(plan_pack(route_edition_of(curriculum, placed, "en", "my")))
        assert packed[0].below == 0
        assert all(after.below <= before.below + 1 for before, after in pairwise(packed))


def test_tables_are_as_wide_as_their_columns(route: Route) -> None:
    table = kit_table(route("8-10/route-workshop"))
    assert isinstance(table, Table)
    assert {len(row) for row in table.rows} == {len(table.header)} == {len(table.widths)}
    assert sum(table.widths) == 100
