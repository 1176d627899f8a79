"""The table of output formats: the only place that knows which views there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from takeabreath.model.curriculum import Edition


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A view of a lesson. `make` turns an edition into the file's bytes.

    `path` has places `{language}`, `{band}` and `{lesson}`. `cost` is the relative time that
    making one takes, so that the slow ones start first. `make` imports its libraries itself.
    """

    name: str
    path: str
    cost: int
    make: Callable[[Edition], bytes]


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

    return render_contact_sheet(plan_deck(edition), edition.region.paper)


def _handout(edition: Edition) -> bytes:
    from takeabreath.plan.handout import plan_handout
    from takeabreath.render.to_pdf import render_pdf

    return render_pdf(plan_handout(edition))


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


_LESSON = "lessons/{language}/{band}/{lesson}"

FORMATS = (
    OutputFormat("plan", f"{_LESSON}/plan.md", 1, _plan_md),
    OutputFormat("plan-word", f"{_LESSON}/plan.docx", 4, _plan_docx),
    OutputFormat("slides", f"{_LESSON}/slides.pptx", 6, _slides),
    OutputFormat("contact-sheet", f"{_LESSON}/contact-sheet.pdf", 1, _contact_sheet),
    OutputFormat("handout", f"{_LESSON}/handout.pdf", 3, _handout),
    OutputFormat("quiz", f"{_LESSON}/quiz.html", 2, _quiz),
    OutputFormat("notebook", "notebooks/{language}/{band}/{lesson}.ipynb", 2, _notebook),
)

#: One for the whole course, made beside the notebooks; any edition of the course will do.
START_HERE = OutputFormat("start-here", "notebooks/start-here.ipynb", 1, _start_here)
