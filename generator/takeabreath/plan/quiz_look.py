"""A band's theme as the quiz engine's custom properties."""

from __future__ import annotations

from dataclasses import asdict

from takeabreath.model.curriculum import Band
from takeabreath.theme.theme import theme_for

#: The body type, in points on a slide, of readers who need no larger letters.
_FLUENT_TYPE_PT = 24


def look_of(band: Band) -> dict[str, str]:
    """Values by name, without the `--q-` that stylesheets put before each; `scale` enlarges all type."""
    theme = theme_for(band.id)
    colours = {name.replace("_", "-"): f"#{value}" for name, value in asdict(theme).items() if isinstance(value, str)}
    fonts = theme.fonts
    return {
        **colours,
        "scale": f"{max(1.0, band.slides.type_pt / _FLUENT_TYPE_PT):.3f}",
        "heading-font": f'"{fonts.heading}", "{fonts.heading_fallback}", sans-serif',
        "font": f'"{fonts.heading}", "{fonts.body_fallback}", sans-serif',
    }
