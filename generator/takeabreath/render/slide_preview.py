"""A deck as pictures, to look at before the file is made. Drawn from the same plan and layouts as the deck."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from importlib.resources import files
from typing import Any, Literal

import typst

from takeabreath.plan.slides import Deck, Slide, SlideText, plain
from takeabreath.render.to_pdf import NO_DATE, our_fonts
from takeabreath.theme.layout_parts import (
    CORNER_BALL,
    HEIGHT,
    NUMBER_INDENT,
    NUMBER_PT,
    PLACEHOLDER_CORNERS,
    WIDTH,
    Box,
    Decoration,
    Placeholder,
)
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.slide_look import CALM_CORNERS, is_calm
from takeabreath.theme.text_fit import PARAGRAPH_GAP, Style, height
from takeabreath.theme.theme import theme_for

_POINTS_PER_INCH = 72
_WIDE = 10_000


def render_slide_pictures(deck: Deck, width: int) -> tuple[bytes, ...]:
    """One PNG of this many pixels' width for each slide."""
    pages = typst.Compiler(font_paths=our_fonts()).compile(
        input=(files("takeabreath.render") / "slides.typ").read_bytes(),
        format="png",
        ppi=_POINTS_PER_INCH * width / WIDTH,
        sys_inputs={"deck": json.dumps(_form(deck))},
    )
    return (pages,) if isinstance(pages, bytes) else tuple(pages or ())


def render_contact_sheet(deck: Deck, paper: Literal["a4", "us-letter"]) -> bytes:
    """A PDF with all slides small, each with its number and title: to look over, or to print and plan with."""
    language, _, country = deck.locale.partition("-")
    sheet = {
        "title": deck.title,
        "course": deck.course,
        "paper": paper,
        "language": language,
        "country": country or None,
    }
    pdf = typst.Compiler(font_paths=our_fonts()).compile(
        input=(files("takeabreath.render") / "slides.typ").read_bytes(),
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=NO_DATE,
        sys_inputs={"deck": json.dumps({**_form(deck), "sheet": sheet})},
    )
    if not isinstance(pdf, bytes):
        raise TypeError("one document is expected")
    return pdf


def _form(deck: Deck) -> dict[str, Any]:
    """The deck as JSON values; pictures by their names, as text."""
    look = _Look(deck.band)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "fonts": asdict(theme_for(deck.band).fonts),
        "slides": [_slide(number, slide, deck, look) for number, slide in enumerate(deck.slides, 1)],
        "pictures": {
            shown.picture.id: shown.picture.svg.decode("utf-8") for slide in deck.slides for shown in slide.pictures
        },
    }


class _Look:
    """Colours by the names of the layouts; calm bands have a white page and smaller corners, and no balls."""

    def __init__(self, band: str) -> None:
        theme, self.is_calm = theme_for(band), is_calm(band)
        self._colours = {
            "tx1": theme.ink, "bg1": theme.paper, "tx2": theme.accent_dark, "bg2": theme.tint,
            "accent1": theme.accent, "accent2": theme.help, "accent3": theme.got_it,
            "accent4": theme.help_tint, "accent5": theme.got_it_tint, "accent6": theme.muted,
        }  # fmt: skip
        self.corners = CALM_CORNERS if self.is_calm else 1.0

    def colour(self, name: str) -> str:
        return f"#{self._colours[name]}"

    def ground(self, name: str, page: str) -> str:
        """The colour of the page or of a shape on it."""
        swapped = {"bg1": "bg2", "bg2": "bg1"} if self.is_calm and page in {"bg1", "bg2"} else {}
        return self.colour(swapped.get(name, name))


def _slide(number: int, slide: Slide, deck: Deck, look: _Look) -> dict[str, Any]:
    layout = LAYOUTS[slide.layout]
    texts = {text.key: text for text in slide.texts} | {"number": SlideText("number", plain(str(number)), NUMBER_PT)}
    shapes = [
        _shape(part, part.fill, part.radius, look, layout.background)
        for part in (CORNER_BALL, *layout.decorations)
        if not (look.is_calm and "ball" in part.name.lower())
    ]
    for place in layout.placeholders:
        if place.fill and place.key in texts:
            filled = replace(place, box=texts[place.key].box or place.box)
            shapes.append(_shape(filled, place.fill, PLACEHOLDER_CORNERS, look, layout.background))
    return {
        "number": number,
        "title": slide.title,
        "background": look.ground(layout.background, layout.background),
        "shapes": shapes,
        "texts": [
            _text(place, texts[place.key], deck.body_pt, look) for place in layout.placeholders if place.key in texts
        ],
        "pictures": [
            {"id": shown.picture.id, "box": asdict(layout.placeholder(shown.key).box)} for shown in slide.pictures
        ],
    }


def _shape(part: Decoration | Placeholder, fill: str, radius: float, look: _Look, page: str) -> dict[str, Any]:
    return {
        "kind": part.shape,
        "box": asdict(part.box),
        "radius": radius * look.corners,
        "fill": look.ground(fill, page),
    }


def _text(place: Placeholder, text: SlideText, body_pt: int, look: _Look) -> dict[str, Any]:
    box: Box = (text.box or place.box).inset(place.padding, place.padding / 2)
    size = text.size or place.role.comfortable(body_pt)
    return {
        "box": asdict(box),
        "size": size,
        "indent": (NUMBER_INDENT if text.counted else place.indent) * size,
        "line": height(["x"], _WIDE, size, Style(place.bold, place.heading)),
        "gap": PARAGRAPH_GAP * size,
        "colour": look.colour(place.colour),
        "marked": look.colour(place.colour if place.marks == "tick" else "tx2"),
        "bold": place.bold,
        "heading": place.heading,
        "align": place.align,
        "anchor": place.anchor,
        "paragraphs": [
            {"mark": _mark(place, text, number), **asdict(paragraph)}
            for number, paragraph in enumerate(text.paragraphs)
        ],
    }


def _mark(place: Placeholder, text: SlideText, number: int) -> str:
    if text.counted == "numbers":
        return f"{number + 1}."
    if text.counted or isinstance(place.marks, int):
        first = place.marks if isinstance(place.marks, int) else 1
        return f"{chr(ord('A') + first - 1 + number)}."
    return {"dot": "•", "tick": "✓"}.get(place.marks, "")
