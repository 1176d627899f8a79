"""What a lesson rests on: its facts with their sources, and the frameworks that it fits."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.evidence import Fact
from takeabreath.model.fill import fill
from takeabreath.model.region import Source
from takeabreath.plan.document import Block, Cell, Heading, Table, cell, labelled, plain


def fact_blocks(edition: Edition) -> Iterator[Block]:
    """The facts that the lesson claims, each with where it was read."""
    labels, facts = edition.labels.plan, [edition.facts[str(fact)] for fact in edition.lesson.facts]
    if facts:
        rows = tuple((cell(fill(fact.says, edition.region)), cell("; ".join(_titles(edition, fact)))) for fact in facts)
        yield Heading(1, str(labels.facts))
        yield Table(str(labels.facts), (str(labels.fact), str(labels.sources)), rows, (50, 50))


def framework_cell(edition: Edition) -> Cell:
    """A line for each framework that has a name for the lesson's habit or ages; none for adults or for a route."""
    if edition.habit is None or edition.band.audience != "pupils":
        return ()
    lines = [
        labelled(str(framework.short_name), named)
        for framework in edition.frameworks.values()
        if (named := _named(edition, str(framework.id)))
    ]
    return (*lines, plain(str(edition.labels.plan.frameworks_note))) if lines else ()


def _named(edition: Edition, framework_id: str) -> str:
    framework, habit = edition.frameworks[framework_id], edition.habit
    topics = [str(topic.name) for topic in framework.topics_of(str(habit.id))] if habit else []
    stage = framework.stage_of(str(edition.band.id))
    return " · ".join([*topics, *([str(stage)] if stage else [])])


def _titles(edition: Edition, fact: Fact) -> Iterator[str]:
    yield from dict.fromkeys(str(source.title) for source in _sources(edition, fact))


def _sources(edition: Edition, fact: Fact) -> Iterator[Source]:
    """The fact's own sources and those of what it names; of a service, the first."""
    yield from fact.sources
    for point in edition.guidance.values():
        if point.id in fact.guidance:
            yield from point.sources
        for known in point.qualified_by:
            if known.id in fact.also_known:
                yield from known.sources
    for note in edition.region.law_notes:
        if note.id in fact.law_notes:
            yield from note.sources
    for role in edition.region.roles:
        if role.role in fact.roles:
            yield edition.region.service(role.service).sources[0]
