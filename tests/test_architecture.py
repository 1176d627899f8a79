"""Imports go one way: content -> model -> plan -> render -> build -> command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import takeabreath

PACKAGE = Path(takeabreath.__file__).parent
ALLOWED = {
    "problems": set(),
    "model": {"problems"},
    "theme": set(),
    "doctor": {"theme"},
    "content": {"problems", "model"},
    "plan": {"problems", "model", "theme"},
    "rules": {"problems", "model", "content", "plan", "theme"},
    "render": {"model", "plan", "theme", "quiz"},
    "quiz": {"model", "plan", "content"},
    "fingerprint": set(),
    "manifest": {"fingerprint"},
    "keep": {"render"},
    "offers": {"keep", "fingerprint", "manifest"},
    "targets": {"model", "content", "render", "fingerprint"},
    "build": {"manifest", "model", "render", "rules", "fingerprint", "offers", "targets"},
    "listing": {"model"},
    "pack_targets": {"model", "content", "plan", "render", "targets"},
    "packing": {"model", "plan", "render", "targets", "build", "fingerprint", "manifest", "pack_targets"},
    "notebooks": {
        *("problems", "model", "content", "plan", "render", "quiz", "theme", "fingerprint", "manifest", "build"),
        "targets",
    },
    "cli": {
        *("problems", "model", "content", "rules", "render", "fingerprint", "manifest", "build", "notebooks"),
        *("offers", "doctor", "targets", "listing", "packing", "pack_targets"),
        "__version__",
    },
    "__init__": set(),
    "__main__": {"cli"},
}


def _part(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "takeabreath":
            below = node.module.split(".")[1:]
            found |= {below[0]} if below else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("takeabreath.")}
    return found


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_each_part_imports_only_what_stands_to_its_left(part: str) -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if _part(path) == part]
    assert modules, f"there is no part {part}"
    strays = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules
        for name in _imports(path) - ALLOWED[part] - {part}
    }
    assert strays == set()


def test_every_part_has_its_place_in_the_order() -> None:
    assert {_part(path) for path in PACKAGE.rglob("*.py")} == set(ALLOWED)


def test_only_the_command_line_prints() -> None:
    printing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli.py"}
