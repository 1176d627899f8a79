"""Which bands' slides look calm, and which look friendly."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def is_calm(band: str) -> bool:
    """Whether the band's slides have a white page and tinted cards, and no balls (`tokens.toml`)."""
    return band in _calm_bands()


@cache
def _calm_bands() -> frozenset[str]:
    tokens = tomllib.loads((files("takeabreath.theme") / "tokens.toml").read_text(encoding="utf-8"))
    return frozenset(tokens["slides"]["calm"])
