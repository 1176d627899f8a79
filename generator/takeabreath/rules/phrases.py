"""Phrases found in texts as a reader would find them: whole words, in any case, in any spelling of a quote."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
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
        self._phrases = [(group, phrase) for group, phrases in groups.items() for phrase in phrases]
        self._by_word: dict[str, list[tuple[frozenset[str], int]]] = {}
        self._beginnings: list[tuple[str, int]] = []
        self._dull_words: set[str] = set()
        self._known_texts: dict[str, dict[K, tuple[str, ...]]] = {}
        for number, (_, phrase) in enumerate(self._phrases):
            self._add(_PHRASE_WORD.findall(_plain(phrase).lower()), number)
        self._telling_words = frozenset(self._by_word)

    def _add(self, words: list[tuple[str, str]], number: int) -> None:
        whole = frozenset(word for word, star in words if not star)
        if whole:
            self._by_word.setdefault(max(sorted(whole), key=len), []).append((whole, number))
        else:
            self._beginnings.append((words[0][0] if words else "", number))

    def found_in(self, text: str) -> dict[K, tuple[str, ...]]:
        """The phrases in the text as they stand there, each once, by the groups that have any."""
        known = self._known_texts.get(text)
        if known is None:
            suspects: dict[K, list[Text]] = {}
            for number in sorted(self._suspects(_words_of(text))):
                group, phrase = self._phrases[number]
                suspects.setdefault(group, []).append(phrase)
            found = {group: _found(tuple(phrases), text) for group, phrases in suspects.items()}
            known = self._known_texts[text] = {group: phrases for group, phrases in found.items() if phrases}
        return known

    def replaced(self, text: str, other: str) -> str:
        """The text with another word in place of each phrase."""
        numbers = sorted(self._suspects(_words_of(text)))
        return _pattern(tuple(self._phrases[number][1] for number in numbers)).sub(other, text) if numbers else text

    def _suspects(self, words: frozenset[str]) -> set[int]:
        """The numbers of phrases that may be there."""
        found = {
            number for word in words & self._telling_words for whole, number in self._by_word[word] if whole <= words
        }
        for word in words - self._dull_words if self._beginnings else ():
            begun = {number for beginning, number in self._beginnings if word.startswith(beginning)}
            if not begun:
                self._dull_words.add(word)
            found |= begun
        return found


def _found(phrases: tuple[Text, ...], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0] for match in _pattern(phrases).finditer(_plain(text))))


@lru_cache(maxsize=100_000)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_plain(text).lower()))


@cache
def _pattern(phrases: tuple[Text, ...]) -> re.Pattern[str]:
    return phrase_pattern(phrases)


def _plain(text: str) -> str:
    """Typed and typographic apostrophes are one."""
    return text.replace("’", "'").replace("‘", "'")
