"""Three versions of a text made into one: what each has changed is there, and nothing that she typed is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takeabreath.keep.three_way import Conflict, MergedLines, merge_lines

texts = st.lists(st.sampled_from(["a", "b", "c", "d", "a b", "a c", ""]), max_size=6)


def outcome(merged: MergedLines, hers: list[str], new: list[str]) -> list[str]:
    taken = []
    for line in merged.lines:
        if line.new is not None:
            taken.append(new[line.new])
        else:
            assert line.hers is not None
            taken.append(hers[line.hers])
    return taken


@pytest.mark.parametrize(
    ("base", "hers", "new", "becomes", "conflicts"),
    [
        ("1 2 3", "1 2 3", "1 zwei 3", "1 zwei 3", []),
        ("1 2 3", "1 two 3", "1 2 3", "1 two 3", []),
        ("1 2 3", "one 2 3", "1 2 drei", "one 2 drei", []),
        ("1 2 3", "one 2 3", "1 zwei 3", "one zwei 3", []),
        ("1 2 3", "1 2 3 mine", "1 2 3 4", "1 2 3 mine 4", []),
        ("1 2 3", "1 2 3 4", "1 2 3 4", "1 2 3 4", []),
        ("1 2 3", "1 3", "1 2 drei", "1 drei", []),
        ("1 2 3", "1 two 3", "1 zwei 3", "1 two 3", [Conflict(("two",), ("zwei",))]),
        ("1 2 3", "1 3", "1 zwei 3", "1 3", [Conflict((), ("zwei",))]),
        ("1 2 3", "1 two 3", "1 3", "1 two 3", [Conflict(("two",), ())]),
        ("1 2 3", "1 two three", "1 zwei drei", "1 two three", [Conflict(("two", "three"), ("zwei", "drei"))]),
        ("1 2", "", "1 2", "", []),
        ("", "mine", "new", "mine new", []),
    ],
)
def test_each_side_keeps_what_it_changed(
    base: str, hers: str, new: str, becomes: str, conflicts: list[Conflict]
) -> None:
    merged = merge_lines(base.split(), hers.split(), new.split())
    assert outcome(merged, hers.split(), new.split()) == becomes.split()
    assert list(merged.conflicts) == conflicts


@given(texts, texts)
def test_without_her_changes_it_is_the_new_version(base: list[str], new: list[str]) -> None:
    merged = merge_lines(base, base, new)
    assert outcome(merged, base, new) == new
    assert (merged.conflicts, merged.is_hers) == ((), False)
    assert merged.is_updated == (base != new)


@given(texts, texts)
def test_without_new_changes_it_is_hers(base: list[str], hers: list[str]) -> None:
    merged = merge_lines(base, hers, base)
    assert outcome(merged, hers, base) == hers
    assert (merged.conflicts, merged.is_updated) == ((), False)


@given(texts, texts)
def test_where_both_made_the_same_change_it_is_made_once(base: list[str], both: list[str]) -> None:
    merged = merge_lines(base, both, both)
    assert outcome(merged, both, both) == both
    assert merged.conflicts == ()


@given(texts, st.data())
def test_nothing_that_she_typed_is_lost_nor_comes_twice(base: list[str], data: st.DataObject) -> None:
    typed = [f"typed {number}" for number in range(3)]
    hers = data.draw(st.permutations([*base, *typed]))
    new = data.draw(texts)
    becomes = outcome(merge_lines(base, hers, new), hers, new)
    assert sorted(line for line in becomes if line.startswith("typed")) == typed
    assert [line for line in becomes if line.startswith("typed")] == [line for line in hers if line.startswith("typed")]


@given(texts, texts, texts)
def test_every_new_text_is_there_or_told(base: list[str], hers: list[str], new: list[str]) -> None:
    merged = merge_lines(base, hers, new)
    told = {line for conflict in merged.conflicts for line in conflict.new}
    assert set(new) - set(base) <= set(outcome(merged, hers, new)) | told
