"""Words and phrases that hurt, frighten, blame or promise too much, by band."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from takeabreath.model.curriculum import Edition
from takeabreath.model.labels import Labels
from takeabreath.model.text import Text
from takeabreath.model.walk import Leaf, leaves
from takeabreath.model.wording import BannedPhrases, Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import page_leaves, shared_leaves

_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"\W*(\w+)(\*?)")


def banned_in_lesson(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Phrases of the groups that hold for the lesson's band."""
    groups = [group for group in wording.banned if not group.bands or edition.band.id in group.bands]
    yield from _banned((*page_leaves(edition), *shared_leaves(edition)), groups)


def banned_in_labels(labels: Labels, wording: Wording) -> Iterator[Problem]:
    """Labels stand on the pages of all bands, so the groups of every band hold for them."""
    yield from _banned(leaves(labels), list(wording.banned))


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases as whole words, in any case; `*` at a word's end stands for any ending.

    A space and a hyphen are one, and a word is found in a compound such as `semi-private`.
    """
    alternatives = "|".join(
        re.sub(r"(?:\\[ -])+", r"[\\s-]+", _plain(re.escape(phrase))).replace(r"\*", r"\w*") for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def contains_phrase(text: str, phrases: tuple[Text, ...]) -> str | None:
    """The first phrase found in the text as it stands there, or None."""
    match = _pattern(phrases).search(_plain(text))
    return match[0] if match else None


def _banned(found: Iterable[Leaf], groups: list[BannedPhrases]) -> Iterator[Problem]:
    for leaf in found:
        plain = _plain(leaf.text)
        words = frozenset(_WORD.findall(plain.lower()))
        for group in groups:
            if not _may_begin(words, group.phrases):
                continue
            if group.where == "learners" and leaf.audience is None:
                continue
            if any(key in group.allowed_in for key in leaf.keys):
                continue
            for phrase in dict.fromkeys(match[0] for match in _pattern(group.phrases).finditer(plain)):
                message = f"'{phrase}' ({group.id}): {group.why}"
                yield Problem(leaf.text.span, ProblemCode.WORD_BANNED, message, group.instead)


def _may_begin(words: frozenset[str], phrases: tuple[Text, ...]) -> bool:
    """Whether any phrase's first word is there: quicker than looking for whole phrases, and mostly it is not."""
    exact, beginnings = _first_words(phrases)
    return not exact.isdisjoint(words) or any(word.startswith(beginnings) for word in words)


@cache
def _first_words(phrases: tuple[Text, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """First words as they stand, and the beginnings of those that end in `*`."""
    firsts = [_FIRST_WORD.match(_plain(phrase).lower()) for phrase in phrases]
    exact = frozenset(first[1] for first in firsts if first and not first[2])
    return exact, tuple(first[1] for first in firsts if first and first[2])


@cache
def _pattern(phrases: tuple[Text, ...]) -> re.Pattern[str]:
    return phrase_pattern(phrases)


def _plain(text: str) -> str:
    """Typed and typographic apostrophes are one."""
    return text.replace("’", "'").replace("‘", "'")
