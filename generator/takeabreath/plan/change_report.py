"""What a facilitator reads after the count: a chart and a table in words, and what to teach again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from takeabreath.model.curriculum import BandEdition
from takeabreath.model.fill import fill
from takeabreath.plan.before_after import Change, Counted, DoesNotAddUp, TooFew, Trouble, changes, percent, troubles
from takeabreath.plan.survey import FEWEST_PAPERS, survey_for


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and the words at its end; `length` is a share of the axis."""

    name: str
    text: str
    length: float


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question with its two bars; `target` is where its line stands on the axis."""

    title: str
    bars: tuple[Bar, Bar]
    target: float
    target_text: str
    verdict: str
    reached: bool


@dataclass(frozen=True, slots=True)
class TeachAgain:
    title: str
    text: str
    lesson: str


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """All words are ready to show; `rows` say the same as the chart."""

    language: str
    title: str
    questions: tuple[QuestionChange, ...]
    table_title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    again_title: str
    again: tuple[TeachAgain, ...]
    nothing_again: str
    notes_title: str
    notes: tuple[str, ...]


def trouble_texts(edition: BandEdition, counts: tuple[Counted, Counted]) -> tuple[str, ...]:
    """What stands against showing these totals, in kind words; empty where nothing does."""
    found = troubles(counts)
    texts = [_trouble(trouble, edition) for trouble in found]
    if any(isinstance(trouble, TooFew) for trouble in found):
        texts.append(edition.labels.before_after.why_too_few.format(fewest=FEWEST_PAPERS))
    return tuple(texts)


def _trouble(trouble: Trouble, edition: BandEdition) -> str:
    labels, times = edition.labels.before_after, _times(edition)
    match trouble:
        case TooFew(time, papers):
            return labels.too_few.format(when=times[time], papers=papers)
        case DoesNotAddUp(time, number, found, papers):
            return labels.does_not_add_up.format(when=times[time], number=number, found=found, papers=papers)
        case _:
            return str(labels.nothing_typed)


def plan_change_report(edition: BandEdition, counts: tuple[Counted, Counted]) -> ChangeReport:
    """The report of totals that nothing stands against."""
    labels, found = edition.labels.before_after, changes(survey_for(edition.survey, edition.band.id), counts)
    return ChangeReport(
        language=edition.language,
        title=str(labels.what_changed),
        questions=tuple(_question(change, edition) for change in found),
        table_title=str(labels.in_numbers),
        header=(str(edition.labels.survey.question), *_times(edition), str(labels.change), str(labels.target_column)),
        rows=tuple(_row(change, edition) for change in found),
        again_title=str(labels.teach_again),
        again=tuple(_again(change, edition) for change in found if not change.reached),
        nothing_again=str(labels.nothing_again),
        notes_title=str(labels.how_to_read),
        notes=tuple(_notes(edition, counts)),
    )


def _times(edition: BandEdition) -> tuple[str, str]:
    return str(edition.labels.survey.before), str(edition.labels.survey.after)


def _title(change: Change, edition: BandEdition) -> str:
    return f"{change.number}. {fill(change.item.stem, edition.region)}"


def _question(change: Change, edition: BandEdition) -> QuestionChange:
    labels, (before, after) = edition.labels.before_after, _times(edition)
    return QuestionChange(
        title=_title(change, edition),
        bars=(
            Bar(before, _value_text(change, 0, edition), _on_axis(change, change.values[0])),
            Bar(after, _value_text(change, 1, edition), _on_axis(change, change.values[1])),
        ),
        target=_on_axis(change, change.target),
        target_text=_target_text(change, edition),
        verdict=str(labels.reached if change.reached else labels.not_yet),
        reached=change.reached,
    )


def _on_axis(change: Change, value: Fraction) -> float:
    """From 0 to 1: shares as they are, averages from 1 to the top of their scale."""
    return float((value - 1) / (len(change.item.options) - 1) if change.item.scale else value)


def _value_text(change: Change, time: int, edition: BandEdition) -> str:
    labels = edition.labels.before_after
    value = change.values[time]
    if change.item.scale:
        return labels.average.format(average=_decimal(value), most=len(change.item.options))
    return labels.share.format(count=change.counts[time], papers=change.papers[time], percent=percent(value))


def _target_text(change: Change, edition: BandEdition) -> str:
    value = _decimal(change.target) if change.item.scale else f"{percent(change.target)}%"
    return edition.labels.before_after.target.format(target=value)


def _decimal(value: Fraction) -> str:
    """One digit after the point; a half is rounded up."""
    tenths = percent(value / 10)
    return f"{tenths // 10}.{tenths % 10}"


def _difference(change: Change, edition: BandEdition) -> str:
    before, after = change.values
    size = _decimal(abs(after - before)) if change.item.scale else str(abs(percent(after) - percent(before)))
    sign = "\N{MINUS SIGN}" if after < before else "+"
    return edition.labels.before_after.points.format(size=f"{sign}{size}")


def _row(change: Change, edition: BandEdition) -> tuple[str, ...]:
    shown = _question(change, edition)
    before, after = shown.bars
    return shown.title, before.text, after.text, _difference(change, edition), f"{shown.target_text}. {shown.verdict}"


def _again(change: Change, edition: BandEdition) -> TeachAgain:
    lessons = (lesson for lesson in edition.lessons if lesson.habit and lesson.habit.id == change.item.about)
    titles = [
        edition.labels.before_after.lesson.format(title=fill(lesson.lesson.title, edition.region)) for lesson in lessons
    ]
    return TeachAgain(_title(change, edition), fill(change.item.reteach, edition.region), " ".join(titles))


def _notes(edition: BandEdition, counts: tuple[Counted, Counted]) -> Iterator[str]:
    labels = edition.labels.before_after
    yield from map(str, labels.notes)
    one = max(Fraction(1, count.papers) for count in counts)
    yield labels.one_paper.format(percent=percent(one))
