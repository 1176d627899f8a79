"""The end of a lesson plan: what everyone leaves with, who helps, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition, QualifyingFact
from takeabreath.model.fill import fill
from takeabreath.plan.document import (
    Block,
    Callout,
    Heading,
    Line,
    Paragraph,
    Points,
    Table,
    cell,
    filled,
    labelled,
    plain,
    strong,
)
from takeabreath.plan.plan_evidence import fact_blocks
from takeabreath.plan.service_table import service_table
from takeabreath.plan.services import ServiceCard, service_cards


def help_blocks(edition: Edition) -> Iterator[Block]:
    """The closing elements, the services with their cautions, the guidance, the facts, and for staff the law."""
    yield from _closing(edition)
    yield from _services(edition)
    yield from _guidance(edition)
    yield from fact_blocks(edition)
    if edition.band.audience == "staff":
        yield from _qualifying_facts(edition)
        yield from _law_notes(edition)
    yield from _about(edition)


def _closing(edition: Edition) -> Iterator[Block]:
    common, closing = edition.labels.common, edition.lesson.closing
    yield Heading(1, str(edition.labels.plan.closing))
    yield Callout("help", str(common.tell_someone), filled((closing.not_your_fault, closing.tell), edition.region))
    yield Heading(2, str(common.what_happens_next))
    yield Points("number", filled(closing.what_happens_next, edition.region))
    yield Heading(2, str(common.calm_close))
    yield Paragraph(plain(fill(closing.calm, edition.region)))


def _services(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    cards = service_cards(edition)
    yield Heading(1, str(labels.services))
    yield Callout("note", str(edition.labels.common.check_before_use), (plain(str(edition.region.check_before_use)),))
    yield service_table(edition, cards)
    cautions = tuple(_cautions(edition, cards))
    if cautions:
        yield Heading(2, str(labels.cautions))
        yield Points("bullet", cautions)


def _cautions(edition: Edition, cards: tuple[ServiceCard, ...]) -> Iterator[Line]:
    for card in cards:
        caution = edition.region.service(card.id).caution
        if caution is not None:
            yield labelled(card.name, fill(caution, edition.region))


def _guidance(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    points = [edition.guidance[point] for point in edition.lesson.teaches]
    rows = tuple(
        ((strong(str(point.name)),), cell(fill(point.says, edition.region)), cell(str(point.said_by)))
        for point in points
    )
    header = (str(labels.guidance_point), str(labels.guidance_says), str(labels.said_by))
    yield Heading(1, str(labels.guidance))
    yield Table(str(labels.guidance), header, rows, (18, 44, 38))
    sources = dict.fromkeys(str(source.title) for point in points for source in point.sources)
    yield Paragraph(labelled(str(labels.sources), "; ".join(sources)))


def _qualifying_facts(edition: Edition) -> Iterator[Block]:
    """What limits or sharpens each point; long, so it stands in the plan for staff alone."""
    yield Heading(1, str(edition.labels.plan.also_known))
    for point in (edition.guidance[point] for point in edition.lesson.teaches):
        if point.qualified_by:
            yield Heading(2, str(point.name))
            yield Points("bullet", tuple(plain(_with_sources(edition, entry)) for entry in point.qualified_by))


def _with_sources(edition: Edition, entry: QualifyingFact) -> str:
    sources = "; ".join(str(source.title) for source in entry.sources)
    return edition.labels.plan.fact_with_sources.format(fact=fill(entry.fact, edition.region), sources=sources)


def _law_notes(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    rows = tuple((cell(str(note.says)), cell(str(note.caution))) for note in edition.region.law_notes)
    yield Heading(1, str(labels.law_notes))
    yield Table(str(labels.law_notes), (str(labels.law_note), str(labels.law_caution)), rows, (58, 42))


def _about(edition: Edition) -> Iterator[Block]:
    course, labels = edition.course, edition.labels.plan
    licence = labels.licence.format(title=course.title, creator=course.creator, licence=course.licence)
    yield Heading(1, str(labels.about))
    yield Paragraph(plain(licence))
