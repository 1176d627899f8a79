"""The quiz in a notebook: an anywidget around the engine."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
import traitlets

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import plan_quiz, quiz_form
from takeabreath.quiz.saved_state import ANY_VERSION, engine_file, engine_lines, layout_id, model_id


class QuizWidget(anywidget.AnyWidget):
    """Shows `quiz`, as made by `quiz_form`; `answers`, `finished` and `result` follow the learner.

    `result` has counts only, by habit: got, nearly, to look at again, heard, skipped.

    Answers arrive as messages and are no part of the widget's state: what is state is written into the
    notebook when it is saved, and nothing that a child answers is to be kept.
    """

    _esm = engine_file("notebook.js")
    _model_module_version = traitlets.Unicode(ANY_VERSION).tag(sync=True)
    _view_module_version = traitlets.Unicode(ANY_VERSION).tag(sync=True)

    engine = traitlets.List(traitlets.Unicode()).tag(sync=True)
    styles = traitlets.List(traitlets.Unicode()).tag(sync=True)
    quiz = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict()
    finished = traitlets.Bool(default_value=False)
    result = traitlets.Dict()

    def __init__(self, quiz: dict[str, Any], **traits: Any) -> None:
        super().__init__(quiz=quiz, engine=engine_lines("quiz.js"), styles=engine_lines("quiz.css"), **traits)
        self.on_msg(self._take_answers)

    def _take_answers(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self.hold_trait_notifications():
            self.answers = dict(message["answers"])
            self.finished = bool(message["finished"])
            self.result = dict(message["result"])

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The view, with words for notebooks that were not run or are not trusted."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None:
            return None
        formats, metadata = bundle
        return {**formats, "text/plain": self.quiz["words"]["not_started"]}, metadata


_OPEN: dict[str, QuizWidget] = {}


def quiz_widget(edition: Edition) -> QuizWidget:
    """The widget of an edition's quiz, ready to be answered.

    It is one and the same however often a cell is run, because it goes by the name under which the notebook saved it.
    """
    name = model_id(edition.lesson_id, edition.language, edition.region_id)
    quiz = quiz_form(plan_quiz(edition))
    widget = _OPEN.get(name)
    if widget is None or widget.comm is None:
        layout = ipywidgets.Layout(model_id=layout_id(name))
        widget = _OPEN[name] = QuizWidget(quiz, model_id=name, layout=layout)
    widget.set_trait("quiz", quiz)
    widget.answers, widget.finished, widget.result = {}, False, {}
    return widget
