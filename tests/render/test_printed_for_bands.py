"""Posters, cards, helplines and the quiz without a computer as PDF: sizes, tags, words, codes, and what grey leaves."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdf
import pytest
import zxingcpp
from PIL import Image, ImageChops

from takeabreath.model.curriculum import BandEdition
from takeabreath.model.print_style import Paper, PrintStyle, Sheet
from takeabreath.plan.answer_cards import plan_answer_cards, plan_corner_signs
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.cards import plan_certificate, plan_wallet_cards
from takeabreath.plan.helplines import HelplinesPoster, plan_helplines
from takeabreath.plan.paper_quiz import plan_paper_quiz
from takeabreath.plan.posters import plan_large_posters, plan_posters
from takeabreath.render.to_pdf import render_page_pictures, render_pdf

#: Width and height in points.
SIZES: dict[Sheet, tuple[int, int]] = {
    "a4": (595, 842),
    "us-letter": (612, 792),
    "a3": (842, 1191),
    "us-tabloid": (792, 1224),
}
STYLES = {
    "a4": PrintStyle("a4"),
    "us-letter": PrintStyle("us-letter"),
    "ink saver": PrintStyle("a4", saves_ink=True),
    "large print": PrintStyle("a4", large_type=True),
}
#: What a home printer leaves white at each edge.
MARGIN_MM = 8
PPI = 30


@dataclass(frozen=True)
class Printed:
    name: str
    booklet: Booklet
    file: bytes


def _booklets(edition: BandEdition) -> Iterator[tuple[str, Booklet]]:
    yield "posters", plan_posters(edition)
    yield "posters-large", plan_large_posters(edition)
    yield "helplines", plan_helplines(edition)
    yield "wallet-cards", plan_wallet_cards(edition)
    yield "answer-cards", plan_answer_cards(edition)
    yield "corner-signs", plan_corner_signs(edition)
    if edition.band.audience == "pupils":
        yield "certificate", plan_certificate(edition)
    for lesson in edition.lessons[-1:]:
        yield "paper-quiz", plan_paper_quiz(lesson)


def _styled(edition: BandEdition, style: PrintStyle) -> BandEdition:
    return replace(edition, style=style, lessons=tuple(replace(lesson, style=style) for lesson in edition.lessons))


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=() if name == "a4" else pytest.mark.thorough) for name in STYLES],
)
def printed(request: pytest.FixtureRequest, band_editions: dict[str, BandEdition]) -> list[Printed]:
    style = STYLES[request.param]
    return [
        Printed(f"{edition.band.id} {name}", booklet, render_pdf(booklet))
        for edition in band_editions.values()
        for name, booklet in _booklets(_styled(edition, style))
    ]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def _shown(file: bytes) -> str:
    """All words without white space, and without the places where an address may break."""
    return _bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages))


def _texts(value: Any, field: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from _texts(entry, name)
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _texts(entry, field)
    elif isinstance(value, str) and field not in {
        "kind",
        "picture",
        "pictures",
        "code",
        "href",
        "id",
        "label",
        "count",
    }:
        yield value


def test_every_word_of_the_plan_is_on_the_page(printed: list[Printed]) -> None:
    for it in printed:
        shown = _shown(it.file)
        for part in it.booklet.parts:
            texts = [_bare(text.removeprefix("https://").removeprefix("www.")) for text in _texts(asdict(part))]  # type: ignore[call-overload]
            missing = [text for text in texts if text not in shown]
            assert missing == [], it.name


def test_pdf_ua_has_nothing_against_any_file(printed: list[Printed], tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    for it in printed:
        path.write_bytes(it.file)
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert [(it.name, failure.rule_id, failure.message) for failure in report.failures] == []


def test_pages_begin_with_a_heading_of_the_first_level(printed: list[Printed]) -> None:
    for it in printed:
        with pikepdf.open(io.BytesIO(it.file)) as pdf:
            tags = [str(tag) for tag in _tags(pdf.Root.StructTreeRoot.K) if re.fullmatch(r"/H\d", str(tag))]
        assert tags[0] == "/H1", it.name


def _tags(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node.S
        if "/K" in node:
            yield from _tags(node.K)


def test_pages_have_the_size_of_their_sheet(printed: list[Printed]) -> None:
    for it in printed:
        pages = pypdf.PdfReader(io.BytesIO(it.file)).pages
        sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
        assert sizes == {SIZES[it.booklet.sheet]}, it.name


def test_what_belongs_on_one_page_is_on_one_page(printed: list[Printed]) -> None:
    pages = {"posters": 3, "posters-large": 3, "wallet-cards": 1, "answer-cards": 1, "certificate": 1}
    for it in printed:
        name = it.name.split()[-1]
        if name in pages:
            assert len(pypdf.PdfReader(io.BytesIO(it.file)).pages) == pages[name], it.name


def _pictures(booklet: Booklet, ppi: float = PPI) -> list[Image.Image]:
    return [Image.open(io.BytesIO(page)).convert("L") for page in render_page_pictures(booklet, ppi)]


def test_no_ink_where_a_home_printer_cannot_print(printed: list[Printed]) -> None:
    for it in printed:
        for number, page in enumerate(_pictures(it.booklet), 1):
            edge = round(MARGIN_MM / 25.4 * PPI)
            inside = Image.new("L", (page.width - 2 * edge, page.height - 2 * edge), 255)
            page.paste(inside, (edge, edge))
            assert page.getextrema()[0] > 240, f"{it.name}, page {number}"


def _codes(booklet: Booklet, *, ppi: float) -> set[str]:
    return {code.text for page in _pictures(booklet, ppi) for code in zxingcpp.read_barcodes(page)}


def test_every_qr_code_says_what_is_printed_beside_it(printed: list[Printed]) -> None:
    for it in printed:
        posters = [part for part in it.booklet.parts if isinstance(part, HelplinesPoster)]
        for poster in posters:
            scans = [service.scan for service in poster.services if service.scan is not None]
            assert _codes(it.booklet, ppi=150) == {scan.code for scan in scans}
            shown = _shown(it.file)
            assert all(_bare(scan.address) in shown for scan in scans)
            for scan in scans:
                assert _bare(scan.address).replace("-", "") in scan.code.replace("-", "")


def test_cards_have_the_size_of_a_bank_card(band_editions: dict[str, BandEdition]) -> None:
    """The dashed lines stand 85 mm and 54 mm apart."""
    papers: tuple[Paper, ...] = ("a4", "us-letter")
    for paper in papers:
        edition = _styled(band_editions["11-13"], PrintStyle(paper))
        ends = list(_dashed_lines(render_pdf(plan_wallet_cards(edition))))
        for axis, millimetres in ((0, 85), (1, 54)):
            places = sorted({round(end[axis] / 72 * 25.4) for end in ends})
            apart = {second - first for first, second in itertools.pairwise(places)}
            assert apart - {1} == {millimetres}  # ends stand out by half the thickness of a line


def _dashed_lines(file: bytes) -> Iterator[tuple[float, float]]:
    """The ends of all dashed lines on the first page, in points."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        matrix, dashed, kept = pikepdf.Matrix(), False, []
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            match str(operator):
                case "q":
                    kept.append((matrix, dashed))
                case "Q":
                    matrix, dashed = kept.pop()
                case "cm":
                    matrix = pikepdf.Matrix(*(float(number) for number in operands)) @ matrix
                case "d":
                    dashed = len(operands[0]) > 0
                case "m" | "l" if dashed:
                    yield matrix.transform((float(operands[0]), float(operands[1])))


def test_letters_differ_in_grey_by_shape_and_pattern_alone(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        pages = [
            page.point(lambda value: 255 if value > 128 else 0) for page in _pictures(plan_corner_signs(edition), 30)
        ]
        rings = [_without_letter(page) for page in pages]
        for number, ring in enumerate(rings):
            for other in rings[number + 1 :]:
                different = ImageChops.difference(ring, other).histogram()[255]
                assert different > 0.05 * ring.width * ring.height


def _without_letter(page: Image.Image) -> Image.Image:
    width, height = page.size
    side = width // 4
    page = page.crop((0, height // 8, width, height * 15 // 16))
    page.paste(
        255,
        (width // 2 - side // 2, page.height // 2 - side // 2, width // 2 + side // 2, page.height // 2 + side // 2),
    )
    return page


def test_a_picture_to_colour_in_is_almost_white(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        if edition.band.audience == "pupils":
            (page,) = _pictures(plan_certificate(edition))
            dark = sum(page.histogram()[:200])
            assert dark < 0.16 * page.width * page.height


def test_the_same_plan_gives_the_same_bytes(printed: list[Printed]) -> None:
    for it in printed:
        assert render_pdf(it.booklet) == it.file
