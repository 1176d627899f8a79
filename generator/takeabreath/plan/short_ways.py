"""A band's services in a few words, for posters and cards: the name, and the one way to reach it that matters most."""

from __future__ import annotations

from dataclasses import dataclass

from takeabreath.model.curriculum import Setting
from takeabreath.model.fill import fill
from takeabreath.plan.services import ServiceCard, Way, service_cards


@dataclass(frozen=True, slots=True)
class ShortWay:
    """A service and how to reach it: `reach` is empty where the name is a place to go to.

    An `address` of the web needs no label, nor does a number that is `dialled`.
    """

    name: str
    label: str
    reach: str
    dialled: bool = False
    address: bool = False


def short_ways(setting: Setting) -> tuple[ShortWay, ...]:
    """All services of the band, most important first."""
    return tuple(_short(setting, card) for card in service_cards(setting))


def bare_address(address: str) -> str:
    """An address as people type it."""
    return address.removeprefix("https://").removeprefix("www.").removesuffix("/")


def _short(setting: Setting, card: ServiceCard) -> ShortWay:
    service = setting.region.service(card.id)
    way = min(card.ways, key=lambda way: not way.dialled)
    name = fill(service.short_name, setting.region)
    named = card.name if name == way.text else name[:1].upper() + name[1:]
    if not way.dialled and service.place is not None:
        return ShortWay(named, "", "")
    return ShortWay(named, way.label, _text(way), way.dialled, address=way.href is not None and not way.dialled)


def _text(way: Way) -> str:
    return way.text if way.href is None else bare_address(way.text)
