"""What only a facilitator's pack has: its cover, contents and print list, and the parts that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.plan.booklet import Part


@dataclass(frozen=True, slots=True)
class PackCover:
    """For whom the pack is, and for how many; its title is the booklet's. `caution` is for adults."""

    strap: str
    facts: tuple[str, ...]
    picture: str
    caution: str
    kind: Literal["pack-cover"] = "pack-cover"


@dataclass(frozen=True, slots=True)
class PackContents:
    """The headings with their pages, which only the layout knows."""

    title: str
    kind: Literal["pack-contents"] = "pack-contents"


@dataclass(frozen=True, slots=True)
class PrintList:
    """The heading of each column, and words for what the layout finds out: pages, sides and sheets of paper."""

    title: str
    says: str
    what: str
    for_whom: str
    pages: str
    copies: str
    sides: str
    paper: str
    one_side: str
    both_sides: str
    page_range: str
    total: str
    kind: Literal["print-list"] = "print-list"


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A line of the print list. Where `both_sides` is false, each page needs a sheet of paper of its own."""

    title: str
    for_whom: str
    copies: int
    both_sides: bool


@dataclass(frozen=True, slots=True)
class Packed:
    """A part in its place. Without a row it is printed together with the part before it.

    Its headings begin `below` the first level by that many; the contents name `listed` levels of them.
    """

    name: str
    part: Part
    row: PrintRow | None
    below: int = 0
    listed: int = 1
    kind: Literal["packed"] = "packed"
