"""A booklet: printed parts in order, each beginning on a page of its own, with all that they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Protocol

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.labels import Labels
from takeabreath.model.print_style import LARGE_TYPE_PT, PrintStyle
from takeabreath.model.text import Node, Text


class Part(Protocol):
    """A printed part; `kind` names the function that lays it out.

    Its fields called `picture` and `pictures`, at any depth, hold ids of pictures.
    """

    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in points of learners' text, adults' text, facts and the answer key; `line_mm` is a line to write on."""

    type_pt: float
    adult_pt: float
    fact_pt: float
    key_pt: float
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
    measures: Measures
    labels: dict[str, str]
    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...]


def booklet_of(edition: Edition, title: str, summary: str, parts: Iterable[Part], labels: dict[str, str]) -> Booklet:
    """The parts as one booklet in the edition's language, band and style."""
    parts = tuple(parts)
    return Booklet(
        title=title,
        summary=summary,
        course=str(edition.course.title),
        creator=str(edition.course.creator),
        language=edition.language,
        band=str(edition.band.id),
        style=edition.style,
        measures=measures_of(edition),
        labels=labels,
        parts=parts,
        pictures=tuple(edition.pictures[name] for name in sorted(set(picture_ids(parts)))),
    )


def measures_of(edition: Edition) -> Measures:
    """The band's own sizes, or none below large print."""
    own, line = edition.band.print.type_pt, edition.band.print.line_mm
    if edition.style.large_type:
        return Measures(max(own, LARGE_TYPE_PT), LARGE_TYPE_PT, 16, 16, max(line, 12))
    return Measures(own, min(own, 12), 10.5, 10, line)


def print_labels(labels: Labels) -> dict[str, str]:
    """The labels of printed pages by name."""
    parts: tuple[Node, ...] = (labels.common, labels.handout)
    return {name: str(label) for part in parts for name, label in part if isinstance(label, Text)}


def picture_ids(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of all pictures that the parts show."""
    for part in parts:
        yield from _pictures_in(asdict(part))  # type: ignore[call-overload]


def _pictures_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, entry in value.items():
            if name == "picture" and entry is not None:
                yield entry
            elif name == "pictures":
                yield from entry
            else:
                yield from _pictures_in(entry)
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _pictures_in(entry)
