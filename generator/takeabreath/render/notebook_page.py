"""A notebook as one HTML file: its text and its quiz, with nothing to run and nothing to fetch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import bleach
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from takeabreath.quiz.saved_state import engine_file
from takeabreath.render.to_html import font_faces, inline, json_in_script, policy

_ENVIRONMENT = Environment(loader=PackageLoader("takeabreath", "render"), autoescape=True, keep_trailing_newline=True)
_START = (
    'const quizzes = JSON.parse(document.getElementById("quiz-values").textContent);\n'
    "for (const [id, quiz] of Object.entries(quizzes)) start(document.getElementById(id), quiz);\n"
)
_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "strong"),
    *("em", "del", "a", "img", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
_ATTRIBUTES = {"a": ["href"], "img": ["src", "alt"], "ol": ["start"], "th": ["align"], "td": ["align"]}


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text as HTML, as it came from a notebook that anyone may have written."""

    html: str


@dataclass(frozen=True, slots=True)
class QuizPart:
    """A quiz as plain values, as a notebook saves it."""

    quiz: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NotebookPage:
    title: str
    language: str
    source_file: str
    parts: tuple[TextPart | QuizPart, ...]


def render_notebook_page(page: NotebookPage) -> str:
    """The page, the same text for the same parts; at least one of them is a quiz, which gives it its look."""
    quizzes = {f"quiz-{number}": part.quiz for number, part in enumerate(page.parts) if isinstance(part, QuizPart)}
    first = next(iter(quizzes.values()))
    style, script = _style(first), inline(engine_file("quiz.js") + _START)
    return _ENVIRONMENT.get_template("notebook.html.j2").render(
        page=page,
        first=first,
        parts=[(f"quiz-{number}", _text(part)) for number, part in enumerate(page.parts)],
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 - made for a style element
        script=Markup(script),  # noqa: S704 - the package's own script
        values=Markup(json_in_script(quizzes)),  # noqa: S704 - escaped for scripts
    )


def _style(quiz: Mapping[str, Any]) -> str:
    look = "".join(f"--q-{name}: {value};" for name, value in quiz["look"].items())
    sheets = (engine_file(name) for name in ("quiz.css", "page.css"))
    return inline(f"{font_faces(quiz['band'])}:root{{{look}}}\n{''.join(sheets)}")


def _text(part: TextPart | QuizPart) -> Markup | None:
    """The text with nothing in it but text and links; None for a quiz."""
    if isinstance(part, QuizPart):
        return None
    clean = bleach.clean(part.html, _TAGS, _ATTRIBUTES, {"http", "https", "mailto", "tel", "data"}, strip=True)
    return Markup(clean)  # noqa: S704 - just cleaned
