"""The sheets of a worksheet as they lie on a table: cards mixed, mats empty, lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from takeabreath.model.fill import fill
from takeabreath.model.lesson import (
    ComicSheet,
    DrawSheet,
    HandSheet,
    OrderSheet,
    Panel,
    Sheet,
    SortSheet,
    TickSheet,
    Worksheet,
    WriteSheet,
)
from takeabreath.model.region import Region
from takeabreath.model.text import Text
from takeabreath.plan.mixing import mixed, mixed_groups


@dataclass(frozen=True, slots=True)
class OrderCards:
    """Cards to cut out or to number, never in the right order."""

    title: str
    instructions: str
    cards: tuple[str, ...]
    kind: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class SortCards:
    """Mats with headings, and the cards of all mats mixed."""

    title: str
    instructions: str
    baskets: tuple[str, ...]
    cards: tuple[str, ...]
    kind: Literal["sort"] = "sort"


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Prompts with at least `lines` lines below each."""

    title: str
    instructions: str
    prompts: tuple[str, ...]
    lines: int
    kind: Literal["write"] = "write"


@dataclass(frozen=True, slots=True)
class DrawingBox:
    """A box to draw in, perhaps with a picture beside it."""

    title: str
    instructions: str
    picture: str | None
    kind: Literal["draw"] = "draw"


@dataclass(frozen=True, slots=True)
class TickList:
    """Points to tick."""

    title: str
    instructions: str
    points: tuple[str, ...]
    kind: Literal["tick"] = "tick"


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand with a prompt on each finger, from thumb to little finger."""

    title: str
    instructions: str
    fingers: tuple[str, ...]
    kind: Literal["hand"] = "hand"


@dataclass(frozen=True, slots=True)
class ComicPanel:
    """One picture of a strip; an empty `speech` is a bubble to fill, no `picture` a box to draw in."""

    picture: str | None
    caption: str
    speech: str


@dataclass(frozen=True, slots=True)
class Comic:
    """A strip to finish."""

    title: str
    instructions: str
    panels: tuple[ComicPanel, ...]
    kind: Literal["comic"] = "comic"


AnySheet: TypeAlias = OrderCards | SortCards | WritingLines | DrawingBox | TickList | Hand | Comic


def plan_sheets(worksheet: Worksheet, region: Region) -> tuple[AnySheet, ...]:
    """The sheets in the lesson's order."""
    return tuple(_sheet(sheet, region) for sheet in worksheet.sheets)


def _sheet(sheet: Sheet, region: Region) -> AnySheet:  # noqa: PLR0911 - one for each kind
    title, instructions = fill(sheet.title, region), fill(sheet.instructions, region)
    match sheet:
        case OrderSheet():
            return OrderCards(title, instructions, mixed(_filled(sheet.cards, region)))
        case SortSheet():
            headings = tuple(fill(basket.heading, region) for basket in sheet.baskets)
            cards = mixed_groups([_filled(basket.cards, region) for basket in sheet.baskets])
            return SortCards(title, instructions, headings, cards)
        case WriteSheet():
            return WritingLines(title, instructions, _filled(sheet.prompts, region), sheet.lines)
        case DrawSheet():
            return DrawingBox(title, instructions, None if sheet.picture is None else str(sheet.picture))
        case TickSheet():
            return TickList(title, instructions, _filled(sheet.points, region))
        case HandSheet():
            return Hand(title, instructions, _filled(sheet.fingers, region))
        case ComicSheet():
            return Comic(title, instructions, tuple(_panel(panel, region) for panel in sheet.panels))


def _panel(panel: Panel, region: Region) -> ComicPanel:
    picture = None if panel.picture is None else str(panel.picture)
    speech = "" if panel.speech is None else fill(panel.speech, region)
    return ComicPanel(picture, fill(panel.caption, region), speech)


def _filled(texts: tuple[Text, ...], region: Region) -> tuple[str, ...]:
    return tuple(fill(text, region) for text in texts)
