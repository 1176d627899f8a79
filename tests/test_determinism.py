"""The same content gives the same bytes: in any folder, on any day, in any process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from takeabreath.fingerprint import file_digest


def _built(content: Path, out: Path, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "takeabreath", "build", "--content", str(content), "--out", str(out)],
        check=True, capture_output=True, cwd=out.parent, env={**os.environ, **environment},
    )  # fmt: skip
    return {
        path.relative_to(out).as_posix(): file_digest(path)
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_two_builds_in_two_folders_on_different_days_give_identical_files(content_dir: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another place" / "content"
    shutil.copytree(content_dir, elsewhere)
    (elsewhere.parent / "out").mkdir()
    (tmp_path / "here").mkdir()
    first = _built(content_dir, tmp_path / "here", TZ="Asia/Kuala_Lumpur", PYTHONHASHSEED="1")
    later = {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    faketime = shutil.which("faketime")
    if faketime is None:
        later["SOURCE_DATE_EPOCH"] = "1900000000"
    second = _built(elsewhere, elsewhere.parent / "out", **later)
    assert {path.rsplit(".", 1)[1] for path in first} == {"md", "docx", "pptx", "pdf", "html", "ipynb"}
    assert first == second


@pytest.mark.parametrize("module", ["plan", "render", "quiz", "theme", "model"])
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
