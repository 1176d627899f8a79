"""The lesson plan: read on Sunday night, taught from on Wednesday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from takeabreath.model.curriculum import Edition, RouteEdition
from takeabreath.model.fill import fill
from takeabreath.model.text import Text
from takeabreath.plan.document import (
    Block,
    Callout,
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    cell,
    filled,
    plain,
    strong,
)
from takeabreath.plan.plan_care import care_blocks
from takeabreath.plan.plan_evidence import framework_cell
from takeabreath.plan.plan_help import help_blocks
from takeabreath.plan.plan_steps import step_blocks


def plan_route_plan(edition: RouteEdition) -> Document:
    """The plan of a route's steps, with what to do afterwards beside what to do before."""
    after = Heading(1, str(edition.labels.pack.after)), Points("tick", filled(edition.way.after, edition.region))
    plan = plan_lesson_plan(edition.whole)
    before = plan.blocks.index(Heading(1, str(edition.labels.plan.words)))
    return replace(plan, blocks=(*plan.blocks[:before], *after, *plan.blocks[before:]))


def plan_lesson_plan(edition: Edition) -> Document:
    """Everything that a person needs who has never taught this: at a glance, by the clock, then word for word."""
    lesson, labels = edition.lesson, edition.labels.plan
    return Document(
        title=fill(lesson.title, edition.region),
        strap=fill(lesson.strap, edition.region),
        summary=fill(lesson.summary, edition.region),
        source_note=labels.generated.format(file=edition.source_file),
        source_file=edition.source_file,
        footer=f"{edition.course.title} · {labels.lesson_plan} · {edition.band.name}",
        page=str(labels.page),
        page_of=str(labels.page_of),
        language=edition.language,
        locale=str(edition.labels.common.locale),
        creator=str(edition.course.creator),
        band=str(edition.band.id),
        paper=edition.style.paper,
        cover=edition.pictures[lesson.cover],
        blocks=tuple(_blocks(edition)),
    )


def _blocks(edition: Edition) -> Iterator[Block]:
    yield from _at_a_glance(edition)
    yield from _preparation(edition)
    yield Heading(1, str(edition.labels.plan.words))
    yield _words(edition)
    yield Heading(1, str(edition.labels.plan.timeline))
    yield _timeline(edition)
    yield Heading(1, str(edition.labels.plan.steps))
    yield from step_blocks(edition)
    yield from care_blocks(edition)
    yield from help_blocks(edition)


def _at_a_glance(edition: Edition) -> Iterator[Block]:
    lesson, labels = edition.lesson, edition.labels.plan
    habit = edition.habit
    entries = (
        (labels.for_whom, _for_whom(edition)),
        (labels.time, minutes_text(edition, lesson.minutes)),
        (labels.objective, lesson.objective),
        (labels.objective_seen, lesson.objective_seen),
        *(((labels.habit, Text(f"{habit.number}. {habit.name}: {habit.means}")),) if habit else ()),
        (labels.in_short, lesson.summary),
    )
    rows = tuple((((strong(str(label))),), cell(fill(Text(text), edition.region))) for label, text in entries)
    frameworks = framework_cell(edition)
    if frameworks:
        rows = (*rows, ((strong(str(labels.frameworks)),), frameworks))
    yield Table(str(labels.at_a_glance), (str(labels.at_a_glance), fill(lesson.title, edition.region)), rows, (22, 78))
    yield Callout("note", str(labels.content_note), (plain(fill(lesson.content_note, edition.region)),))


def _for_whom(edition: Edition) -> Text:
    years = [str(entry.years) for entry in edition.region.school_years if entry.band == edition.band.id]
    return Text(" · ".join([str(edition.band.name), *years]))


def minutes_text(edition: Edition, count: int) -> str:
    """A length of time in words, such as "1 minute" or "20 minutes"."""
    labels = edition.labels.common
    return str(labels.minute) if count == 1 else labels.minutes.format(count=count)


def _preparation(edition: Edition) -> Iterator[Block]:
    lesson, labels = edition.lesson, edition.labels.plan
    yield Heading(1, str(labels.materials))
    yield Points("tick", filled(lesson.materials, edition.region))
    yield Heading(1, str(labels.before))
    yield Points("tick", filled(lesson.before, edition.region))
    yield Paragraph(plain(str(edition.course.reviewed)))


def _words(edition: Edition) -> Table:
    labels = edition.labels.plan
    taught = [edition.words[word] for word in edition.lesson.words]
    rows = tuple(
        ((strong(str(word.word)),), cell(fill(meaning, edition.region)))
        for word in taught
        if (meaning := word.meaning_for(edition.band.id)) is not None
    )
    return Table(str(labels.words), (str(labels.word), str(labels.meaning)), rows, (28, 72))


def _timeline(edition: Edition) -> Table:
    labels, steps = edition.labels.plan, edition.lesson.steps
    ends = accumulate(step.minutes for step in steps)
    rows = tuple(
        (
            cell(labels.span.format(start=end - step.minutes, end=end)),
            (strong(labels.numbered.format(number=number, title=fill(step.title, edition.region))),),
            cell(minutes_text(edition, step.minutes)),
            cell(fill(step.purpose, edition.region)),
        )
        for number, (step, end) in enumerate(zip(steps, ends, strict=True), 1)
    )
    header = (str(labels.clock), str(labels.step), str(labels.time), str(labels.purpose))
    return Table(str(labels.timeline), header, rows, (16, 27, 14, 43))
