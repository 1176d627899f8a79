"""A band's theme as the quiz engine's custom properties."""

from __future__ import annotations

from dataclasses import asdict

from takeabreath.plan.quiz import QuizPage
from takeabreath.theme.theme import theme_for


def look_of(page: QuizPage) -> dict[str, str]:
    """Values by name, without the `--q-` that stylesheets put before each."""
    theme = theme_for(page.band)
    colours = {name.replace("_", "-"): f"#{value}" for name, value in asdict(theme).items() if isinstance(value, str)}
    fonts = theme.fonts
    return {
        **colours,
        "scale": f"{page.type_scale:.3f}",
        "heading-font": f'"{fonts.heading}", "{fonts.heading_fallback}", sans-serif',
        "font": f'"{fonts.heading}", "{fonts.body_fallback}", sans-serif',
    }
