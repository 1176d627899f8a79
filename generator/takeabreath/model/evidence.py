"""What lessons rest on: the facts that they claim, with their sources, and the frameworks that they fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from takeabreath.model.region import Source
from takeabreath.model.text import AlsoKnownId, BandId, GuidanceId, HabitId, Id, LawNoteId, Node, RoleId, Text

Texts = tuple[Text, ...]


class Fact(Node):
    """A claim that lessons make, and where it was read: sources of its own, or those of entries elsewhere.

    `signs` are phrases that give the claim away in a text; `*` stands for any ending of a word. `guidance` names
    points, `also_known` facts that qualify them, `roles` services, `law_notes` notes of the region.
    """

    id: Id
    says: Text
    signs: Annotated[Texts, Field(min_length=1)]
    guidance: tuple[GuidanceId, ...] = ()
    also_known: tuple[AlsoKnownId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    law_notes: tuple[LawNoteId, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def has_sources(self) -> bool:
        return bool(self.guidance or self.also_known or self.roles or self.law_notes or self.sources)


class Topic(Node):
    """A part of a framework, by its number or name alone, and the habits whose lessons belong to it."""

    id: Id
    name: Text
    habits: Annotated[tuple[HabitId, ...], Field(min_length=1)]


class Stage(Node):
    """What a framework calls the ages of a band."""

    band: BandId
    name: Text


class Framework(Node):
    """A curriculum or standard of others that schools plan by; `not_checked` says what nobody has read or confirmed."""

    id: Id
    name: Text
    short_name: Text
    topics: tuple[Topic, ...] = ()
    stages: tuple[Stage, ...] = ()
    not_checked: Text
    sources: tuple[Source, ...] = ()

    def topics_of(self, habit: str) -> Iterator[Topic]:
        """The topics to which a habit's lessons belong, in the framework's order."""
        return (topic for topic in self.topics if habit in topic.habits)

    def stage_of(self, band: str) -> Text | None:
        """What the framework calls the band's ages, or None where it has no name for them."""
        return next((stage.name for stage in self.stages if stage.band == band), None)
