"""The facilitator's notebook: totals before and after the lessons become a chart, and nothing is kept."""

from __future__ import annotations

from takeabreath.model.curriculum import Setting
from takeabreath.plan.notebook import BeforeAfterCell, Heading, NotebookPlan, Paragraph, Points, TextCell
from takeabreath.plan.survey import FEWEST_PAPERS


def plan_before_after(setting: Setting) -> NotebookPlan:
    """The same for every band: of the setting, only course, labels, language and region are used."""
    labels = setting.labels.before_after
    begin = (
        Heading(1, str(labels.title)),
        Paragraph(str(labels.strap)),
        Heading(2, str(labels.how_to)),
        Points(tuple(map(str, labels.steps)), numbered=True),
        Paragraph(labels.totals_only.format(fewest=FEWEST_PAPERS)),
        Paragraph(str(labels.nothing_kept)),
        Paragraph(str(setting.course.reviewed)),
    )
    cells = (
        TextCell("begin", begin),
        BeforeAfterCell(
            id="before-and-after",
            comment=str(labels.how_to_open_comment),
            language=setting.language,
            region=setting.region_id,
            not_started=str(labels.not_started),
        ),
    )
    return NotebookPlan(str(labels.title), setting.language, f"content/labels/{setting.language}.yaml", cells)
