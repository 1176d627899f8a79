"""Measure the quiz in a real browser against its neighbours, all with the same questions in one file each."""

from __future__ import annotations

import gzip
import html
import json
import statistics
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import real_clients  # noqa: E402  # it stands with the tests

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from takeabreath.plan.quiz import QuizPage

ROUNDS = 15
LESSON = "14-18/4-stop-and-keep"
MODULES = ROOT / "benchmarks" / "node_modules"

#: Runs in each page before anything else: opens the quiz where it has a cover, and notes when a thing was painted.
WATCH = """
window.seen = (find) => new Promise((resolve) => {
  const look = () => {
    const found = find();
    if (found && found.getClientRects().length > 0) {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
  look();
});
const cover = new MutationObserver(() => document.querySelector(COVER)?.click());
cover.observe(document, {childList: true, subtree: true});
window.first = window.seen(() => document.querySelector(QUESTION));
"""


@dataclass(frozen=True)
class Contestant:
    """A quiz as one page. `parts` are its engine's files; the selectors are those of CSS."""

    name: str
    page: str
    parts: tuple[bytes, ...]
    question: str
    option: str
    press: str
    feedback: str
    cover: str = "no-cover"


def main() -> None:
    if not MODULES.exists():
        real_clients.install_from_npm(ROOT / "benchmarks")
    quiz = choose_one_quiz()
    contestants = [ours(quiz), jupyterquiz(quiz), surveyjs(quiz)]
    times = measured(contestants)
    print(f"{len(quiz.questions)} questions with one answer each, {ROUNDS} rounds in Chromium, medians")
    heads = ("first question, ms", "click to feedback, ms", "engine, kB", "gzip, kB", "page, kB")
    print(f"{'':16} {heads[0]:>20} {heads[1]:>24} {heads[2]:>14} {heads[3]:>10} {heads[4]:>10}")
    for one in contestants:
        shown, answered = (statistics.median(figures) for figures in times[one.name])
        raw, packed = sum(map(len, one.parts)) / 1000, len(gzip.compress(b"".join(one.parts))) / 1000
        print(
            f"{one.name:16} {shown:>20.0f} {answered:>24.1f} {raw:>14.1f} {packed:>10.1f} {len(one.page) / 1000:>10.1f}"
        )


def choose_one_quiz() -> QuizPage:
    """A real lesson's quiz with the one kind of question that all of them know."""
    from takeabreath.content.editions import edition_of
    from takeabreath.content.loader import load_curriculum
    from takeabreath.plan.quiz import plan_quiz

    curriculum = load_curriculum(ROOT / "content")
    placed = next(placed for placed in curriculum.lessons if placed.id == LESSON)
    page = plan_quiz(edition_of(curriculum, placed, "en", "my"))
    return replace(page, questions=tuple(question for question in page.questions if question.kind == "choose-one"))


def ours(quiz: QuizPage) -> Contestant:
    from takeabreath.quiz.saved_state import engine_file
    from takeabreath.render.to_html import render_html

    return Contestant(
        name="Take a Breath",
        page=render_html(quiz).decode("utf-8"),
        parts=tuple(engine_file(name).encode() for name in ("quiz.js", "quiz.css")),
        question=".q-choice",
        option=".q-choice input",
        press=".q-work > .q-actions .q-primary",
        feedback=".q-after .q-card",
        cover=".q-large",
    )


def jupyterquiz(quiz: QuizPage) -> Contestant:
    """As its `display_quiz` writes it into a notebook's output."""
    from importlib.resources import files

    from jupyterquiz.dynamic.loader import load_questions_script
    from jupyterquiz.dynamic.renderer import build_script, build_styles, render_div

    questions = [
        {
            "question": question.stem,
            "type": "multiple_choice",
            "answers": [
                {"answer": option.text, "correct": option.level == "got-it", "feedback": option.feedback}
                for option in question.options
            ],
        }
        for question in quiz.questions
    ]
    prefix, static, url = load_questions_script(questions, "quiz")
    look = {"max_width": 600, "border_radius": 10, "question_alignment": "left"}
    mixing = {"shuffle_questions": False, "shuffle_answers": False, "preserve_responses": False}
    box = render_div("quiz", num=len(questions), **mixing, **look)
    script = build_script(prefix, static, url, "quiz", load_js=True)
    folder = Path(str(files("jupyterquiz")))
    return Contestant(
        name="jupyterquiz",
        page=_page(f"{box}</div>{build_styles('quiz', {})}<script>{script}</script>"),
        parts=tuple(path.read_bytes() for path in (*sorted(folder.glob("js/*.js")), folder / "styles.css")),
        question=".MCButton",
        option="",
        press=".MCButton",
        feedback=".Feedback.correct, .Feedback.incorrect",
    )


def surveyjs(quiz: QuizPage) -> Contestant:
    """Feedback by its own expressions: a text that is visible when its option is chosen."""
    core = (MODULES / "survey-core" / "survey.core.min.js").read_text(encoding="utf-8")
    view = (MODULES / "survey-js-ui" / "survey-js-ui.min.js").read_text(encoding="utf-8")
    style = (MODULES / "survey-core" / "survey-core.fontless.min.css").read_text(encoding="utf-8")
    pages = []
    for number, question in enumerate(quiz.questions):
        options = [{"value": index, "text": option.text} for index, option in enumerate(question.options)]
        asked = {"type": "radiogroup", "name": f"q{number}", "title": question.stem, "choices": options}
        told = [
            {
                "type": "html", "name": f"q{number}-{index}", "visibleIf": f"{{q{number}}} = {index}",
                "html": f'<p class="told">{html.escape(option.feedback)}</p>',
            }
            for index, option in enumerate(question.options)
        ]  # fmt: skip
        pages.append({"elements": [asked, *told]})
    survey = json.dumps({"pages": pages}).replace("<", "\\u003c")
    start = f'new Survey.Model({survey}).render(document.getElementById("quiz"));'
    scripts = "".join(
        f"<script>{text.replace('</script', '<' + chr(92) + '/script')}</script>" for text in (core, view, start)
    )
    return Contestant(
        name="SurveyJS",
        page=_page(f'<style>{style}</style><div id="quiz"></div>{scripts}'),
        parts=(core.encode(), view.encode(), style.encode()),
        question=".sd-selectbase__label, .sd-item",
        option="",
        press=".sd-item label, .sd-selectbase__label",
        feedback=".told",
    )


def _page(body: str) -> str:
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiz</title><body>{body}</body></html>'


def measured(contestants: list[Contestant]) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds to the first question and from click to feedback, by name; every round visits each in turn."""
    from playwright.sync_api import sync_playwright

    chromium = real_clients.command("chromium")
    if chromium is None:
        raise SystemExit("Chromium is not installed; `python tests/real_clients.py --install` says how to get it.")
    times: dict[str, tuple[list[float], list[float]]] = {one.name: ([], []) for one in contestants}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium[0], args=["--no-sandbox", "--disable-gpu"])
        for round_number in range(ROUNDS + 1):
            for one in contestants:
                shown, answered = play(browser, one, Path(folder))
                if round_number:  # the first round warms everything
                    times[one.name][0].append(shown)
                    times[one.name][1].append(answered)
        browser.close()
    return times


def play(browser: Browser, one: Contestant, folder: Path) -> tuple[float, float]:
    place = folder / f"{one.name}.html"
    place.write_text(one.page, encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    script = WATCH.replace("COVER", json.dumps(one.cover)).replace("QUESTION", json.dumps(one.question))
    page.add_init_script(script)
    page.goto(place.as_uri())
    shown = float(page.evaluate("() => window.first"))
    if one.option:
        page.locator(one.option).first.check()
    page.evaluate(
        """([press, feedback]) => {
             const note = () => { window.clicked = performance.now(); };
             document.addEventListener("click", note, {capture: true, once: true});
             window.told = window.seen(() => [...document.querySelectorAll(feedback)].find((one) => one.textContent));
           }""",
        [one.press, one.feedback],
    )
    page.locator(one.press).first.click()
    answered = float(page.evaluate("() => window.told.then((time) => time - window.clicked)"))
    context.close()
    return shown, answered


if __name__ == "__main__":
    main()
