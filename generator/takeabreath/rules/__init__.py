"""The rules that never break, as far as a program can see them.

Each rule is a function from a lesson's edition and its language's wording to problems. What needs a
person's judgement is not here: a lesson is read aloud by someone who did not write it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from takeabreath.content.editions import edition_of
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode, sorted_problems
from takeabreath.rules.characters import unprintable
from takeabreath.rules.closing import closing_problems, step_problems
from takeabreath.rules.protection import numbers_in_shared, numbers_typed, proof_before_block, stale_services
from takeabreath.rules.questions import quiz_problems
from takeabreath.rules.reading import reading_problems
from takeabreath.rules.words import banned_in_labels, banned_in_lesson

Rule = Callable[[Edition, Wording], Iterator[Problem]]


def _slides(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Slides too full; a question without a right option has no answer slide that could be planned."""
    from takeabreath.plan.deck import deck_problems

    if not any(problem.code is ProblemCode.QUIZ_KEY for problem in quiz_problems(edition, wording)):
        yield from deck_problems(edition)


LESSON_RULES: tuple[Rule, ...] = (
    banned_in_lesson,
    numbers_typed,
    step_problems,
    closing_problems,
    proof_before_block,
    reading_problems,
    quiz_problems,
    _slides,
)


def check_curriculum(curriculum: Curriculum, today: date) -> list[Problem]:
    """All problems and warnings of linked content, in reading order; `today` is for services' checked dates."""
    language = str(curriculum.course.language)
    wording = curriculum.wording[language]
    problems = [
        *banned_in_labels(curriculum.labels[language], wording),
        *numbers_in_shared(curriculum),
        *stale_services(curriculum, today),
        *unprintable(curriculum),
    ]
    for placed in curriculum.lessons:
        edition = edition_of(curriculum, placed, language, str(curriculum.course.region))
        for rule in LESSON_RULES:
            problems += rule(edition, wording)
    return sorted_problems(problems)
