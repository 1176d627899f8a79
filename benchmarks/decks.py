"""The deck writer against python-pptx's own API, pandoc and Marp: the same words, notes and pictures.

`decks.py` compares; `decks.py one-core` makes 36 decks in this process, on one core where the system can pin it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import deck_peers

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import Deck, plan_deck
from takeabreath.render.to_pptx import render_pptx

CONTENT = Path(__file__).resolve().parent.parent / "content"
OURS = ("ours, written", "ours, planned and written")
ROUNDS = 7
LONGER = 5  # a round of ours is as long as one of the others
MARP_DECKS = 2
MARP_ROUNDS = 3
ONE_CORE_DECKS = 36


def main() -> None:
    editions = _editions()
    decks = [plan_deck(edition) for edition in editions]
    sizes = [len(render_pptx(deck)) for deck in decks]
    print(f"{f'{len(decks)} decks with {sum(len(deck.slides) for deck in decks)} slides':40}", end="")
    print(f"{'seconds a deck: min / median / max':>36} {'times ours: written, planned too':>34}")
    with tempfile.TemporaryDirectory() as folder:
        _compare(_contenders(editions, decks, Path(folder)))
    print(f"a deck's size: {min(sizes) / 1e6:.2f} to {max(sizes) / 1e6:.2f} MB")
    subprocess.run([sys.executable, __file__, "one-core"], check=True)


def one_core() -> None:
    """From a start without anything kept: pictures are drawn, fonts read and templates made within the time."""
    pinned = hasattr(os, "sched_setaffinity")
    if pinned:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    editions = _editions()
    started, used = time.perf_counter(), time.process_time()
    _make([editions[i % len(editions)] for i in range(ONE_CORE_DECKS)])
    seconds, used = time.perf_counter() - started, time.process_time() - used
    where = "on one core" if pinned else "(this system cannot pin a process to one core)"
    print(f"{ONE_CORE_DECKS} decks from a cold start {where}: {seconds:.2f} s, of them {used:.2f} s of the processor")


def _editions() -> list[Edition]:
    curriculum = load_curriculum(CONTENT)
    return [edition_of(curriculum, placed, "en", "my") for placed in curriculum.lessons]


def _make(editions: list[Edition]) -> None:
    for edition in editions:
        render_pptx(plan_deck(edition))


@dataclass(frozen=True, slots=True)
class _Contender:
    name: str
    make: Callable[[], object]
    decks: int
    rounds: int = ROUNDS


def _contenders(editions: list[Edition], decks: list[Deck], place: Path) -> list[_Contender]:
    markdown = deck_peers.markdown_of(decks, place)
    found = [
        _Contender(OURS[0], lambda: [render_pptx(deck) for deck in decks * LONGER], len(decks) * LONGER),
        _Contender(OURS[1], lambda: _make(editions * LONGER), len(decks) * LONGER),
        _Contender("python-pptx's API", lambda: [deck_peers.with_python_pptx(deck) for deck in decks], len(decks)),
        _Contender("pandoc, a process for each", lambda: deck_peers.pandoc(markdown), len(decks)),
    ]
    if deck_peers.MARP.exists() and deck_peers.chromium():
        few = deck_peers.marp_markdown_of(decks[:MARP_DECKS], place)
        found.append(_Contender(f"Marp, {len(few)} decks", lambda: deck_peers.marp(few), len(few), MARP_ROUNDS))
    else:
        print("Marp is not measured: it needs Chromium, and `npm ci` in benchmarks/marp")
    return found


def _compare(contenders: list[_Contender]) -> None:
    """Rounds in turn, so that a busy minute of the machine meets all; a first round does not count."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for number in range(ROUNDS + 1):
        for contender in contenders:
            if number <= contender.rounds:
                seconds[contender.name].append(_timed(contender.make) / contender.decks)
    medians = {name: statistics.median(times[1:]) for name, times in seconds.items()}
    for name, times in seconds.items():
        figures = f"{min(times[1:]):.4f} / {medians[name]:.4f} / {max(times[1:]):.4f}"
        ratios = ", ".join(f"{medians[name] / medians[ours]:.1f}" for ours in OURS)
        print(f"{name:40}{figures:>36} {'' if name in OURS else ratios:>34}")


def _timed(make: Callable[[], object]) -> float:
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


if __name__ == "__main__":
    one_core() if sys.argv[1:] == ["one-core"] else main()
