"""Phrases found in texts as a reader would find them: whole words, in any case, in any spelling of a quote."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Generic, TypeVar

from takeabreath.model.text import Text

K = TypeVar("K", bound=Hashable)

_WORD = re.compile(r"\w+")
_PHRASE_WORD = re.compile(r"(\w+)(\*?)")


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


class PhraseIndex(Generic[K]):
    """Groups of phrases, found all at once.

    A phrase can only be in a text when all of its words are, as far as they do not end in `*`. Looking for words
    first is quicker than looking for phrases, and mostly there is none.
    """

    def __init__(self, groups: Mapping[K, tuple[Text, ...]]) -> None:
        self._groups = groups
        self._by_word: dict[str, list[tuple[frozenset[str], K]]] = {}
        self._beginnings: list[tuple[str, K]] = []
        self._dull_words: set[str] = set()
        self._begun: dict[str, frozenset[K]] = {}
        self._known_texts: dict[str, dict[K, tuple[str, ...]]] = {}
        for group, phrases in self._groups.items():
            for phrase in phrases:
                self._add(_PHRASE_WORD.findall(_plain(phrase).lower()), group)

    def _add(self, words: list[tuple[str, str]], group: K) -> None:
        whole = frozenset(word for word, star in words if not star)
        if whole:
            self._by_word.setdefault(max(sorted(whole), key=len), []).append((whole, group))
        else:
            self._beginnings.append((words[0][0] if words else "", group))

    def found_in(self, text: str) -> dict[K, tuple[str, ...]]:
        """The phrases in the text as they stand there, each once, by the groups that have any."""
        known = self._known_texts.get(text)
        if known is None:
            suspects = self._suspects(_words_of(text))
            ordered = [group for group in self._groups if group in suspects] if suspects else []
            found = {group: tuple(self._found(group, text)) for group in ordered}
            known = self._known_texts[text] = {group: phrases for group, phrases in found.items() if phrases}
        return known

    def _found(self, group: K, text: str) -> Iterator[str]:
        yield from dict.fromkeys(match[0] for match in _pattern(self._groups[group]).finditer(_plain(text)))

    def _suspects(self, words: frozenset[str]) -> set[K]:
        """The groups that may have a phrase among the words."""
        found: set[K] = set()
        for word in words - self._dull_words:
            phrases = self._by_word.get(word, ())
            begun = self._begun_by(word)
            if not (begun or phrases):
                self._dull_words.add(word)
            found |= begun
            found.update(group for whole, group in phrases if whole <= words)
        return found

    def _begun_by(self, word: str) -> frozenset[K]:
        known = self._begun.get(word)
        if known is None:
            begun = (group for beginning, group in self._beginnings if word.startswith(beginning))
            known = self._begun[word] = frozenset(begun)
        return known


@lru_cache(maxsize=100_000)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_plain(text).lower()))


@cache
def _pattern(phrases: tuple[Text, ...]) -> re.Pattern[str]:
    return phrase_pattern(phrases)


def _plain(text: str) -> str:
    """Typed and typographic apostrophes are one."""
    return text.replace("’", "'").replace("‘", "'")
