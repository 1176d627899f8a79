"""Tables: a header row, and no merged cells."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.doctor.deck import Deck
from takeabreath.doctor.findings import Fault, Finding
from takeabreath.doctor.markup import A, Element, flag, whole
from takeabreath.doctor.shapes import text_of
from takeabreath.doctor.wording import quoted


def check_tables(deck: Deck) -> Iterator[Finding]:
    for slide in deck.slides:
        for shape in slide.shapes:
            table = shape.element.find(f".//{A}tbl") if shape.kind == "table" else None
            if table is None:
                continue
            if lacks_header(table):
                yield Finding(Fault.TABLE_HEADER, slide.number, quoted(shape.name))
            if any((whole(cell, name) or 1) > 1 for cell in table.iter(f"{A}tc") for name in ("gridSpan", "rowSpan")):
                yield Finding(Fault.TABLE_MERGED, slide.number, quoted(shape.name))


def lacks_header(table: Element) -> bool:
    """Whether a table of several rows says of none that it holds the headings."""
    return len(table.findall(f"{A}tr")) > 1 and not flag(table.find(f"{A}tblPr"), "firstRow")


def may_have_header(table: Element) -> bool:
    """Whether the first row can be nothing else: every cell of it holds text."""
    cells = table.findall(f"{A}tr")[0].findall(f"{A}tc")
    texts = [" ".join(map(text_of, cell.iter(f"{A}p"))).strip() for cell in cells]
    return bool(texts) and all(texts)
