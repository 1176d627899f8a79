"""The survey in print: a paper without a name, and on its last page the sheet for totals."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pypdf
import pytest

from takeabreath.model.curriculum import BandEdition
from takeabreath.model.print_style import Paper, PrintStyle
from takeabreath.plan.survey import plan_survey, survey_questions
from takeabreath.render.fewest_pages import render_fewest_pages


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _pages(file: bytes) -> list[str]:
    return [_bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(file)).pages]


@pytest.fixture(scope="module")
def printed(band_editions: dict[str, BandEdition]) -> dict[str, bytes]:
    return {band: render_fewest_pages(plan_survey(edition)) for band, edition in band_editions.items()}


def test_pdf_ua_has_nothing_against_it(printed: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "survey.pdf"
    for file in printed.values():
        path.write_bytes(file)
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_everything_is_on_the_paper_and_the_adults_sheet_is_the_last_page(
    printed: dict[str, bytes], band_editions: dict[str, BandEdition]
) -> None:
    for band, edition in band_editions.items():
        *paper, totals = _pages(printed[band])
        labels, shown = edition.labels.survey, "".join(paper)
        asked = [question.stem for question in survey_questions(edition)]
        answers = [answer.text for question in survey_questions(edition) for answer in question.answers]
        assert [text for text in (*labels.paper_rules, *asked, *answers) if _bare(text) not in shown] == []
        assert [text for text in (labels.totals, *labels.totals_rules, *asked) if _bare(text) not in totals] == []
        assert _bare(labels.totals) not in shown


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_a_paper_is_one_leaf_and_the_totals_one_page(band_editions: dict[str, BandEdition], paper: Paper) -> None:
    for edition in band_editions.values():
        pages = _pages(render_fewest_pages(plan_survey(replace(edition, style=PrintStyle(paper)))))
        assert len(pages) <= 3
        assert [page for page in pages if len(page) < 200] == []


def test_help_stands_on_the_paper(printed: dict[str, bytes], band_editions: dict[str, BandEdition]) -> None:
    for band, edition in band_editions.items():
        shown = "".join(_pages(printed[band])[:-1])
        first = next(number for service in edition.region.help_for_band(band) for number in service.call)
        assert _bare(first) in shown
