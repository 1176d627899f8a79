"""A real browser that reaches no host but this machine, and notes everything that a page tries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlparse

import pytest
import real_clients
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships none
from playwright.sync_api import Browser, Page, Request, sync_playwright

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_HERE = {"127.0.0.1", "localhost"}


class Visit:
    """A page in the browser, with what it asked of the network and what it said on the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.context.on("request", self._note)
        page.context.on("requestfailed", self._forget_what_the_policy_stopped)
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        address = urlparse(request.url)
        if address.scheme not in {"file", "data", "blob"} and address.hostname not in _HERE:
            self.requests.append(request.url)

    def _forget_what_the_policy_stopped(self, request: Request) -> None:
        if request.failure == "csp" and request.url in self.requests:
            self.requests.remove(request.url)

    @property
    def stored(self) -> dict[str, Any]:
        """What the page keeps in the browser, by place; empty places are left out."""
        kept = self.page.evaluate(
            """async () => ({local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
                             databases: indexedDB.databases ? (await indexedDB.databases()).length : 0})"""
        )
        return {place: value for place, value in kept.items() if value}

    @property
    def too_wide_by(self) -> int:
        """How many CSS pixels stick out sideways."""
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(wide))

    @property
    def barriers(self) -> list[str]:
        """What axe finds on the page as it is now."""
        found = Axe().run(self.page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    def tab_to(self, selector: str, most: int = 60) -> None:
        """Press Tab until an element that matches has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} cannot be reached with the Tab key")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    found = real_clients.command("chromium")
    assert found is not None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found[0], args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens an address in a window of its own; other options are those of Playwright's `new_context`."""
    contexts = []

    def open_address(address: str, script: str = "", **options: Any) -> Visit:
        context = browser.new_context(**{"viewport": {"width": 390, "height": 844}, **options})
        contexts.append(context)
        if script:
            context.add_init_script(script)
        visited = Visit(context.new_page())
        visited.page.goto(address)
        return visited

    yield open_address
    for context in contexts:
        context.close()
