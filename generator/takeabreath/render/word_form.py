"""What is filled in in Word: places in the text, lines, boxes to tick; and cards to cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from takeabreath.plan.document import CutCards, Line, Run, WriteLines

#: A place that a school fills in, such as "[name of school]".
_PLACE = re.compile(r"(\[[^\[\]]+\])")

#: A tab that draws a line up to the right margin, as the style "Write Line" has it.
_RULE = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:tab/></w:r>'

#: The height of a card in twentieths of a point: 40 mm.
_CARD_HEIGHT = 2268
_CARDS_IN_A_ROW = 2


def runs(line: Line) -> str:
    """The runs of a line; what stands in square brackets is a place to type in."""
    return "".join(_placed(run) for run in line)


def _placed(run: Run) -> str:
    style = "Strong" if run.strong else None
    parts = [part for part in _PLACE.split(run.text) if part] or [""]
    return "".join(
        _content_control(part[1:-1], styled_run(part, "FillIn")) if _PLACE.fullmatch(part)
        else styled_run(part, style)
        for part in parts
    )  # fmt: skip


def styled_run(text: str, style: str | None) -> str:
    """A run in a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _content_control(name: str, content: str, kind: str = "<w:text/>") -> str:
    """A place to type in; its content goes with the first letter."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name)}/><w:showingPlcHdr/>{kind}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def write_lines(block: WriteLines) -> str:
    """A line beside its prompt, or several below it: empty, they print as lines to write on."""
    prompt = styled_run(block.prompt, "Strong")
    if block.lines == 1:
        return _paragraph("WriteLine", f"{prompt}{styled_run(' ', None)}{_content_control(block.prompt, _RULE)}")
    rules = _paragraph("WriteLine", _RULE) * block.lines
    return _paragraph(None, prompt, "<w:keepNext/>") + _content_control(block.prompt, rules, kind="")


def tick_line(line: Line) -> str:
    """A box that a click ticks, and what it stands for."""
    name = "".join(run.text for run in line)
    box = (
        '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
        "</w:rPr><w:t>☐</w:t></w:r>"
    )
    return _paragraph(
        "TickLine",
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name[:64])}/>"
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{box}</w:sdtContent></w:sdt><w:r><w:tab/></w:r>{runs(line)}",
    )


def cut_cards(block: CutCards, text_width: int) -> str:
    """Cards between dashed lines, two beside each other."""
    width = text_width // _CARDS_IN_A_ROW
    cards = [block.cards[place : place + _CARDS_IN_A_ROW] for place in range(0, len(block.cards), _CARDS_IN_A_ROW)]
    rows = "".join(_row(row, width) for row in cards)
    return (
        _paragraph("SmallPrint", styled_run(block.label, None), "<w:keepNext/>")
        + '<w:tbl><w:tblPr><w:tblStyle w:val="CutCards"/>'
        f'<w:tblW w:w="{width * _CARDS_IN_A_ROW}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCaption w:val={quoteattr(block.label)}/></w:tblPr>"
        f'<w:tblGrid>{f"""<w:gridCol w:w="{width}"/>""" * _CARDS_IN_A_ROW}</w:tblGrid>{rows}</w:tbl>'
        + _paragraph("TableGap", "")
    )


def _row(cards: Sequence[str], width: int) -> str:
    cells = [*cards, *[""] * (_CARDS_IN_A_ROW - len(cards))]
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_CARD_HEIGHT}"/></w:trPr>'
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{_paragraph('CardText', styled_run(card, None))}</w:tc>"
            for card in cells
        )
        + "</w:tr>"
    )


def _paragraph(style: str | None, content: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>"
