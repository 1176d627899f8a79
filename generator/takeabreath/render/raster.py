"""Pictures as PNG, for programs that do not show SVG."""

from __future__ import annotations

from functools import lru_cache

import typst

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


@lru_cache(maxsize=256)
def png_of(svg: bytes, width: int) -> bytes:
    """The picture as a PNG of this many pixels' width, with a clear background; the same bytes everywhere."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    png = typst.Compiler(font_paths=fonts).compile(
        input=_PAGE, format="png", ppi=72.0, sys_inputs={"svg": svg.decode("utf-8"), "width": str(width)}
    )
    if not isinstance(png, bytes):
        raise TypeError("a picture of one page is expected")
    return png
