"""Printed sheets: all lessons' on two cores from a cold start, and the handout against WeasyPrint.

`print.py` does both; `print.py sheets` makes the sheets in this process and its workers.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from takeabreath.build import made
from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.fingerprint import Fingerprint
from takeabreath.plan.booklet import Booklet
from takeabreath.plan.handout import plan_handout
from takeabreath.render.formats import LESSON_FORMATS
from takeabreath.render.to_pdf import render_pdf
from takeabreath.targets import targets_of

CONTENT = Path(__file__).resolve().parent.parent / "content"
SHEETS = ("handout", "answers", "word-cards")
CORES = 2
ROUNDS = 3
EVERY = 6  # each band's first lesson: the peer takes long


def main() -> None:
    subprocess.run([sys.executable, __file__, "sheets"], check=True)
    import print_peers

    curriculum = load_curriculum(CONTENT)
    booklets = [plan_handout(edition_of(curriculum, placed, "en", "my")) for placed in curriculum.lessons[::EVERY]]
    weasy = print_peers.Weasy()
    alike, plain = ([print_peers.html_of(booklet, plain=plain) for booklet in booklets] for plain in (False, True))
    seconds = _in_turn({
        "ours": lambda: _render(booklets),
        "WeasyPrint, laid out much like ours": lambda: [weasy.pdf(page) for page in alike],
        "WeasyPrint, all below each other": lambda: [weasy.pdf(page) for page in plain],
    })  # fmt: skip
    print(f"{f'{len(booklets)} handouts':40}{'processor, s a handout: min / median / max':>46}{'times ours':>12}")
    for name, times in seconds.items():
        each = [used / len(booklets) for used in times]
        figures = f"{min(each):.3f} / {statistics.median(each):.3f} / {max(each):.3f}"
        print(f"{name:40}{figures:>46}{statistics.median(times) / statistics.median(seconds['ours']):>12.1f}")


def sheets() -> None:
    """Handouts, answers and word cards of all lessons, with all that a cold start needs."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:CORES]))
    started = time.perf_counter()
    curriculum = load_curriculum(CONTENT)
    formats = [entry for entry in LESSON_FORMATS if entry.name in SHEETS]
    targets = targets_of(curriculum, curriculum.lessons, formats, "en", "my", Fingerprint("", {}))
    size = sum(len(content) for _, content in made(targets, CORES))
    seconds = time.perf_counter() - started
    count = f"{len(targets)} sheets of {len(curriculum.lessons)} lessons on {CORES} cores"
    print(f"{count} from a cold start: {seconds:.1f} s, {size / 1e6:.0f} MB")


def _render(booklets: list[Booklet]) -> None:
    for booklet in booklets:
        render_pdf(booklet)


def _in_turn(makers: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds of the processor in rounds in turn, so that a busy minute meets all; a first round does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(ROUNDS + 1):
        for name, make in makers.items():
            started = time.process_time()
            make()
            seconds[name].append(time.process_time() - started)
    return {name: times[1:] for name, times in seconds.items()}


if __name__ == "__main__":
    sheets() if sys.argv[1:] == ["sheets"] else main()
