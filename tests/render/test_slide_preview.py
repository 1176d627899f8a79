"""A deck as pictures, and its contact sheet."""

from __future__ import annotations

import io
import re
from pathlib import Path

import page as page_validation
import pypdf
import pytest
from PIL import Image

from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slides import Deck
from takeabreath.render.slide_preview import render_contact_sheet, render_slide_pictures
from takeabreath.theme.theme import theme_for


@pytest.fixture(scope="module")
def decks(editions: dict[str, Edition]) -> list[Deck]:
    """One lesson of every band."""
    by_band = {edition.band.id: edition for edition in editions.values()}
    return [plan_deck(edition) for edition in by_band.values()]


def _letters(text: str) -> str:
    """Letters and digits alone: lines and marks fall differently in a PDF."""
    return "".join(re.findall(r"[a-z0-9]", text.lower().replace("\ufb01", "fi").replace("\ufb02", "fl")))


def test_there_is_a_picture_of_every_slide_in_its_shape(decks: list[Deck]) -> None:
    for deck in decks:
        pictures = [Image.open(io.BytesIO(picture)) for picture in render_slide_pictures(deck, 320)]
        assert [picture.size for picture in pictures] == [(320, 180)] * len(deck.slides)


def test_the_cover_has_the_bands_colour(decks: list[Deck]) -> None:
    for deck in decks:
        cover = Image.open(io.BytesIO(render_slide_pictures(deck, 320)[0])).convert("RGB")
        assert "{:02X}{:02X}{:02X}".format(*cover.getpixel((4, 90))) == theme_for(deck.band).accent_dark


def test_the_contact_sheet_names_every_slide_in_order(decks: list[Deck]) -> None:
    for deck in decks:
        pages = pypdf.PdfReader(io.BytesIO(render_contact_sheet(deck, "a4"))).pages
        text = _letters("".join(page.extract_text() for page in pages))
        places = [text.find(_letters(f"{number} {slide.title}")) for number, slide in enumerate(deck.slides, 1)]
        assert -1 not in places


def test_the_contact_sheet_needs_few_pages_of_the_regions_paper(decks: list[Deck]) -> None:
    for deck in decks:
        for paper, width in (("a4", 595), ("us-letter", 612)):
            pages = pypdf.PdfReader(io.BytesIO(render_contact_sheet(deck, paper))).pages
            assert {round(float(page.mediabox.width)) for page in pages} == {width}
            assert len(pages) <= 2


def test_the_contact_sheet_can_be_read_aloud(decks: list[Deck], tmp_path: Path) -> None:
    for deck in decks:
        path = tmp_path / f"{deck.band}.pdf"
        path.write_bytes(render_contact_sheet(deck, "a4"))
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert report.is_compliant
