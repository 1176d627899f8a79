"""The quiz engine's own tests and its types, checked by the programs that know its language."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import takeabreath.quiz

ENGINE = Path(takeabreath.quiz.__file__).parent / "quiz.js"
TESTS = Path(__file__).with_name("engine.test.mjs")


def _report(command: tuple[str, ...]) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.client("node")
def test_engine_grades_mixes_and_moves_on_as_its_own_tests_say(client: tuple[str, ...]) -> None:
    code, report = _report((*client, "--test", str(TESTS)))
    assert code == 0, report
    assert "# fail 0" in report or "fail 0" in report


@pytest.mark.client("tsc")
def test_engine_keeps_to_the_types_in_its_comments(client: tuple[str, ...]) -> None:
    strict = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "esnext")
    libraries = ("--lib", "es2022,dom,dom.iterable")
    code, report = _report((*client, *strict, *libraries, str(ENGINE)))
    assert (code, report.strip()) == (0, "")


def test_engine_never_sets_markup() -> None:
    source = ENGINE.read_text(encoding="utf-8")
    found = [
        word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(") if word in source
    ]
    assert found == []


def test_engine_reaches_for_neither_network_nor_storage() -> None:
    source = ENGINE.read_text(encoding="utf-8")
    words = (
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
    )
    assert [word for word in words if word in source] == []
