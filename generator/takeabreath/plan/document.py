"""A document to read: headings, paragraphs, lists, tables and callouts, in no file format.

All texts are ready to show: places filled, labels applied. A renderer only lays them out. The blocks of a page besides
are large steps, lines to write on, cards to cut out, and the services.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from takeabreath.model.curriculum import Picture
from takeabreath.model.fill import fill
from takeabreath.model.region import Region
from takeabreath.model.text import Text
from takeabreath.plan.services import ServiceCard


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
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `tick` is one that a reader works through with a pencil."""

    style: Literal["bullet", "number", "tick"]
    lines: tuple[Line, ...]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `widths` are shares of the text's width; `caption` tells what it holds."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart, under a short label."""

    tone: Tone
    label: str
    lines: tuple[Line, ...]
    kind: Literal["callout"] = "callout"


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, a line on how, and the id of a picture that shows it."""

    do: str
    how: str | None
    picture: str | None


@dataclass(frozen=True, slots=True)
class Steps:
    """Large numbered steps."""

    steps: tuple[Step, ...]
    kind: Literal["steps"] = "steps"


@dataclass(frozen=True, slots=True)
class WriteLines:
    """A prompt, and empty lines below it; a single one begins beside it."""

    prompt: str
    lines: int
    kind: Literal["write-lines"] = "write-lines"


@dataclass(frozen=True, slots=True)
class CutCards:
    """Cards of one size to cut out, `label` says so."""

    label: str
    cards: tuple[str, ...]
    kind: Literal["cut-cards"] = "cut-cards"


@dataclass(frozen=True, slots=True)
class Services:
    """The services as cards for who wants a number now, and as a table for who reads on."""

    cards: tuple[ServiceCard, ...]
    table: Table
    kind: Literal["services"] = "services"


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """What adults are to know before they use the document, under a short label."""

    label: str
    lines: tuple[Line, ...]
    kind: Literal["small-print"] = "small-print"


Block: TypeAlias = (
    Heading | Paragraph | Points | Table | Callout | Steps | WriteLines | CutCards | Services | SmallPrint
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `source_file` is where its words are written; `page_of` stands between two page numbers.

    `pictures` are those that its blocks name. One that `is_form` is filled in: on paper, or on a screen.
    """

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
    pictures: tuple[Picture, ...] = ()
    is_form: bool = False

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
        case Heading(text=text) | WriteLines(prompt=text):
            yield plain(text)
        case Paragraph():
            yield block.line
        case Points():
            yield from block.lines
        case Callout() | SmallPrint():
            yield plain(block.label)
            yield from block.lines
        case Table():
            yield from _lines_of_table(block)
        case Steps():
            for step in block.steps:
                yield from (plain(text) for text in (step.do, step.how) if text)
        case CutCards():
            yield from (plain(text) for text in (block.label, *block.cards))
        case Services():
            yield from _lines_of_table(block.table)


def _lines_of_table(table: Table) -> Iterator[Line]:
    yield from (plain(text) for text in table.header)
    yield from (line for row in table.rows for entry in row for line in entry)
