"""What a notebook saves of a quiz: enough to show it before anything is run, and never an answer."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from takeabreath.quiz.joined import joined_engine

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"

#: Whichever anywidget is installed shows the quiz, so that a notebook outlives the version it was made with.
ANY_VERSION = "*"

_WIDGET_CLASS = "takeabreath.quiz.widget.QuizWidget"
_BASE = "@jupyter-widgets/base"
_BASE_VERSION = "2.0.0"


@cache
def engine_file(name: str) -> str:
    """One of the files that show a quiz, as text; `quiz.js` is the engine with all its parts."""
    if name == "quiz.js":
        return joined_engine()
    return (files("takeabreath.quiz") / name).read_text(encoding="utf-8")


def engine_lines(name: str) -> list[str]:
    """The file line by line, as a notebook carries it."""
    return engine_file(name).splitlines()


def model_id(lesson_id: str, language: str, region: str) -> str:
    """The quiz's name inside a notebook: the same when it is built and whenever its cell is run."""
    return _name(f"quiz/{lesson_id}/{language}/{region}")


def layout_id(quiz_id: str) -> str:
    """The name of the layout that goes with a quiz, which every widget has."""
    return _name(f"layout/{quiz_id}")


def _name(of: str) -> str:
    return sha256(f"takeabreath/{of}".encode()).hexdigest()[:32]


def view(quiz_id: str) -> dict[str, Any]:
    """What a cell's output says in order to show the quiz."""
    return {"model_id": quiz_id, "version_major": 2, "version_minor": 1}


def saved_state(quizzes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The widgets of a notebook: each quiz, as made by `quiz_form`, by its model id.

    Values that are None are left out, as JupyterLab leaves them out.
    """
    state: dict[str, Any] = {}
    for quiz_id, quiz in quizzes.items():
        state[layout_id(quiz_id)] = _saved(_BASE, _BASE_VERSION, "Layout", {})
        own = {
            "_anywidget_id": _WIDGET_CLASS,
            "_dom_classes": [],
            "_esm": engine_file("notebook.js"),
            "engine": engine_lines("quiz.js"),
            "layout": f"IPY_MODEL_{layout_id(quiz_id)}",
            "quiz": quiz,
            "styles": engine_lines("quiz.css"),
        }
        state[quiz_id] = _saved("anywidget", ANY_VERSION, "Any", own)
    return {"state": state, "version_major": 2, "version_minor": 0}


def _saved(module: str, version: str, kind: str, own: dict[str, Any]) -> dict[str, Any]:
    model = {"_model_module": module, "_model_module_version": version, "_model_name": f"{kind}Model"}
    shown = {"_view_module": module, "_view_module_version": version, "_view_name": f"{kind}View"}
    return {
        "model_module": module,
        "model_module_version": version,
        "model_name": f"{kind}Model",
        "state": {**model, **shown, **own},
    }
