"""The services as a table to read: who it is, how to reach them, and what is good to know."""

from __future__ import annotations

from takeabreath.model.curriculum import Setting
from takeabreath.plan.document import Cell, Table, cell, labelled, plain, strong
from takeabreath.plan.services import ServiceCard


def service_table(setting: Setting, cards: tuple[ServiceCard, ...]) -> Table:
    """A row for each service, in the order of the cards."""
    labels = setting.labels.plan
    header = (str(labels.service), str(labels.how_to_reach), str(labels.good_to_know))
    return Table(str(labels.services), header, tuple(map(_row, cards)), (34, 36, 30))


def _row(card: ServiceCard) -> tuple[Cell, ...]:
    ways = tuple(labelled(way.label, way.text.removeprefix("https://")) for way in card.ways)
    notes = (f"{fact.label}: {fact.text}" for fact in card.facts)
    return (strong(card.name), plain(card.does)), ways, cell(*notes, *card.checked)
