"""A document to read: headings, paragraphs, lists, tables and callouts, in no file format.

All texts are ready to show: places filled, labels applied. A renderer only lays them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from takeabreath.model.curriculum import Picture
from takeabreath.model.fill import fill
from takeabreath.model.region import Region
from takeabreath.model.text import Text


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight; `strong` words lead the eye."""

    text: str
    strong: bool = False


#: The words of one line or paragraph.
Line: TypeAlias = tuple[Run, ...]

#: The lines of one table cell.
Cell: TypeAlias = tuple[Line, ...]

#: What a callout is for: words to say, to ask, to keep away from; a note; the short way; help.
Tone: TypeAlias = Literal["say", "ask", "avoid", "note", "late", "help"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a part of the document; the document's title stands above it."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `tick` is one that a reader works through with a pencil."""

    style: Literal["bullet", "number", "tick"]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `widths` are shares of the text's width; `caption` tells what it holds."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart, under a short label."""

    tone: Tone
    label: str
    lines: tuple[Line, ...]


Block: TypeAlias = Heading | Paragraph | Points | Table | Callout


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `source_file` is where its words are written; `page_of` stands between two page numbers."""

    title: str
    strap: str
    summary: str
    source_note: str
    source_file: str
    footer: str
    page: str
    page_of: str
    language: str
    locale: str
    creator: str
    band: str
    paper: Literal["a4", "us-letter"]
    cover: Picture
    blocks: tuple[Block, ...]

    def lines(self) -> Iterator[str]:
        """Every line of text, in reading order."""
        yield from (self.title, self.strap)
        for block in self.blocks:
            yield from (_text(line) for line in _lines_of(block))


def plain(text: str) -> Line:
    """A line without emphasis."""
    return (Run(text),)


def strong(text: str) -> Line:
    """A line that leads the eye."""
    return (Run(text, strong=True),)


def labelled(label: str, text: str) -> Line:
    """A line that begins with what it is."""
    return (Run(f"{label}: ", strong=True), Run(text))


def filled(texts: Iterable[Text], region: Region) -> tuple[Line, ...]:
    """Plain lines of content texts, with their places filled for a region."""
    return tuple(plain(fill(text, region)) for text in texts)


def cell(*texts: str) -> Cell:
    """A table cell of plain lines."""
    return tuple(plain(text) for text in texts)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Heading():
            yield plain(block.text)
        case Paragraph():
            yield block.line
        case Points():
            yield from block.lines
        case Callout():
            yield plain(block.label)
            yield from block.lines
        case Table():
            yield from (plain(text) for text in block.header)
            yield from (line for row in block.rows for entry in row for line in entry)
