"""The doctor's report, in words for a teacher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from takeabreath.doctor.examination import Examination
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.wording import printable

_WIDTH = 100
_MOST_PLACES = 12
_MOST_LINES = 30


def report(name: str, examination: Examination, *, reading_order: bool = True) -> str:
    """The whole report; its last line sums up."""
    lines = list(_reading_order(examination)) if reading_order else []
    remarks = [finding for finding in examination.findings if finding.fault.advice.remark]
    lines += _listed("To mend", examination.faults, 1)
    lines += _listed("To look at yourself", remarks, 1 + len({finding.fault for finding in examination.faults}))
    return "\n".join([*lines, summary(name, examination)])


def summary(name: str, examination: Examination) -> str:
    """One line: how much there is to mend, and how much of it the doctor can."""
    slides = _count(len(examination.reading_order), "slide")
    kinds = {finding.fault for finding in examination.faults}
    if not kinds:
        return f"{printable(name)}: {slides}, nothing to mend."
    mendable = sum(bool(fault.advice.mends) for fault in kinds)
    helps = f" `--fix` mends what it safely can of {mendable} of them, in a copy." if mendable else ""
    places = _count(len(examination.faults), "place")
    return f"{printable(name)}: {slides}, {_count(len(kinds), 'thing')} to mend in {places}.{helps}"


def _reading_order(examination: Examination) -> Iterator[str]:
    yield "How a screen reader reads it"
    for number, lines in enumerate(examination.reading_order, 1):
        yield f"  Slide {number}"
        yield from (f"    {place}. {line}" for place, line in enumerate(lines[:_MOST_LINES], 1))
        if len(lines) > _MOST_LINES:
            yield f"    … and {len(lines) - _MOST_LINES} more"
    yield ""


def _listed(heading: str, findings: Iterable[Finding], number: int) -> Iterator[str]:
    order = list(Fault)
    findings = sorted(findings, key=lambda finding: order.index(finding.fault))
    for place, (fault, group) in enumerate(groupby(findings, key=lambda finding: finding.fault)):
        if not place:
            yield heading
        yield from _kind(number + place, fault, list(group))
    if findings:
        yield ""


def _kind(number: int, fault: Fault, findings: list[Finding]) -> Iterator[str]:
    advice = fault.advice
    plain = [finding.slide for finding in findings if finding.slide and not finding.detail]
    yield f"{number:3}. {advice.what}" + (f": {slides(plain)}" if plain else "")
    told = [finding for finding in findings if finding.detail]
    for finding in told[:_MOST_PLACES]:
        yield f"     - {f'slide {finding.slide}: ' if finding.slide else ''}{finding.detail}"
    if len(told) > _MOST_PLACES:
        yield f"     - … and {len(told) - _MOST_PLACES} more"
    yield from _told("Why", advice.why)
    yield from _told("What to do", advice.todo)
    if advice.mends:
        yield from _told("With --fix", f"{advice.mends}.")


def _told(label: str, text: str) -> Iterator[str]:
    indent = " " * 7
    yield from wrap(f"{label}: {text}", _WIDTH, initial_indent=" " * 5, subsequent_indent=indent)


def slides(numbers: list[int]) -> str:
    """Slide numbers as people list them: slides 2, 4-7."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    listed = [str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in ranges]
    return f"{'slide' if len(set(numbers)) == 1 else 'slides'} {', '.join(listed)}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
