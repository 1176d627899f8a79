"""The quiz engine: one ES module for every home, and its widget for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from takeabreath.quiz.widget import QuizWidget

__all__ = ["open_quiz"]


def open_quiz(lesson: str, language: str = "en", region: str = "my") -> QuizWidget:
    """The quiz of a lesson such as `8-10/4-stop-and-keep`, to show in a notebook.

    Raises ValueError, with what there is to choose from, for an unknown lesson, language or region.
    """
    from takeabreath.quiz.opening import edition_for  # noqa: PLC0415 - the engine's files are read without these
    from takeabreath.quiz.widget import quiz_widget  # noqa: PLC0415

    return quiz_widget(edition_for(lesson, language, region))
