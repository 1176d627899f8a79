"""A booklet: printed parts in order, each beginning on a page of its own, with all that they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from takeabreath.model.curriculum import Picture, Setting
from takeabreath.model.labels import Labels
from takeabreath.model.print_style import LARGE_SHEETS, LARGE_TYPE_PT, PrintStyle, Sheet
from takeabreath.model.text import Node, Text

#: The least size of running text on half a sheet, in points.
LEAST_TYPE_PT = 10.5


class Part(Protocol):
    """A printed part; `kind` names the function that lays it out.

    Its fields called `picture` and `pictures`, at any depth, hold ids of pictures; those called `code` hold what a
    QR code says.
    """

    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in points of learners' text, adults' text, facts, the answer key and the foot of the page.

    `line_mm` is the height of a line to write on.
    """

    type_pt: float
    adult_pt: float
    fact_pt: float
    key_pt: float
    foot_pt: float
    line_mm: int


@dataclass(frozen=True, slots=True)
class Booklet:
    """What is printed together. `labels` are by name; `summary` describes the file to a catalogue."""

    title: str
    summary: str
    course: str
    creator: str
    language: str
    band: str
    style: PrintStyle
    sheet: Sheet
    measures: Measures
    labels: dict[str, str]
    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    codes: tuple[str, ...]


def booklet_of(
    setting: Setting, title: str, summary: str, parts: Iterable[Part], labels: dict[str, str], *, halves: bool = False
) -> Booklet:
    """The parts as one booklet in the setting's language, band and style; only what `halves` well can be two-up."""
    parts = tuple(parts)
    style = replace(setting.style, two_up=setting.style.two_up and halves)
    return Booklet(
        title=title,
        summary=summary,
        course=str(setting.course.title),
        creator=str(setting.course.creator),
        language=setting.language,
        band=str(setting.band.id),
        style=style,
        sheet=style.paper,
        measures=measures_of(setting, style),
        labels=labels,
        parts=parts,
        pictures=tuple(setting.pictures[name] for name in sorted(set(picture_ids(parts)))),
        codes=tuple(sorted(set(_values_of("code", [asdict(part) for part in parts])))),  # type: ignore[call-overload]
    )


def on_large_sheet(booklet: Booklet) -> Booklet:
    """The booklet laid out on A3 or Tabloid in place of its paper."""
    return replace(booklet, sheet=LARGE_SHEETS[booklet.style.paper])


def measures_of(setting: Setting, style: PrintStyle) -> Measures:
    """The band's own sizes; none below large print; on half a sheet four fifths of them. Lines to write on stay."""
    own, line = setting.band.print.type_pt, setting.band.print.line_mm
    if style.large_type:
        large = LARGE_TYPE_PT
        return Measures(max(own, large), large, large, large, large, max(line, 12))
    if style.two_up:
        return Measures(max(own * 0.8, LEAST_TYPE_PT), LEAST_TYPE_PT, 9, 9, 8, line)
    return Measures(own, min(own, 12), 10.5, 9.5, 9, line)


def print_labels(labels: Labels) -> dict[str, str]:
    """The labels of printed pages by name."""
    parts: tuple[Node, ...] = (labels.common, labels.handout, labels.posters, labels.paper_quiz)
    return {name: str(label) for part in parts for name, label in part if isinstance(label, Text)}


def picture_ids(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of all pictures that the parts show."""
    forms = [asdict(part) for part in parts]  # type: ignore[call-overload]
    yield from _values_of("picture", forms)
    for names in _values_of("pictures", forms):
        yield from names


def _values_of(field: str, value: object) -> Iterator[Any]:
    """What the fields of this name hold, at any depth; None is nothing."""
    if isinstance(value, dict):
        for name, entry in value.items():
            if name != field:
                yield from _values_of(field, entry)
            elif entry is not None:
                yield entry
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _values_of(field, entry)
