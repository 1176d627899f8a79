"""What becomes of each slide and shape when her deck and the new version are made into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from takeabreath.keep.decide_shapes import Note, NoteKind, SlideChanges, change_slide, is_touched
from takeabreath.keep.match import match_slides
from takeabreath.keep.outline import SlideOutline

Deck = Sequence[SlideOutline]


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """A slide of the outcome: hers with `changes` where `hers` is given, else the new one at `new`."""

    title: str
    hers: int | None = None
    base: int | None = None
    new: int | None = None
    changes: SlideChanges | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class MergePlan:
    """The slides of the outcome in order, and what there is to tell of slides that are not in it."""

    slides: tuple[SlidePlan, ...]
    gone: tuple[tuple[str, Note], ...] = ()

    def count(self, kind: NoteKind) -> int:
        told = [note for slide in self.slides for note in slide.notes] + [note for _, note in self.gone]
        return sum(note.kind is kind for note in told)


@dataclass(slots=True)
class _Versions:
    """The three versions of a deck, and where the base's slides are in the others."""

    base: Deck
    hers: Deck
    new: Deck
    in_hers: dict[int, int] = field(default_factory=dict)
    in_new: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.in_hers = match_slides(self.base, self.hers)
        self.in_new = match_slides(self.base, self.new)

    def base_of_hers(self, place: int) -> int | None:
        return next((base for base, hers in self.in_hers.items() if hers == place), None)

    def base_of_new(self, place: int) -> int | None:
        return next((base for base, new in self.in_new.items() if new == place), None)

    def is_dropped(self, base: int) -> bool:
        """Whether the new version is without the slide and she has left it as it was."""
        return base not in self.in_new and not is_touched(self.base[base], self.hers[self.in_hers[base]])


def plan_merge(base: Deck, hers: Deck, new: Deck) -> MergePlan:
    """Her slides as she has them, brought up to date where she changed nothing, and the new slides among them."""
    versions = _Versions(base, hers, new)
    known_layouts = {slide.layout for slide in base}
    slides = tuple(_plan_slide(versions, *places, known_layouts) for places in _order(versions))
    return MergePlan(slides, tuple(_gone(versions)))


def _plan_slide(versions: _Versions, hers: int | None, new: int | None, known_layouts: set[str]) -> SlidePlan:
    if hers is None:
        assert new is not None
        title = versions.new[new].title
        return SlidePlan(title, new=new, notes=(Note(NoteKind.UPDATED, "this slide is new"),))
    slide = versions.hers[hers]
    base = versions.base_of_hers(hers)
    if base is None:
        return SlidePlan(slide.title, hers, notes=(Note(NoteKind.KEPT, "you added this slide"),))
    if new is None:
        what = "you changed this slide; the new version is without it"
        note = Note(NoteKind.CONFLICT, what, ("(the slide as you have it)",))
        return SlidePlan(slide.title, hers, base, notes=(note,))
    changes = change_slide(versions.base[base], slide, versions.new[new], known_layouts)
    is_hers = slide.title != versions.base[base].title
    title = slide.title if is_hers else versions.new[new].title
    return SlidePlan(title, hers, base, new, changes, changes.notes)


def _gone(versions: _Versions) -> Iterator[tuple[str, Note]]:
    for base, slide in enumerate(versions.base):
        if base in versions.in_hers:
            if versions.is_dropped(base):
                yield slide.title, Note(NoteKind.UPDATED, "the new version is without this slide")
        elif base in versions.in_new:
            yield slide.title, _left_out(slide, versions.new[versions.in_new[base]])


def _left_out(base: SlideOutline, new: SlideOutline) -> Note:
    if not is_touched(base, new):
        return Note(NoteKind.KEPT, "you took out this slide")
    texts = tuple(line for shape in new.shapes for line in shape.paragraphs)
    return Note(NoteKind.CONFLICT, "you took out this slide; the new version has changed it", (), texts)


def _order(versions: _Versions) -> Iterator[tuple[int | None, int | None]]:
    """The outcome's slides as places in hers and in the new version.

    The new order is taken where she kept the old one; her own slides stay behind those that they followed.
    """
    kept = [hers for hers in range(len(versions.hers)) if not _drops(versions, hers)]
    common = [base for hers in kept if (base := versions.base_of_hers(hers)) is not None]
    if common == sorted(common):
        kept = _in_new_order(versions, kept)
    yield from _with_new_slides(versions, [(hers, _new_of(versions, hers)) for hers in kept])


def _drops(versions: _Versions, hers: int) -> bool:
    base = versions.base_of_hers(hers)
    return base is not None and versions.is_dropped(base)


def _new_of(versions: _Versions, hers: int) -> int | None:
    base = versions.base_of_hers(hers)
    return None if base is None else versions.in_new.get(base)


def _in_new_order(versions: _Versions, kept: list[int]) -> list[int]:
    """Her slides with those that are in the new version put in its order; others follow what they followed."""
    runs: list[list[int]] = [[]]
    for hers in kept:
        if _new_of(versions, hers) is None:
            runs[-1].append(hers)
        else:
            runs.append([hers])
    first, *others = runs
    others.sort(key=lambda run: _new_of(versions, run[0]) or 0)
    return first + [hers for run in others for hers in run]


def _with_new_slides(
    versions: _Versions, pairs: list[tuple[int | None, int | None]]
) -> list[tuple[int | None, int | None]]:
    """Slides that only the new version has go behind the one before them there, or to the front."""
    for new in range(len(versions.new)):
        if versions.base_of_new(new) is None:
            before = [place for place, pair in enumerate(pairs) if pair[1] is not None and pair[1] < new]
            nearest = max(before, key=lambda place: pairs[place][1] or 0, default=-1)
            pairs.insert(nearest + 1, (None, new))
    return pairs
