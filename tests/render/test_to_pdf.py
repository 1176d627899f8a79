"""The handout as PDF: its text, its tags, and what must not be on which page."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pikepdf
import pypdf
import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.plan.handout import Handout, plan_handout
from takeabreath.render.to_pdf import render_pdf


@pytest.fixture(scope="module")
def handouts(editions: dict[str, Edition]) -> list[tuple[Handout, bytes]]:
    """Each lesson's handout with its PDF."""
    planned = [plan_handout(edition) for edition in editions.values()]
    return [(handout, render_pdf(handout)) for handout in planned]


def _pages(file: bytes) -> list[str]:
    """The text of each page without white space, which a PDF does not keep."""
    return [_bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(file)).pages]


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _page_of(pages: list[str], text: str) -> int:
    return next(number for number, page in enumerate(pages) if page.startswith(_bare(text)))


def _elements(file: bytes) -> list[tuple[str, str]]:
    """The structure elements in reading order: the tag, and the words that stand for it."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return list(_walk(pdf.Root.StructTreeRoot.K))


def _walk(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).removeprefix("/"), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _walk(node.K)


def test_pdf_ua_has_nothing_against_any_handout(handouts: list[tuple[Handout, bytes]], tmp_path: Path) -> None:
    for handout, file in handouts:
        path = tmp_path / f"{handout.band}.pdf"
        path.write_bytes(file)
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_file_says_what_it_is(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        with pikepdf.open(io.BytesIO(file)) as pdf:
            assert str(pdf.Root.Lang) == handout.language
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.MarkInfo.Marked
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == handout.title
                assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
                    "1",
                    "2",
                    "A",
                )


def test_headings_skip_no_level(handouts: list[tuple[Handout, bytes]]) -> None:
    for _, file in handouts:
        levels = [int(tag[1:]) for tag, _ in _elements(file) if re.fullmatch(r"H\d", tag)]
        assert levels[0] == 1
        assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


def test_every_figure_has_words_and_every_table_a_header(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        elements = _elements(file)
        alts = {picture.id: str(picture.alt) for picture in handout.pictures}
        figures = {alt for tag, alt in elements if tag == "Figure"}
        assert {alts[handout.cover], *(alts[word.picture] for word in handout.words if word.picture)} <= figures
        assert figures <= set(alts.values())
        tags = [tag for tag, _ in elements]
        assert (tags.count("Table"), tags.count("TH")) == (1, 2)
        assert tags.count("TR") == 1 + len(handout.answers.questions)


def test_only_our_fonts_are_inside(handouts: list[tuple[Handout, bytes]]) -> None:
    for _, file in handouts:
        fonts = {
            font["/BaseFont"].split("+")[-1]
            for page in pypdf.PdfReader(io.BytesIO(file)).pages
            for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())
        }
        assert {font.split("-")[0] for font in fonts} == {"Andika", "Lexend"}


def test_every_text_of_the_pages_for_learners_is_in_the_pdf(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        shown = "".join(_pages(file))
        texts = [
            handout.title, handout.strap, handout.objective, handout.worksheet_title, handout.home.title,
            *(text for word in handout.words for text in (word.word, word.meaning)),
            *(text for sheet in handout.sheets for text in (sheet.title, sheet.instructions)),
            *(text for sheet in handout.sheets for name in ("cards", "baskets", "prompts", "points")
              for text in getattr(sheet, name, ())),
            *(text for question in handout.quiz.questions
              for text in (question.stem, *(choice.text for choice in question.choices))),
            *handout.home.for_grown_ups, *(line.say for line in handout.home.script), handout.home.try_this,
            handout.quiz.intro, handout.quiz.finish,
        ]  # fmt: skip
        assert [text for text in texts if _bare(text) not in shown] == []


def test_the_closing_elements_stand_together_with_every_number(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        pages = _pages(file)
        start, end = _page_of(pages, handout.labels["closing"]), _page_of(pages, handout.labels["answers"])
        shown = "".join(pages[start:end])
        closing = handout.closing
        texts = [closing.not_your_fault, closing.tell, *closing.what_happens_next, closing.calm, *closing.cautions]
        texts += [text for service in closing.services for text in (service.name, service.does, *service.checked)]
        texts += [
            way.text for service in closing.services for way in service.ways if way.label == handout.labels["call"]
        ]
        assert [text for text in texts if _bare(text) not in shown] == []


def test_the_quiz_paper_tells_no_answers(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        pages = _pages(file)
        start, end = _page_of(pages, handout.labels["quiz"]), _page_of(pages, handout.home.heading)
        paper = "".join(pages[start:end])
        assert start < end
        replies = [reply.say for answer in handout.answers.questions for reply in answer.replies]
        assert [say for say in replies if _bare(say) in paper] == []


def test_the_answers_come_last_and_apart(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        pages = _pages(file)
        start = _page_of(pages, handout.labels["answers"])
        before, key = "".join(pages[:start]), "".join(pages[start:])
        replies = [reply.say for answer in handout.answers.questions for reply in answer.replies]
        assert [say for say in replies if _bare(say) not in key] == []
        assert [say for say in replies if len(say) > 20 and _bare(say) in before] == []
        assert _bare(handout.labels["answers_keep_apart"]) in pages[start]


def test_the_home_card_fits_one_leaf(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        pages = _pages(file)
        assert _page_of(pages, handout.labels["closing"]) - _page_of(pages, handout.home.heading) <= 2


def test_pages_are_as_large_as_the_regions_paper(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, _ in handouts:
        for paper, size in (("a4", (595, 842)), ("us-letter", (612, 792))):
            reader = pypdf.PdfReader(io.BytesIO(render_pdf(replace(handout, paper=paper))))
            assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}
            assert all(_bare(page.extract_text()) for page in reader.pages)


def test_characters_with_a_meaning_in_typst_stay_literal(handouts: list[tuple[Handout, bytes]]) -> None:
    handout = replace(handouts[0][0], title="#let *x* = $1$ // [ok] @me <a>")
    assert _bare(handout.title) in _pages(render_pdf(handout))[0]


def test_a_character_without_a_glyph_stops_the_page(handouts: list[tuple[Handout, bytes]]) -> None:
    with pytest.raises(Exception, match="could not be displayed"):
        render_pdf(replace(handouts[0][0], title="\u6c34"))


def test_the_same_handout_gives_the_same_bytes(handouts: list[tuple[Handout, bytes]]) -> None:
    for handout, file in handouts:
        assert render_pdf(handout) == file
