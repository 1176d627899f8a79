"""Measuring text for slides."""

from __future__ import annotations

from takeabreath.theme.text_fit import Style, height, largest_size, line_width, longest_word, size_for_lines

SIZES = range(40, 19, -1)
PLAIN = Style()


def test_a_short_text_keeps_the_largest_size() -> None:
    assert largest_size(["Stop."], (400, 100), SIZES, PLAIN) == 40


def test_a_longer_text_gets_a_smaller_size() -> None:
    text = "Put the phone down and tell a friend who is kind and calm and near."
    size = largest_size([text], (400, 100), SIZES, PLAIN)
    assert size is not None
    assert 20 <= size < 40
    assert height([text], 400, size, PLAIN) <= 100 < height([text], 400, size + 1, PLAIN)


def test_a_text_that_fits_at_no_size_gets_none() -> None:
    assert largest_size(["word " * 200], (400, 100), SIZES, PLAIN) is None


def test_a_word_is_never_broken() -> None:
    assert largest_size(["Unbreakable" * 4], (400, 400), SIZES, PLAIN) is None


def test_a_hyphened_word_stays_on_one_line_where_a_smaller_size_allows_it() -> None:
    text = "Stop and tell a grown-up."
    width = line_width("Stop and tell a grown-", 40, PLAIN) + 1
    size = largest_size([text], (width, 200), SIZES, PLAIN)
    assert size is not None
    assert size < 40
    assert line_width(text, size, PLAIN) <= width * 1.06


def test_a_somewhat_smaller_size_saves_a_line_and_a_much_smaller_one_does_not() -> None:
    text = ["Put the phone down and tell a friend"]
    width = line_width(text[0], 36, PLAIN) + 1
    assert size_for_lines(text, width, SIZES, PLAIN, 1) == 36
    assert size_for_lines(text, width / 2, SIZES, PLAIN, 1) == 40


def test_a_no_break_space_keeps_a_number_together() -> None:
    assert longest_word(["03 7627"], 20, PLAIN) < longest_word(["03\u00a07627"], 20, PLAIN)


def test_east_asian_text_breaks_between_characters() -> None:
    one, two = height(["停一停"], 130, 40, PLAIN), height(["停一停停一停"], 130, 40, PLAIN)
    assert two == 2 * one


def test_marks_take_room() -> None:
    text = ["Tell someone who can help you"]
    width = line_width(text[0], 30, PLAIN) + 1
    assert height(text, width, 30, Style(indent=1.3)) == 2 * height(text, width, 30, PLAIN)
