"""Which slide and which shape of one version of a deck is which of another.

Keys and names tell where the program that saved the deck kept them; LibreOffice and Google Slides do not,
so what stands there tells too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from takeabreath.keep.outline import ShapeOutline, SlideOutline, same_look

#: From this share of common words on, two slides are taken for versions of one.
ALIKE = 0.5

#: A shape that has not been moved farther than this is where it was; programs round lengths differently.
NEAR_EMU = 40_000


def match_slides(old: Sequence[SlideOutline], new: Sequence[SlideOutline]) -> dict[int, int]:
    """The place in `new` for each place in `old` whose slide is still there."""
    found = _by_key(old, new)
    keys = {slide.key for slide in old if slide.key}
    open_old = [place for place in range(len(old)) if place not in found]
    open_new = [place for place in range(len(new)) if place not in found.values() and new[place].key not in keys]
    words = {id(slide): slide.words() for slide in (*old, *new)}
    scores = {
        (a, b): _likeness(words[id(old[a])], words[id(new[b])]) for a in open_old for b in open_new
    }  # fmt: skip
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[a, b] >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    nameless = [b for b in open_new if b not in found.values() and not new[b].key]
    return found | _by_neighbours(found, len(old), nameless)


def match_shapes(old: Sequence[ShapeOutline], new: Sequence[ShapeOutline]) -> dict[int, int]:
    """The place in `new` for each place in `old` whose shape is still there."""
    found: dict[int, int] = {}
    for same in (_same_name, _same_place, _both_titles, _same_content, same_frame):
        _pair(old, new, found, same)
    return found


def same_frame(one: ShapeOutline, other: ShapeOutline) -> bool:
    """Whether two shapes stand at the same place in the same size, as far as an eye can tell."""
    if one.frame is None or other.frame is None:
        return one.frame == other.frame
    return all(abs(a - b) <= NEAR_EMU for a, b in zip(one.frame, other.frame, strict=True))


def _by_key(old: Sequence[SlideOutline], new: Sequence[SlideOutline]) -> dict[int, int]:
    """Of several slides with one key, duplicates of each other, the likest to the old one is it."""
    found = {}
    for a, slide in enumerate(old):
        same = [b for b, other in enumerate(new) if slide.key and other.key == slide.key]
        if same:
            found[a] = max(same, key=lambda b: (_likeness(slide.words(), new[b].words()), -b))
    return found


def _by_neighbours(found: dict[int, int], count: int, left: list[int]) -> dict[int, int]:
    """A slide that is alone between two known ones in both versions."""
    pairs = {}
    for a in range(count):
        if a in found or {a - 1, a + 1} & (set(range(count)) - set(found)):
            continue
        before, after = found.get(a - 1, -1), found.get(a + 1)
        between = [b for b in left if before < b and (after is None or b < after)]
        if len(between) == 1 and between[0] == before + 1:
            pairs[a] = between[0]
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _pair(
    old: Sequence[ShapeOutline],
    new: Sequence[ShapeOutline],
    found: dict[int, int],
    same: Callable[[ShapeOutline, ShapeOutline], bool],
) -> None:
    for a, shape in enumerate(old):
        if a not in found:
            fits = [
                b
                for b, other in enumerate(new)
                if b not in found.values() and _same_kind(shape, other) and same(shape, other)
            ]
            if fits:
                found[a] = fits[0]


def _same_kind(one: ShapeOutline, other: ShapeOutline) -> bool:
    return one.kind == other.kind and one.is_slide_number == other.is_slide_number


def _same_name(one: ShapeOutline, other: ShapeOutline) -> bool:
    return one.name == other.name


def _same_place(one: ShapeOutline, other: ShapeOutline) -> bool:
    return one.place == other.place and one.place[1] != ""


def _both_titles(one: ShapeOutline, other: ShapeOutline) -> bool:
    return (one.is_title and other.is_title) or (one.is_slide_number and other.is_slide_number)


def _same_content(one: ShapeOutline, other: ShapeOutline) -> bool:
    return one.paragraphs == other.paragraphs and same_look(one.look, other.look) and bool(one.paragraphs or one.look)
