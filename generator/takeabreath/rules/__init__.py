"""The rules that never break, as far as a program can see them.

Each rule is a function from a lesson's edition and its language's wording to problems. What needs a
person's judgement is not here: a lesson is read aloud by someone who did not write it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from takeabreath.content.editions import edition_of
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode, sorted_problems
from takeabreath.rules.characters import unprintable
from takeabreath.rules.closing import closing_problems, step_problems
from takeabreath.rules.coverage import coverage_problems
from takeabreath.rules.facts import fact_index, fact_problems, facts_without_source
from takeabreath.rules.feedback import feedback_problems
from takeabreath.rules.own_texts import own_text_problems
from takeabreath.rules.protection import numbers_in_shared, numbers_typed, proof_before_block, stale_services
from takeabreath.rules.questions import quiz_problems
from takeabreath.rules.quiz_across import quizzes_across
from takeabreath.rules.reading import reading_problems
from takeabreath.rules.spiral import spiral_problems
from takeabreath.rules.taught_words import taught_word_problems
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
    taught_word_problems,
    quiz_problems,
    feedback_problems,
    _slides,
)


def check_curriculum(curriculum: Curriculum, today: date, passed: Collection[str] = ()) -> list[Problem]:
    """All problems and warnings of linked content, in reading order; `today` is for services' checked dates.

    Lessons whose files are `passed` were found clean before, and are looked at only together with others.
    """
    language = str(curriculum.course.language)
    wording, facts = curriculum.wording[language], fact_index(curriculum.facts)
    problems = [
        *banned_in_labels(curriculum.labels[language], wording),
        *numbers_in_shared(curriculum),
        *stale_services(curriculum, today),
        *unprintable(curriculum),
        *facts_without_source(curriculum),
        *coverage_problems(curriculum),
        *spiral_problems(curriculum),
        *quizzes_across(curriculum),
    ]
    for placed in curriculum.lessons:
        if placed.source in passed:
            continue
        edition = edition_of(curriculum, placed, language, str(curriculum.course.region))
        problems += fact_problems(edition, facts, wording)
        for rule in LESSON_RULES:
            problems += rule(edition, wording)
    if not any(problem.code is ProblemCode.QUIZ_KEY for problem in problems):
        problems += own_text_problems(curriculum, language, facts)
    return sorted_problems(problems)
