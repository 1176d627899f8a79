"""Measure whole processes: full build, no-op, one edit, check, help; then the deck writer."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import decks

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
LESSON = "lessons/8-10/4-stop-and-keep.yaml"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "content", place / "content")
        print(f"{'whole process':34} {'wall, s: min / median / max':>30} {'peak memory, MB':>18}")
        report("takeabreath --help", lambda _: None, ["--help"])
        report("takeabreath check", lambda _: None, ["check", "--content", str(place / "content")])
        build = ["build", "--content", str(place / "content"), "--out", str(place / "out")]
        report("full build, cold", lambda _: shutil.rmtree(place / "out", ignore_errors=True), build)
        report("build with nothing to do", lambda _: None, build)
        report("build after one lesson's edit", lambda run: edit(place / "content" / LESSON, run), build)
    print()
    decks.main()


def report(name: str, prepare: Callable[[int], None], arguments: list[str]) -> None:
    walls, peaks = [], []
    for run in range(RUNS + 1):
        prepare(run)
        wall, peak = measured([sys.executable, "-m", "takeabreath", *arguments])
        walls.append(wall)
        peaks.append(peak)
    walls, peaks = walls[1:], peaks[1:]  # the first run warms the disk
    figures = f"{min(walls):.2f} / {statistics.median(walls):.2f} / {max(walls):.2f}"
    print(f"{name:34} {figures:>30} {max(peaks):>18.0f}")


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of a process, and the peak memory in MB of the largest process below it (0 where not known)."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    else:
        process.wait()
        peak = 0.0
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, peak


def edit(lesson: Path, run: int) -> None:
    """Change the lesson's summary, each time to something new."""
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(re.sub(r"summary: >-\n  (?:Run \d+\. )?", f"summary: >-\n  Run {run}. ", text), encoding="utf-8")


if __name__ == "__main__":
    main()
