"""The region's services for a band: a poster with numbers and QR codes, and a list for whoever hangs it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import BandEdition, Setting
from takeabreath.model.fill import fill
from takeabreath.model.region import Service
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.services import ServiceCard, Way, service_cards
from takeabreath.plan.short_ways import bare_address


@dataclass(frozen=True, slots=True)
class ScannedWay:
    """What a QR code opens: `address` is printed beside it, and `code` is what it says."""

    label: str
    address: str
    code: str


@dataclass(frozen=True, slots=True)
class PosterService:
    """A service and its code; none for the emergency number, which is dialled faster and never by mistake."""

    card: ServiceCard
    scan: ScannedWay | None


@dataclass(frozen=True, slots=True)
class HelplinesPoster:
    """The services, most important first."""

    title: str
    remember: tuple[str, ...]
    services: tuple[PosterService, ...]
    kind: Literal["helplines-poster"] = "helplines-poster"


@dataclass(frozen=True, slots=True)
class ServiceCheck:
    """A service as an adult checks it."""

    name: str
    ways: tuple[Way, ...]
    for_whom: str
    checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelplinesCheck:
    """The services to ring or open once before the poster is hung up."""

    title: str
    how: str
    services: tuple[ServiceCheck, ...]
    kind: Literal["helplines-check"] = "helplines-check"


def plan_helplines(edition: BandEdition) -> Booklet:
    """The poster, and behind it the list for adults."""
    labels = edition.labels.posters
    parts = (helplines_poster(edition), helplines_check(edition))
    title = labels.helplines.format(region=edition.region.name, band=edition.band.name)
    return booklet_of(edition, title, str(labels.helplines_summary), parts, print_labels(edition.labels))


def helplines_poster(setting: Setting) -> HelplinesPoster:
    """The band's services with a code for each that has a website or a number."""
    services = tuple(PosterService(card, _scan(setting, card)) for card in service_cards(setting))
    words = setting.labels.common
    remember = (f"{words.not_your_fault}.", str(setting.labels.posters.keep_telling))
    return HelplinesPoster(str(words.help_now), remember, services)


def helplines_check(setting: Setting) -> HelplinesCheck:
    """For adults: what to ring or open, for whom it is, and when it was last looked up."""
    cards = {card.id: card for card in service_cards(setting)}
    services = (service for service in setting.region.services if service.id in cards)
    checks = {str(service.id): _check(service, cards[service.id], setting) for service in services}
    return HelplinesCheck(
        title=str(setting.labels.common.check_before_use),
        how=fill(setting.region.check_before_use, setting.region),
        services=tuple(checks[card_id] for card_id in cards),
    )


def _check(service: Service, card: ServiceCard, setting: Setting) -> ServiceCheck:
    return ServiceCheck(card.name, card.ways, fill(service.for_whom, setting.region), card.checked)


def oldest_check(setting: Setting) -> str:
    """One date for all of the band's services: that of the one looked up longest ago."""
    dates = [service.checked_on for service in setting.region.help_for_band(setting.band.id) if service.publish]
    return setting.labels.common.checked_on.format(date=min(dates).isoformat())


def _scan(setting: Setting, card: ServiceCard) -> ScannedWay | None:
    labels = setting.labels.posters
    if card.id in _emergency(setting):
        return None
    for way in card.ways:
        if way.href is not None and not way.dialled:
            return ScannedWay(str(labels.scan_to_open), bare_address(way.text), way.href)
    numbers = (way for way in card.ways if way.dialled and way.href is not None)
    return next((ScannedWay(str(labels.scan_to_ring), way.text, str(way.href)) for way in numbers), None)


def _emergency(setting: Setting) -> set[str]:
    return {str(role.service) for role in setting.region.roles if role.role == "emergency"}
