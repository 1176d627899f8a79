"""The handout as PDF: its text, its tags, and what must not be on which page."""

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

from takeabreath.model.curriculum import Edition
from takeabreath.model.print_style import Paper, PrintStyle
from takeabreath.plan.answer_key import plan_answer_key
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.handout import closing_page, first_page, home_card, plan_answers, plan_handout, worksheet
from takeabreath.plan.quiz_paper import plan_quiz_paper
from takeabreath.render.to_pdf import render_pdf


@dataclass(frozen=True)
class Printed:
    """A lesson's handout and its answers, as planned and as PDF."""

    edition: Edition
    handout: Booklet
    file: bytes
    answers: Booklet
    answers_file: bytes

    def files(self) -> list[tuple[Booklet, bytes]]:
        return [(self.handout, self.file), (self.answers, self.answers_file)]


@pytest.fixture(scope="module")
def printed(editions: dict[str, Edition]) -> list[Printed]:
    found = []
    for edition in editions.values():
        handout, answers = plan_handout(edition), plan_answers(edition)
        found.append(Printed(edition, handout, render_pdf(handout), answers, render_pdf(answers)))
    return found


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


def test_pdf_ua_has_nothing_against_any_file(printed: list[Printed], tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    for it in printed:
        for _, file in it.files():
            path.write_bytes(file)
            report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
            assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_file_says_what_it_is(printed: list[Printed]) -> None:
    for booklet, file in (entry for it in printed for entry in it.files()):
        with pikepdf.open(io.BytesIO(file)) as pdf:
            assert str(pdf.Root.Lang) == booklet.language
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.MarkInfo.Marked
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == booklet.title
                claims = (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"])
                assert claims == ("1", "2", "A")


def test_headings_skip_no_level(printed: list[Printed]) -> None:
    for _, file in (entry for it in printed for entry in it.files()):
        levels = [int(tag[1:]) for tag, _ in _elements(file) if re.fullmatch(r"H\d", tag)]
        assert levels[0] == 1
        assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


def test_every_figure_has_words(printed: list[Printed]) -> None:
    for it in printed:
        alts = {picture.id: str(picture.alt) for picture in it.handout.pictures}
        figures = {alt for tag, alt in _elements(it.file) if tag == "Figure"}
        first = first_page(it.edition)
        assert {alts[first.picture], *(alts[word.picture] for word in first.words if word.picture)} <= figures
        assert figures <= set(alts.values())


def test_answers_have_a_heading_for_each_sheet_and_a_list_for_each_question(printed: list[Printed]) -> None:
    for it in printed:
        tags, key = [tag for tag, _ in _elements(it.answers_file)], plan_answer_key(it.edition)
        assert tags.count("H1") == len(key.sheets) + 1
        assert tags.count("L") == sum(bool(question.replies) for question in key.questions)


def test_only_our_fonts_are_inside(printed: list[Printed]) -> None:
    for _, file in (entry for it in printed for entry in it.files()):
        fonts = {
            font["/BaseFont"].split("+")[-1]
            for page in pypdf.PdfReader(io.BytesIO(file)).pages
            for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())
        }
        assert {font.split("-")[0] for font in fonts} == {"Andika", "Lexend"}


def test_every_text_of_the_pages_for_learners_is_in_the_pdf(printed: list[Printed]) -> None:
    for it in printed:
        shown, first, home = "".join(_pages(it.file)), first_page(it.edition), home_card(it.edition)
        sheets, quiz = worksheet(it.edition), plan_quiz_paper(it.edition)
        texts = [
            first.title, first.strap, first.objective, sheets.title, home.title,
            *(text for word in first.words for text in (word.word, word.meaning)),
            *(text for sheet in sheets.sheets for text in (sheet.title, sheet.instructions)),
            *(text for sheet in sheets.sheets for name in ("cards", "baskets", "prompts", "points", "fingers")
              for text in getattr(sheet, name, ())),
            *(text for sheet in sheets.sheets for panel in getattr(sheet, "panels", ())
              for text in (panel.caption, panel.speech)),
            *(text for question in quiz.questions
              for text in (question.stem, *(choice.text for choice in question.choices))),
            *home.for_grown_ups, *(line.say for line in home.script), home.try_this, quiz.intro, quiz.finish,
        ]  # fmt: skip
        assert [text for text in texts if _bare(text) not in shown] == []


def test_the_closing_elements_stand_together_with_every_number(printed: list[Printed]) -> None:
    for it in printed:
        pages, labels, closing = _pages(it.file), it.handout.labels, closing_page(it.edition)
        shown = "".join(pages[_page_of(pages, labels["closing"]) :])
        texts = [closing.not_your_fault, closing.tell, *closing.what_happens_next, closing.calm, *closing.cautions]
        texts += [text for service in closing.services for text in (service.name, service.does, *service.checked)]
        texts += [way.text for service in closing.services for way in service.ways if way.label == labels["call"]]
        assert [text for text in texts if _bare(text) not in shown] == []


def test_answers_stand_in_a_file_of_their_own(printed: list[Printed]) -> None:
    for it in printed:
        handout, answers = "".join(_pages(it.file)), "".join(_pages(it.answers_file))
        replies = [reply.say for answer in plan_answer_key(it.edition).questions for reply in answer.replies]
        assert [say for say in replies if _bare(say) not in answers] == []
        assert [say for say in replies if len(say) > 20 and _bare(say) in handout] == []
        assert _bare(it.answers.labels["answers_keep_apart"]) in answers


def test_the_home_card_fits_one_leaf(printed: list[Printed]) -> None:
    for it in printed:
        pages, heading = _pages(it.file), home_card(it.edition).heading
        assert _page_of(pages, it.handout.labels["closing"]) - _page_of(pages, heading) <= 2


def test_pages_are_as_large_as_the_paper(printed: list[Printed]) -> None:
    sizes: list[tuple[Paper, tuple[int, int]]] = [("a4", (595, 842)), ("us-letter", (612, 792))]
    for it in printed:
        for paper, size in sizes:
            file = render_pdf(plan_handout(replace(it.edition, style=PrintStyle(paper))))
            reader = pypdf.PdfReader(io.BytesIO(file))
            assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}
            assert all(_bare(page.extract_text()) for page in reader.pages)


def test_characters_with_a_meaning_in_typst_stay_literal(printed: list[Printed]) -> None:
    odd = "#let *x* = $1$ // [ok] @me <a>"
    handout = printed[0].handout
    parts = (replace(handout.parts[0], title=odd), *handout.parts[1:])  # type: ignore[type-var]
    assert _bare(odd) in _pages(render_pdf(replace(handout, title=odd, parts=parts)))[0]


def test_a_character_without_a_glyph_stops_the_page(printed: list[Printed]) -> None:
    with pytest.raises(Exception, match="could not be displayed"):
        render_pdf(replace(printed[0].handout, title="\u6c34", course="\u6c34"))


def test_the_same_booklet_gives_the_same_bytes(printed: list[Printed]) -> None:
    for it in printed:
        assert render_pdf(it.handout) == it.file
