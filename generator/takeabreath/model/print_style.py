"""How a printed edition differs from another: the paper, the size of its type, how much ink it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Paper = Literal["a4", "us-letter"]
#: What a page can be: the paper, or twice its size for large posters.
Sheet = Literal["a4", "us-letter", "a3", "us-tabloid"]

LARGE_SHEETS: dict[Paper, Sheet] = {"a4": "a3", "us-letter": "us-tabloid"}

#: The least size for large print, in points (RNIB's Clear Print guidance asks for 16 to 18).
LARGE_TYPE_PT = 18


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """The choices of whoever prints. The plain style reads well in grey.

    `saves_ink` leaves out tints, grounds and spare pictures; `two_up` puts each page of a handout twice on a sheet,
    to be cut in two, and does not go with large type.
    """

    paper: Paper
    large_type: bool = False
    saves_ink: bool = False
    two_up: bool = False
