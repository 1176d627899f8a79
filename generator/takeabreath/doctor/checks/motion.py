"""Animation that hides things, and slides that go on by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import P
from takeabreath.doctor.wording import quoted

_HIDING = frozenset({"entr", "exit"})


def check_motion(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        hidden = _hidden(slide)
        if hidden:
            yield Finding(Fault.ANIMATION_HIDES, slide.number, ", ".join(map(quoted, hidden[:3])))
        if any(moving.get("advTm") is not None for moving in slide.root.iter(f"{P}transition")):
            yield Finding(Fault.SLIDE_MOVES_ON, slide.number)
        if slide.hidden:
            yield Finding(Fault.SLIDES_HIDDEN, slide.number)
        if slide.crowded:
            yield Finding(Fault.NOT_LOOKED_AT, slide.number, f"what comes after the first {len(slide.shapes)} things")
    if deck.more_slides:
        yield Finding(Fault.NOT_LOOKED_AT, detail=f"the last {deck.more_slides} slides")


def _hidden(slide: Slide) -> list[str]:
    """The names of what an effect brings in or takes away."""
    timing = slide.root.find(f"{P}timing")
    if timing is None:
        return []
    effects = (node for node in timing.iter(f"{P}cTn") if node.get("presetClass") in _HIDING)
    targets = dict.fromkeys(str(target.get("spid")) for effect in effects for target in effect.iter(f"{P}spTgt"))
    names = {str(node.get("id")): str(node.get("name", "")) for node in slide.root.iter(f"{P}cNvPr")}
    return [names.get(target) or "a shape" for target in targets]
