"""A facilitator's pack as PDF: its page numbers, its contents, its bookmarks and its tags."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import page as page_validation
import pikepdf
import pypdf
import pytest

from takeabreath.content.editions import route_edition_of
from takeabreath.model.curriculum import Curriculum, RouteEdition
from takeabreath.model.print_style import PrintStyle
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.pack import plan_pack
from takeabreath.plan.pack_parts import Packed
from takeabreath.render.to_pdf import render_pdf

STYLES = {
    "8-10/route-workshop": PrintStyle("a4"),
    "14-18/route-workshop": PrintStyle("us-letter", large_type=True),
    "5-7/route-four-lessons": PrintStyle("a4", saves_ink=True),
    "staff/route-staff-briefing": PrintStyle("us-letter"),
}
ROW = re.compile(
    r"(?P<whom>you|the room|everybody|one for \d+ people) (?P<first>\d+)(?:–(?P<last>\d+))? (?P<copies>\d+) "
    r"(?P<sides>Both sides|One side) (?P<paper>\d+)"
)


@dataclass(frozen=True)
class Printed:
    """A pack, as planned and as PDF."""

    edition: RouteEdition
    booklet: Booklet
    file: bytes
    pages: tuple[str, ...]

    def rows(self) -> list[Packed]:
        return [part for part in self.booklet.parts if isinstance(part, Packed) and part.row is not None]

    def print_list(self) -> list[dict[str, str]]:
        title = str(self.edition.labels.pack.print_list)
        first = next(number for number, text in enumerate(self.pages) if text.startswith(title))
        text = " ".join(self.pages[first : first + 8])
        until = text.index("Sheets of paper in all")
        return [match.groupdict() for match in ROW.finditer(text[:until])]

    def bookmarks(self) -> list[tuple[str, int]]:
        reader = pypdf.PdfReader(io.BytesIO(self.file))
        return list(_entries(reader, reader.outline))


def _entries(reader: pypdf.PdfReader, outline: list[object]) -> Iterator[tuple[str, int]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _entries(reader, entry)
        elif isinstance(entry, pypdf.generic.Destination):
            number = reader.get_destination_page_number(entry)
            assert number is not None
            yield _plain(str(entry.title)), number + 1


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module", params=STYLES, ids=str)
def printed(request: pytest.FixtureRequest, curriculum: Curriculum) -> Printed:
    placed = next(route for route in curriculum.routes if route.id == request.param)
    edition = replace(route_edition_of(curriculum, placed, "en", "my", STYLES[request.param]), group=30)
    booklet = plan_pack(edition)
    file = render_pdf(booklet)
    pages = tuple(_plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(file)).pages)
    return Printed(edition, booklet, file, pages)


def _beginning(part: Packed, printed: Printed) -> str:
    """The words that a part begins with."""
    it, labels = part.part, printed.edition.labels.handout
    own = getattr(it, "heading", None) or getattr(it, "title", None)
    given = {"pack-cover": printed.booklet.title, "quiz-paper": str(labels.quiz)}.get(it.kind)
    if it.kind == "answers":
        return labels.answers_to.format(title=own)
    return _plain(str(given or own))


def test_the_lines_of_the_print_list_are_the_pages_of_the_pack(printed: Printed) -> None:
    found = printed.print_list()
    assert len(found) == len(printed.rows())
    following = 1
    for line, part in zip(found, printed.rows(), strict=True):
        first, last = int(line["first"]), int(line["last"] or line["first"])
        assert first == following
        assert _bare(printed.pages[first - 1]).startswith(_bare(_beginning(part, printed)))
        following = last + 1
    assert following == len(printed.pages) + 1


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_copies_sides_and_paper_are_those_of_the_group(printed: Printed) -> None:
    total = 0
    for line, part in zip(printed.print_list(), printed.rows(), strict=True):
        row = part.row
        assert row is not None
        pages = int(line["last"] or line["first"]) - int(line["first"]) + 1
        both = row.both_sides and pages > 1
        assert line["sides"] == ("Both sides" if both else "One side")
        assert (line["whom"], int(line["copies"])) == (row.for_whom, row.copies)
        assert int(line["paper"]) == row.copies * (-(-pages // 2) if both else pages)
        total += int(line["paper"])
    assert f"Sheets of paper in all: {total}" in " ".join(printed.pages)


def test_contents_and_bookmarks_agree(printed: Printed) -> None:
    """Every line of the contents is a bookmark, in the same order; every main bookmark is in the contents."""
    lines, marks = _contents(printed), [(_bare(title).rstrip("."), page) for title, page in printed.bookmarks()]
    left = iter(marks)
    for line in lines:
        assert line in left, line
    reader = pypdf.PdfReader(io.BytesIO(printed.file))
    main = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert {_bare(str(entry.title)).rstrip(".") for entry in main[1:]} <= {title for title, _ in lines}
    assert _bare(str(main[0].title)) == _bare(str(printed.edition.labels.pack.contents))


def _contents(printed: Printed) -> list[tuple[str, int]]:
    labels = printed.edition.labels.pack
    pages = itertools.takewhile(lambda text: not text.startswith(str(labels.how_to_use)), printed.pages[1:])
    footer = re.compile(rf"(Take a Breath( ·)? )?{re.escape(printed.booklet.title)} \d+ of \d+$")
    text = " ".join(footer.sub("", page) for page in pages)
    lines = re.findall(r"(.+?) ?(?:\. ?){3,} ?(\d+)", text.removeprefix(str(labels.contents)))
    return [(_bare(title).rstrip("."), int(page)) for title, page in lines]


def test_bookmarks_lead_to_pages_that_say_the_same(printed: Printed) -> None:
    for title, number in printed.bookmarks():
        assert _bare(title) in _bare(printed.pages[number - 1])


def test_every_page_has_its_number(printed: Printed) -> None:
    size = len(printed.pages)
    for number, text in enumerate(printed.pages, 1):
        assert f"{number} of {size}" in text


def test_pdf_ua_has_nothing_against_it(printed: Printed, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(printed.file)
    report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_headings_skip_no_level(printed: Printed) -> None:
    with pikepdf.open(io.BytesIO(printed.file)) as pdf:
        levels = [int(tag[1:]) for tag in _tags(pdf.Root.StructTreeRoot.K) if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).removeprefix("/")
        if "/K" in node:
            yield from _tags(node.K)


def test_the_same_pack_is_the_same_bytes(printed: Printed) -> None:
    assert render_pdf(plan_pack(printed.edition)) == printed.file
