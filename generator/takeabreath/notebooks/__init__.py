"""What surrounds the notebooks: a work copy, JupyterLab, the first notebook, and one page of a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipywidgets import VBox

__all__ = ["before_and_after", "start_here"]


def start_here() -> VBox:
    """Choices to pick a lesson, look at its pages and make its files, to show in a notebook."""
    from takeabreath.notebooks.choices import choices  # noqa: PLC0415 - the command line reads this package without

    return choices()


def before_and_after(language: str, region: str) -> VBox:
    """Fields for a group's totals before and after the lessons, to show in a notebook."""
    from takeabreath.notebooks.before_after import totals  # noqa: PLC0415 - the command line reads this package without

    return totals(language, region)
