"""A band's services as cards: what to press or read, in the order of the region file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from takeabreath.model.curriculum import Setting
from takeabreath.model.fill import fill
from takeabreath.model.region import Service

_DIALLED = re.compile(r"\+?[0-9][0-9 ()-]*")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach a service. `href` is there only for numbers to ring, which are `dialled`, and for websites."""

    label: str
    text: str
    href: str | None = None
    dialled: bool = False


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service for learners to see; `facts` are its hours, cost and the date when it was checked."""

    id: str
    name: str
    does: str
    ways: tuple[Way, ...]
    facts: tuple[Way, ...]
    checked: tuple[str, ...]


def service_cards(setting: Setting) -> tuple[ServiceCard, ...]:
    """The published services for the setting's band, most important first."""
    services = setting.region.help_for_band(setting.band.id)
    return tuple(_card(service, setting) for service in services if service.publish)


def _card(service: Service, setting: Setting) -> ServiceCard:
    words = setting.labels.common
    return ServiceCard(
        id=str(service.id),
        name=fill(service.name, setting.region),
        does=fill(service.does, setting.region),
        ways=tuple(_ways(service, setting)),
        facts=tuple(_facts(service, setting)),
        checked=(words.checked_on.format(date=service.checked_on.isoformat()),),
    )


def _ways(service: Service, setting: Setting) -> Iterator[Way]:
    words = setting.labels.common
    for number in service.call:
        yield Way(str(words.call), str(number), _tel(number), dialled=_tel(number) is not None)
    for number in service.whatsapp:
        yield Way(str(words.whatsapp), str(number))
    for number in service.sms:
        yield Way(str(words.sms), str(number))
    if service.email:
        yield Way(str(words.email), str(service.email))
    if service.web:
        yield Way(str(words.web), str(service.web), _address(service.web))
    if service.place:
        yield Way(str(words.go_to), fill(service.place, setting.region))


def _facts(service: Service, setting: Setting) -> Iterator[Way]:
    words = setting.labels.common
    if service.hours:
        yield Way(str(words.hours), fill(service.hours, setting.region))
    if service.cost:
        yield Way(str(words.cost), fill(service.cost, setting.region))


def _tel(number: str) -> str | None:
    """A `tel:` link where the text is a number and nothing else."""
    return f"tel:{re.sub(r'[ ()-]', '', number)}" if _DIALLED.fullmatch(number) else None


def _address(web: str) -> str | None:
    """A link to a website; an address without a scheme gets https."""
    if re.fullmatch(r"https?://[^\s]+", web):
        return web
    return f"https://{web}" if re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}(/\S*)?", web) else None
