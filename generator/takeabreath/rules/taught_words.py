"""A word that a lesson teaches is met in it: learners see or hear it, besides its explanation."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import lesson_leaves
from takeabreath.rules.phrases import contains_phrase


def taught_word_problems(edition: Edition, _wording: Wording) -> Iterator[Problem]:
    """Listed words that no shown or said text of the lesson has. The handout explains each, so a meaning is there."""
    met = [leaf.text for leaf in lesson_leaves(edition) if leaf.audience is not None]
    for listed in edition.lesson.words:
        word = edition.words[str(listed)]
        forms = (word.word, *word.forms)
        if not any(contains_phrase(text, forms) for text in met):
            message = f"the lesson teaches '{word.word}', and learners never see or hear it there"
            action = "Use the word in a text, or take it out of `words`."
            yield Problem(listed.span, ProblemCode.WORD_UNUSED, message, action)
