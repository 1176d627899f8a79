"""The small curriculum of the gallery: a copy to spoil, and the problems in it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from takeabreath.content.loader import load_curriculum
from takeabreath.problems import ContentProblems, Problem
from takeabreath.rules import check_curriculum

GALLERY = Path(__file__).parent / "gallery"
LABELS = GALLERY.parent.parent / "content" / "labels"
LESSON = "lessons/8-10/4-stop-and-keep.yaml"
TODAY = date(2026, 11, 22)


def example(folder: Path) -> Path:
    """A copy of the small curriculum; its labels are those of the real content."""
    content = Path(shutil.copytree(GALLERY / "content", folder / "content"))
    shutil.copytree(LABELS, content / "labels")
    return content


def change(path: Path, old: str, new: str) -> None:
    """Put a text in place of another, which stands in the file once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def problems_of(content: Path) -> list[Problem]:
    """What `takeabreath check` finds."""
    try:
        return check_curriculum(load_curriculum(content), TODAY)
    except ContentProblems as found:
        return found.problems


def codes_of(content: Path) -> list[str]:
    return [str(problem.code) for problem in problems_of(content)]
