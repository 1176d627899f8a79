"""What becomes of each shape of a slide that she, the base and the new version all have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from takeabreath.keep.match import match_shapes, same_frame
from takeabreath.keep.outline import ShapeOutline, SlideOutline, same_look
from takeabreath.keep.three_way import MergedLines, merge_lines


class NoteKind(Enum):
    CONFLICT = "conflict"
    KEPT = "kept"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell her; a conflict has what is hers and what is new, which may be nothing."""

    kind: NoteKind
    what: str
    hers: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShapeChange:
    """What her shape takes from the new one; places are those in the three versions' slides."""

    hers: int
    base: int
    new: int
    lines: MergedLines
    takes_picture: bool
    takes_frame: bool


@dataclass(frozen=True, slots=True)
class SlideChanges:
    """What her slide takes from the new one: changed shapes, added ones by their places, and those taken out."""

    shapes: tuple[ShapeChange, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]
    speaker_notes: MergedLines
    takes_layout: bool
    notes: tuple[Note, ...]


@dataclass(slots=True)
class _Decisions:
    shapes: list[ShapeChange] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    keeps_place: bool = False

    def tell(self, kind: NoteKind, what: str, hers: tuple[str, ...] = (), new: tuple[str, ...] = ()) -> None:
        self.notes.append(Note(kind, what, hers, new))


def is_touched(base: SlideOutline, other: SlideOutline) -> bool:
    """Whether a person would see a difference between two versions of a slide."""
    matched = match_shapes(base.shapes, other.shapes)
    missing = [shape for place, shape in enumerate(base.shapes) if place not in matched and not shape.is_slide_number]
    changed = any(_is_changed(base.shapes[a], other.shapes[b]) for a, b in matched.items())
    extra = len(other.shapes) > len(matched) or other.others > base.others
    return bool(missing) or changed or extra or base.notes != other.notes


def change_slide(base: SlideOutline, hers: SlideOutline, new: SlideOutline, known_layouts: set[str]) -> SlideChanges:
    """Her slide keeps its layout where she chose another, or keeps what the new version has no place for.

    Programs that drop the layouts' names chose none.
    """
    decisions = _Decisions()
    in_hers, in_new = match_shapes(base.shapes, hers.shapes), match_shapes(base.shapes, new.shapes)
    for place, shape in enumerate(base.shapes):
        mine = None if place not in in_hers else hers.shapes[in_hers[place]]
        theirs = None if place not in in_new else new.shapes[in_new[place]]
        if mine is None and theirs is not None:
            _tell_of_deleted(decisions, shape, theirs)
        elif mine is not None and theirs is None:
            _take_out(decisions, shape, mine, in_hers[place])
        elif mine is not None and theirs is not None:
            lines = _change_text(decisions, shape, mine, theirs)
            takes = (_takes_picture(decisions, shape, mine, theirs), _takes_frame(decisions, shape, mine, theirs))
            decisions.shapes.append(ShapeChange(in_hers[place], place, in_new[place], lines, *takes))
    own = {place: shape for place, shape in enumerate(hers.shapes) if place not in in_hers.values()}
    _add(decisions, own, {place: shape for place, shape in enumerate(new.shapes) if place not in in_new.values()})
    speaker_notes = _merge_speaker_notes(decisions, base, hers, new)
    keeps_layout = (hers.layout in known_layouts and hers.layout != base.layout) or decisions.keeps_place
    takes_layout = not keeps_layout and (bool(decisions.added) or base.layout != new.layout)
    moves = takes_layout or base.layout == new.layout
    shapes = tuple(replace(change, takes_frame=change.takes_frame and moves) for change in decisions.shapes)
    added, removed = tuple(decisions.added), tuple(decisions.removed)
    return SlideChanges(shapes, added, removed, speaker_notes, takes_layout, tuple(decisions.notes))


def _is_changed(base: ShapeOutline, other: ShapeOutline) -> bool:
    if base.paragraphs != other.paragraphs or _is_other_picture(base, other):
        return True
    return not (base.is_slide_number or same_frame(base, other))


def _is_other_picture(one: ShapeOutline, other: ShapeOutline) -> bool:
    return not same_look(one.look, other.look) or one.alt != other.alt


def _content(shape: ShapeOutline) -> tuple[str, ...]:
    return (f"(picture: {shape.alt})",) if shape.kind == "picture" else shape.paragraphs


def _tell_of_deleted(decisions: _Decisions, base: ShapeOutline, new: ShapeOutline) -> None:
    if base.is_slide_number:
        return
    if base.paragraphs != new.paragraphs or _is_other_picture(base, new):
        decisions.tell(NoteKind.CONFLICT, f"{base.name}: you took it out", (), _content(new))
    else:
        decisions.tell(NoteKind.KEPT, f"{base.name}: you took it out")


def _take_out(decisions: _Decisions, base: ShapeOutline, hers: ShapeOutline, place: int) -> None:
    if _is_changed(base, hers):
        decisions.keeps_place = True
        decisions.tell(NoteKind.CONFLICT, f"{base.name}: the new version is without it", _content(hers), ())
    else:
        decisions.removed.append(place)
        if not base.is_slide_number:
            decisions.tell(NoteKind.UPDATED, f"{base.name}: taken out")


def _change_text(decisions: _Decisions, base: ShapeOutline, hers: ShapeOutline, new: ShapeOutline) -> MergedLines:
    lines = merge_lines(base.paragraphs, hers.paragraphs, new.paragraphs)
    _tell_of_lines(decisions, base.name, lines)
    return lines


def _merge_speaker_notes(
    decisions: _Decisions, base: SlideOutline, hers: SlideOutline, new: SlideOutline
) -> MergedLines:
    lines = merge_lines(base.notes, hers.notes, new.notes)
    _tell_of_lines(decisions, "Speaker notes", lines)
    return lines


def _tell_of_lines(decisions: _Decisions, name: str, lines: MergedLines) -> None:
    for conflict in lines.conflicts:
        decisions.tell(NoteKind.CONFLICT, name, conflict.hers, conflict.new)
    if lines.is_hers:
        decisions.tell(NoteKind.KEPT, f"{name}: your text")
    if lines.is_updated:
        decisions.tell(NoteKind.UPDATED, f"{name}: new text")


def _takes_picture(decisions: _Decisions, base: ShapeOutline, hers: ShapeOutline, new: ShapeOutline) -> bool:
    is_hers, is_new = _is_other_picture(base, hers), _is_other_picture(base, new)
    if is_hers and is_new and _is_other_picture(hers, new):
        decisions.tell(NoteKind.CONFLICT, base.name, _content(hers), _content(new))
    elif is_hers:
        decisions.tell(NoteKind.KEPT, f"{base.name}: your picture or its description")
    elif is_new:
        decisions.tell(NoteKind.UPDATED, f"{base.name}: new picture or description")
    return is_new and not is_hers


def _takes_frame(decisions: _Decisions, base: ShapeOutline, hers: ShapeOutline, new: ShapeOutline) -> bool:
    if base.is_slide_number:
        return False
    if not same_frame(base, hers):
        decisions.tell(NoteKind.KEPT, f"{base.name}: where you put it")
        return False
    return not same_frame(base, new)


def _add(decisions: _Decisions, own: dict[int, ShapeOutline], added: dict[int, ShapeOutline]) -> None:
    """Shapes of the new version alone are added, unless she has put something in their place."""
    taken = match_shapes(tuple(added.values()), tuple(own.values()))
    mine = dict(enumerate(own.values()))
    for number, (place, shape) in enumerate(added.items()):
        other = mine.get(taken.get(number, -1))
        if other is None:
            decisions.added.append(place)
            if not shape.is_slide_number:
                decisions.tell(NoteKind.UPDATED, f"{shape.name}: added")
        elif _content(other) != _content(shape):
            decisions.tell(
                NoteKind.CONFLICT, f"{shape.name}: you have put yours there", _content(other), _content(shape)
            )
    decisions.notes += _own(shape for shape in own.values() if not shape.is_slide_number)


def _own(shapes: Iterator[ShapeOutline]) -> Iterator[Note]:
    for shape in shapes:
        yield Note(NoteKind.KEPT, f"{shape.name}: you added it")
