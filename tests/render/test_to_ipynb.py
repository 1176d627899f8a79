"""Notebooks as files: valid, quiet in a diff, safe as Markdown, and runnable."""

from __future__ import annotations

import json
from dataclasses import replace

import nbformat
import pytest
from markdown_it import MarkdownIt
from nbclient import NotebookClient

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import Fold, Heading, NotebookPlan, Paragraph, Points, TextCell, plan_notebook
from takeabreath.render.to_ipynb import render_ipynb

BANDS = ("5-7", "8-10", "11-13", "14-18", "parents", "staff")


@pytest.fixture(scope="module")
def plans(editions: dict[str, Edition]) -> dict[str, NotebookPlan]:
    return {lesson: plan_notebook(edition) for lesson, edition in editions.items()}


def test_notebooks_are_valid_and_the_same_each_time(plans: dict[str, NotebookPlan]) -> None:
    for plan in plans.values():
        notebook = render_ipynb(plan)
        nbformat.validate(nbformat.reads(notebook.decode("utf-8"), as_version=4))  # type: ignore[no-untyped-call]
        assert render_ipynb(plan) == notebook


def test_code_is_closed_and_begins_with_a_friendly_line_and_nothing_was_run(plans: dict[str, NotebookPlan]) -> None:
    for plan in plans.values():
        cells = [cell for cell in json.loads(render_ipynb(plan))["cells"] if cell["cell_type"] == "code"]
        (cell,) = cells
        assert cell["metadata"] == {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        assert cell["source"][0].startswith("# ")


@pytest.mark.parametrize("band", BANDS)
def test_notebook_runs_to_the_end_and_shows_the_quiz(band: str, plans: dict[str, NotebookPlan]) -> None:
    notebook = nbformat.reads(render_ipynb(plans[f"{band}/4-stop-and-keep"]).decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = next(cell for cell in notebook.cells if cell.cell_type == "code").outputs
    assert "application/vnd.jupyter.widget-view+json" in output.data


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "</details> &lt; [link](javascript:alert(1)) ![x](https://example.org/x.png)",
    "# no heading", "- no list", "1. no list", "2) no list", "+ no list", "> no quote", "=====", "-----", "```", "~~~",
    "**bold** _slanted_ `code` $x^2$ a | b", "https://example.org", "back\\slash \\* \\",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_markdown(text: str, plans: dict[str, NotebookPlan]) -> None:
    points = Points((text,), leads=(text,))
    blocks = (Heading(2, text), Paragraph(text), Paragraph(text, lead=text), points, Points((text,)),
              Fold(text, (Paragraph(text), Points((text,), numbered=True))))  # fmt: skip
    plan = replace(next(iter(plans.values())), cells=(TextCell("hostile", blocks),))
    (cell,) = json.loads(render_ipynb(plan))["cells"]
    tokens = MarkdownIt("commonmark").enable("table").parse("".join(cell["source"]))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "softbreak"}
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "html_block",
        "bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close",
        "list_item_open", "list_item_close",
    }  # fmt: skip
    html = [token.content for token in tokens if token.type == "html_block"]
    assert [part.split("\n")[0] for part in html] == ["<details>", "</details>"]
    assert "<script" not in "".join(html)
    assert "<img" not in "".join(html)
