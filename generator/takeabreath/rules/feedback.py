"""Every option is answered for itself: no feedback stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.text import Text
from takeabreath.model.walk import leaves
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.reading import sentences, word_count

_FEEDBACK = frozenset({"feedback", "if_true", "if_false"})
#: Shorter sentences may return, as a refrain does: "A grown-up can help."
FEWEST_WORDS = 8


def feedback_problems(edition: Edition, _wording: Wording) -> Iterator[Problem]:
    """Feedback that stands twice in a question, and longer sentences that stand twice in a lesson's feedback."""
    first: dict[str, Text] = {}
    for question in edition.lesson.quiz.questions:
        texts = [leaf.text for leaf in leaves(question) if _FEEDBACK & set(leaf.keys)]
        for place, text in enumerate(texts):
            if text in texts[:place]:
                yield _twice(text, "this feedback stands twice in the question")
        for text in dict.fromkeys(texts):
            for sentence in sentences(text):
                known = first.setdefault(sentence, text)
                if known is not text and word_count(sentence) >= FEWEST_WORDS:
                    yield _twice(text, f"“{sentence}” stands in the feedback in line {known.span.line} too")


def _twice(text: Text, message: str) -> Problem:
    return Problem(text.span, ProblemCode.QUIZ_FEEDBACK, message, "Answer each option for itself: why, and who helps.")
