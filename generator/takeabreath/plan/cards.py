"""A band's things to cut out and to keep: wallet cards, and for pupils a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import BandEdition, Setting
from takeabreath.model.fill import fill
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.helplines import oldest_check
from takeabreath.plan.short_ways import ShortWay, short_ways

#: As many services as a card has room for.
MOST_ON_A_CARD = 4


@dataclass(frozen=True, slots=True)
class WalletCards:
    """One card as often as it fits the page."""

    title: str
    not_your_fault: str
    steps: tuple[str, ...]
    ways: tuple[ShortWay, ...]
    checked: str
    kind: Literal["wallet-cards"] = "wallet-cards"


@dataclass(frozen=True, slots=True)
class Certificate:
    """For everybody who took part. It has no place for a name, a school or a date: nobody else is to learn them.

    `picture` is there to be coloured in.
    """

    title: str
    picture: str
    lead: str
    learned: tuple[str, ...]
    brave: str
    ways: tuple[ShortWay, ...]
    kind: Literal["certificate"] = "certificate"


def plan_wallet_cards(edition: BandEdition) -> Booklet:
    """A page of wallet cards."""
    labels = edition.labels.posters
    title = labels.wallet_cards.format(band=edition.band.name)
    return booklet_of(edition, title, str(labels.wallet_summary), [wallet_cards(edition)], print_labels(edition.labels))


def wallet_cards(setting: Setting) -> WalletCards:
    """Not your fault, the safe steps, and the first numbers."""
    words, pupils = setting.labels.common, setting.band.audience == "pupils"
    return WalletCards(
        title=setting.labels.posters.wallet_cards.format(band=setting.band.name),
        not_your_fault=f"{words.not_your_fault}." if pupils else str(setting.labels.posters.not_their_fault),
        steps=tuple(fill(step.do, setting.region) for step in setting.band.safe_steps),
        ways=card_ways(setting),
        checked=oldest_check(setting),
    )


def card_ways(setting: Setting) -> tuple[ShortWay, ...]:
    """The first services of the band that can be rung or gone to."""
    ways = (way for way in short_ways(setting) if way.dialled or not way.reach)
    return tuple(ways)[:MOST_ON_A_CARD]


def card_numbers(setting: Setting) -> tuple[ShortWay, ...]:
    """The first services of the band that can be rung."""
    return tuple(way for way in card_ways(setting) if way.dialled)


def plan_certificate(edition: BandEdition) -> Booklet:
    """The certificate, on one page."""
    labels = edition.labels.posters
    return booklet_of(
        edition,
        str(labels.certificate),
        str(labels.certificate_summary),
        [certificate(edition)],
        print_labels(edition.labels),
    )


def certificate(edition: BandEdition) -> Certificate:
    """What the band's lessons were for, in their own words, under the picture of the last one."""
    labels, region = edition.labels.posters, edition.region
    return Certificate(
        title=str(labels.certificate),
        picture=str(edition.lessons[-1].lesson.cover),
        lead=str(labels.certificate_lead),
        learned=tuple(fill(lesson.lesson.objective, region) for lesson in edition.lessons),
        brave=str(labels.certificate_brave),
        ways=card_numbers(edition),
    )
