"""A quiz as one HTML file: opens by double-click, needs no network, keeps nothing.

Styles, engine, pictures and fonts are inside the file. The content security policy names the digest of the one
style sheet and of the one script, so that nothing else can run and nothing can be sent.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from takeabreath.plan.quiz import QuizPage, quiz_form
from takeabreath.plan.quiz_reading import question_to_read
from takeabreath.quiz.saved_state import engine_file
from takeabreath.theme.theme import WEB_FONTS_DIR, theme_for

_ENVIRONMENT = Environment(loader=PackageLoader("takeabreath", "render"), autoescape=True, keep_trailing_newline=True)
_START = (
    'start(document.getElementById("quiz"), JSON.parse(document.getElementById("quiz-values").textContent));\n'
    'document.documentElement.dataset.quiz = "running";\n'
)


def render_html(page: QuizPage) -> bytes:
    """The page as UTF-8, the same bytes for the same plan."""
    style, script = _style(page), _script()
    template = _ENVIRONMENT.get_template("page.html.j2")
    html = template.render(
        page=page,
        questions=[question_to_read(question, page.words) for question in page.questions],
        words=page.words,
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 - the package's own style sheet
        script=Markup(script),  # noqa: S704 - the package's own script
        values=Markup(json_in_script(quiz_form(page))),  # noqa: S704 - escaped for scripts
    )
    return html.encode("utf-8")


def json_in_script(value: Mapping[str, Any]) -> str:
    """JSON that can neither end the `script` element it stands in nor open a comment there."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.translate({ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def policy(style: str, script: str) -> str:
    """A content security policy for a page with this one style sheet and this one script."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _style(page: QuizPage) -> str:
    look = "".join(f"--q-{name}: {value};" for name, value in page.look.items())
    return inline(f"{font_faces(page.band)}:root{{{look}}}\n{engine_file('quiz.css')}{engine_file('page.css')}")


def _script() -> str:
    return inline(engine_file("quiz.js") + _START)


def font_faces(band: str) -> str:
    """The band's fonts, inside the style sheet."""
    family = theme_for(band).fonts.heading
    return "".join(_font_face(family, style, weight) for style, weight in (("Regular", 400), ("Bold", 700)))


def _font_face(family: str, style: str, weight: int) -> str:
    font = b64encode((WEB_FONTS_DIR / f"{family}-{style}.woff2").read_bytes()).decode("ascii")
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:url("data:font/woff2;base64,{font}")}}\n'


def inline(text: str) -> str:
    """The text as it stands; raises ValueError where it would end its element early or open a comment."""
    for forbidden in ("</style", "</script", "<!--"):
        if forbidden in text.lower():
            raise ValueError(f"{forbidden} cannot stand inside an inline style or script")
    return text
