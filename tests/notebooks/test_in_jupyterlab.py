"""The notebooks in a real JupyterLab, started by our own command and used as their own instructions say."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships none
from browser_fixtures import Visit
from playwright.sync_api import Page, expect

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import plan_notebook
from takeabreath.plan.quiz import plan_quiz
from takeabreath.plan.quiz_questions import QuizQuestion
from takeabreath.plan.start_here import plan_start_here
from takeabreath.render.to_ipynb import render_ipynb

pytestmark = pytest.mark.client("jupyterlab", "chromium")

LESSON = "8-10/4-stop-and-keep"
LOOK = "print('seen:', Out[1].answers, Out[1].finished)"
SCREEN = {"width": 1280, "height": 900}
A_MINUTE = 60_000

#: A child process may inherit a deaf ear for Ctrl-C from whatever runs the tests.
LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from takeabreath.cli import main
sys.exit(main())
"""


@dataclass
class Lab:
    """A running JupyterLab on a work copy."""

    folder: Path
    address: str

    def page(self, notebook: str) -> str:
        return self.address.replace("start-here.ipynb", notebook)

    def end_kernels(self) -> None:
        """As if the computer had been switched off and on again."""
        for session in json.loads(self._ask("GET", "/api/sessions")):
            self._ask("DELETE", f"/api/sessions/{session['id']}")

    def _ask(self, method: str, path: str) -> bytes:
        parts = urlsplit(self.address)
        request = urllib.request.Request(f"http://{parts.netloc}{path}?{parts.query}", method=method)
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - this machine
            return bytes(answer.read())


@pytest.fixture(scope="module")
def lab(editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """`takeabreath notebooks`, with settings of its own, a stranger's notebook and one that looks at the answers."""
    place = tmp_path_factory.mktemp("home")
    settings = place / "settings" / "jupyter_server_config.json"
    settings.parent.mkdir()
    settings.write_text('{"ServerApp": {"allow_root": true}}')
    places = {
        "JUPYTER_CONFIG_DIR": "settings",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "run",
        "IPYTHONDIR": "i",
    }
    environment = {**os.environ, **{name: str(place / folder) for name, folder in places.items()}}
    folder, log = place / "Take a Breath", place / "log"
    options = ["notebooks", "--no-browser", "--port", str(_free_port()), "--to", str(folder)]
    with (
        log.open("wb") as stream,
        subprocess.Popen(
            [sys.executable, "-c", LISTENING, *options], env=environment, stdout=stream, stderr=stream
        ) as server,
    ):
        try:
            yield Lab(folder, _address(log))
        finally:
            server.send_signal(signal.SIGINT)
            code = server.wait(60)
    assert code == 0, log.read_text("utf-8")
    assert "JupyterLab has stopped. Your notebooks stay where they are." in log.read_text("utf-8")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _address(log: Path) -> str:
    for _ in range(240):
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+token=\w+", log.read_text("utf-8"))
        if found:
            return found.group(0)
        time.sleep(0.5)
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture
def question(editions: dict[str, Edition]) -> QuizQuestion:
    """The lesson's first question with one answer."""
    questions = plan_quiz(editions[LESSON]).questions
    return next(question for question in questions if question.kind == "choose-one")


def _begin(page: Page, question: QuizQuestion) -> None:
    page.locator(".q-large").click(timeout=A_MINUTE)
    while not page.locator("legend", has_text=question.stem).is_visible():
        page.locator(".q-actions .q-quiet").first.click()


def _answer(page: Page, question: QuizQuestion) -> None:
    _begin(page, question)
    page.locator(".q-choice input").nth(1).check()
    page.click(".q-work > .q-actions .q-primary")
    expect(page.locator(".q-after")).to_contain_text(question.options[1].feedback)


def _barriers(page: Page) -> list[str]:
    """What axe finds in what our cell shows; the rest of the page is JupyterLab's."""
    found = Axe().run(page, context=".jp-OutputArea-output").response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def _save(page: Page) -> None:
    page.click(".lm-MenuBar-item >> text=File")
    page.click(".lm-Menu-item[data-command='docmanager:save']")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')", timeout=A_MINUTE)
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def _run_as_told(page: Page) -> None:
    """Press the play button two times, as the first cell says."""
    page.wait_for_selector("text=/\\| Idle/", timeout=A_MINUTE)
    play = page.locator("[data-jp-item-name=run] >> visible=true").first
    play.click()
    play.click()


def test_trusted_quiz_works_before_anything_is_run_and_saving_keeps_no_answer(
    lab: Lab, visit: Callable[..., Visit], editions: dict[str, Edition], question: QuizQuestion
) -> None:
    visited = visit(lab.page(f"en/{LESSON}.ipynb"), viewport=SCREEN)
    page = visited.page
    _answer(page, question)
    assert _barriers(page) == []
    expect(page.locator(".jp-Notification, .Toastify__toast")).to_have_count(0)
    lost = page.locator(".jupyter-widgets-disconnected")
    assert lost.evaluate_all("all => all.filter(one => getComputedStyle(one, '::before').display !== 'none')") == []
    page.click(".jp-MarkdownCell")
    page.keyboard.press("b")
    _save(page)
    saved = json.loads((lab.folder / "en" / f"{LESSON}.ipynb").read_text("utf-8"))
    assert {cell.get("execution_count") for cell in saved["cells"]} == {None}
    assert '"given"' not in json.dumps(saved)
    assert (
        saved["metadata"]["widgets"] == json.loads(render_ipynb(plan_notebook(editions[LESSON])))["metadata"]["widgets"]
    )
    assert visited.requests == []


def test_untrusted_notebook_says_what_to_press(
    lab: Lab, visit: Callable[..., Visit], editions: dict[str, Edition]
) -> None:
    content = json.loads(render_ipynb(plan_notebook(editions["11-13/4-stop-and-keep"])))
    content["cells"][0]["source"] = "# From a stranger"
    (lab.folder / "a-stranger.ipynb").write_text(json.dumps(content), "utf-8")
    page = visit(lab.page("a-stranger.ipynb"), viewport=SCREEN).page
    words = plan_quiz(editions["11-13/4-stop-and-keep"]).words["not_started"]
    expect(page.locator(".jp-OutputArea-output")).to_have_text(words, timeout=A_MINUTE)
    page.wait_for_selector("text=/\\| Idle/", timeout=A_MINUTE)
    expect(page.locator(".q-large")).to_have_count(0)
    _run_as_told(page)
    expect(page.locator(".q-large")).to_be_visible(timeout=A_MINUTE)


def test_python_sees_the_answers_and_the_quiz_is_there_again_another_day(
    lab: Lab, visit: Callable[..., Visit], editions: dict[str, Edition], question: QuizQuestion
) -> None:
    path = lab.folder / "watched.ipynb"
    content = json.loads(render_ipynb(plan_notebook(editions[LESSON])))
    empty: dict[str, object] = {"metadata": {}, "outputs": [], "execution_count": None}
    content["cells"].insert(2, {"cell_type": "code", "id": "look", "source": LOOK, **empty})
    path.write_text(json.dumps(content), encoding="utf-8")
    visited = visit(lab.page("watched.ipynb"), viewport=SCREEN)
    page = visited.page
    _run_as_told(page)
    _begin(page, question)
    page.locator(".q-choice input").first.focus()
    for key in ("Space", "ArrowDown", "d", "d"):  # JupyterLab would move on, and delete the cell
        page.keyboard.press(key)
    assert page.locator(".q-choice input").nth(1).is_checked()
    page.click(".q-work > .q-actions .q-primary")
    expect(page.locator(".q-after")).to_contain_text(question.options[1].feedback)
    page.click(".jp-Cell:has-text('seen:') .cm-content")
    page.keyboard.press("Shift+Enter")
    answers = {question.id: {"given": [1], "level": question.options[1].level}}
    expect(page.locator(".jp-OutputArea-output pre")).to_have_text(f"seen: {answers} False\n", timeout=A_MINUTE)
    _save(page)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [cell["id"] for cell in kept["cells"]] == [cell["id"] for cell in content["cells"]]
    del kept["cells"][2]
    assert '"given"' not in json.dumps(kept)
    lab.end_kernels()
    another_day = visit(lab.page("watched.ipynb"), viewport=SCREEN)
    _answer(another_day.page, question)
    assert (visited.requests, another_day.requests) == ([], [])


def test_grown_up_picks_a_lesson_looks_at_it_and_gets_its_files(
    lab: Lab, visit: Callable[..., Visit], editions: dict[str, Edition]
) -> None:
    edition = editions["14-18/4-stop-and-keep"]
    words = edition.labels.start_here
    visited = visit(lab.address, viewport=SCREEN)
    page = visited.page
    expect(page.locator("h1")).to_contain_text(str(edition.course.title), timeout=A_MINUTE)
    expect(page.locator(".jp-OutputArea-output")).to_have_text(str(plan_start_here(edition).cells[1].not_started))  # type: ignore[union-attr]
    _run_as_told(page)
    band = page.get_by_label(words.band, exact=True)
    band.wait_for(timeout=A_MINUTE)
    band.select_option(str(edition.band.name))
    lesson = page.get_by_label(words.lesson, exact=True)
    expect(lesson.locator("option:checked")).to_have_text(str(editions["14-18/1-notice"].lesson.title))
    lesson.select_option(str(edition.lesson.title))
    page.get_by_role("button", name=words.look).click()
    expect(page.get_by_role("img", name=re.compile(r"^Slide 1 of \d+: "))).to_be_visible(timeout=A_MINUTE)
    expect(page.get_by_role("img", name=re.compile(r"^Handout page 2 of \d+$"))).to_be_visible()
    page.get_by_role("checkbox", name=str(words.plan), exact=True).check()
    page.get_by_role("button", name=words.make).click()
    expect(page.get_by_role("alert")).to_have_text(words.made.format(count=5), timeout=A_MINUTE)
    assert _barriers(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="slides.pptx").click()
    made = lab.folder / "lessons" / "en" / edition.lesson_id
    assert Path(download.value.path()).read_bytes() == (made / "slides.pptx").read_bytes()
    assert sorted(path.name for path in made.iterdir()) == ["handout.pdf", "plan.md", "quiz.html", "slides.pptx"]
    page.get_by_role("link", name="4-stop-and-keep.ipynb").click()
    expect(page.locator(".q-large")).to_be_visible(timeout=A_MINUTE)
    assert visited.requests == []


def test_facilitator_types_totals_sees_what_changed_and_nothing_is_kept(
    lab: Lab, visit: Callable[..., Visit], editions: dict[str, Edition]
) -> None:
    edition = editions["11-13/4-stop-and-keep"]
    words, survey = edition.labels.before_after, edition.labels.survey
    visited = visit(lab.page("en/before-and-after.ipynb"), viewport=SCREEN)
    page = visited.page
    expect(page.locator(".jp-OutputArea-output")).to_have_text(str(words.not_started), timeout=A_MINUTE)
    _run_as_told(page)
    group = page.get_by_label(words.group, exact=True)
    group.wait_for(timeout=A_MINUTE)
    group.select_option(str(edition.band.name))
    last = [item for item in edition.survey if edition.band.id in item.bands][-1]
    expect(page.get_by_role("heading", name=str(last.stem))).to_be_visible(timeout=A_MINUTE)

    def type_in(name: str, number: int) -> None:
        field = page.get_by_label(name, exact=True).first
        field.fill(str(number))
        field.press("Tab")

    for when, good in ((survey.before, 4321), (survey.after, 4999)):
        type_in(when, 5555)
        type_in(words.field.format(letter="C", when=when), good)
    show = page.get_by_role("button", name=words.show)
    show.click()
    expect(page.get_by_role("alert")).to_contain_text("the numbers add up to 4321", timeout=A_MINUTE)
    for when, good in ((survey.before, 4321), (survey.after, 4999)):
        type_in(words.field.format(letter=survey.no_answer, when=when), 5555 - good)
    show.click()
    chart = page.get_by_role("img", name=re.compile("4321 of 5555"))
    expect(chart).to_be_visible(timeout=A_MINUTE)
    expect(page.get_by_role("row", name=re.compile(r"4999 of 5555 \(90%\)"))).to_be_visible()
    expect(page.locator(".jp-OutputArea-output")).to_contain_text(str(words.notes[0]))
    assert _barriers(page) == []
    _save(page)
    saved = (lab.folder / "en" / "before-and-after.ipynb").read_text("utf-8")
    assert [number for number in ("4321", "4999", "5555") if number in saved] == []
    assert visited.requests == []
