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
from takeabreath.plan.start_here import plan_start_here
from takeabreath.quiz import saved_state
from takeabreath.quiz.saved_state import STATE, VIEW
from takeabreath.render.to_ipynb import render_ipynb

BANDS = ("5-7", "8-10", "11-13", "14-18", "parents", "staff")


@pytest.fixture(scope="module")
def plans(editions: dict[str, Edition]) -> dict[str, NotebookPlan]:
    return {lesson: plan_notebook(edition) for lesson, edition in editions.items()}


@pytest.fixture(scope="module")
def first(editions: dict[str, Edition]) -> NotebookPlan:
    """The notebook to start from."""
    return plan_start_here(editions["8-10/4-stop-and-keep"])


def _read(plan: NotebookPlan) -> nbformat.NotebookNode:
    return nbformat.reads(render_ipynb(plan).decode("utf-8"), as_version=4)  # type: ignore[no-any-return,no-untyped-call]


def _code(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return next(cell for cell in notebook.cells if cell.cell_type == "code")


def test_notebooks_are_valid_and_the_same_each_time(plans: dict[str, NotebookPlan], first: NotebookPlan) -> None:
    for plan in (*plans.values(), first):
        notebook = render_ipynb(plan)
        nbformat.validate(nbformat.reads(notebook.decode("utf-8"), as_version=4))  # type: ignore[no-untyped-call]
        assert render_ipynb(plan) == notebook


def test_code_is_closed_and_begins_with_a_friendly_line_and_nothing_was_run(
    plans: dict[str, NotebookPlan], first: NotebookPlan
) -> None:
    for plan in (*plans.values(), first):
        cells = [cell for cell in json.loads(render_ipynb(plan))["cells"] if cell["cell_type"] == "code"]
        (cell,) = cells
        assert cell["metadata"] == {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
        assert (cell["outputs"][0]["output_type"], cell["execution_count"]) == ("display_data", None)
        assert cell["source"][0].startswith("# ")


@pytest.mark.parametrize("band", BANDS)
def test_built_notebook_saves_what_running_it_saves(band: str, plans: dict[str, NotebookPlan]) -> None:
    built = _read(plans[f"{band}/4-stop-and-keep"])
    saved = built.metadata.pop("widgets")
    shown = _code(built).outputs[0].data
    NotebookClient(built, timeout=120, kernel_name="python3").execute()
    assert _code(built).outputs[0].data == shown
    models = built.metadata["widgets"][STATE]["state"]
    for model in models.values():
        model["state"] = {name: value for name, value in model["state"].items() if value is not None}
    assert built.metadata["widgets"] == saved


def test_first_notebook_runs_to_the_end_and_shows_its_choices(first: NotebookPlan) -> None:
    notebook = _read(first)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    assert VIEW in _code(notebook).outputs[0].data


def test_saved_quiz_stands_line_by_line_and_holds_no_answer(plans: dict[str, NotebookPlan]) -> None:
    for plan in plans.values():
        notebook = render_ipynb(plan).decode("utf-8")
        state = json.loads(notebook)["metadata"]["widgets"][STATE]["state"]
        (quiz,) = (model["state"] for model in state.values() if "quiz" in model["state"])
        assert {"answers", "finished", "given"} & set(quiz) == set()
        loader = quiz["_esm"].strip()
        long = [line for line in notebook.splitlines() if len(line) > 1_000 and "base64" not in line]
        assert [line for line in long if json.dumps(loader)[1:40] not in line] == []


def test_one_changed_line_of_the_engine_is_one_changed_line_of_a_notebook(
    plans: dict[str, NotebookPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plans["5-7/4-stop-and-keep"]
    before = render_ipynb(plan).splitlines()
    lines = saved_state.engine_lines("quiz.js")
    changed = {"quiz.js": [*lines[:20], "// changed", *lines[21:]]}
    own = saved_state.engine_lines
    monkeypatch.setattr(saved_state, "engine_lines", lambda name: changed.get(name) or own(name))
    after = render_ipynb(plan).splitlines()
    assert [new.strip() for old, new in zip(before, after, strict=True) if old != new] == [b'"// changed",']


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
