"""The table of output formats: the only place that knows which views there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from takeabreath.model.curriculum import BandEdition, Edition, PageEdition, RouteEdition


class Scope(StrEnum):
    """What a file is made once for."""

    LESSON = "lesson"
    ROUTE = "route"
    BAND = "band"
    PAGE = "page"
    COURSE = "course"


def _every(_edition: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A view. `make` turns an edition of the scope's kind into the file's bytes, and imports its libraries itself.

    `path` has places `{language}`, `{band}` and `{name}`, the lesson's, route's or page's. `cost` is the relative
    time that making one takes, so that the slow ones start first. `fits` says which editions have this view. One
    that does not read a band's lessons stays as it is when they change.
    """

    name: str
    scope: Scope
    path: str
    cost: int
    make: Callable[[Any], bytes]
    fits: Callable[[Any], bool] = _every
    reads_lessons: bool = True


def _plan_md(edition: Edition) -> bytes:
    from takeabreath.plan.lesson_plan import plan_lesson_plan
    from takeabreath.render.to_md import render_md

    return render_md(plan_lesson_plan(edition))


def _plan_docx(edition: Edition) -> bytes:
    from takeabreath.plan.lesson_plan import plan_lesson_plan
    from takeabreath.render.to_docx import render_docx

    return render_docx(plan_lesson_plan(edition))


def _slides(edition: Edition) -> bytes:
    from takeabreath.plan.deck import plan_deck
    from takeabreath.render.to_pptx import render_pptx

    return render_pptx(plan_deck(edition))


def _contact_sheet(edition: Edition) -> bytes:
    from takeabreath.plan.deck import plan_deck
    from takeabreath.render.slide_preview import render_contact_sheet

    return render_contact_sheet(plan_deck(edition), edition.style.paper)


def _handout(edition: Edition) -> bytes:
    from takeabreath.plan.handout import plan_handout
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_handout(edition))


def _answers(edition: Edition) -> bytes:
    from takeabreath.plan.handout import plan_answers
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_answers(edition))


def _paper_quiz(edition: Edition) -> bytes:
    from takeabreath.plan.paper_quiz import plan_paper_quiz
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_paper_quiz(edition))


def _word_cards(edition: Edition) -> bytes:
    from takeabreath.plan.handout import plan_word_cards
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_word_cards(edition))


def _teaches_words(edition: Edition) -> bool:
    return any(edition.words[word].meaning_for(edition.band.id) is not None for word in edition.lesson.words)


def _quiz(edition: Edition) -> bytes:
    from takeabreath.plan.quiz import plan_quiz
    from takeabreath.render.to_html import render_html

    return render_html(plan_quiz(edition))


def _notebook(edition: Edition) -> bytes:
    from takeabreath.plan.notebook import plan_notebook
    from takeabreath.render.to_ipynb import render_ipynb

    return render_ipynb(plan_notebook(edition))


def _start_here(edition: Edition) -> bytes:
    from takeabreath.plan.start_here import plan_start_here
    from takeabreath.render.to_ipynb import render_ipynb

    return render_ipynb(plan_start_here(edition))


def _before_after(edition: Edition) -> bytes:
    from takeabreath.plan.before_after_notebook import plan_before_after
    from takeabreath.render.to_ipynb import render_ipynb

    return render_ipynb(plan_before_after(edition))


def _has_survey(edition: Edition) -> bool:
    return bool(edition.survey)


def _in_own_language(edition: Edition) -> bool:
    return edition.language == edition.course.language


def _route_plan(edition: RouteEdition) -> bytes:
    from takeabreath.plan.lesson_plan import plan_route_plan
    from takeabreath.render.to_docx import render_docx

    return render_docx(plan_route_plan(edition))


def _route_slides(edition: RouteEdition) -> bytes:
    return _slides(edition.whole)


def _route_quiz(edition: RouteEdition) -> bytes:
    return _quiz(edition.whole)


def _route_contact_sheet(edition: RouteEdition) -> bytes:
    return _contact_sheet(edition.whole)


def _pack(edition: RouteEdition) -> bytes:
    from takeabreath.plan.pack import plan_pack
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_pack(edition))


def _page(edition: PageEdition) -> bytes:
    from takeabreath.plan.page import plan_page_print
    from takeabreath.render.fewest_pages import render_fewest_pages

    return render_fewest_pages(plan_page_print(edition))


def _page_docx(edition: PageEdition) -> bytes:
    from takeabreath.plan.page import plan_page
    from takeabreath.render.to_docx import render_docx

    return render_docx(plan_page(edition))


def _survey(edition: BandEdition) -> bytes:
    from takeabreath.plan.survey import plan_survey
    from takeabreath.render.fewest_pages import render_fewest_pages

    return render_fewest_pages(plan_survey(edition))


def _is_surveyed(edition: BandEdition) -> bool:
    return any(edition.band.id in item.bands for item in edition.survey)


def _is_editable(edition: PageEdition) -> bool:
    return edition.page.editable


def _route_paper_quiz(edition: RouteEdition) -> bytes:
    return _paper_quiz(edition.whole)


def _posters(edition: BandEdition) -> bytes:
    from takeabreath.plan.posters import plan_posters
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_posters(edition))


def _large_posters(edition: BandEdition) -> bytes:
    from takeabreath.plan.posters import plan_large_posters
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_large_posters(edition))


def _helplines(edition: BandEdition) -> bytes:
    from takeabreath.plan.helplines import plan_helplines
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_helplines(edition))


def _wallet_cards(edition: BandEdition) -> bytes:
    from takeabreath.plan.cards import plan_wallet_cards
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_wallet_cards(edition))


def _certificate(edition: BandEdition) -> bytes:
    from takeabreath.plan.cards import plan_certificate
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_certificate(edition))


def _answer_cards(edition: BandEdition) -> bytes:
    from takeabreath.plan.answer_cards import plan_answer_cards
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_answer_cards(edition))


def _corner_signs(edition: BandEdition) -> bytes:
    from takeabreath.plan.answer_cards import plan_corner_signs
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_corner_signs(edition))


def _for_pupils(edition: BandEdition) -> bool:
    return edition.band.audience == "pupils"


def _on_one_day(edition: RouteEdition) -> bool:
    return not edition.route.meetings


_LESSON = "lessons/{language}/{band}/{name}"
_BAND = "lessons/{language}/{band}"
_PAGES = "lessons/{language}/pages"

FORMATS = (
    OutputFormat("plan", Scope.LESSON, f"{_LESSON}/plan.md", 1, _plan_md),
    OutputFormat("plan-word", Scope.LESSON, f"{_LESSON}/plan.docx", 4, _plan_docx),
    OutputFormat("slides", Scope.LESSON, f"{_LESSON}/slides.pptx", 10, _slides),
    OutputFormat("contact-sheet", Scope.LESSON, f"{_LESSON}/contact-sheet.pdf", 2, _contact_sheet),
    OutputFormat("handout", Scope.LESSON, f"{_LESSON}/handout.pdf", 13, _handout),
    OutputFormat("answers", Scope.LESSON, f"{_LESSON}/answers.pdf", 5, _answers),
    OutputFormat("word-cards", Scope.LESSON, f"{_LESSON}/word-cards.pdf", 2, _word_cards, _teaches_words),
    OutputFormat("quiz", Scope.LESSON, f"{_LESSON}/quiz.html", 1, _quiz),
    OutputFormat("paper-quiz", Scope.LESSON, f"{_LESSON}/paper-quiz.pdf", 11, _paper_quiz),
    OutputFormat("notebook", Scope.LESSON, "notebooks/{language}/{band}/{name}.ipynb", 1, _notebook),
    OutputFormat("plan-word", Scope.ROUTE, f"{_LESSON}/plan.docx", 5, _route_plan),
    OutputFormat("slides", Scope.ROUTE, f"{_LESSON}/slides.pptx", 20, _route_slides),
    OutputFormat("quiz", Scope.ROUTE, f"{_LESSON}/quiz.html", 1, _route_quiz, _on_one_day),
    OutputFormat("paper-quiz", Scope.ROUTE, f"{_LESSON}/paper-quiz.pdf", 11, _route_paper_quiz, _on_one_day),
    OutputFormat("contact-sheet", Scope.ROUTE, f"{_LESSON}/contact-sheet.pdf", 4, _route_contact_sheet, _on_one_day),
    # The pack of a term has two hundred pages that stand in its lessons' folders too: `takeabreath pack` makes it.
    OutputFormat("pack", Scope.ROUTE, f"{_LESSON}/pack.pdf", 30, _pack, _on_one_day),
    OutputFormat("posters", Scope.BAND, f"{_BAND}/posters.pdf", 8, _posters),
    OutputFormat("posters-large", Scope.BAND, f"{_BAND}/posters-large.pdf", 9, _large_posters),
    OutputFormat("helplines", Scope.BAND, f"{_BAND}/helplines.pdf", 7, _helplines, reads_lessons=False),
    OutputFormat("wallet-cards", Scope.BAND, f"{_BAND}/wallet-cards.pdf", 10, _wallet_cards, reads_lessons=False),
    OutputFormat("certificate", Scope.BAND, f"{_BAND}/certificate.pdf", 20, _certificate, _for_pupils),
    OutputFormat("answer-cards", Scope.BAND, f"{_BAND}/answer-cards.pdf", 5, _answer_cards),
    OutputFormat("corner-signs", Scope.BAND, f"{_BAND}/corner-signs.pdf", 5, _corner_signs),
    OutputFormat("survey", Scope.BAND, f"{_BAND}/survey.pdf", 9, _survey, _is_surveyed, reads_lessons=False),
    OutputFormat("page", Scope.PAGE, f"{_PAGES}/{{name}}.pdf", 25, _page),
    OutputFormat("page-word", Scope.PAGE, f"{_PAGES}/{{name}}.docx", 1, _page_docx, _is_editable),
)

#: The views of one lesson, as somebody may choose from.
LESSON_FORMATS = tuple(output_format for output_format in FORMATS if output_format.scope is Scope.LESSON)

#: One for the whole course, made beside the notebooks; any edition of the course will do.
START_HERE = OutputFormat("start-here", Scope.COURSE, "notebooks/start-here.ipynb", 1, _start_here, _in_own_language)

#: The facilitator's notebook for the survey.
BEFORE_AND_AFTER = OutputFormat(
    "before-and-after", Scope.COURSE, "notebooks/{language}/before-and-after.ipynb", 1, _before_after, _has_survey
)

#: What comes along with all notebooks.
COURSE_FORMATS = (BEFORE_AND_AFTER, START_HERE)
