"""Which bands' slides look calm, and which look friendly."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from takeabreath.theme.layout_parts import PLACEHOLDER_CORNERS

#: The corners of a calm look, as a share of those of a friendly one.
CALM_CORNERS = 0.4


def is_calm(band: str) -> bool:
    """Whether the band's slides have a white page and tinted cards, and no balls (`tokens.toml`)."""
    return band in _calm_bands()


def placeholder_corners(band: str) -> float:
    """Points of the corners of placeholders with a fill."""
    return PLACEHOLDER_CORNERS * (CALM_CORNERS if is_calm(band) else 1)


@cache
def _calm_bands() -> frozenset[str]:
    tokens = tomllib.loads((files("takeabreath.theme") / "tokens.toml").read_text(encoding="utf-8"))
    return frozenset(tokens["slides"]["calm"])
