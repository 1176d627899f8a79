"""Mixed orders for paper: always the same, and never the answer."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def mixed(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts of a sequence, mixed; the first step does not stand first, and three or more do not stand backwards."""
    shuffled, backwards = _shuffled(texts), tuple(reversed(texts))
    turns = [_turned(shuffled, turn) for turn in range(len(shuffled))]
    return next((turn for turn in turns if turn[0] != texts[0] and turn != backwards), backwards)


def mixed_groups(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The texts of several groups, mixed such that no group stands together as a whole where that can be helped."""
    home = {text: number for number, group in enumerate(groups) for text in group}
    shuffled = _shuffled(list(home))
    turns = [_turned(shuffled, turn) for turn in range(len(shuffled))]
    return max(turns, key=lambda turn: sum(home[a] != home[b] for a, b in itertools.pairwise(turn)))


def _shuffled(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda text: sha256(text.encode("utf-8")).digest()))


def _turned(texts: tuple[T, ...], places: int) -> tuple[T, ...]:
    return texts[places:] + texts[:places]
