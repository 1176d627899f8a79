"""About how much room a text takes in fonts that are not ours: ours are measured, others are compared with them."""

from __future__ import annotations

from takeabreath.doctor.type_look import ParagraphLook, RunLook
from takeabreath.theme.text_fit import LINE_SPACING, SAFETY, Style, height, line_width

#: How wide a text runs as a share of our body font, and how high its lines are as a share of the type size.
_FONTS = {
    "andika": (1.0, 1.61), "lexend": (1.0, 1.25), "arial": (0.96, 1.15), "helvetica": (0.96, 1.15),
    "liberation sans": (0.96, 1.15), "calibri": (0.87, 1.22), "carlito": (0.87, 1.22), "aptos": (0.94, 1.22),
    "times new roman": (0.87, 1.15), "cambria": (0.93, 1.17), "georgia": (0.97, 1.14), "verdana": (1.09, 1.22),
    "dejavu sans": (1.09, 1.17), "tahoma": (0.95, 1.21), "trebuchet ms": (0.95, 1.16), "comic sans ms": (1.02, 1.39),
    "century gothic": (1.05, 1.2), "segoe ui": (0.97, 1.33), "open sans": (1.0, 1.36), "roboto": (0.96, 1.17),
    "montserrat": (1.1, 1.22), "poppins": (1.1, 1.5), "courier new": (1.26, 1.13),
}  # fmt: skip
_USUAL = (0.95, 1.2)
_ONE_LINE = 1e6


def height_of(looks: list[ParagraphLook], width: float) -> float:
    """Points from the first line's top to the last line's foot, in a box of `width` points."""
    heights = [_lines(look, width) * _line_height(look) for look in looks]
    return sum(heights) + sum(look.before for look in looks[1:])


def widest_line(looks: list[ParagraphLook]) -> float:
    """Points that the longest paragraph takes on one line."""
    return max((_width(look) * _share(look) for look in looks), default=0.0)


def _width(look: ParagraphLook) -> float:
    """Points on one line, each run as it is set, before the font's share."""
    heading = _style(look).heading
    return sum(line_width(run.text, run.size, Style(bold=run.bold, heading=heading)) for run in look.runs)


def _lines(look: ParagraphLook, width: float) -> int:
    """Lines that the paragraph takes; a break in it begins a new one."""
    # Wider boxes stand for narrower fonts; the margin for fonts that schools lack is ours, not theirs.
    room = max(width - look.indent, look.size) / _share(look) * (1.0 if _is_ours(look) else SAFETY)
    style = _style(look)
    if "\n" not in look.text and _width(look) <= room:
        return 1
    one = height([" "], _ONE_LINE, look.size, style)
    return sum(round(height([piece], room, look.size, style) / one) for piece in look.text.split("\n")[:200])


def _line_height(look: ParagraphLook) -> float:
    if look.exact:
        return look.spacing
    return _metrics(look)[1] * look.spacing * look.size


def _metrics(look: ParagraphLook) -> tuple[float, float]:
    return _FONTS.get(_main_run(look).font.lower(), _USUAL)


def _share(look: ParagraphLook) -> float:
    return _metrics(look)[0]


def _style(look: ParagraphLook) -> Style:
    return Style(bold=_main_run(look).bold, heading=_main_run(look).font == "Lexend")


def _is_ours(look: ParagraphLook) -> bool:
    return _main_run(look).font in LINE_SPACING


def _main_run(look: ParagraphLook) -> RunLook:
    """The run that says most; the others are taken to look like it."""
    return max(look.runs, key=lambda run: len(run.text))
