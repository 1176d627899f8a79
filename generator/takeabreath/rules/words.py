"""Words and phrases that hurt, frighten, blame or promise too much, by band."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from takeabreath.model.curriculum import Edition
from takeabreath.model.labels import Labels
from takeabreath.model.text import Text
from takeabreath.model.walk import Leaf, leaves, once_for_each
from takeabreath.model.wording import BannedPhrases, Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import page_leaves, shared_leaves

_WORD = re.compile(r"\w+")
_PHRASE_WORD = re.compile(r"(\w+)(\*?)")


def banned_in_lesson(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Phrases of the groups that hold for the lesson's band."""
    groups = [group for group in wording.banned if not group.bands or edition.band.id in group.bands]
    yield from _banned((*page_leaves(edition), *shared_leaves(edition)), groups, _index_of(wording))


def banned_in_labels(labels: Labels, wording: Wording) -> Iterator[Problem]:
    """Labels stand on the pages of all bands, so the groups of every band hold for them."""
    yield from _banned(leaves(labels), list(wording.banned), _index_of(wording))


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


def _banned(found: Iterable[Leaf], groups: list[BannedPhrases], index: _Index) -> Iterator[Problem]:
    for leaf in found:
        suspects = index.suspects(leaf.text)
        for group in groups if suspects else ():
            if group.id not in suspects or (group.where == "learners" and leaf.audience is None):
                continue
            if any(key in group.allowed_in for key in leaf.keys):
                continue
            for phrase in dict.fromkeys(match[0] for match in _pattern(group.phrases).finditer(_plain(leaf.text))):
                message = f"'{phrase}' ({group.id}): {group.why}"
                yield Problem(leaf.text.span, ProblemCode.WORD_BANNED, message, group.instead)


class _Index:
    """Which groups may have a phrase in a text: quicker than looking for whole phrases, and mostly there is none.

    A phrase can only be there when all of its words are, as far as they do not end in `*`.
    """

    def __init__(self, groups: tuple[BannedPhrases, ...]) -> None:
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = {}
        self._beginnings: list[tuple[str, str]] = []
        self._known_words: dict[str, frozenset[str]] = {}
        self._known_texts: dict[str, frozenset[str]] = {}
        for group in groups:
            for phrase in group.phrases:
                self._add(_PHRASE_WORD.findall(_plain(phrase).lower()), str(group.id))

    def _add(self, words: list[tuple[str, str]], group: str) -> None:
        whole = frozenset(word for word, star in words if not star)
        if whole:
            self._by_word.setdefault(max(whole, key=len), []).append((whole, group))
        else:
            self._beginnings.append((words[0][0] if words else "", group))

    def suspects(self, text: str) -> frozenset[str]:
        """The ids of groups that may have a phrase in the text."""
        known = self._known_texts.get(text)
        if known is None:
            words = frozenset(_WORD.findall(_plain(text).lower()))
            found = set().union(*map(self._begun_by, words))
            for word in words & self._by_word.keys():
                found |= {group for whole, group in self._by_word[word] if whole <= words}
            known = self._known_texts[text] = frozenset(found)
        return known

    def _begun_by(self, word: str) -> frozenset[str]:
        known = self._known_words.get(word)
        if known is None:
            begun = (group for beginning, group in self._beginnings if word.startswith(beginning))
            known = self._known_words[word] = frozenset(begun)
        return known


@once_for_each
def _index_of(wording: Wording) -> _Index:
    return _Index(wording.banned)


@cache
def _pattern(phrases: tuple[Text, ...]) -> re.Pattern[str]:
    return phrase_pattern(phrases)


def _plain(text: str) -> str:
    """Typed and typographic apostrophes are one."""
    return text.replace("’", "'").replace("‘", "'")
