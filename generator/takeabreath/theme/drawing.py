"""DrawingML that the slide template and the slides have in common."""

from __future__ import annotations

from xml.sax.saxutils import escape

from takeabreath.theme.layout_parts import Box, Placeholder

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
EMU_PER_POINT = 12700

#: In a grey print every colour becomes its own grey; PowerPoint would print all text black, on dark panels too.
TRUE_GREY = ' bwMode="gray"'


def attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def frame(box: Box) -> str:
    """Position and size, in the format's own unit."""
    left, top, width, height = (round(n * EMU_PER_POINT) for n in (box.left, box.top, box.width, box.height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def colour(name: str) -> str:
    """A solid fill in a theme colour."""
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def rounded(box: Box, radius: float) -> str:
    """A rounded rectangle's geometry with corners of this radius in points, whatever its size."""
    share = round(100_000 * min(0.5, radius / min(box.width, box.height)))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def placeholder_mark(place: Placeholder) -> str:
    kind = f' type="{place.kind}"'
    size = ' sz="quarter"' if place.kind in ("pic", "sldNum") or (place.idx or 0) >= 14 else ""
    index = "" if place.idx is None else f' idx="{place.idx}"'
    return f"<p:ph{kind}{size}{index}/>"


def slide_number_field(locale: str) -> str:
    guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
    return f'<a:fld id="{guid}" type="slidenum"><a:rPr lang="{locale}"/><a:t>#</a:t></a:fld>'
