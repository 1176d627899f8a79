"""What was kept of hers, what is new, and where both meet, in words."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.keep.decide import MergePlan
from takeabreath.keep.decide_shapes import Note, NoteKind

_HEADINGS = (
    (NoteKind.CONFLICT, "CHANGED BY YOU AND BY THE NEW VERSION", "Your version is in the merged deck."),
    (NoteKind.KEPT, "KEPT AS YOU HAVE IT", ""),
    (NoteKind.UPDATED, "BROUGHT UP TO DATE", ""),
)


def report_text(plan: MergePlan, *, file: str, merged: str, command: str) -> str:
    """The report; `file` and `merged` are the decks' names, `command` is what takes the merged deck."""
    lines = [
        f"{file} is as you left it. {merged} has your changes and the new version's together.",
        f"Look it through. To take it, run:  {command}",
        f"To go on with yours, delete {merged}.",
    ]
    for kind, heading, about in _HEADINGS:
        told = list(_told(plan, kind))
        if told:
            lines += ["", "", heading, *([about] if about else []), "", *told]
    return "\n".join(lines) + "\n"


def _told(plan: MergePlan, kind: NoteKind) -> Iterator[str]:
    places = [(f"Slide {number}, “{slide.title}”", slide.notes) for number, slide in enumerate(plan.slides, 1)]
    places += [(f"“{title}”, no longer in the deck", (note,)) for title, note in plan.gone]
    for place, notes in places:
        told = [note for note in notes if note.kind is kind]
        if told:
            yield place
            for note in told:
                yield from _lines(note)


def _lines(note: Note) -> Iterator[str]:
    yield f"  {note.what}"
    if note.kind is NoteKind.CONFLICT:
        yield from _side("yours", note.hers)
        yield from _side("new", note.new)


def _side(whose: str, texts: tuple[str, ...]) -> Iterator[str]:
    first, *others = texts or ("(nothing)",)
    yield f"    {whose + ':':7}{first}"
    yield from (f"           {text}" for text in others)
