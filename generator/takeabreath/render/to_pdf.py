"""A booklet as PDF: tagged for screen readers (PDF/UA-1), made to last (PDF/A-2a), ready for a home printer."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from takeabreath.model.curriculum import Picture
from takeabreath.plan.booklet import Booklet
from takeabreath.render.qr_code import qr_svg
from takeabreath.theme.theme import FONTS_DIR, theme_for

#: A moment for the metadata, which PDF/A wants; it says nothing about when the content was written.
NO_DATE = 946_684_800


def render_pdf(booklet: Booklet) -> bytes:
    """A PDF with our fonts inside; the same booklet gives the same bytes."""
    pdf = typst.Compiler(font_paths=our_fonts()).compile(
        input=_template(),
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=NO_DATE,
        sys_inputs=_inputs(booklet),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("one document is expected")
    return pdf


def render_page_pictures(booklet: Booklet, ppi: float) -> tuple[bytes, ...]:
    """One PNG for each page, to look at before the file is made."""
    pages = typst.Compiler(font_paths=our_fonts()).compile(
        input=_template(), format="png", ppi=ppi, sys_inputs=_inputs(booklet)
    )
    return (pages,) if isinstance(pages, bytes) else tuple(pages or ())


def _inputs(booklet: Booklet) -> dict[str, str]:
    """What the template is given; for two-up, also the finished pages as pictures to stand beside themselves."""
    inputs = _content(booklet)
    if booklet.style.two_up:
        pages = typst.Compiler(font_paths=our_fonts()).compile(input=_template(), format="svg", sys_inputs=inputs)
        copies = pages if isinstance(pages, list) else [pages]
        inputs["copies"] = json.dumps([copy.decode() for copy in copies if copy is not None])
    return inputs


def _content(booklet: Booklet) -> dict[str, str]:
    form = _fields_of(booklet)
    form["pictures"] = {picture.id: _picture(picture) for picture in booklet.pictures}
    form["codes"] = {code: qr_svg(code) for code in booklet.codes}
    return {"booklet": json.dumps(form, default=_fields_of), "theme": json.dumps(asdict(theme_for(booklet.band)))}


def _fields_of(value: object) -> dict[str, object]:
    """What a dataclass holds, as it is: quicker than `asdict`, which copies all of it."""
    return {name: getattr(value, name) for name in _names(type(value))}  # type: ignore[arg-type]  # a class is hashable


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _picture(picture: Picture) -> dict[str, str]:
    return {"svg": picture.svg.decode("utf-8"), "alt": str(picture.alt)}


@cache
def our_fonts() -> typst.Fonts:
    """The package's fonts and no others, so that every machine sets the same."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS_DIR])


@cache
def _template() -> bytes:
    """The parts of the template in the order of the numbers of their names, as one text."""
    parts = (part for part in (files("takeabreath.render") / "printed").iterdir() if part.name.endswith(".typ"))
    return b"\n".join(part.read_bytes() for part in sorted(parts, key=lambda part: int(part.name.split("_")[0])))
