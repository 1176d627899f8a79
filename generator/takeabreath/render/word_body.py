"""The blocks of a document as the XML of a Word body, in the styles of the base document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from takeabreath.plan.document import (
    Block,
    Callout,
    Cell,
    CutCards,
    Heading,
    Line,
    Paragraph,
    Points,
    Run,
    Services,
    SmallPrint,
    Step,
    Steps,
    Table,
    WriteLines,
)
from takeabreath.render.word_form import cut_cards, runs, styled_run, tick_line, write_lines
from takeabreath.render.word_pictures import WordPictures

_LISTS = {"bullet": "ListBullet", "tick": "ListTick", "number": "ListNumber"}

#: A callout of at most so many lines stays on one page.
_KEPT_TOGETHER = 6

#: A row whose longest cell has at most so many characters stays on one page.
_KEPT_IN_A_ROW = 400

#: The height of a step's picture in millimetres, and the share of the text's width that it stands in.
_STEP_HEIGHT, _STEP_SHARE = 16, 14

#: Numbered lists get numberings of their own, so that each begins at 1; these ids are the base document's.
FIRST_NUMBERING = 10


class WordBody:
    """Collects the XML of blocks; `numberings` counts the numbered lists among them.

    In a form the boxes of lists are ticked with a click.
    """

    def __init__(self, text_width: int, pictures: WordPictures, *, is_form: bool) -> None:
        self._text_width, self._pictures, self._is_form = text_width, pictures, is_form
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
            case _:
                return self._page_block(block)

    def _page_block(self, block: Services | Steps | WriteLines | CutCards | SmallPrint) -> str:
        match block:
            case Services():
                return _table(block.table, self._text_width)
            case Steps():
                return self._steps(block)
            case WriteLines():
                return write_lines(block)
            case CutCards():
                return cut_cards(block, self._text_width)
            case SmallPrint():
                lead = Run(f"{block.label}. ", strong=True)
                return paragraph((lead, *_joined(block.lines)), "SmallPrint")

    def _points(self, block: Points) -> str:
        if block.style == "tick" and self._is_form:
            return "".join(map(tick_line, block.lines))
        numbering = ""
        if block.style == "number":
            numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{FIRST_NUMBERING + self.numberings}"/></w:numPr>'
            self.numberings += 1
        return "".join(paragraph(line, _LISTS[block.style], more=numbering) for line in block.lines)

    def _steps(self, block: Steps) -> str:
        left = self._text_width * _STEP_SHARE // 100
        widths = (left, self._text_width - left)
        rows = "".join(self._step(number, step, widths) for number, step in enumerate(block.steps, 1))
        return _table_xml("StepsTable", "", widths, rows)

    def _step(self, number: int, step: Step, widths: tuple[int, int]) -> str:
        shown = self._pictures.in_line(step.picture, _STEP_HEIGHT) if step.picture else ""
        left, right = widths
        lines = ((Run(f"{number}. {step.do}", strong=True),), *(((Run(step.how),),) if step.how else ()))
        picture = f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{shown}</w:p>'
        return (
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            f'<w:tc><w:tcPr><w:tcW w:w="{left}" w:type="dxa"/></w:tcPr>{picture}</w:tc>'
            f'<w:tc><w:tcPr><w:tcW w:w="{right}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{''.join(paragraph(line, 'StepText') for line in lines)}</w:tc></w:tr>"
        )


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
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs(line)}</w:p>"


def _joined(lines: Sequence[Line]) -> Iterator[Run]:
    for place, line in enumerate(lines):
        yield from ((Run(" "),) if place else ())
        yield from line


def _is_label(line: Line) -> bool:
    """A paragraph of strong words alone leads into what follows."""
    return all(run.strong for run in line)


def _callout(callout: Callout) -> str:
    style = callout.tone.capitalize()
    label = styled_run(callout.label, "CalloutLabel")
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
    header = _row([((Run(text),),) for text in table.header], widths, "<w:cantSplit/><w:tblHeader/>", keep_next=True)
    rows = "".join(_row(row, widths, "<w:cantSplit/>" if _is_short(row) else "") for row in table.rows)
    return _table_xml("LessonTable", table.caption, widths, header + rows)


def _table_xml(style: str, caption: str, widths: Sequence[int], rows: str) -> str:
    """A table in a style; one with a caption has a header row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>' if caption else ""
    told = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{look}{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>" + paragraph((), "TableGap")
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
