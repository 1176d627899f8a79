"""The end of a lesson plan: what everyone leaves with, who helps, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition, GuidancePoint
from takeabreath.model.fill import fill
from takeabreath.plan.document import Block, Callout, Cell, Heading, Paragraph, Points, Table, cell, labelled, filled, plain, strong
from takeabreath.plan.services import ServiceCard, service_cards


def help_blocks(edition: Edition) -> Iterator[Block]:
    """The closing elements, the services with their cautions, the guidance, and for staff the law."""
    yield from _closing(edition)
    yield from _services(edition)
    yield from _guidance(edition)
    if edition.band.audience == "staff" and edition.region.law_notes:
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
    rows = tuple(_service_row(edition, card) for card in service_cards(edition))
    header = (str(labels.service), str(labels.how_to_reach), str(labels.good_to_know))
    yield Heading(1, str(labels.services))
    yield Callout("note", str(edition.labels.common.check_before_use), (plain(str(edition.region.check_before_use)),))
    yield Table(str(labels.services), header, rows, (30, 27, 43))


def _service_row(edition: Edition, card: ServiceCard) -> tuple[Cell, ...]:
    caution = edition.region.service(card.id).caution
    notes = [f"{fact.label}: {fact.text}" for fact in card.facts]
    if caution is not None:
        notes.append(edition.labels.plan.caution.format(caution=fill(caution, edition.region)))
    ways = tuple(labelled(way.label, way.text) for way in card.ways)
    return (strong(card.name), plain(card.does)), ways, cell(*notes, *card.checked)


def _guidance(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    rows = tuple(_guidance_row(edition, edition.guidance[point]) for point in edition.lesson.teaches)
    header = (str(labels.guidance_point), str(labels.guidance_says), str(labels.said_by))
    yield Heading(1, str(labels.guidance))
    yield Table(str(labels.guidance), header, rows, (22, 53, 25))


def _guidance_row(edition: Edition, point: GuidancePoint) -> tuple[Cell, ...]:
    since = [
        edition.labels.plan.since_then.format(fact=fill(entry.fact, edition.region)) for entry in point.qualified_by
    ]
    says = cell(fill(point.says, edition.region), *since)
    return (strong(str(point.name)),), says, cell(str(point.said_by))


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
