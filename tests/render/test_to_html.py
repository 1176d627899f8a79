"""The quiz page, played in a real browser from a file, without a network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser_fixtures import Visit
from quiz_player import CHECK, NEXT, answer, answer_by_keyboard

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import QuizPage, plan_quiz
from takeabreath.plan.quiz_questions import QuizQuestion
from takeabreath.render.to_html import render_html

BANDS = ("5-7", "8-10", "11-13", "14-18", "parents", "staff")
NARROW = {"width": 320, "height": 640}
Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def pages(editions: dict[str, Edition]) -> dict[str, QuizPage]:
    return {band: plan_quiz(editions[f"{band}/4-stop-and-keep"]) for band in BANDS}


@pytest.fixture(scope="module")
def addresses(pages: dict[str, QuizPage], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("usb stick")
    return {band: _address(page, folder / f"{band}.html") for band, page in pages.items()}


def _address(page: QuizPage, path: Path) -> str:
    path.write_bytes(render_html(page))
    return path.as_uri()


def _screens(visited: Visit, questions: tuple[QuizQuestion, ...], choice: int = 0) -> Iterator[str]:
    """Plays to the end with the pointer, taking the same choice each time; gives the name of every screen."""
    page = visited.page
    yield "welcome"
    page.click(".q-large")
    for number, question in enumerate(questions, 1):
        answer(page, question, choice)
        yield f"question {number}"
        page.click(NEXT)
    yield "end"
    page.click(".q-help-button")
    yield "help"


@pytest.mark.client("chromium")
@pytest.mark.parametrize("band", BANDS)
def test_every_screen_is_free_of_barriers_and_nothing_is_sent_or_kept(
    band: str, visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    visited = visit(addresses[band], offline=True)
    seen = [(screen, visited.barriers) for screen in _screens(visited, pages[band].questions)]
    assert [screen for screen, _ in seen] == [
        "welcome", *(f"question {n}" for n in range(1, len(pages[band].questions) + 1)), "end", "help",
    ]  # fmt: skip
    assert [(screen, barriers) for screen, barriers in seen if barriers] == []
    assert (visited.requests, visited.stored, visited.complaints) == ([], {}, [])


TOO_SMALL = """() => [...document.querySelectorAll('.q-button, .q-choice, a.q-way')].filter(e => e.offsetParent)
    .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44)
    .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""


@pytest.mark.client("chromium")
@pytest.mark.parametrize("band", BANDS)
def test_on_a_narrow_phone_nothing_is_too_wide_and_nothing_too_small_to_press(
    band: str, visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    visited = visit(addresses[band], viewport=NARROW)
    screens = _screens(visited, pages[band].questions, choice=1)
    amiss = {screen: (visited.too_wide_by, visited.page.evaluate(TOO_SMALL)) for screen in screens}
    assert {screen: found for screen, found in amiss.items() if found != (0, [])} == {}


@pytest.mark.client("chromium")
@pytest.mark.thorough
@pytest.mark.parametrize("band", BANDS)
def test_every_lessons_quiz_is_played_to_its_end_on_a_narrow_phone(
    band: str, visit: Open, editions: dict[str, Edition], tmp_path: Path
) -> None:
    for lesson_id, edition in editions.items():
        if edition.band.id == band:
            quiz = plan_quiz(edition)
            visited = visit(_address(quiz, tmp_path / f"{lesson_id.split('/')[1]}.html"), viewport=NARROW, offline=True)
            too_wide = dict.fromkeys(_screens(visited, quiz.questions), visited.too_wide_by)
            assert (lesson_id, len(too_wide), set(too_wide.values())) == (lesson_id, len(quiz.questions) + 3, {0})
            assert (visited.requests, visited.stored, visited.complaints) == ([], {}, [])


@pytest.mark.client("chromium")
@pytest.mark.parametrize("band", BANDS)
def test_the_keyboard_alone_reaches_the_end(
    band: str, visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    visited = visit(addresses[band])
    keyboard, page = visited.page.keyboard, visited.page
    visited.tab_to(".q-large")
    keyboard.press("Enter")
    for question in pages[band].questions:
        assert page.evaluate("document.activeElement.textContent") == question.stem
        answer_by_keyboard(visited, question)
        visited.tab_to(NEXT)
        keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == pages[band].words["finished"]


@pytest.mark.client("chromium")
def test_help_opens_over_every_screen_and_gives_the_focus_back(
    visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    visited, closing = visit(addresses["8-10"]), pages["8-10"].closing
    for start in ("", ".q-large"):
        if start:
            visited.page.click(start)
        visited.page.focus(".q-help-button")
        visited.page.keyboard.press("Enter")
        text = visited.page.inner_text("dialog")
        assert [part for part in (closing.not_your_fault, closing.tell) if part not in text] == []
        assert [service.name for service in closing.services if service.name not in text] == []
        visited.page.keyboard.press("Escape")
        assert visited.page.evaluate("document.activeElement.matches('.q-help-button')")


@pytest.mark.client("chromium")
def test_nothing_is_graded_before_check(visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]) -> None:
    page = visit(addresses["8-10"]).page
    page.click(".q-large")
    page.click(CHECK)
    assert page.inner_text(".q-after") == pages["8-10"].words["choose_first"]
    page.locator(".q-choice input").first.check()
    assert page.inner_text(".q-after") == ""
    page.click(CHECK)
    option = pages["8-10"].questions[0].options[0]
    assert option.feedback in page.inner_text(".q-after")
    assert option.feedback in page.inner_text("[role=status]")


@pytest.mark.client("chromium")
def test_another_look_has_only_what_was_skipped(
    visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    page, questions = visit(addresses["5-7"]).page, pages["5-7"].questions
    page.click(".q-large")
    for _ in questions:
        page.click(".q-skip")
    page.click(".q-another .q-primary")
    count = sum(question.kind not in {"feelings", "confidence", "finish-the-sentence"} for question in questions)
    assert page.inner_text(".q-place") == pages["5-7"].words["progress_again"].format(number=1, count=count)


@pytest.mark.client("chromium")
@pytest.mark.parametrize("band", BANDS)
def test_the_end_has_all_closing_elements_even_when_all_is_skipped(
    band: str, visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    page, closing = visit(addresses[band]).page, pages[band].closing
    page.click(".q-large")
    for _ in pages[band].questions:
        page.click(".q-skip")
    text = page.inner_text(".q-end")
    names = (service.name for service in closing.services)
    wanted = (closing.not_your_fault, closing.tell, *names, *closing.what_happens_next, closing.calm)
    assert [part for part in wanted if part not in text] == []


@pytest.mark.client("chromium")
def test_print_shows_every_question_and_no_answer(
    visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    for band, page in pages.items():
        visited = visit(addresses[band])
        visited.page.click(".q-large")
        visited.page.emulate_media(media="print")
        text = _words(visited.page.inner_text("body"))
        assert [question.stem for question in page.questions if _words(question.stem) not in text] == []
        replies = [option.feedback for question in page.questions for option in question.options if option.feedback]
        scenes = [scene for question in page.questions for scene in question.scenes]
        replies += [choice.feedback for scene in scenes for choice in scene.choices]
        assert [reply for reply in replies if _words(reply) in text] == []
        assert _words(page.closing.not_your_fault) in text


@pytest.mark.client("chromium")
def test_without_scripts_the_questions_can_be_read(
    visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    visited = visit(addresses["11-13"], java_script_enabled=False)
    text = _words(visited.page.inner_text("body"))
    assert [question.stem for question in pages["11-13"].questions if _words(question.stem) not in text] == []
    assert visited.page.locator("details").count() == len(pages["11-13"].questions)


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.client("chromium")
def test_policy_stops_every_script_and_request_that_is_not_the_quiz(visit: Open, addresses: dict[str, str]) -> None:
    visited = visit(addresses["8-10"])
    visited.page.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'window.hacked = true';
                   document.body.append(script); const image = new Image(); image.src = 'https://example.org/x.png';
                   document.body.append(image); return fetch('https://example.org/').catch(() => 'refused'); }"""
    )
    assert visited.page.evaluate("window.hacked") is None
    assert visited.requests == []
    assert sum("Content Security Policy" in complaint for complaint in visited.complaints) >= 3


@pytest.mark.client("chromium")
def test_nothing_moves_by_itself_or_where_less_motion_is_wanted(
    visit: Open, addresses: dict[str, str], pages: dict[str, QuizPage]
) -> None:
    moving = "document.getAnimations().length"
    visited = visit(addresses["5-7"])
    for screen in _screens(visited, pages["5-7"].questions):
        if screen == "end":
            break
    assert visited.page.evaluate(moving) == 0
    visited.page.click(".q-breathe")
    assert visited.page.evaluate(moving) == 1
    visited.page.emulate_media(reduced_motion="reduce")
    assert visited.page.evaluate(moving) == 0


@pytest.mark.client("chromium")
@pytest.mark.parametrize("band", BANDS)
def test_the_words_are_set_in_the_fonts_that_the_page_carries(
    band: str, visit: Open, addresses: dict[str, str]
) -> None:
    page = visit(addresses[band], offline=True).page
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].map(font => [font.weight, font.status]))") == [
        ["400", "loaded"], ["700", "loaded"],
    ]  # fmt: skip


def test_the_file_names_no_other_place_to_load_from(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        html = render_html(page).decode("utf-8")
        assert re.findall(r"(?:src|srcset|data|action)=\"(?!data:)[^\"]*\"", html) == []
        assert re.findall(r"<link|@import|url\((?!\"data:)", html) == []
        assert "unsafe-inline" not in html


def test_the_same_quiz_gives_the_same_bytes(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        assert render_html(page) == render_html(page)
