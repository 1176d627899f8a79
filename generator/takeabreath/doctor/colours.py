"""Colours of a deck, as far as the file alone tells them."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.markup import A, Element, P, is_element, local_name, whole

_WHOLE = 100_000
_HEX = frozenset("0123456789abcdefABCDEF")
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "dkGray": "A9A9A9", "orange": "FFA500", "navy": "000080",
    "purple": "800080", "teal": "008080", "maroon": "800000", "silver": "C0C0C0",
}  # fmt: skip
_FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
#: Where gradients and patterns keep their colours.
_HOLDERS = (f"{A}gsLst/{A}gs", f"{A}fgClr", f"{A}bgClr")
#: Above this number a theme's fill is one of its backgrounds.
_BACKGROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Paint:
    """What a surface shows: its colours (several for a gradient), and whether more is in it than they tell.

    No colours and nothing more: it lets through what is behind it.
    """

    colours: tuple[str, ...] = ()
    unknown: bool = False

    @property
    def is_clear(self) -> bool:
        return not self.colours and not self.unknown


CLEAR = Paint()
UNKNOWN = Paint(unknown=True)


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme of a slide, with the names that the slide gives to its colours."""

    scheme: Mapping[str, str]
    names: Mapping[str, str]
    fills: tuple[Element, ...]
    background_fills: tuple[Element, ...]
    fonts: Mapping[str, str]

    def colour(self, holder: Element | None, own: str | None = None) -> str | None:
        """The colour that an element holds, as RRGGBB; None where the file does not tell. `own` is the style's."""
        found = None if holder is None else next((node for node in holder if is_element(node)), None)
        plain = None if found is None else self._plain(found, own)
        return None if plain is None else _changed(plain, found)

    def paint(self, holder: Element | None, own: str | None = None) -> Paint | None:
        """What the first fill among an element's children shows; None where there is none."""
        fill = next((node for node in holder if is_fill(node)), None) if holder is not None else None
        return None if fill is None else self.paint_of(fill, own)

    def paint_of(self, fill: Element, own: str | None = None) -> Paint:
        kind = local_name(fill)
        if kind == "noFill":
            return CLEAR
        holders = [fill] if kind == "solidFill" else [found for path in _HOLDERS for found in fill.iterfind(path)]
        colours = [self.colour(holder, own) for holder in holders]
        known = tuple(dict.fromkeys(colour for colour in colours if colour))
        return Paint(known, unknown=not colours or None in colours)

    def styled(self, reference: Element | None) -> Paint | None:
        """What a shape's style or a background takes from the theme's list of fills; None where it takes nothing."""
        number = whole(reference, "idx")
        if not number or number == _BACKGROUNDS:
            return None
        fills = self.background_fills if number > _BACKGROUNDS else self.fills
        place = number % _BACKGROUNDS - 1
        if not 0 <= place < len(fills):
            return UNKNOWN
        return self.paint_of(fills[place], self.colour(reference))

    def _plain(self, found: Element, own: str | None) -> str | None:
        value = str(found.get("val", ""))
        kind = local_name(found)
        if kind == "schemeClr":
            return own if value == "phClr" else self.scheme.get(self.names.get(value, value))
        if kind == "sysClr":
            value = str(found.get("lastClr", {"window": "FFFFFF", "windowText": "000000"}.get(value, "")))
        elif kind == "prstClr":
            value = _NAMED.get(value, "")
        elif kind != "srgbClr":
            return None
        return value.upper() if len(value) == 6 and set(value) <= _HEX else None


def is_fill(node: Element) -> bool:
    return is_element(node) and local_name(node) in _FILLS


def palette_of(deck: Deck, slide: Slide) -> Palette:
    """The theme that the slide's master names, under the slide's own colour names."""
    part = deck.package.related(slide.master.part, "theme")
    theme = deck.package.tree(part) if part else None
    parts = f"{A}themeElements/{A}"
    return Palette(
        scheme=_scheme(None if theme is None else theme.find(f"{parts}clrScheme")),
        names=_names(slide),
        fills=_listed(theme, f"{parts}fmtScheme/{A}fillStyleLst"),
        background_fills=_listed(theme, f"{parts}fmtScheme/{A}bgFillStyleLst"),
        fonts={
            mark: str(font.get("typeface", ""))
            for mark, name in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont"))
            for font in ([] if theme is None else theme.iterfind(f"{parts}fontScheme/{A}{name}/{A}latin"))
        },
    )


def _scheme(scheme: Element | None) -> dict[str, str]:
    plain = Palette({}, {}, (), (), {})
    entries = [] if scheme is None else [entry for entry in scheme if is_element(entry)]
    colours = {local_name(entry): plain.colour(entry) for entry in entries}
    return {name: colour for name, colour in colours.items() if colour}


def _names(slide: Slide) -> dict[str, str]:
    names = slide.master.root.find(f"{P}clrMap")
    for canvas in (slide.layout, slide):
        override = canvas.root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        names = names if override is None else override
    return {} if names is None else {str(name): str(value) for name, value in names.items()}


def _listed(theme: Element | None, path: str) -> tuple[Element, ...]:
    found = None if theme is None else theme.find(path)
    return () if found is None else tuple(node for node in found if is_fill(node))


def _changed(colour: str, element: Element) -> str | None:
    """The colour after the changes that the theme's variants make; None for one that lets the ground through."""
    for change in element:
        if not is_element(change):
            continue
        kind, share = local_name(change), (whole(change, "val") or 0) / _WHOLE
        if kind == "alpha" and share < 1:
            return None
        colour = _CHANGES[kind](colour, share) if kind in _CHANGES else colour
    return colour


def _lightness(colour: str, factor: float, more: float) -> str:
    hue, light, strength = colorsys.rgb_to_hls(*_channels(colour))
    return _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * factor + more)), strength))


def _mixed(colour: str, share: float, other: float) -> str:
    """Mixed with white or black, by light, as shades and tints are."""
    mixed = (_linear(channel) * share + other * (1 - share) for channel in _channels(colour))
    return _hex(tuple(_from_linear(min(1.0, max(0.0, channel))) for channel in mixed))


_CHANGES = {
    "lumMod": lambda colour, share: _lightness(colour, share, 0),
    "lumOff": lambda colour, share: _lightness(colour, 1, share),
    "tint": lambda colour, share: _mixed(colour, share, 1),
    "shade": lambda colour, share: _mixed(colour, share, 0),
}


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _hex(channels: tuple[float, ...]) -> str:
    return "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02X}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _from_linear(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
