"""The quiz in a notebook: an anywidget around the engine."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import plan_quiz, quiz_form


def _engine_file(name: str) -> str:
    return (files("takeabreath.quiz") / name).read_text(encoding="utf-8")


class QuizWidget(anywidget.AnyWidget):
    """Shows `quiz`, as made by `quiz_form`; `answers` and `finished` follow what the learner does.

    Answers arrive as messages and are no part of the widget's state: what is state is written into the
    notebook when it is saved, and nothing that a child answers is to be kept.
    """

    _esm = _engine_file("quiz.js")
    _css = _engine_file("quiz.css")

    quiz = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict()
    finished = traitlets.Bool(default_value=False)

    def __init__(self, quiz: dict[str, Any], **traits: Any) -> None:
        super().__init__(quiz=quiz, **traits)
        self.on_msg(self._take_answers)

    def _take_answers(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self.hold_trait_notifications():
            self.answers = dict(message["answers"])
            self.finished = bool(message["finished"])

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The view, with words for notebooks that were not run or are not trusted."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None:
            return None
        formats, metadata = bundle
        return {**formats, "text/plain": self.quiz["words"]["not_started"]}, metadata


def quiz_widget(edition: Edition) -> QuizWidget:
    """The widget of an edition's quiz."""
    return QuizWidget(quiz_form(plan_quiz(edition)))
