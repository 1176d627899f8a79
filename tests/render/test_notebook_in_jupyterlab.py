"""A built notebook in a real JupyterLab, used as its own instructions say."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from browser_fixtures import Visit
from playwright.sync_api import expect

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import plan_notebook
from takeabreath.plan.quiz import plan_quiz
from takeabreath.render.to_ipynb import render_ipynb

LESSON = "8-10/4-stop-and-keep"
LOOK = "print('seen:', Out[1].answers, Out[1].finished)"
A_MINUTE = 60_000


@pytest.fixture
def notebook(editions: dict[str, Edition], tmp_path: Path) -> Path:
    """The lesson's notebook, with one more cell that looks at what Python knows."""
    content = json.loads(render_ipynb(plan_notebook(editions[LESSON])))
    look: dict[str, object] = {
        "cell_type": "code",
        "id": "look",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": LOOK,
    }
    content["cells"].insert(2, look)
    path = tmp_path / "home" / "quiz.ipynb"
    path.parent.mkdir()
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture
def lab(client: tuple[str, ...], notebook: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that has only this notebook."""
    settings = tmp_path / "settings" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}')
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = {
        "JUPYTER_CONFIG_DIR": settings.parents[1],
        "IPYTHONDIR": tmp_path / "ipython",
        "JUPYTER_RUNTIME_DIR": tmp_path / "run",
    }
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0",
               "--IdentityProvider.token=", f"--ServerApp.root_dir={notebook.parent}"]  # fmt: skip
    environment = {**os.environ, **{name: str(place) for name, place in places.items()}}
    with (
        (tmp_path / "lab.log").open("wb") as log,
        subprocess.Popen([*client, *options], env=environment, stdout=log, stderr=log) as server,
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/api")
            yield f"http://127.0.0.1:{port}/lab/tree/quiz.ipynb"
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - this machine
                return
        except (URLError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError(f"nothing answers at {address}")


@pytest.mark.client("jupyterlab")
def test_parent_opens_the_notebook_and_python_sees_the_answers(
    lab: str, notebook: Path, visit: Callable[..., Visit], editions: dict[str, Edition]
) -> None:
    visited = visit(lab, viewport={"width": 1280, "height": 900})
    page, quiz = visited.page, plan_quiz(editions[LESSON])
    page.wait_for_selector("text=/\\| Idle/", timeout=A_MINUTE)
    play = page.locator("[data-jp-item-name=run] >> visible=true").first
    play.click()
    play.click()
    page.click(".q-large", timeout=A_MINUTE)

    page.locator(".q-choice input").first.focus()
    for key in ("Space", "ArrowDown", "d", "d"):
        page.keyboard.press(key)
    assert page.locator(".q-choice input").nth(1).is_checked()
    page.click(".q-work > .q-actions .q-primary")
    expect(page.locator(".q-after")).to_contain_text(quiz.questions[0].options[1].feedback)

    page.click(".jp-Cell:has-text('seen:') .cm-content")
    page.keyboard.press("Shift+Enter")
    answer = {"given": [1], "level": quiz.questions[0].options[1].level}
    expect(page.locator(".jp-OutputArea-output pre")).to_have_text(
        f"seen: { {quiz.questions[0].id: answer} } False\n", timeout=A_MINUTE
    )

    page.keyboard.press("Control+s")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')", timeout=A_MINUTE)
    kept = json.loads(notebook.read_text(encoding="utf-8"))
    del kept["cells"][2]
    assert '"given"' not in json.dumps(kept)
    assert visited.requests == []
