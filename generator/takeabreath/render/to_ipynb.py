"""Notebooks, format 4.5: cells with ids of our own, sorted keys, one value a line, so that a change reads as a change.

A quiz is saved with its notebook, as if its cell had been run: it works as soon as a trusted notebook is opened.
"""

from __future__ import annotations

import json
import re
from typing import Any

from takeabreath.plan.notebook import (
    BeforeAfterCell,
    Block,
    Fold,
    Heading,
    NotebookPlan,
    Paragraph,
    Points,
    QuizCell,
    StartCell,
    TextCell,
)
from takeabreath.plan.quiz import quiz_form
from takeabreath.quiz.saved_state import STATE, VIEW, model_id, saved_state, view

_MARKDOWN = re.compile(r"([\\`*_\[\]<>~$|])")
#: What would begin a list, a heading or a rule if a line began with it.
_LINE_START = re.compile(r"^([#+=-]|[0-9]{1,9}(?=[.)]))")

_NOTEBOOK: dict[str, Any] = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def render_ipynb(plan: NotebookPlan) -> bytes:
    """The notebook as UTF-8 JSON, the same bytes for the same plan."""
    metadata = {**_NOTEBOOK, **_widgets(plan)}
    metadata["takeabreath"] = {"language": plan.language, "made_from": plan.source_file, "title": plan.title}
    notebook = {
        "cells": [_cell(cell) for cell in plan.cells],
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _widgets(plan: NotebookPlan) -> dict[str, Any]:
    quizzes = {_model_id(cell): quiz_form(cell.quiz) for cell in plan.cells if isinstance(cell, QuizCell)}
    return {"widgets": {STATE: saved_state(quizzes)}} if quizzes else {}


def _model_id(cell: QuizCell) -> str:
    return model_id(cell.lesson_id, cell.language, cell.region)


def _cell(cell: TextCell | QuizCell | StartCell | BeforeAfterCell) -> dict[str, Any]:
    match cell:
        case TextCell(id, blocks):
            text = "\n\n".join(_markdown(block) for block in blocks)
            return {"cell_type": "markdown", "id": id, "metadata": {}, "source": text.splitlines(keepends=True)}
        case QuizCell():
            lesson, language, region = map(_quoted, (cell.lesson_id, cell.language, cell.region))
            call = f"open_quiz({lesson}, language={language}, region={region})"
            return _code_cell(cell, "takeabreath.quiz", "open_quiz", call, {VIEW: view(_model_id(cell))})
        case StartCell():
            return _code_cell(cell, "takeabreath.notebooks", "start_here", "start_here()", {})
        case BeforeAfterCell():
            call = f"before_and_after(language={_quoted(cell.language)}, region={_quoted(cell.region)})"
            return _code_cell(cell, "takeabreath.notebooks", "before_and_after", call, {})


def _code_cell(
    cell: QuizCell | StartCell | BeforeAfterCell, module: str, name: str, call: str, shown: dict[str, Any]
) -> dict[str, Any]:
    """A closed cell, and what it shows: words where the notebook is not trusted, or was not run."""
    source = f"# {cell.comment}\nfrom {module} import {name}\n\n{call}"
    words = cell.not_started.splitlines(keepends=True)
    output = {"data": {**shown, "text/plain": words}, "metadata": {}, "output_type": "display_data"}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell.id,
        "metadata": {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]},
        "outputs": [output],
        "source": source.splitlines(keepends=True),
    }


def _quoted(text: str) -> str:
    return json.dumps(text)


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_plain(text)}"
        case Paragraph(text, lead):
            return " ".join(part for part in (f"**{_plain(lead)}**" if lead else "", _at_start(text)) if part)
        case Points(texts, numbered, leads):
            lines = [_point(text, leads[index] if leads else "") for index, text in enumerate(texts)]
            return "\n".join(f"{index}. {line}" if numbered else f"- {line}" for index, line in enumerate(lines, 1))
        case Fold(summary, blocks):
            inside = "\n\n".join(_markdown(part) for part in blocks)
            return f"<details>\n<summary>{_plain(summary)}</summary>\n\n{inside}\n\n</details>"


def _point(text: str, lead: str) -> str:
    return f"**{_plain(lead)}** – {_plain(text)}" if lead else _at_start(text)


def _plain(text: str) -> str:
    """Text that Markdown and HTML take as it stands, on one line."""
    escaped = _MARKDOWN.sub(r"\\\1", " ".join(text.split()).replace("&", "&amp;"))
    return escaped.replace("\\<", "&lt;").replace("\\>", "&gt;")


def _at_start(text: str) -> str:
    return _LINE_START.sub(r"\\\1" if not text[:1].isdigit() else r"\1\\", _plain(text))
