"""A region: its services with their sources, and the facts of school and law there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.text import BandId, CalendarDate, Id, Node, ServiceId, Shown, Text, YesOrNo


class Source(Node):
    """Where a fact was read. `date` is the date that the source shows, or `undated`."""

    title: Text
    url: Text | None = None
    date: Text = Text("undated")
    kind: Literal["own-site", "government", "press", "secondary", "research"]
    note: Text | None = None


class Service(Node):
    """A helpline, office or take-down service. Nothing here is known beyond its sources.

    `call` holds numbers as people dial them, `does` is one plain sentence for learners,
    `caution` is for adults. `publish: no` keeps an entry so that nobody adds it back unchecked.
    """

    id: Id
    name: Shown
    short_name: Shown
    does: Shown
    call: tuple[Shown, ...] = ()
    whatsapp: tuple[Shown, ...] = ()
    sms: tuple[Shown, ...] = ()
    email: Shown | None = None
    web: Shown | None = None
    place: Shown | None = None
    hours: Shown | None = None
    cost: Shown | None = None
    for_whom: Text
    caution: Text | None = None
    publish: YesOrNo
    confidence: Literal["high", "medium", "low"]
    checked_on: CalendarDate
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class HelpList(Node):
    """Which services a band's pages show, most important first."""

    band: BandId
    services: Annotated[tuple[ServiceId, ...], Field(min_length=1)]


class Role(Node):
    """A part that some service plays everywhere: content says `{police}`, the region says who that is."""

    role: Id
    service: ServiceId


class SchoolYears(Node):
    band: BandId
    years: Text


class LawNote(Node):
    """Information for staff, never legal advice, never shown to learners. Facts may name its `id` as a source."""

    id: Id | None = None
    says: Text
    caution: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Region(Node):
    """A country's services and facts; its id is the file's name."""

    name: Shown
    languages: Annotated[tuple[Id, ...], Field(min_length=1)]
    paper: Literal["a4", "us-letter"]
    check_before_use: Shown
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    help_for: Annotated[tuple[HelpList, ...], Field(min_length=1)]
    at_night: Annotated[tuple[ServiceId, ...], Field(min_length=1)]
    school_years: tuple[SchoolYears, ...] = ()
    law_notes: tuple[LawNote, ...] = ()

    def service(self, service_id: str) -> Service:
        """The service with this id; raises KeyError where there is none."""
        for service in self.services:
            if service.id == service_id:
                return service
        raise KeyError(service_id)

    def help_for_band(self, band: str) -> tuple[Service, ...]:
        """The services that a band's pages show, in order."""
        return tuple(self.service(i) for entry in self.help_for if entry.band == band for i in entry.services)
