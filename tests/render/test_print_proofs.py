"""Printed lessons as another program shows them: nothing cut off, crossed, too faint, too small or nearly empty."""

from __future__ import annotations

import io
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdf
import pytest
import typst
from print_proof import FINE, ProofPage, overlaps, proof

from takeabreath.model.curriculum import Edition
from takeabreath.model.print_style import LARGE_TYPE_PT, PrintStyle
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.handout import plan_answers, plan_handout, plan_word_cards
from takeabreath.render import to_pdf
from takeabreath.render.to_pdf import render_pdf
from takeabreath.theme.theme import theme_for

PLANS: dict[str, Callable[[Edition], Booklet]] = {
    "handout": plan_handout,
    "answers": plan_answers,
    "word-cards": plan_word_cards,
}
STYLES = {
    "a4": PrintStyle("a4"),
    "us-letter": PrintStyle("us-letter"),
    "a4-large": PrintStyle("a4", large_type=True),
    "us-letter-large": PrintStyle("us-letter", large_type=True),
    "a4-ink-saver": PrintStyle("a4", saves_ink=True),
    "a4-two-up": PrintStyle("a4", two_up=True),
    "us-letter-two-up": PrintStyle("us-letter", two_up=True),
}
#: A lesson of each band; together they have every kind of sheet.
SAMPLE = (
    "5-7/2-guard", "8-10/5-tell", "11-13/4-stop-and-keep", "14-18/3-spot", "parents/5-tell", "staff/4-stop-and-keep",
)  # fmt: skip
FEW = SAMPLE[1::2]
#: What home printers leave white at the edges, in millimetres.
EDGE = 10
BLANK = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
#: The foot of a page, which says nothing about how full it is.
FOOT = 27
WIDELY = [
    pytest.param("plain", id="samples"),
    *(pytest.param(style, id=style, marks=pytest.mark.thorough) for style in STYLES),
]


@dataclass(frozen=True)
class Proof:
    """A file of a lesson in a style, and its pages as they are shown."""

    lesson: str
    name: str
    booklet: Booklet
    file: bytes
    pages: tuple[ProofPage, ...]

    def __str__(self) -> str:
        return f"{self.lesson} {self.name}"


@pytest.fixture(scope="module", params=WIDELY)
def proofs(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> list[Proof]:
    """One lesson of each band, plain and in one more style; or every lesson in a style, of two-up a sample."""
    if request.param == "plain":
        styles = itertools.cycle(STYLES.values())
        chosen = [(lesson, style) for lesson, style in zip(SAMPLE, styles, strict=False)]
        chosen += [(lesson, STYLES["a4"]) for lesson in SAMPLE]
    else:
        style = STYLES[request.param]
        chosen = [(lesson, style) for lesson in (SAMPLE if style.two_up else editions)]
    return [
        _proof(lesson, name, plan(replace(editions[lesson], style=style)))
        for lesson, style in chosen
        for name, plan in PLANS.items()
    ]


def _proof(lesson: str, name: str, booklet: Booklet) -> Proof:
    file = render_pdf(booklet)
    return Proof(lesson, name, booklet, file, tuple(proof(file)))


def _each_page(proofs: list[Proof]) -> Iterator[tuple[Proof, ProofPage]]:
    return ((it, page) for it in proofs for page in it.pages)


def test_no_ink_where_home_printers_cannot_print(proofs: list[Proof]) -> None:
    for it, page in _each_page(proofs):
        ink = page.ink(darker_than=250)
        edges = (ink.left, ink.top, page.width - ink.right, page.height - ink.bottom)
        assert min(edges) >= EDGE, f"{it}, page {page.number}: {edges}"


def test_no_text_stands_on_another(proofs: list[Proof]) -> None:
    for it, page in _each_page(proofs):
        assert overlaps(page.texts) == [], f"{it}, page {page.number}"


def test_every_text_fits_its_box(proofs: list[Proof]) -> None:
    for it in proofs:
        assert _too_long(it.booklet) == [], str(it)


def test_no_page_is_nearly_empty(proofs: list[Proof]) -> None:
    """The last page of large print ends where its text ends; without large pictures, help ends early too."""
    for it, page in _each_page(proofs):
        last, style = page is it.pages[-1], it.booklet.style
        least = 0.0 if last and style.large_type else 0.3 if last and style.saves_ink else 0.45
        assert page.filled(FOOT) >= least, f"{it}, page {page.number}"


def test_large_print_is_large_everywhere(proofs: list[Proof]) -> None:
    for it, page in _each_page(proofs):
        least = LARGE_TYPE_PT if it.booklet.style.large_type else 8
        assert min(page.sizes) >= least - 0.01, f"{it}, page {page.number}: {sorted(page.sizes)}"


def test_lines_to_write_on_are_as_high_as_the_band_needs(proofs: list[Proof]) -> None:
    for it, page in _each_page(proofs):
        least = it.booklet.measures.line_mm
        assert least >= (10 if it.booklet.band in {"5-7", "8-10"} else 8)
        muted = tuple(bytes.fromhex(theme_for(it.booklet.band).muted))
        lines = [line.box for line in page.lines if line.colour == muted]
        for above, below in itertools.pairwise(lines):
            if (round(above.left), round(above.right)) == (round(below.left), round(below.right)):
                assert below.top - above.top >= least - 0.3, f"{it}, page {page.number}"


def test_the_ink_saver_takes_less_ink_and_leaves_no_ground(editions: dict[str, Edition]) -> None:
    for lesson in FEW:
        plain, saving = (plan_handout(replace(editions[lesson], style=STYLES[name])) for name in ("a4", "a4-ink-saver"))
        ink = [sum(_ink(page.grey) for page in proof(render_pdf(booklet))) for booklet in (plain, saving)]
        assert ink[1] < ink[0], lesson
        assert _grounds(saving) <= {(255, 255, 255)} < _grounds(plain), lesson


def _grounds(booklet: Booklet) -> set[tuple[int, int, int]]:
    """The colours of filled shapes outside pictures."""
    blank = tuple(replace(picture, svg=BLANK) for picture in booklet.pictures)
    return {ground for page in proof(render_pdf(replace(booklet, pictures=blank))) for ground in page.grounds}


def _ink(grey: Any) -> float:
    return float(sum((255 - tone) * count for tone, count in enumerate(grey.histogram())))


def test_text_is_dark_enough_in_grey(editions: dict[str, Edition]) -> None:
    """WCAG 2.2, 1.4.3, measured in grey; thin strokes come out a little lighter than their ink."""
    for lesson in FEW:
        for page in proof(render_pdf(plan_handout(editions[lesson])), FINE):
            faint = [text.text for text in page.texts if text.box.area > 2 and page.contrast(text.box) < 4.3]
            assert faint == [], f"{lesson}, page {page.number}"


def test_two_up_pages_are_the_same_twice_and_read_once(editions: dict[str, Edition]) -> None:
    for lesson in FEW[:2]:
        booklet = plan_handout(replace(editions[lesson], style=STYLES["a4-two-up"]))
        file = render_pdf(booklet)
        for page in proof(file):
            assert (round(page.width), round(page.height)) == (297, 210)
            middle = page.width / 2
            assert all(text.box.right < middle for text in page.texts)
            half = page.grey.width // 2
            left, right = (
                page.grey.crop((0, 0, half - 3, page.grey.height)),
                page.grey.crop((half, 0, 2 * half - 3, page.grey.height)),
            )
            assert abs(_ink(left) - _ink(right)) < 0.1 * _ink(left)


def test_only_handouts_are_halved(editions: dict[str, Edition]) -> None:
    edition = replace(editions[SAMPLE[0]], style=STYLES["a4-two-up"])
    assert [plan(edition).style.two_up for plan in PLANS.values()] == [True, False, False]


def test_every_file_says_what_it_is(proofs: list[Proof], tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    for it in proofs:
        path.write_bytes(it.file)
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == [], str(it)
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            assert str(pdf.Root.Lang) == it.booklet.language
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert metadata["dc:title"] == it.booklet.title
            claims = [metadata[name] for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
            assert claims == ["1", "2", "A"]


def test_only_our_fonts_are_inside_and_all_of_them_are(proofs: list[Proof]) -> None:
    for it in proofs:
        for page in pypdf.PdfReader(io.BytesIO(it.file)).pages:
            for entry in page["/Resources"]["/Font"].values():
                font = entry.get_object()
                (drawn,) = font["/DescendantFonts"]
                assert font["/BaseFont"].split("+")[-1].split("-")[0] in {"Andika", "Lexend"}
                assert {"/FontFile2", "/FontFile3"} & set(drawn.get_object()["/FontDescriptor"])


def test_words_half_as_long_again_still_fit(editions: dict[str, Edition]) -> None:
    """Another language has longer words."""
    for lesson in FEW:
        for plan in PLANS.values():
            booklet = _longer(plan(editions[lesson]))
            assert _too_long(booklet) == [], lesson
            for page in proof(render_pdf(booklet)):
                ink = page.ink(darker_than=250)
                assert min(ink.left, page.width - ink.right, page.height - ink.bottom) >= EDGE, (
                    f"{lesson}, {page.number}"
                )
                assert overlaps(page.texts) == [], f"{lesson}, page {page.number}"


def _longer(booklet: Booklet) -> Booklet:
    labels = {name: _long_words(label) for name, label in booklet.labels.items()}
    return replace(booklet, labels=labels, parts=tuple(_long(part) for part in booklet.parts))


def _long(value: Any) -> Any:
    """The same with long words in every text that is shown."""
    kept = {"kind", "picture", "pictures", "id", "who", "mark", "letter", "href"}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {it.name: _long(getattr(value, it.name)) for it in fields(value) if it.name not in kept}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_long(entry) for entry in value)
    return _long_words(value) if isinstance(value, str) else value


def _long_words(text: str) -> str:
    """Each word and half of it again; places and addresses stay."""
    return re.sub(
        r"(?<![\w{.@/])[^\W\d_]{2,}(?![\w}.@/])", lambda word: word[0] + word[0][: len(word[0]) // 2].casefold(), text
    )


def _too_long(booklet: Booklet) -> list[str]:
    """The texts that the layout could not make small enough for their boxes."""
    compiler = typst.Compiler(
        to_pdf._source(booklet), font_paths=to_pdf.our_fonts(), sys_inputs=to_pdf._inputs(booklet)
    )
    found: list[str] = json.loads(compiler.query("<overflow>", field="value"))
    return found


@pytest.mark.thorough
def test_page_counts_are_the_ones_reviewed(editions: dict[str, Edition], golden: Callable[[Path, str], None]) -> None:
    lines = []
    for lesson, edition in editions.items():
        for style, chosen in ((name, STYLES[name]) for name in ("a4", "us-letter", "a4-large")):
            counts = (
                f"{name} {len(pypdf.PdfReader(io.BytesIO(render_pdf(plan(replace(edition, style=chosen))))).pages)}"
                for name, plan in PLANS.items()
            )
            lines.append(f"{lesson:24} {style:10} {', '.join(counts)}\n")
    golden(Path(__file__).parent / "golden" / "page_counts.txt", "".join(lines))
