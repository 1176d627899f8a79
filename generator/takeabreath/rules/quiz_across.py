"""The quizzes of all lessons together: no question comes twice, and right answers are spread over a band."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from takeabreath.model.curriculum import Curriculum, PlacedLesson
from takeabreath.model.quiz import AnyQuestion, ChooseOne, Heard, Level, TrueFalse
from takeabreath.model.walk import leaves
from takeabreath.problems import Problem, ProblemCode

#: Two questions are alike when they share this part of their runs of three words.
ALIKE = 0.5
#: Fewer answers than this show no pattern, and the largest share of them that may be alike.
_PLACES_NEED, _MOST_IN_ONE_PLACE = 10, 0.5
_SAYINGS_NEED, _MOST_OF_ONE_ANSWER = 5, 0.8

_WORD = re.compile(r"\w+")
_NOT_ASKED = frozenset({"feedback", "hint", "talk_about", "if_true", "if_false", "help"})


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A question in its lesson, with all runs of three words in its stem and options."""

    question: AnyQuestion
    lesson: PlacedLesson
    runs: frozenset[tuple[str, ...]]


def quizzes_across(curriculum: Curriculum) -> Iterator[Problem]:
    """Questions that are much like others, and right answers of a band that can be guessed from their place."""
    yield from _alike(curriculum)
    for band in curriculum.bands:
        yield from _patterns([placed for placed in curriculum.lessons if placed.band.id == band])


def _alike(curriculum: Curriculum) -> Iterator[Problem]:
    """For each two lessons the first two questions that are alike, and how many there are."""
    found: dict[tuple[str, str], list[tuple[_Asked, _Asked]]] = defaultdict(list)
    for earlier, later in _like_pairs(curriculum):
        found[earlier.lesson.id, later.lesson.id].append((earlier, later))
    for pairs in found.values():
        earlier, later = pairs[0]
        place = f"{earlier.question.source_span.file}:{earlier.question.source_span.line}"
        more = f" (and {len(pairs) - 1} more like this)" if len(pairs) > 1 else ""
        message = f"'{later.question.id}' asks much the same as '{earlier.question.id}' in {place}{more}"
        action = "Ask it with another story and other options, or ask something else."
        yield Problem(later.question.source_span, ProblemCode.QUIZ_ALIKE, message, action)


def _like_pairs(curriculum: Curriculum) -> Iterator[tuple[_Asked, _Asked]]:
    """Looked up by runs of words, since comparing each with each would take seconds."""
    with_run: dict[tuple[str, ...], list[_Asked]] = defaultdict(list)
    for lesson in curriculum.lessons:
        for question in lesson.lesson.quiz.questions:
            asked = _Asked(question, lesson, _runs(question))
            shared = Counter(earlier for run in asked.runs for earlier in with_run[run])
            for earlier, count in shared.items():
                if count >= ALIKE * len(earlier.runs | asked.runs) and not _is_pair(earlier, asked):
                    yield earlier, asked
            for run in asked.runs:
                with_run[run].append(asked)


def _is_pair(one: _Asked, other: _Asked) -> bool:
    """The two that are asked before and after a lesson are meant to be near each other."""
    return one.lesson is other.lesson and {one.question.pair, other.question.pair} == {"baseline", "exit"}


def _runs(question: AnyQuestion) -> frozenset[tuple[str, ...]]:
    """Three words at a time of what is asked; where no answer is right, answers such as "very sure" may return."""
    texts = [question.stem] if isinstance(question, Heard) else [
        leaf.text for leaf in leaves(question) if not leaf.is_id and not _NOT_ASKED & set(leaf.keys)
    ]  # fmt: skip
    words = _WORD.findall(" ".join(texts).lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})


def _patterns(lessons: list[PlacedLesson]) -> Iterator[Problem]:
    questions = [question for placed in lessons for question in placed.lesson.quiz.questions]
    places = Counter(_key_place(question) for question in questions if isinstance(question, ChooseOne))
    place, often = _most_common(places)
    if places.total() >= _PLACES_NEED and often > _MOST_IN_ONE_PLACE * places.total():
        message = f"the right option is number {place + 1} in {often} of {places.total()} questions"
        yield _in_band(lessons, message, "Move some right options to other places.")
    sayings = Counter(int(question.true) for question in questions if isinstance(question, TrueFalse))
    true, often = _most_common(sayings)
    if sayings.total() >= _SAYINGS_NEED and often > _MOST_OF_ONE_ANSWER * sayings.total():
        message = f"the saying is {'true' if true else 'a myth'} in {often} of {sayings.total()} questions"
        yield _in_band(lessons, message, "Turn some sayings round.")


def _most_common(counts: Counter[int]) -> tuple[int, int]:
    return counts.most_common(1)[0] if counts else (0, 0)


def _in_band(lessons: list[PlacedLesson], message: str, action: str) -> Problem:
    first = lessons[0]
    return Problem(
        first.lesson.quiz.source_span,
        ProblemCode.QUIZ_KEY_POSITION,
        f"{message} of the band {first.band.id}",
        action,
    )


def _key_place(question: ChooseOne) -> int:
    """Where the right option stands; a question without one has a problem of its own."""
    return next((place for place, option in enumerate(question.options) if option.level is Level.GOT_IT), 0)
