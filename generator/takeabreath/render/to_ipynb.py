"""Notebooks, format 4.5: cells with ids of our own, sorted keys, no outputs, so that a change reads as a change."""

from __future__ import annotations

import json
import re
from typing import Any

from takeabreath.plan.notebook import Block, Fold, Heading, NotebookPlan, Paragraph, Points, QuizCell, TextCell

_MARKDOWN = re.compile(r"([\\`*_\[\]<>~$|])")
#: What would begin a list, a heading or a rule if a line began with it.
_LINE_START = re.compile(r"^([#+=-]|[0-9]{1,9}(?=[.)]))")

_NOTEBOOK: dict[str, Any] = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def render_ipynb(plan: NotebookPlan) -> bytes:
    """The notebook as UTF-8 JSON, the same bytes for the same plan."""
    made_from = {"language": plan.language, "made_from": plan.source_file, "title": plan.title}
    notebook = {
        "cells": [_cell(cell) for cell in plan.cells],
        "metadata": {**_NOTEBOOK, "takeabreath": made_from},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _cell(cell: TextCell | QuizCell) -> dict[str, Any]:
    if isinstance(cell, TextCell):
        text = "\n\n".join(_markdown(block) for block in cell.blocks)
        return {"cell_type": "markdown", "id": cell.id, "metadata": {}, "source": text.splitlines(keepends=True)}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell.id,
        "metadata": {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]},
        "outputs": [],
        "source": _code(cell).splitlines(keepends=True),
    }


def _code(cell: QuizCell) -> str:
    return (
        f"# {cell.comment}\n"
        "from takeabreath.quiz import open_quiz\n"
        "\n"
        f"open_quiz({_quoted(cell.lesson_id)}, language={_quoted(cell.language)}, region={_quoted(cell.region)})"
    )


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
