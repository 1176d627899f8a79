"""What changed between two counts of the survey: sums of a group's totals, never of single papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from takeabreath.model.survey import Survey, SurveyItem
from takeabreath.plan.survey import FEWEST_PAPERS

#: An average is to rise by this share of its scale: half a step from 1 to 5.
RISE = Fraction(1, 8)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many papers there were, and for each question how many ticked each answer and, last, none."""

    papers: int
    ticks: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class TooFew:
    """A group so small that somebody could guess who wrote what. `time` is 0 for before and 1 for after."""

    time: int
    papers: int


@dataclass(frozen=True, slots=True)
class DoesNotAddUp:
    """A question whose numbers are not as many as the papers."""

    time: int
    number: int
    found: int
    papers: int


@dataclass(frozen=True, slots=True)
class NothingTyped:
    """Every question is left out."""


Trouble = TooFew | DoesNotAddUp | NothingTyped


@dataclass(frozen=True, slots=True)
class Change:
    """A question before and after: shares of all papers, or averages of the answers on its scale from 1.

    `counts` are the papers with an answer that counts, `answered` those with any answer.
    """

    number: int
    item: SurveyItem
    values: tuple[Fraction, Fraction]
    counts: tuple[int, int]
    papers: tuple[int, int]
    target: Fraction

    @property
    def reached(self) -> bool:
        return self.values[1] >= self.target


def troubles(counts: tuple[Counted, Counted]) -> tuple[Trouble, ...]:
    """Why nothing may be shown, or nothing."""
    small = tuple(TooFew(time, it.papers) for time, it in enumerate(counts) if it.papers < FEWEST_PAPERS)
    if small:
        return small
    used = [number for number in range(len(counts[0].ticks)) if _is_used(counts, number)]
    if not used:
        return (NothingTyped(),)
    return tuple(
        DoesNotAddUp(time, number + 1, sum(it.ticks[number]), it.papers)
        for number in used
        for time, it in enumerate(counts)
        if sum(it.ticks[number]) != it.papers
    )


def changes(items: Survey, counts: tuple[Counted, Counted]) -> tuple[Change, ...]:
    """One for each question that was counted; call it only where there are no `troubles`."""
    return tuple(_changes(items, counts))


def _changes(items: Survey, counts: tuple[Counted, Counted]) -> Iterator[Change]:
    before, after = counts
    for place, item in enumerate(items):
        if not _is_used(counts, place):
            continue
        values = _value(item, before.ticks[place]), _value(item, after.ticks[place])
        if values[0] is None or values[1] is None:
            continue
        yield Change(
            number=place + 1,
            item=item,
            values=(values[0], values[1]),
            counts=(_counting(item, before.ticks[place]), _counting(item, after.ticks[place])),
            papers=(before.papers, after.papers),
            target=_target(item, values[0]),
        )


def _is_used(counts: tuple[Counted, Counted], place: int) -> bool:
    """A question without a number at either time was left out."""
    return any(any(it.ticks[place]) for it in counts)


def _counting(item: SurveyItem, ticks: tuple[int, ...]) -> int:
    return sum(count for option, count in zip(item.options, ticks, strict=False) if option.counts)


def _value(item: SurveyItem, ticks: tuple[int, ...]) -> Fraction | None:
    """The share of all papers; on a scale the average of those who answered, or None where nobody did."""
    if not item.scale:
        return Fraction(_counting(item, ticks), sum(ticks))
    answered = sum(ticks[:-1])
    return Fraction(sum(step * count for step, count in enumerate(ticks[:-1], 1)), answered) if answered else None


def _target(item: SurveyItem, before: Fraction) -> Fraction:
    """A fixed share; on a scale some more than before, and no more than almost the top."""
    if not item.scale:
        return Fraction(item.target, 100)
    most = len(item.options)
    rise = RISE * (most - 1)
    return min(before + rise, most - rise)


def percent(share: Fraction) -> int:
    """A share in whole percent; a half is rounded up."""
    return (200 * share.numerator + share.denominator) // (2 * share.denominator)
