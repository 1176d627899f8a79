"""The wheel carries the content, so that an installed package builds away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.plan.notebook import plan_notebook
from takeabreath.render.formats import FORMATS, Scope
from takeabreath.render.to_ipynb import render_ipynb

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--no-deps",
            "--disable-pip-version-check",
            "-w",
            str(folder),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_content_fonts_engine_and_templates(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    content = {
        path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*") if path.is_file()
    }
    assert {name.removeprefix("takeabreath/bundled/") for name in names if "/bundled/" in name} == content
    package = ROOT / "generator" / "takeabreath"
    ours = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= set(names)


def test_an_installed_wheel_builds_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = "import sys, takeabreath.cli as c; print(c.__file__); sys.exit(c.main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--lesson", "5-7/4-stop-and-keep"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "SYSTEMROOT": "C:\\Windows"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith(str(site))
    count = sum(output_format.scope is Scope.LESSON for output_format in FORMATS)
    assert f"{count} files: {count} made" in done.stdout
    assert (tmp_path / "notebooks" / "en" / "5-7" / "4-stop-and-keep.ipynb").is_file()


def test_an_installed_wheel_gives_nbconvert_its_page(wheel: Path, tmp_path: Path, editions: dict[str, Edition]) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    notebook = tmp_path / "quiz.ipynb"
    notebook.write_bytes(render_ipynb(plan_notebook(editions["8-10/4-stop-and-keep"])))
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "takeabreath", str(notebook)],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(site)}, check=True, capture_output=True,
    )  # fmt: skip
    page = (tmp_path / "quiz.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "quiz-values" in page
