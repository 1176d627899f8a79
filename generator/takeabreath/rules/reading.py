"""How hard a lesson is to read: words a sentence, and the Flesch-Kincaid grade where the language has it.

Limits stand in `bands.yaml`. Taught words are explained and pictured, so they count as easy words.
The grade is Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
Syllables are counted by vowel groups, which comes within about a grade of a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from takeabreath.model.curriculum import Band, Edition, TaughtWord
from takeabreath.model.fill import fill
from takeabreath.model.region import Region
from takeabreath.model.text import Text
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode, SourceSpan
from takeabreath.rules.lesson_texts import page_leaves, taught_words
from takeabreath.rules.phrases import PhraseIndex

#: A closing mark, closing quotes, and white space. What goes on in small letters is the same sentence.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*(\s+)(?![\sa-z])")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|Prof|vs|e\.g|i\.e)\.$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_SILENT_INSIDE = re.compile(r"(?<=[^aeiouy])e(?=(?:ly|ful|less|ty|one|thing|times|where|body)$)")
#: Headings and single words are no sentences; they would make a text look easier than it is.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Measures of a text; `grade` is None in languages without the formula."""

    sentences: int
    mean_words: float
    grade: float | None


def reading_problems(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Sentences longer than the band's longest, a mean or a grade above its limit."""
    yield from long_sentences(_learner_texts(edition), edition.band, edition.region)
    yield from hard_reading(measure(edition, wording), edition.band, edition.lesson.source_span)


def long_sentences(texts: Iterable[Text], band: Band, region: Region) -> Iterator[Problem]:
    """Sentences longer than the band's longest."""
    limit = band.reading.longest_sentence
    for text in texts:
        for sentence in sentences(fill(text, region)):
            count = word_count(sentence)
            if count > limit:
                yield Problem(text.span, ProblemCode.READING_SENTENCE_LONG, f"a sentence of {count} words; "
                f"{band.id} reads up to {limit}: “{sentence}”",
                              "Make two sentences of it.")  # fmt: skip


def hard_reading(reading: Reading, band: Band, span: SourceSpan) -> Iterator[Problem]:
    """A mean or a grade above the band's limit."""
    limits = band.reading
    if reading.mean_words > limits.mean_words:
        yield Problem(span, ProblemCode.READING_MEAN_LONG, f"sentences have {reading.mean_words:.1f} words "
        f"on average; {band.id} reads up to {limits.mean_words}",
                      "Shorten the longest sentences.")  # fmt: skip
    if reading.grade is not None and reading.grade > limits.grade:
        yield Problem(span, ProblemCode.READING_GRADE_HIGH, f"the reading grade is {reading.grade:.1f}; "
        f"{band.id} reads up to {limits.grade}",
                      "Use shorter words, or list a word that the lesson teaches in `words`.")  # fmt: skip


def longest_sentence(edition: Edition) -> int:
    """Words of the longest sentence that learners see or hear in the lesson."""
    found = (sentence for text in _learner_texts(edition) for sentence in sentences(fill(text, edition.region)))
    return max(map(word_count, found), default=0)


def measure(edition: Edition, wording: Wording) -> Reading:
    """The lesson's learner texts as a whole, with its band's and the meanings of its words."""
    return measure_texts(_learner_texts(edition), taught_words(edition), edition.region, wording)


def measure_texts(texts: Iterable[Text], taught: Iterable[TaughtWord], region: Region, wording: Wording) -> Reading:
    """Measures of texts as a whole; taught words count as easy ones."""
    easy = PhraseIndex({word.id: (word.word, *word.forms) for word in taught})
    found = (sentence for text in texts for sentence in sentences(fill(text, region)))
    return measure_sentences((easy.replaced(sentence, "word") for sentence in found), wording.grade_formula)


def measure_sentences(found: Iterable[str], formula: str) -> Reading:
    """Measures of sentences; those of one or two words are left out."""
    counts = [counted for counted in map(_words_and_syllables, found) if counted[0] >= _FEWEST_WORDS]
    total = sum(words for words, _ in counts)
    mean = total / len(counts) if counts else 0.0
    grade = None
    if formula == "flesch-kincaid" and counts:
        grade = 0.39 * mean + 11.8 * sum(spoken for _, spoken in counts) / total - 15.59
    return Reading(len(counts), mean, grade)


def word_count(text: str) -> int:
    """How many words a text has; a hyphened one is one."""
    return _words_and_syllables(text)[0]


@lru_cache(maxsize=50_000)
def _words_and_syllables(sentence: str) -> tuple[int, int]:
    spoken = _WORD.findall(sentence)
    return len(spoken), sum(syllables(word.lower()) for word in spoken)


@lru_cache(maxsize=50_000)
def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences, each with its closing mark and quotes."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text, start, end.start() + 1):
            found.append(text[start : end.start(1)])
            start = end.end()
    return (*found, text[start:]) if text[start:] else tuple(found)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Spoken syllables of an English word in small letters, at least one."""
    parts = re.split(r"['’-]", word)
    return sum(_syllables_of_part(part) for part in parts if part) or 1


def _syllables_of_part(part: str) -> int:
    part = _SILENT_INSIDE.sub("", part)
    count = len(re.findall(r"[aeiouy]+", part)) + bool(re.search(r"[aeiouy]ings?$", part))
    if (re.search(r"[^aeiouy]e$", part) and not re.search(r"[^aeiouyl]le$", part)) or (
        re.search(r"[^aeioudty]ed$", part)
        or (re.search(r"[^aeiouxsz]es$", part) and not re.search(r"(?:[cg]|ch|sh)es$", part))
    ):
        count -= 1
    return max(1 if len(part) > 1 else count, count)


def _learner_texts(edition: Edition) -> Iterator[Text]:
    return (leaf.text for leaf in page_leaves(edition) if leaf.audience is not None)
