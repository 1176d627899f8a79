"""The theme of one band, read from `tokens.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

FONTS_DIR = Path(str(files("takeabreath.theme"))) / "fonts"

#: The same fonts for pages: small, for Latin letters alone.
WEB_FONTS_DIR = FONTS_DIR / "web"

#: WCAG 2.2, 1.4.3: the least contrast of normal text.
LEAST_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Fonts:
    heading: str
    body: str
    heading_fallback: str
    body_fallback: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `RRGGBB`; `accent`, `accent_dark` and `tint` are the band's own."""

    fonts: Fonts
    ink: str
    paper: str
    line: str
    muted: str
    got_it: str
    got_it_tint: str
    nearly: str
    nearly_tint: str
    look_again: str
    look_again_tint: str
    help: str
    help_tint: str
    accent: str
    accent_dark: str
    tint: str


@cache
def theme_for(band: str) -> Theme:
    """The theme of a band; raises KeyError for a band without a look, ValueError for poor contrast."""
    tokens = tomllib.loads((files("takeabreath.theme") / "tokens.toml").read_text(encoding="utf-8"))
    theme = Theme(fonts=Fonts(**tokens["fonts"]), **tokens["colours"], **tokens["bands"][band])
    for text, ground in _text_pairs(theme):
        if contrast(text, ground) < LEAST_CONTRAST:
            raise ValueError(f"tokens.toml: {text} on {ground} has a contrast of {contrast(text, ground):.2f}:1")
    return theme


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _text_pairs(theme: Theme) -> list[tuple[str, str]]:
    return [
        *((theme.ink, ground) for ground in (theme.paper, theme.tint, theme.help_tint)),
        *((theme.accent_dark, ground) for ground in (theme.paper, theme.tint)),
        (theme.paper, theme.accent_dark),
        (theme.muted, theme.paper),
        (theme.help, theme.help_tint),
        (theme.paper, theme.help),
        (theme.got_it, theme.got_it_tint),
        (theme.nearly, theme.nearly_tint),
        (theme.look_again, theme.look_again_tint),
    ]
