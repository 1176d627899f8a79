"""A QR code as an SVG drawing."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache
def qr_svg(says: str) -> str:
    """A QR code with the quiet margin that readers need; dirt or a fold may cover a seventh of it."""
    drawing = io.BytesIO()
    code = segno.make(says, error="m", boost_error=False, micro=False)
    code.save(drawing, kind="svg", scale=10, xmldecl=False, omitsize=True, light="#ffffff")
    return drawing.getvalue().decode("utf-8")
