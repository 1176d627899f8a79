"""`jupyter nbconvert --to takeabreath`: a notebook as one page that works without a kernel and without a network."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.utils.exceptions import ConversionException
from nbformat import NotebookNode

from takeabreath.quiz.saved_state import STATE, VIEW
from takeabreath.render.notebook_page import NotebookPage, QuizPart, TextPart, render_notebook_page

#: JupyterLab's play button, as instructions name it in every language; a page has none.
_PLAY = "▶"


class QuizPageExporter(Exporter):
    """One HTML file with the notebook's text and its quiz; cells without a quiz are left out."""

    export_from_notebook = "Take a Breath page"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # text for a notebook, as all exporters that write files give
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page's text; raises ConversionException for a notebook without a saved quiz."""
        notebook, resources = super().from_notebook_node(nb, resources, **options)
        return render_notebook_page(_page(notebook)), resources


def _page(notebook: NotebookNode) -> NotebookPage:
    about = notebook.metadata.get("takeabreath", {})
    parts = tuple(part for cell in notebook.cells if (part := _part(cell, notebook)))
    if not any(isinstance(part, QuizPart) for part in parts):
        raise ConversionException(
            "This notebook has no quiz in it. Build the notebooks again, and convert one of those."
        )
    return NotebookPage(about.get("title", ""), about.get("language", ""), about.get("made_from", ""), parts)


def _part(cell: NotebookNode, notebook: NotebookNode) -> TextPart | QuizPart | None:
    if cell.cell_type == "markdown":
        return TextPart(_html(cell.source))
    widgets = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for output in cell.get("outputs", []):
        model = output.get("data", {}).get(VIEW, {}).get("model_id", "")
        quiz = widgets.get(model, {}).get("state", {}).get("quiz")
        if quiz:
            return QuizPart(quiz)
    return None


def _html(markdown: str) -> str:
    """As JupyterLab shows it, without links from headings to themselves and without what is said of its button."""
    text = "\n".join(line for line in markdown.splitlines() if _PLAY not in line)
    return str(MarkdownWithMath(renderer=IPythonRenderer(escape=False, exclude_anchor_links=True)).render(text))
