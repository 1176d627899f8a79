"""The blocks of a document as the XML of a Word body, in the styles of the base document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from takeabreath.plan.document import Block, Callout, Cell, Heading, Line, Paragraph, Points, Run, Table

_LISTS = {"bullet": "ListBullet", "tick": "ListTick", "number": "ListNumber"}

#: A callout of at most so many lines stays on one page.
_KEPT_TOGETHER = 6

#: A row whose longest cell has at most so many characters stays on one page.
_KEPT_IN_A_ROW = 400

#: Numbered lists get numberings of their own, so that each begins at 1; these ids are the base document's.
FIRST_NUMBERING = 10


class WordBody:
    """Collects the XML of blocks; `numberings` counts the numbered lists among them."""

    def __init__(self, text_width: int) -> None:
        self._text_width = text_width
        self.numberings = 0

    def xml_of(self, blocks: Sequence[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return paragraph((Run(block.text),), f"Heading{block.level}")
            case Paragraph():
                return paragraph(block.line, keep_next=_is_label(block.line))
            case Points():
                return self._points(block)
            case Callout():
                return _callout(block)
            case Table():
                return _table(block, self._text_width)

    def _points(self, block: Points) -> str:
        numbering = ""
        if block.style == "number":
            numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{FIRST_NUMBERING + self.numberings}"/></w:numPr>'
            self.numberings += 1
        return "".join(paragraph(line, _LISTS[block.style], more=numbering) for line in block.lines)


def numbering_xml(number: int) -> str:
    """A numbering that begins at 1 again; `number` counts from 0."""
    return (
        f'<w:num w:numId="{FIRST_NUMBERING + number}"><w:abstractNumId w:val="3"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def paragraph(line: Line, style: str | None = None, *, keep_next: bool = False, more: str = "") -> str:
    """A paragraph in a style; `more` is what stands after the style in its properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:keepNext/>" if keep_next else ""
    properties += more
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(map(_run, line))}</w:p>"


def _run(run: Run) -> str:
    return _styled_run(run.text, "Strong" if run.strong else None)


def _styled_run(text: str, style: str | None) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _is_label(line: Line) -> bool:
    """A paragraph of strong words alone leads into what follows."""
    return all(run.strong for run in line)


def _callout(callout: Callout) -> str:
    style = callout.tone.capitalize()
    label = _styled_run(callout.label, "CalloutLabel")
    start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr>{label}</w:p>'
    kept = _kept_with_next(callout)
    return start + "".join(
        paragraph(line, style, keep_next=keep) for line, keep in zip(callout.lines, kept, strict=True)
    )


def _kept_with_next(callout: Callout) -> Iterator[bool]:
    """For each line, whether it stays with the next: all of a short callout, and a question with its answer."""
    last = len(callout.lines) - 1
    together = last < _KEPT_TOGETHER
    for place in range(last + 1):
        is_question = callout.tone == "ask" and place % 2 == 0
        yield place < last and (together or place == 0 or is_question)


def _table(table: Table, text_width: int) -> str:
    widths = [text_width * share // 100 for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row([((Run(text),),) for text in table.header], widths, "<w:cantSplit/><w:tblHeader/>", keep_next=True)
    rows = "".join(_row(row, widths, "<w:cantSplit/>" if _is_short(row) else "") for row in table.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="LessonTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(table.caption, {chr(34): "&quot;"})}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>" + paragraph((), "TableGap")
    )


def _is_short(row: Sequence[Cell]) -> bool:
    """Whether a row may be kept on one page; a long one would leave a gap before it."""
    return max(sum(len(run.text) for line in cell for run in line) for cell in row) <= _KEPT_IN_A_ROW


def _row(cells: Sequence[Cell], widths: Sequence[int], properties: str, *, keep_next: bool = False) -> str:
    row_properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    columns = zip(cells, widths, strict=True)
    return f"<w:tr>{row_properties}{''.join(_cell(cell, width, keep_next=keep_next) for cell, width in columns)}</w:tr>"


def _cell(cell: Cell, width: int, *, keep_next: bool) -> str:
    lines = cell or ((),)  # a cell without a paragraph is no cell
    paragraphs = "".join(paragraph(line, "TableText", keep_next=keep_next) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
