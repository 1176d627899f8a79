"""The gallery: one natural mistake after another in a small curriculum, and what the teacher then reads.

`python tests/test_gallery.py` writes what is printed now into `gallery/mistakes.yaml`; read it before you keep it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from example_content import GALLERY, LESSON, change, example, problems_of

from takeabreath.problems import ProblemCode, layout_problem

MISTAKES: list[dict[str, Any]] = yaml.safe_load((GALLERY / "mistakes.yaml").read_text("utf-8"))
_PRINTS = re.compile(r"^  prints: \|\n(?:(?:    .*)?\n)*?(?=\n?(?:- |#|\Z))", re.MULTILINE)


def make_mistake(mistake: dict[str, Any], content: Path) -> None:
    path = content / mistake.get("file", LESSON)
    if "copy_of" in mistake:
        path.parent.mkdir(exist_ok=True)
        shutil.copy(content / mistake["copy_of"], path)
    if "replace" in mistake:
        change(path, mistake["replace"], mistake["with"])
    if "repeat" in mistake:
        path.write_text(path.read_text("utf-8") * mistake["repeat"], "utf-8")
    if "encoding" in mistake:
        path.write_text(path.read_text("utf-8"), mistake["encoding"], errors="replace")
    if "rename" in mistake:
        path.rename(path.parent / mistake["rename"])
    if mistake.get("delete"):
        path.unlink()
    if "append" in mistake:
        path.write_text(path.read_text("utf-8") + mistake["append"], "utf-8")
    for change_more in mistake.get("also", ()):
        make_mistake(change_more, content)


def printed(content: Path) -> str:
    return "\n\n".join(layout_problem(problem, content) for problem in problems_of(content)) + "\n"


def name_of(mistake: dict[str, Any]) -> str:
    return f"{mistake['code']}: {mistake['mistake']}"


def test_the_example_is_clean(tmp_path: Path) -> None:
    assert problems_of(example(tmp_path)) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=name_of)
def test_mistake_is_explained(mistake: dict[str, Any], tmp_path: Path) -> None:
    content = example(tmp_path)
    make_mistake(mistake, content)
    assert mistake["prints"] == printed(content)
    assert f"[{mistake['code']}]" in mistake["prints"].splitlines()[0]


def test_every_code_has_a_mistake() -> None:
    assert [code for code in ProblemCode if code not in {mistake["code"] for mistake in MISTAKES}] == []


def test_no_mistake_stands_twice() -> None:
    assert [name for name, count in Counter(map(name_of, MISTAKES)).items() if count > 1] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=name_of)
def test_message_is_short_and_says_one_thing_to_do(mistake: dict[str, Any]) -> None:
    for problem in mistake["prints"].strip().split("\n\n"):
        place, *_, action = problem.splitlines()
        assert re.match(r"content/\S+:\d+:\d+: (error|warning)\[[a-z.-]+\]: \S", place)
        assert re.match(r"  what to do: [A-Z]", action)
        assert len(action) < 160


def rewrite() -> None:
    """Put what is printed now into `mistakes.yaml`."""
    path = GALLERY / "mistakes.yaml"
    prints = []
    for mistake in MISTAKES:
        with tempfile.TemporaryDirectory() as folder:
            content = example(Path(folder))
            make_mistake(mistake, content)
            indented = "".join(f"    {line}".rstrip() + "\n" for line in printed(content).splitlines())
            prints.append(f"  prints: |\n{indented}")
    remaining = iter(prints)
    text, count = _PRINTS.subn(lambda _: next(remaining), path.read_text("utf-8"))
    assert count == len(prints), f"{count} of {len(prints)} entries have a `prints: |`"
    path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    rewrite()
