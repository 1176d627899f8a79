"""The same content gives the same bytes: in any folder, on any day, in any process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from takeabreath.fingerprint import file_digest

pytestmark = pytest.mark.thorough


def _built(content: Path, out: Path, *before: str, **environment: str) -> dict[str, str]:
    out.mkdir(parents=True)
    subprocess.run(
        [*before, sys.executable, "-m", "takeabreath", "build", "--content", str(content), "--out", str(out)],
        check=True, capture_output=True, cwd=out, env={**os.environ, **environment},
    )  # fmt: skip
    return {
        path.relative_to(out).as_posix(): file_digest(path)
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def first(content_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Digests of a build here and now."""
    return _built(content_dir, tmp_path_factory.mktemp("here") / "out", TZ="Asia/Kuala_Lumpur", PYTHONHASHSEED="1")


def test_two_builds_in_two_folders_give_identical_files(
    content_dir: Path, tmp_path: Path, first: dict[str, str]
) -> None:
    elsewhere = tmp_path / "another place" / "content"
    shutil.copytree(content_dir, elsewhere)
    second = _built(elsewhere, tmp_path / "out", TZ="America/New_York", PYTHONHASHSEED="2", LC_ALL="C")
    assert {path.rsplit(".", 1)[1] for path in first} == {"md", "docx", "pptx", "pdf", "html", "ipynb"}
    assert first == second


@pytest.mark.client("faketime")
def test_a_build_years_later_gives_identical_files(
    content_dir: Path, tmp_path: Path, first: dict[str, str], client: tuple[str, ...]
) -> None:
    assert _built(content_dir, tmp_path / "out", *client, "2031-05-04 03:02:01") == first


@pytest.mark.parametrize("module", ["plan", "render", "quiz", "theme", "model", "keep"])
def test_nothing_that_makes_a_file_reads_a_clock_or_chance_or_the_environment(module: str) -> None:
    import takeabreath

    folder = Path(takeabreath.__file__).parent / module
    suspicious = (
        "datetime.now",
        "date.today",
        "time.time(",
        "random",
        "os.environ",
        "getenv",
        "uuid4",
        "urlopen",
        "requests",
    )
    found = [
        f"{path.name}: {word}"
        for path in sorted(folder.rglob("*.py"))
        for word in suspicious
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
