"""Reading aloud, with a stand-in for the browser's voices that a test can make speak."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser_fixtures import Visit
from example_quiz import EXAMPLES, KINDS, example_page
from playwright.sync_api import Page
from quiz_player import answer

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import QuizPage, plan_quiz
from takeabreath.plan.quiz_questions import QuizQuestion
from takeabreath.render.to_html import render_html

pytestmark = pytest.mark.client("chromium")

#: What is spoken waits in `queue` until the test says that it began, came to a word, or ended.
VOICES = """
window.queue = []; window.said = []; window.cancelled = 0;
const voices = %s;
Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: class { constructor(text) { this.text = text; } }});
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices, speak: (u) => { queue.push(u); said.push([u.text, u.voice.name, u.lang]); },
  cancel: () => { cancelled += 1; queue = []; }, addEventListener: () => {},
}});
"""
LOCAL = '{name: "own", lang: "en-GB", localService: true}'
REMOTE = '{name: "far", lang: "en-GB", localService: false}'
OTHER = '{name: "other", lang: "ms-MY", localService: true}'
WORD = "[...(CSS.highlights.get('takeabreath-word') ?? [])].map(String)"


@pytest.fixture
def page(editions: dict[str, Edition]) -> QuizPage:
    return example_page(plan_quiz(editions["5-7/4-stop-and-keep"]))


@pytest.fixture
def opened(visit: Callable[..., Visit], page: QuizPage, tmp_path: Path) -> Callable[[str], Page]:
    def open_with(voices: str) -> Page:
        (tmp_path / "quiz.html").write_bytes(render_html(page))
        return visit((tmp_path / "quiz.html").as_uri(), script=VOICES % voices).page

    return open_with


def _said(page: Page) -> list[str]:
    return [text for text, _, _ in page.evaluate("said")]


def test_it_waits_to_be_pressed_and_uses_a_voice_of_the_device(opened) -> None:
    page = opened(f"[{REMOTE}, {OTHER}, {LOCAL}]")
    page.click(".q-large")
    assert page.evaluate("said") == []
    page.click(".q-bar .q-read")
    assert page.evaluate("said")[0] == [EXAMPLES[0].stem, "own", "en-GB"]


@pytest.mark.parametrize("voices", [f"[{REMOTE}]", f"[{OTHER}]", "[]"], ids=["far", "other language", "none"])
def test_without_a_voice_of_the_device_words_say_why(voices: str, opened, page: QuizPage) -> None:
    shown = opened(voices)
    reason = page.words["no_voice"].format(language=page.words["language_name"])
    assert reason in shown.inner_text(".q-welcome")
    shown.click(".q-large")
    answer(shown, EXAMPLES[0])
    shown.click(".q-help-button")
    assert shown.locator(".q-read:visible").count() == 0


@pytest.mark.parametrize("question", EXAMPLES, ids=KINDS)
def test_every_kind_is_read_with_its_choices_and_its_feedback(question: QuizQuestion, opened) -> None:
    page = opened(f"[{LOCAL}]")
    page.click(".q-large")
    for _ in range(KINDS.index(question.kind)):
        page.click(".q-skip")
    page.click(".q-bar .q-read")
    asked = " ".join(_said(page))
    own_words = question.kind == "finish-the-sentence"
    choices = [question.lead] if own_words else [option.text for option in question.options]
    for scene in question.scenes[:1]:
        choices += [scene.text, *(choice.text for choice in scene.choices)]
    assert [text for text in (question.stem, *choices) if text not in asked] == []
    answer(page, question)
    page.evaluate("said = []")
    page.click(".q-after .q-read")
    assert question.talk_about in _said(page)
    shown = page.locator(".q-after .q-card p").all_inner_texts()
    assert [text for text in shown if text not in _said(page)] == []


def test_what_is_read_is_shown_word_by_word(opened) -> None:
    page = opened(f"[{LOCAL}]")
    page.click(".q-large")
    page.click(".q-bar .q-read")
    reading = page.locator(".q-reading")
    assert reading.count() == 0
    page.evaluate("queue[0].onstart()")
    assert reading.all_inner_texts() == [EXAMPLES[0].stem]
    page.evaluate("queue[0].onboundary({name: 'word', charIndex: 5, charLength: 5})")
    assert page.evaluate(WORD) == ["helps"]
    page.evaluate("queue[0].onboundary({name: 'word', charIndex: 11})")
    assert page.evaluate(WORD) == ["Mira?"]
    page.evaluate("queue[0].onend(); queue[2].onstart()")
    assert reading.all_inner_texts() == [EXAMPLES[0].options[0].text]
    page.evaluate("queue[2].onboundary({name: 'word', charIndex: queue[2].text.indexOf('gems'), charLength: 4})")
    assert page.evaluate(WORD) == ["gems"]
    page.evaluate("queue.at(-1).onend()")
    assert (reading.count(), page.evaluate(WORD)) == (0, [])
    assert page.get_attribute(".q-bar .q-read", "aria-pressed") == "false"


@pytest.mark.parametrize("stop", [".q-bar .q-read", ".q-skip", ".q-help-button", ".q-choice input", ".q-check"])
def test_it_stops_when_pressed_again_or_when_something_else_is_done(stop: str, opened) -> None:
    page = opened(f"[{LOCAL}]")
    page.click(".q-large")
    page.click(".q-bar .q-read")
    page.evaluate("window.before = queue; queue[0].onstart()")
    page.click(stop)
    assert page.evaluate("queue") == []
    assert page.locator(".q-reading").count() == 0
    page.evaluate("before[1].onstart()")
    assert page.locator(".q-reading").count() == 0


def test_help_is_read_and_falls_silent_when_it_closes(opened, page: QuizPage) -> None:
    shown = opened(f"[{LOCAL}]")
    shown.click(".q-help-button")
    shown.click("dialog .q-read")
    said = _said(shown)
    assert [text for text in (page.closing.not_your_fault, page.closing.tell) if text not in said] == []
    assert [card.name for card in page.closing.services if card.name not in said] == []
    shown.keyboard.press("Escape")
    shown.wait_for_function("queue.length === 0")
