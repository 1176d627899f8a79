"""A document as plain text, for any editor on any computer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from takeabreath.plan.document import Block, Callout, Document, Heading, Line, Paragraph, Points, SmallPrint, Table

_WIDTH = 78
_MARKS = {"bullet": "-", "number": "{number}.", "tick": "[ ]"}


def render_txt(document: Document) -> bytes:
    """UTF-8 with the line ends that every editor shows."""
    lines = [*_wrapped(document.title), "=" * min(len(document.title), _WIDTH), "", *_wrapped(document.strap), ""]
    for block in document.blocks:
        lines += (*_block(block), "")
    return "\r\n".join(lines).rstrip().encode() + b"\r\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (block.text, "-" * len(block.text))
        case Paragraph():
            yield from _wrapped(_words(block.line))
        case Points():
            for number, line in enumerate(block.lines, 1):
                mark = _MARKS[block.style].format(number=number)
                yield from _wrapped(_words(line), f"{mark} ")
        case Table():
            yield from _table(block)
        case Callout() | SmallPrint():
            yield f"{block.label}:"
            for line in block.lines:
                yield from _wrapped(_words(line), "- ")
        case _:
            raise TypeError(f"no plain text for {block.kind}")


def _table(table: Table) -> Iterator[str]:
    """A row begins with its first cell; the others stand below it, each behind its heading where there are several."""
    for row in table.rows:
        first, *others = (" ".join(_words(line) for line in entry) for entry in row)
        yield from _wrapped(first)
        if len(others) == 1:
            yield from _wrapped(others[0], "    ")
        else:
            pairs = zip(table.header[1:], others, strict=True)
            yield from _wrapped("; ".join(f"{heading}: {text}" for heading, text in pairs), "    ")


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False,
        break_on_hyphens=False,
    ) or [""]  # fmt: skip


def _words(line: Line) -> str:
    return "".join(run.text for run in line)
