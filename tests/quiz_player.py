"""Answers questions of any kind on a quiz page, by pointer or with the keyboard alone."""

from __future__ import annotations

from browser_fixtures import Visit
from playwright.sync_api import Page

from takeabreath.plan.quiz_questions import QuizQuestion

CHECK, NEXT = ".q-check", ".q-next"
OWN_WORDS = "these words stay on this screen"


def answer(page: Page, question: QuizQuestion, choice: int = 0) -> None:
    """Give an answer, taking the same choice wherever there is one, and have it checked."""
    if question.kind in {"sort", "triage"}:
        for card in page.locator(".q-sort-card").all():
            card.locator("input").nth(choice % len(question.places)).check()
    elif question.kind == "match":
        for box in page.locator(".q-pair select").all():
            box.select_option(index=1 + choice % len(question.places))
    elif question.kind == "story":
        while ways := page.locator(".q-way-on").all():
            ways[choice % len(ways)].click()
    elif question.kind == "finish-the-sentence":
        page.fill(".q-field", OWN_WORDS)
    elif question.kind == "put-in-order":
        page.locator(".q-move[aria-disabled=false]").nth(choice).click()
    else:
        page.locator(".q-choice input").nth(choice % len(question.options)).check()
    if question.kind != "story":
        page.click(CHECK)


def answer_by_keyboard(visited: Visit, question: QuizQuestion) -> None:
    """The same with Tab, Space, arrows and Enter."""
    keyboard, page = visited.page.keyboard, visited.page
    if question.kind == "story":
        while page.locator(".q-way-on").count():
            visited.tab_to(".q-way-on")
            keyboard.press("Enter")
            assert page.evaluate("document.activeElement.matches('.q-scene:last-child')")
        return
    _press(visited, question)
    visited.tab_to(CHECK)
    keyboard.press("Enter")
    assert page.evaluate("selector => document.activeElement.matches(selector)", CHECK)


def _press(visited: Visit, question: QuizQuestion) -> None:
    keyboard = visited.page.keyboard
    if question.kind in {"sort", "triage"}:
        for number in range(1, len(question.options) + 1):
            visited.tab_to(f".q-sort-card:nth-child({number}) input")
            keyboard.press("Space")
    elif question.kind == "match":
        for number in range(1, len(question.options) + 1):
            visited.tab_to(f".q-pair:nth-child({number}) select")
            keyboard.press("ArrowDown")
    elif question.kind == "finish-the-sentence":
        visited.tab_to(".q-field")
        keyboard.type(OWN_WORDS)
    elif question.kind == "put-in-order":
        visited.tab_to(".q-move[aria-disabled=false]")
        keyboard.press("Enter")
        assert visited.page.evaluate("document.activeElement.matches('.q-move')")
    else:
        visited.tab_to(".q-choice input")
        keyboard.press("Space")
