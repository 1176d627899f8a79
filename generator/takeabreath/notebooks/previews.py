"""A lesson's slides and handout pages as pictures inside HTML, with words for whoever does not see them."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.handout import plan_handout
from takeabreath.render.slide_preview import render_slide_pictures
from takeabreath.render.to_pdf import render_page_pictures

_SLIDE_PX = 480
_PAGE_PPI = 50.0
_GRID = "display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, {least}px), 1fr))"
_PICTURE = "box-sizing: border-box; inline-size: 100%; block-size: auto; border: 1px solid #767676"


def slides_html(edition: Edition) -> str:
    """Every slide, with its number and its title as its description."""
    deck, says = plan_deck(edition), edition.labels.start_here.slide_preview
    pictures = render_slide_pictures(deck, _SLIDE_PX)
    count = len(pictures)
    return _grid(
        [
            (picture, says.format(number=number, count=count, title=slide.title))
            for number, (slide, picture) in enumerate(zip(deck.slides, pictures, strict=True), 1)
        ],
        least=260,
    )


def pages_html(edition: Edition) -> str:
    """Every page of the handout, with its number as its description."""
    says, pictures = edition.labels.start_here.page_preview, render_page_pictures(plan_handout(edition), _PAGE_PPI)
    count = len(pictures)
    return _grid(
        [(picture, says.format(number=number, count=count)) for number, picture in enumerate(pictures, 1)], least=200
    )


def _grid(pictures: list[tuple[bytes, str]], least: int) -> str:
    shown = "".join(_picture(*picture) for picture in pictures)
    return f'<div style="{_GRID.format(least=least)}">{shown}</div>'


def _picture(png: bytes, alt: str) -> str:
    source = f"data:image/png;base64,{b64encode(png).decode('ascii')}"
    return f'<img src="{source}" alt="{escape(alt)}" style="{_PICTURE}">'
