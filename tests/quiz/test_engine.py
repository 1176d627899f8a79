"""The quiz engine's own tests, its types and its style, checked by the programs that know its language."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import takeabreath.quiz
from takeabreath.quiz.joined import PARTS, joined_engine

PARTS_DIR = Path(takeabreath.quiz.__file__).parent / "engine"
TESTS = Path(__file__).with_name("engine.test.mjs")
ROOT = TESTS.parent.parent.parent
STYLE = ROOT / "tests" / "clients" / "eslint.config.mjs"

_STRICT = (
    "--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--noUnusedParameters",
    "--noImplicitReturns", "--noFallthroughCasesInSwitch", "--exactOptionalPropertyTypes",
    "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions",
    "--lib", "es2022,dom,dom.iterable",
)  # fmt: skip


def _report(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.client("node")
def test_engine_grades_mixes_and_moves_on_as_its_own_tests_say(client: tuple[str, ...]) -> None:
    code, report = _report(*client, "--test", str(TESTS))
    assert code == 0, report
    assert "fail 0" in report


@pytest.mark.client("tsc")
def test_engine_keeps_to_the_types_in_its_comments(client: tuple[str, ...]) -> None:
    modules = (PARTS_DIR / "quiz.js", PARTS_DIR.parent / "notebook.js")
    assert _report(*client, *_STRICT, *map(str, modules)) == (0, "")


@pytest.mark.client("eslint")
def test_engine_keeps_to_its_style(client: tuple[str, ...]) -> None:
    assert _report(*client, "--config", str(STYLE), str(PARTS_DIR.parent.relative_to(ROOT))) == (0, "")


def test_every_part_needs_only_parts_that_come_before_it() -> None:
    for place, part in enumerate(PARTS):
        imported = re.findall(r'from "\./(\w+)\.js"', (PARTS_DIR / f"{part}.js").read_text("utf-8"))
        assert set(imported) <= set(PARTS[:place]), part
    assert {path.stem for path in PARTS_DIR.glob("*.js")} == set(PARTS)


def test_joined_engine_imports_nothing_and_exports_what_homes_call() -> None:
    engine = joined_engine()
    assert re.findall(r"^.*\bimport\b.*$", engine, re.MULTILINE) == []
    assert re.findall(r"^export (.*)$", engine, re.MULTILINE) == ["function start(el, quiz) {", "default { render };"]


def test_no_name_stands_for_two_things_in_the_joined_engine() -> None:
    names = re.findall(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", joined_engine(), re.MULTILINE)
    assert sorted(set(names)) == sorted(names)


def test_engine_never_sets_markup_and_reaches_for_neither_network_nor_storage() -> None:
    words = (
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
        "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "localStorage", "sessionStorage", "indexedDB", "cookie",
    )  # fmt: skip
    assert [word for word in words if word in joined_engine()] == []
