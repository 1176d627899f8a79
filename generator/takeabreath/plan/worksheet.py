"""The sheets of a worksheet as they lie on a table: cards mixed, mats empty, lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from takeabreath.model.fill import fill
from takeabreath.model.lesson import DrawSheet, OrderSheet, Sheet, SortSheet, TickSheet, Worksheet, WriteSheet
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


AnySheet: TypeAlias = OrderCards | SortCards | WritingLines | DrawingBox | TickList


def plan_sheets(worksheet: Worksheet, region: Region) -> tuple[AnySheet, ...]:
    """The sheets in the lesson's order."""
    return tuple(_sheet(sheet, region) for sheet in worksheet.sheets)


def _sheet(sheet: Sheet, region: Region) -> AnySheet:
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


def _filled(texts: tuple[Text, ...], region: Region) -> tuple[str, ...]:
    return tuple(fill(text, region) for text in texts)
