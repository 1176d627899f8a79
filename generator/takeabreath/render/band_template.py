"""The slide template in a band's colours, type sizes and look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from takeabreath.render.office_zip import pack, unpack
from takeabreath.theme.colour_scheme import colour_scheme
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.slide_look import CALM_CORNERS, is_calm
from takeabreath.theme.text_fit import PARAGRAPH_GAP
from takeabreath.theme.theme import theme_for

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_COLOURS = re.compile(rb"<a:clrScheme .*?</a:clrScheme>", re.DOTALL)
_SWAPPED = {"bg1": "bg2", "bg2": "bg1"}
_BALLS = ("Ball", "Corner ball")


def band_template(band: str, body_pt: int, used: Iterable[str]) -> bytes:
    """`base.pptx` with the band's colour scheme in its themes, and the band's sizes and look in its layouts.

    Of the layouts that exist for each number of cards only the used ones stay: a short list to choose from.
    """
    parts, used = dict(_band_parts(band, body_pt)), set(used)
    for number, layout in enumerate(LAYOUTS.values(), 1):
        if layout.counted and layout.name not in used:
            # Relations to parts that are gone go by themselves when the package is loaded.
            del parts[f"ppt/slideLayouts/slideLayout{number}.xml"]
            parts[_MASTER] = re.sub(rb'<p:sldLayoutId [^>]*r:id="rId%d"/>' % number, b"", parts[_MASTER])
    return pack(parts)


@cache  # a band's decks differ in the layouts that they use, and in nothing else of their template
def _band_parts(band: str, body_pt: int) -> Mapping[str, bytes]:
    parts = unpack((files("takeabreath.theme") / "base.pptx").read_bytes())
    scheme = colour_scheme(theme_for(band)).encode()
    for name, part in parts.items():
        if name.startswith("ppt/theme/"):
            parts[name] = _COLOURS.sub(scheme, part)
        elif re.fullmatch(r"ppt/slide(Layouts|Masters)/slide\w+\.xml", name):
            root = parse_xml(part)
            _set_sizes(root, body_pt)
            if is_calm(band):
                _calm_down(root)
            parts[name] = serialize_part_xml(root)
    return parts


def _set_sizes(root: BaseOxmlElement, body_pt: int) -> None:
    name = root.find(f"{_P}cSld").get("name")
    if name is None:  # the master: every layout has sizes of its own
        return
    places = {place.name: place for place in LAYOUTS[name].placeholders if place.kind not in ("pic", "sldNum")}
    for shape in root.iter(f"{_P}sp"):
        place = places.get(_name(shape))
        if place is not None and shape.find(f".//{_P}ph") is not None:
            size = place.role.comfortable(body_pt)
            _set_size(shape.find(f".//{_A}lvl1pPr"), size, place.indent * size)


def _set_size(style: BaseOxmlElement, size: int, indent: float) -> None:
    style.find(f"{_A}defRPr").set("sz", str(size * 100))
    style.find(f"{_A}spcBef/{_A}spcPts").set("val", str(round(PARAGRAPH_GAP * size * 100)))
    style.set("marL", str(round(indent * 12700)))
    style.set("indent", str(-round(indent * 12700)))


def _calm_down(root: BaseOxmlElement) -> None:
    """Page and cards change colours, corners get smaller, balls go; pages of another colour keep theirs."""
    tree = root.find(f"{_P}cSld/{_P}spTree")
    for shape in [shape for shape in tree.iter(f"{_P}sp") if _name(shape) in _BALLS]:
        tree.remove(shape)
    for guide in tree.iter(f"{_A}gd"):
        kind, _, value = guide.get("fmla").partition(" ")
        guide.set("fmla", f"{kind} {round(int(value) * CALM_CORNERS)}")
    page = root.find(f"{_P}cSld/{_P}bg//{_A}schemeClr")
    if page.get("val") in _SWAPPED:
        fills = tree.iterfind(f"{_P}sp/{_P}spPr/{_A}solidFill/{_A}schemeClr")
        for fill in (page, *fills):
            fill.set("val", _SWAPPED.get(fill.get("val"), fill.get("val")))


def _name(shape: BaseOxmlElement) -> str:
    return str(shape.find(f"{_P}nvSpPr/{_P}cNvPr").get("name"))
