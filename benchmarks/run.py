"""Measure whole processes: full build, no-op, one edit, check, help; and decks per second against pandoc."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from takeabreath.plan.slides import Deck

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
DECK_ROUNDS = 6
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
        compare_decks(place)


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


def compare_decks(place: Path) -> None:
    """The same words, notes and pictures as decks: ours, and pandoc's from Markdown."""
    from takeabreath.content.loader import edition_of, load_curriculum
    from takeabreath.plan.deck import plan_deck
    from takeabreath.render.to_pptx import render_pptx

    curriculum = load_curriculum(ROOT / "content")
    editions = [edition_of(curriculum, placed, "en", "my") for placed in curriculum.lessons]

    def ours() -> None:
        for edition in editions:
            render_pptx(plan_deck(edition))

    decks = [plan_deck(edition) for edition in editions]
    sources = list(markdown_of(decks, place))

    def pandocs() -> None:
        for number, source in enumerate(sources):
            subprocess.run([pandoc(), source, "-o", str(place / f"{number}.pptx")], check=True)

    slides = sum(len(deck.slides) for deck in decks)
    rates = []
    print(f"{f'{len(decks)} decks with {slides} slides':34} {'decks a second: min / median / max':>38}")
    for name, make in (("Take a Breath", ours), ("pandoc", pandocs)):
        make()
        rounds = [len(decks) / timed(make) for _ in range(DECK_ROUNDS)]
        rates.append(statistics.median(rounds))
        print(f"{name:34} {min(rounds):>18.1f} / {statistics.median(rounds):.1f} / {max(rounds):.1f}")
    print(f"ratio of the medians: {rates[0] / rates[1]:.1f}")


def timed(make: Callable[[], None]) -> float:
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


def pandoc() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def markdown_of(decks: list[Deck], place: Path) -> Iterator[str]:
    """Each deck as the Markdown that pandoc turns into the same slides, in a file."""
    from takeabreath.render.raster import png_of

    for number, deck in enumerate(decks):
        lines = []
        for slide in deck.slides:
            lines += [f"## {slide.title}", ""]
            for text in slide.texts:
                if text.key != "title":
                    lines += [f"- {paragraph.whole}" for paragraph in text.paragraphs]
            for shown in slide.pictures:
                picture = place / f"{shown.picture.id}.png"
                picture.write_bytes(png_of(shown.picture.svg, 900))
                lines += ["", f"![{shown.alt}]({picture})"]
            notes = [line for part in slide.notes for line in (part.heading, *part.lines)]
            lines += ["", "::: notes", *(f"{line}\n" for line in notes), ":::", ""]
        source = place / f"{number}.md"
        source.write_text("\n".join(lines), encoding="utf-8")
        yield str(source)


if __name__ == "__main__":
    main()
