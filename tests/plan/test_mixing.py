"""Cards are mixed: always the same way, and never into the answer."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from takeabreath.plan.mixing import mixed, mixed_groups

distinct_texts = st.lists(st.text(min_size=1), min_size=2, max_size=8, unique=True)


@given(distinct_texts)
def test_the_first_step_never_stands_first(texts: list[str]) -> None:
    shown = mixed(texts)
    assert shown[0] != texts[0]
    assert sorted(shown) == sorted(texts)


@given(distinct_texts)
def test_three_steps_or_more_never_stand_backwards(texts: list[str]) -> None:
    assert len(texts) < 3 or list(mixed(texts)) != texts[::-1]


@given(distinct_texts)
def test_the_order_of_writing_does_not_show_in_the_order_of_cards(texts: list[str]) -> None:
    cards = mixed_groups([texts[:1], texts[1:]])
    assert cards == mixed_groups([texts[:1], list(reversed(texts[1:]))])
    assert sorted(cards) == sorted(texts)


def test_cards_of_two_baskets_do_not_stand_in_two_blocks() -> None:
    cards = mixed_groups([["a", "b", "c"], ["d", "e", "f"]])
    homes = [card in "abc" for card in cards]
    assert sum(one != other for one, other in itertools.pairwise(homes)) > 1
