"""Three versions of some paragraphs made into one: what both have in common, what each has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the outcome. `hers`, `base` and `new` are its places in the three versions.

    Where `hers` alone is given, it stays as it is; where `new` alone, it comes in; where all are given, she has
    left the paragraph as it was, and it gets what the new version has changed.
    """

    hers: int | None = None
    base: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What she has and what the new version has for the same paragraph; empty where one took it out."""

    hers: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedLines:
    """The outcome; `is_hers` says whether she changed anything, `is_updated` whether her paragraphs change."""

    lines: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]
    is_hers: bool
    is_updated: bool


@dataclass(slots=True)
class _Changes:
    """For each paragraph of the base, its place in the other version or None; what stands new before each."""

    places: list[int | None]
    gaps: list[list[int]] = field(default_factory=list)


def merge_lines(base: Sequence[str], hers: Sequence[str], new: Sequence[str]) -> MergedLines:
    """Her changes and the new ones; where they meet, hers stays and the conflict is told."""
    ours, theirs = _changes(base, hers), _changes(base, new)
    lines: list[Line] = []
    conflicts: dict[int, Conflict] = {}
    for number in range(len(base) + 1):
        added = [hers[place] for place in ours.gaps[number]]
        lines += (Line(hers=place) for place in ours.gaps[number])
        lines += (Line(new=place) for place in theirs.gaps[number] if new[place] not in added)
        if number < len(base):
            line, conflict = _merge_line(base, hers, new, (ours.places[number], number, theirs.places[number]))
            lines += [line] if line else []
            if conflict:
                conflicts[number] = conflict
    outcome = [new[line.new] if line.new is not None else hers[line.hers or 0] for line in lines]
    return MergedLines(tuple(lines), tuple(_joined(conflicts)), tuple(base) != tuple(hers), outcome != list(hers))


def _joined(conflicts: dict[int, Conflict]) -> Iterator[Conflict]:
    """Conflicts in paragraphs that follow each other are one."""
    open_one: Conflict | None = None
    for number, conflict in conflicts.items():
        if open_one is not None and number - 1 in conflicts:
            open_one = Conflict(open_one.hers + conflict.hers, open_one.new + conflict.new)
        else:
            if open_one is not None:
                yield open_one
            open_one = conflict
    if open_one is not None:
        yield open_one


def _merge_line(
    base: Sequence[str], hers: Sequence[str], new: Sequence[str], places: tuple[int | None, int, int | None]
) -> tuple[Line | None, Conflict | None]:
    at_hers, at_base, at_new = places
    if at_hers is None:
        missed = at_new is not None and new[at_new] != base[at_base]
        return None, Conflict((), (new[at_new],)) if missed and at_new is not None else None
    is_hers = hers[at_hers] != base[at_base]
    if at_new is None:
        return (Line(hers=at_hers), Conflict((hers[at_hers],), ())) if is_hers else (None, None)
    if not is_hers:
        return Line(at_hers, at_base, at_new), None
    if new[at_new] in (hers[at_hers], base[at_base]):
        return Line(hers=at_hers), None
    return Line(hers=at_hers), Conflict((hers[at_hers],), (new[at_new],))


def _changes(base: Sequence[str], other: Sequence[str]) -> _Changes:
    changes = _Changes([None] * len(base), [[] for _ in range(len(base) + 1)])
    for kind, start, end, other_start, other_end in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        pairs = list(_pairs(base[start:end], other[other_start:other_end], is_equal=kind == "equal"))
        for at_base, at_other in pairs:
            changes.places[start + at_base] = other_start + at_other
        for place in range(other_start, other_end):
            before = [at_base for at_base, at_other in pairs if other_start + at_other > place]
            if place - other_start not in {at_other for _, at_other in pairs}:
                changes.gaps[start + min(before) if before else end].append(place)
    return changes


def _pairs(base: Sequence[str], other: Sequence[str], *, is_equal: bool) -> Iterator[tuple[int, int]]:
    """Which paragraph of a rewritten block stands for which: in order, each with the likest that is left."""
    if is_equal or len(base) == len(other):
        yield from ((place, place) for place in range(len(base)))
        return
    few, many = (base, other) if len(base) < len(other) else (other, base)
    start = 0
    for place, text in enumerate(few):
        room = range(start, len(many) - (len(few) - place) + 1)
        likest = max(room, key=lambda at: (SequenceMatcher(None, text, many[at]).ratio(), -at))
        yield (place, likest) if few is base else (likest, place)
        start = likest + 1
