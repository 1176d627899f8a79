"""A whole deck looked at: every check, and the reading order in words."""

from __future__ import annotations

from dataclasses import dataclass

from takeabreath.doctor.checks.contrast import check_contrast
from takeabreath.doctor.checks.language import check_language
from takeabreath.doctor.checks.legibility import check_legibility
from takeabreath.doctor.checks.links import check_links
from takeabreath.doctor.checks.motion import check_motion
from takeabreath.doctor.checks.notes import check_notes
from takeabreath.doctor.checks.pictures import check_pictures
from takeabreath.doctor.checks.programs import check_programs
from takeabreath.doctor.checks.properties import check_properties
from takeabreath.doctor.checks.structure import check_structure
from takeabreath.doctor.checks.tables import check_tables
from takeabreath.doctor.deck import Deck, Slide, read_deck
from takeabreath.doctor.findings import Finding
from takeabreath.doctor.markup import A
from takeabreath.doctor.shapes import Kind, Shape, text_of
from takeabreath.doctor.wording import clipped

_CHECKS = (
    check_structure, check_pictures, check_language, check_contrast, check_legibility, check_notes, check_tables,
    check_links, check_motion, check_programs, check_properties,
)  # fmt: skip
_NAMES: dict[Kind, str] = {
    "picture": "Picture", "chart": "Chart", "diagram": "SmartArt", "object": "Object", "media": "Sound or video",
    "ink": "Ink", "table": "Table", "group": "Group", "text": "Shape", "line": "Line",
}  # fmt: skip
_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True)
class Examination:
    """What a deck has, slide by slide in reading order, and what is amiss, in the order of the faults."""

    findings: tuple[Finding, ...]
    reading_order: tuple[tuple[str, ...], ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What is to mend; the other findings only ask to look."""
        return tuple(finding for finding in self.findings if not finding.fault.advice.remark)


def examine(file: bytes) -> Examination:
    """Look at the deck in a file's bytes; raises UnreadableDeck."""
    return examine_deck(read_deck(file))


def examine_deck(deck: Deck) -> Examination:
    """Look at a deck that was read."""
    found = {finding: None for check in _CHECKS for finding in check(deck)}
    return Examination(tuple(found), tuple(_read_aloud(slide) for slide in deck.slides))


def _read_aloud(slide: Slide) -> tuple[str, ...]:
    """What a screen reader says of the slide, in its order; what is the same on all slides is left out."""
    return tuple(line for shape in slide.shapes if not shape.is_furniture for line in [_said(shape)] if line)


def _said(shape: Shape) -> str:
    if shape.decorative or (shape.kind == "line" and not shape.alt):
        return ""
    if shape.kind == "table":
        return clipped(f"Table: {' | '.join(filter(None, map(text_of, shape.element.iter(f'{A}p'))))}", _LONGEST_LINE)
    if shape.text:
        return clipped(f"{'Title' if shape.is_title else 'Text'}: {shape.text}", _LONGEST_LINE)
    if shape.alt:
        return clipped(f"{_NAMES[shape.kind]}: {shape.alt}", _LONGEST_LINE)
    return "" if shape.kind in {"group", "text"} else f"{_NAMES[shape.kind]} without alt text"
