"""A notebook as one page: text and quiz, with no kernel, no network and no trace."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import nbformat
import pytest
from browser_fixtures import Visit
from nbconvert.utils.exceptions import ConversionException
from playwright.sync_api import expect

from takeabreath.model.curriculum import Edition
from takeabreath.notebooks.exporter import QuizPageExporter
from takeabreath.plan.notebook import plan_notebook
from takeabreath.plan.quiz import plan_quiz
from takeabreath.plan.start_here import plan_start_here
from takeabreath.render.to_ipynb import render_ipynb

LESSON = "8-10/4-stop-and-keep"


def _notebook(edition: Edition) -> nbformat.NotebookNode:
    text = render_ipynb(plan_notebook(edition)).decode("utf-8")
    return nbformat.reads(text, as_version=4)  # type: ignore[no-any-return,no-untyped-call]


def _page(notebook: nbformat.NotebookNode) -> str:
    html, resources = QuizPageExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".html"
    return html


@pytest.fixture(scope="module")
def pages(editions: dict[str, Edition]) -> dict[str, str]:
    return {lesson: _page(_notebook(edition)) for lesson, edition in editions.items()}


def test_page_has_the_text_the_policy_and_no_address_to_fetch(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-" in unescape(page)
        outside_of_data = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
        fetched = re.findall(r"(?:src|url)\s*[=(]\s*[\"']?(?!data:)(\w+:)", outside_of_data)
        assert (fetched, "<link" in page, "open_quiz" in page) == ([], False, False)
        text = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
        assert "▶" not in text


def test_page_is_the_same_after_the_notebook_was_run_and_saved(
    editions: dict[str, Edition], pages: dict[str, str]
) -> None:
    notebook = _notebook(editions[LESSON])
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.execution_count = 3
    assert _page(notebook) == pages[LESSON]


def test_notebook_without_a_quiz_is_refused_with_what_to_do(editions: dict[str, Edition]) -> None:
    text = render_ipynb(plan_start_here(editions[LESSON])).decode("utf-8")
    notebook = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    with pytest.raises(ConversionException, match="This notebook has no quiz in it"):
        _page(notebook)


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<iframe src="https://example.org"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://example.org">', "<style>*{display:none}</style>",
    '<a href="javascript:alert(1)">x</a>', '<form action="https://example.org"><button>x</button></form>',
    '<div id="quiz-1">x</div>', "![x](https://example.org/x.png)",
)  # fmt: skip


@pytest.fixture
def hostile(editions: dict[str, Edition]) -> str:
    notebook = _notebook(editions[LESSON])
    notebook.cells[0].source = "\n\n".join(HOSTILE)
    notebook.metadata.takeabreath.title = "</title><script>alert(1)</script>"
    return _page(notebook)


def test_markup_in_a_strange_notebook_does_nothing(hostile: str) -> None:
    text = hostile.partition("<main>")[2].partition('<script type="application/json"')[0]
    kinds = {tag.lower() for tag in re.findall(r"<(\w+)", text)}
    assert kinds & {"script", "iframe", "meta", "style", "form", "button", "link", "object", "svg"} == set()
    assert len(re.findall('id="quiz-1"', text)) == 1
    assert re.findall(r"(onerror=|javascript:)", re.sub(r"&lt;.*?&gt;", "", text)) == []
    assert hostile.count("<title>") == 1


@pytest.mark.client("chromium")
def test_hostile_page_asks_the_network_for_nothing(hostile: str, visit: Callable[..., Visit], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(hostile, "utf-8")
    visited = visit(path.as_uri())
    expect(visited.page.locator(".q-large")).to_be_visible()
    assert visited.requests == []


@pytest.mark.client("chromium")
@pytest.mark.parametrize("width", [320, 1280])
def test_page_is_played_offline_and_leaves_no_trace(
    width: int, pages: dict[str, str], editions: dict[str, Edition], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(pages[LESSON], "utf-8")
    quiz = plan_quiz(editions[LESSON])
    question = next(question for question in quiz.questions if question.kind == "choose-one")
    visited = visit(path.as_uri(), offline=True, viewport={"width": width, "height": 900})
    page = visited.page
    expect(page.locator("h1")).to_have_text(quiz.title)
    assert visited.barriers == []
    page.click(".q-large")
    while not page.locator("legend", has_text=question.stem).is_visible():
        page.locator(".q-actions .q-quiet").first.click()
    page.locator(".q-choice input").first.check()
    page.click(".q-work > .q-actions .q-primary")
    expect(page.locator(".q-after")).to_contain_text(question.options[0].feedback)
    assert visited.barriers == []
    assert (visited.too_wide_by, visited.requests, visited.complaints, visited.stored) == (0, [], [], {})


def test_answers_that_a_notebook_printed_are_left_out(editions: dict[str, Edition]) -> None:
    notebook = _notebook(editions[LESSON])
    printed = {"output_type": "stream", "name": "stdout", "text": "seen: what a child pressed"}
    notebook.cells.append(nbformat.v4.new_code_cell("print()", outputs=[nbformat.from_dict(printed)]))  # type: ignore[no-untyped-call]
    assert "what a child pressed" not in json.dumps(_page(notebook))
