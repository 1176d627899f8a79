"""Drawings as PNG, for programs that cannot show SVG."""

from __future__ import annotations

from functools import cache

import typst

from takeabreath.model.curriculum import Picture

#: Pixels across of a drawing on a slide or a page.
FIGURE_PX = 900

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100pt)
"""
_POINTS_PER_INCH = 72


def png_of(picture: Picture, width_px: int = FIGURE_PX) -> bytes:
    """The drawing as PNG, `width_px` across, with its transparent parts kept; made once in a process."""
    return _png(picture.svg, width_px)


@cache
def _png(svg: bytes, width_px: int) -> bytes:
    page = typst.compile(_PAGE, format="png", ppi=width_px / 100 * _POINTS_PER_INCH, sys_inputs={"svg": svg.decode()})
    if not isinstance(page, bytes):
        raise TypeError("a drawing is one page")
    return page
