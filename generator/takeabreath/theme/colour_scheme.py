"""A band's theme as the colour scheme of an Office theme part, so that a whole deck follows one change."""

from __future__ import annotations

from takeabreath.theme.theme import Theme


def colour_scheme(theme: Theme) -> str:
    """The `a:clrScheme` element; its twelve names are what slides and layouts refer to."""
    colours = {
        "dk1": theme.ink,
        "lt1": theme.paper,
        "dk2": theme.accent_dark,
        "lt2": theme.tint,
        "accent1": theme.accent,
        "accent2": theme.help,
        "accent3": theme.got_it,
        "accent4": theme.help_tint,
        "accent5": theme.got_it_tint,
        "accent6": theme.muted,
        "hlink": theme.help,
        "folHlink": theme.muted,
    }
    named = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    return f'<a:clrScheme name="Take a Breath">{named}</a:clrScheme>'
