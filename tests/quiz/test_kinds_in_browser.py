"""Every kind of question in a real browser: what it says to a screen reader, how it looks when enlarged, what it keeps.

The questions are the short ones of `example_quiz.py`. `pytest --update-goldens` writes what a screen reader meets into
`accessibility/`; read it before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browser_fixtures import Visit
from example_quiz import EXAMPLES, KINDS, example_page
from quiz_player import CHECK, NEXT, OWN_WORDS, answer, answer_by_keyboard

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import QuizPage, plan_quiz, quiz_form
from takeabreath.plan.quiz_questions import QuizQuestion
from takeabreath.quiz.joined import joined_engine
from takeabreath.render.to_html import json_in_script, render_html

pytestmark = pytest.mark.client("chromium")

Open = Callable[..., Visit]
GOLDENS = Path(__file__).with_name("accessibility")
NARROW = {"width": 320, "height": 640}
every_kind = pytest.mark.parametrize("question", EXAMPLES, ids=KINDS)


@pytest.fixture(scope="module")
def page(editions: dict[str, Edition]) -> QuizPage:
    return plan_quiz(editions["8-10/4-stop-and-keep"])


@pytest.fixture
def opened(visit: Open, page: QuizPage, tmp_path: Path) -> Callable[..., Visit]:
    """Opens a page with this one question and starts the quiz."""

    def open_question(question: QuizQuestion, **options: object) -> Visit:
        path = tmp_path / "quiz.html"
        path.write_bytes(render_html(replace(page, questions=(question,))))
        visited = visit(path.as_uri(), **options)
        visited.page.click(".q-large")
        return visited

    return open_question


@every_kind
def test_screen_reader_meets_a_sensible_page(question: QuizQuestion, opened, golden) -> None:
    screen = opened(question).page.locator(".q-screen")
    asked = screen.aria_snapshot()
    answer(screen.page, question)
    golden(GOLDENS / f"{question.kind}.txt", f"# asked\n{asked}\n\n# answered\n{screen.aria_snapshot()}\n")


@every_kind
def test_no_barrier_before_or_after_the_answer_or_with_every_hint(question: QuizQuestion, opened) -> None:
    visited = opened(question)
    for _ in question.hints:
        visited.page.click(".q-hint-button")
    asked = visited.barriers
    answer(visited.page, question)
    assert (asked, visited.barriers) == ([], [])


@every_kind
def test_the_keyboard_alone_answers_and_goes_on(question: QuizQuestion, opened, page: QuizPage) -> None:
    visited = opened(question)
    answer_by_keyboard(visited, question)
    visited.tab_to(NEXT)
    visited.page.keyboard.press("Enter")
    assert visited.page.evaluate("document.activeElement.textContent") == page.words["finished"]


@every_kind
@pytest.mark.parametrize(
    ("name", "options", "text_size"),
    [
        ("a narrow phone", {"viewport": NARROW}, "100%"),
        ("zoom of 200 %", {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}, "100%"),
        ("text of 200 %", {"viewport": {"width": 390, "height": 844}}, "200%"),
        ("zoom of 400 %", {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}, "100%"),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)
def test_enlarged_it_needs_no_sideways_scrolling(
    name: str, options, text_size: str, question: QuizQuestion, opened
) -> None:
    visited = opened(question, **options)
    visited.page.evaluate("size => { document.documentElement.style.fontSize = size; }", text_size)
    asked = visited.too_wide_by
    answer(visited.page, question)
    assert (asked, visited.too_wide_by) == (0, 0)


@every_kind
def test_with_the_colours_of_the_device_nothing_is_hidden(question: QuizQuestion, opened) -> None:
    visited = opened(question, forced_colors="active", color_scheme="dark")
    answer(visited.page, question)
    # axe reads the colours that the style sheet asks for, not those that the device puts in their place
    assert [barrier for barrier in visited.barriers if not barrier.startswith("color-contrast")] == []
    invisible = """() => [...document.querySelectorAll('.q-screen :is(p, span, h2, h3, strong, button)')]
        .filter(node => node.offsetParent && node.textContent.trim())
        .filter(node => getComputedStyle(node).color === getComputedStyle(document.body).backgroundColor)
        .map(node => node.textContent)"""
    assert visited.page.evaluate(invisible) == []


@every_kind
def test_nothing_moves_where_less_motion_is_wanted(question: QuizQuestion, opened) -> None:
    page = opened(question, reduced_motion="reduce").page
    answer(page, question)
    assert page.evaluate("document.getAnimations().length") == 0


@every_kind
def test_print_shows_the_question_without_its_answer(question: QuizQuestion, opened) -> None:
    page = opened(question).page
    answer(page, question)
    page.emulate_media(media="print")
    text = " ".join(page.inner_text("body").split())
    replies = [option.feedback for option in question.options] + [question.reply]
    replies += [choice.feedback for scene in question.scenes for choice in scene.choices]
    shown = [option.text for option in question.options if option.feedback] + [scene.text for scene in question.scenes]
    assert [part for part in (question.stem, *shown) if part not in text] == []
    assert [reply for reply in replies if reply and reply in text] == []


@every_kind
def test_feedback_begins_inside_the_window(question: QuizQuestion, opened) -> None:
    page = opened(question, viewport={"width": 320, "height": 480}).page
    answer(page, question)
    assert 0 <= page.locator(".q-after .q-card, .q-scene:last-child").first.bounding_box()["y"] < 480


def test_a_whole_run_asks_nothing_of_the_network_and_leaves_nothing_behind(
    visit: Open, page: QuizPage, tmp_path: Path
) -> None:
    (tmp_path / "quiz.html").write_bytes(render_html(example_page(page)))
    visited = visit((tmp_path / "quiz.html").as_uri(), offline=True)
    visited.page.click(".q-large")
    for question in EXAMPLES:
        answer(visited.page, question)
        visited.page.click(NEXT)
    assert (visited.requests, visited.stored, visited.complaints) == ([], {}, [])
    assert OWN_WORDS not in visited.page.content()


def test_own_words_are_gone_when_one_comes_back(visit: Open, page: QuizPage, tmp_path: Path) -> None:
    (tmp_path / "quiz.html").write_bytes(render_html(example_page(page, "finish-the-sentence", "true-false")))
    shown = visit((tmp_path / "quiz.html").as_uri()).page
    shown.click(".q-large")
    shown.click(".q-skip")
    shown.fill(".q-field", OWN_WORDS)
    field = shown.query_selector(".q-field")
    shown.click(".q-back")
    assert field is not None
    assert field.evaluate("field => field.value") == ""
    shown.click(".q-skip")
    assert shown.input_value(".q-field") == ""
    shown.fill(".q-field", OWN_WORDS)
    shown.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert shown.input_value(".q-field") == ""


def test_hints_come_one_by_one_until_there_is_none(opened, page: QuizPage) -> None:
    question = replace(EXAMPLES[0], hints=("one", "two", "three"))
    shown = opened(question).page
    button = shown.locator(".q-hint-button")
    for number, label in enumerate(("next_hint", "next_hint", "no_more_hints"), 1):
        button.click()
        assert shown.locator(".q-hint").all_inner_texts() == list(question.hints[:number])
        assert shown.inner_text("[role=status]") == question.hints[number - 1]
        assert button.inner_text() == page.words[label]
    button.focus()
    shown.keyboard.press("Enter")
    assert shown.locator(".q-hint").count() == len(question.hints)


@pytest.mark.parametrize("kind", ["sort", "match", "triage"])
def test_a_card_without_a_place_is_asked_for(kind: str, opened, page: QuizPage) -> None:
    shown = opened(EXAMPLES[KINDS.index(kind)]).page
    shown.click(CHECK)
    assert shown.inner_text(".q-after") == page.words["place_all"]


def test_a_story_can_be_tried_another_way(opened, page: QuizPage) -> None:
    story = EXAMPLES[KINDS.index("story")]
    shown = opened(story).page
    answer(shown, story, choice=1)
    assert story.scenes[2].help in shown.inner_text(".q-after")
    shown.click(".q-ways button")
    assert shown.inner_text(".q-after") == ""
    answer(shown, story, choice=0)
    assert shown.locator(".q-scene").count() == 3


def test_home_hears_answers_and_counts_and_never_own_words(visit: Open, page: QuizPage, tmp_path: Path) -> None:
    quiz = json_in_script(quiz_form(example_page(page)))
    model = "{get: () => quiz, on() {}, off() {}, send: (message) => heard.push(message)}"
    script = f"const quiz = {quiz};\nwindow.heard = [];\nrender({{el: document.body, model: {model}}});"
    html = f'<!doctype html><title>Home</title><body><script type="module">{joined_engine()}\n{script}</script>'
    (tmp_path / "home.html").write_text(html, "utf-8")
    shown = visit((tmp_path / "home.html").as_uri()).page
    shown.click(".q-large")
    for question in EXAMPLES:
        if question.kind == "feelings":
            shown.click(".q-skip")
        else:
            answer(shown, question)
            shown.click(NEXT)
    heard = shown.evaluate("heard")
    last = heard[-1]
    assert [message["finished"] for message in heard] == [False] * (len(heard) - 1) + [True]
    assert set(last["answers"]) == set(KINDS) - {"feelings"}
    assert last["answers"]["finish-the-sentence"] == {"given": [], "level": "heard"}
    assert set(last["result"]) == {page.habit}
    counts = last["result"][page.habit]
    assert (counts["skipped"], counts["heard"], sum(counts.values())) == (1, 2, len(EXAMPLES))
    assert OWN_WORDS not in str(heard)


HOSTILE = (
    "<script>window.hacked = true</script>",
    '</script><img src=x onerror="window.hacked = true">',
    "<!--<script>",
    "\"quotes\" 'and' `more` ${x} {{ y }} {text} &amp; \\u003c",
    "\u202eright to left\u202c \u200f שלום مرحبا",
    "👩‍👩‍👧‍👦 emoji 🏳️‍🌈",
    "a very long option " * 500,
    "x" * 10_000,
)


def _spoilt(question: QuizQuestion, text: str) -> QuizQuestion:
    return replace(
        question,
        stem=text,
        hints=(text, text),
        talk_about=text,
        options=tuple(replace(option, text=text, feedback=option.feedback and text) for option in question.options),
        feedback=question.feedback and replace(question.feedback, got_it=text, nearly=text, look_again=text),
        places=tuple(text for _ in question.places),
        scenes=tuple(
            replace(
                scene, text=text, help=scene.help and text,
                choices=tuple(replace(choice, text=text, feedback=text) for choice in scene.choices),
            )
            for scene in question.scenes
        ),
        lead=text,
        reply=text,
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_hostile_text_is_shown_as_text_in_every_kind(text: str, visit: Open, page: QuizPage, tmp_path: Path) -> None:
    questions = tuple(_spoilt(question, text) for question in EXAMPLES)
    spoilt = replace(page, title=text, intro=text, finish=text, source_file="content/x.yaml", questions=questions)
    (tmp_path / "quiz.html").write_bytes(render_html(spoilt))
    visited = visit((tmp_path / "quiz.html").as_uri(), viewport=NARROW)
    shown = visited.page
    assert shown.locator("h1").text_content() == text
    shown.click(".q-large")
    for question in questions:
        assert (question.kind, shown.text_content("fieldset h2")) == (question.kind, text)
        shown.click(".q-hint-button")
        answer(shown, question)
        assert (question.kind, visited.too_wide_by) == (question.kind, 0)
        assert text in (shown.text_content(".q-after") or "")
        shown.click(NEXT)
    assert visited.too_wide_by == 0
    assert shown.evaluate("window.hacked") is None
    assert shown.locator("img[onerror]").count() == 0
    assert visited.complaints == []
