"""A table that a person can read, on a terminal or as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of cells under a title; `notes` say how to read them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Columns side by side, for a terminal."""
        widths = [max(map(len, cells)) for cells in zip(self.columns, *self.rows, strict=True)]
        rule = tuple("─" * width for width in widths)
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                 for row in (self.columns, rule, *self.rows)]  # fmt: skip
        return "\n".join([self.title, "", *lines, "", *(fill(note, 100) for note in self.notes)]).rstrip() + "\n"

    def as_markdown(self) -> str:
        """A table under a heading."""
        rows = (self.columns, tuple("---" for _ in self.columns), *self.rows)
        lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
        return "\n".join([f"## {self.title}", "", *lines, *(f"\n{note}" for note in self.notes)]) + "\n"
