"""The first notebook: where a grown-up picks a lesson, looks at it and makes its files without typing."""

from __future__ import annotations

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import Heading, NotebookPlan, Paragraph, Points, StartCell, TextCell


def plan_start_here(edition: Edition) -> NotebookPlan:
    """The same for every lesson: of the edition, only course, labels and language are used."""
    labels = edition.labels.start_here
    begin = (
        Heading(1, str(edition.course.title)),
        Paragraph(str(edition.course.subtitle)),
        Heading(2, str(labels.start_here)),
        Points(tuple(map(str, (labels.how_to_open, labels.how_to_choose, labels.how_to_make))), numbered=True),
        Paragraph(str(labels.nothing_sent)),
        Paragraph(str(edition.course.reviewed)),
    )
    cells = (
        TextCell("begin", begin),
        StartCell("start-here", str(labels.how_to_open_comment), str(labels.not_started)),
    )
    source = f"content/labels/{edition.language}.yaml"
    return NotebookPlan(str(edition.course.title), edition.language, source, cells)
