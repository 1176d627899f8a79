"""A booklet as PDF: tagged for screen readers (PDF/UA-1), made to last (PDF/A-2a), ready for a home printer."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from takeabreath.model.curriculum import Picture
from takeabreath.plan.booklet import Booklet
from takeabreath.render.qr_code import qr_svg
from takeabreath.theme.theme import FONTS_DIR, theme_for

#: The number of the file of the template that lists the parts of lessons.
_LESSON_PARTS = 10

#: A moment for the metadata, which PDF/A wants; it says nothing about when the content was written.
NO_DATE = 946_684_800


def render_pdf(booklet: Booklet) -> bytes:
    """A PDF with our fonts inside; the same booklet gives the same bytes."""
    pdf = typst.Compiler(font_paths=our_fonts()).compile(
        input=_source(booklet),
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
        input=_source(booklet), format="png", ppi=ppi, sys_inputs=_inputs(booklet)
    )
    return (pages,) if isinstance(pages, bytes) else tuple(pages or ())


def _inputs(booklet: Booklet) -> dict[str, str]:
    """What the template is given; for two-up, also the finished pages as pictures to stand beside themselves."""
    inputs = _content(booklet)
    if booklet.style.two_up:
        pages = typst.Compiler(font_paths=our_fonts()).compile(input=_source(booklet), format="svg", sys_inputs=inputs)
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


def _source(booklet: Booklet) -> bytes:
    """The template, without what a lesson's own parts do not need: to read that takes as long as a page."""
    return _template(whole=not {part.kind for part in booklet.parts} <= _kinds_of_lessons())


@cache
def _template(*, whole: bool) -> bytes:
    """The files of the template in the order of their numbers, as one text."""
    numbers = sorted(number for number in _files() if whole or number <= _LESSON_PARTS or number == max(_files()))
    return b"\n".join(_files()[number] for number in numbers)


@cache
def _kinds_of_lessons() -> frozenset[str]:
    return frozenset(re.findall(r"^  ([a-z-]+):", _files()[_LESSON_PARTS].decode(), re.MULTILINE))


@cache
def _files() -> dict[int, bytes]:
    """The files of the template by the numbers of their names."""
    parts = (part for part in (files("takeabreath.render") / "printed").iterdir() if part.name.endswith(".typ"))
    return {int(part.name.split("_")[0]): part.read_bytes() for part in parts}
