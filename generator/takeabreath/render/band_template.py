"""The slide template in a band's colours and type sizes."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from takeabreath.render.office_zip import pack, unpack
from takeabreath.theme.colour_scheme import colour_scheme
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.text_fit import PARAGRAPH_GAP
from takeabreath.theme.theme import theme_for

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_COLOURS = re.compile(rb"<a:clrScheme .*?</a:clrScheme>", re.DOTALL)


@cache
def band_template(band: str, body_pt: int) -> bytes:
    """`base.pptx` with the band's colour scheme in its themes and the band's sizes in its layouts."""
    parts = unpack((files("takeabreath.theme") / "base.pptx").read_bytes())
    scheme = colour_scheme(theme_for(band)).encode()
    for name, part in parts.items():
        if name.startswith("ppt/theme/"):
            parts[name] = _COLOURS.sub(scheme, part)
        elif re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name):
            parts[name] = _sized(part, body_pt)
    return pack(parts)


def _sized(layout_part: bytes, body_pt: int) -> bytes:
    root = parse_xml(layout_part)
    layout = LAYOUTS[root.find(f"{_P}cSld").get("name")]
    places = {place.name: place for place in layout.placeholders if place.kind not in ("pic", "sldNum")}
    for shape in root.iter(f"{_P}sp"):
        place = places.get(shape.find(f"{_P}nvSpPr/{_P}cNvPr").get("name"))
        if place is not None and shape.find(f".//{_P}ph") is not None:
            size = place.role.sizes(body_pt)[0]
            _set_size(shape.find(f".//{_A}lvl1pPr"), size, place.indent * size)
    return serialize_part_xml(root)


def _set_size(style: BaseOxmlElement, size: int, indent: float) -> None:
    style.find(f"{_A}defRPr").set("sz", str(size * 100))
    style.find(f"{_A}spcBef/{_A}spcPts").set("val", str(round(PARAGRAPH_GAP * size * 100)))
    style.set("marL", str(round(indent * 12700)))
    style.set("indent", str(-round(indent * 12700)))
