"""A fair quiz: enough questions of several kinds, one key, keys that cannot be guessed from place or length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.lesson import QuizSlide
from takeabreath.model.quiz import AnyQuestion, ChooseMany, ChooseOne, Feelings, Level, TrueFalse
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.words import contains_phrase

FEWEST_KINDS = 4
#: Fewer questions than this show no pattern.
_PATTERN_NEEDS = 3


def quiz_problems(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Everything that would make the quiz too short, unfair, or too much for the band."""
    questions = edition.lesson.quiz.questions
    yield from _size(edition)
    for question in questions:
        yield from _options(edition, question, wording)
    yield from _patterns(edition)
    yield from _pair(edition)


def _size(edition: Edition) -> Iterator[Problem]:
    quiz, limits = edition.lesson.quiz, edition.band.quiz
    count = len(quiz.questions)
    if not limits.fewest_questions <= count <= limits.most_questions:
        yield Problem(quiz.source_span, ProblemCode.QUIZ_COUNT, f"the quiz has {count} questions; "
        f"{edition.band.id} has {limits.fewest_questions} to {limits.most_questions}",
                      "Add or take away questions.")  # fmt: skip
    kinds = {question.kind for question in quiz.questions}
    if len(kinds) < FEWEST_KINDS:
        yield Problem(
            quiz.source_span,
            ProblemCode.QUIZ_KIND,
            f"the quiz has {len(kinds)} kinds of question; it needs {FEWEST_KINDS}",
            "Write some questions in another kind.",
        )
    for question in quiz.questions:
        if question.kind not in limits.kinds:
            yield Problem(
                question.source_span,
                ProblemCode.QUIZ_KIND,
                f"'{question.kind}' is no kind for {edition.band.id}",
                f"Use one of: {', '.join(limits.kinds)}.",
            )


def _options(edition: Edition, question: AnyQuestion, wording: Wording) -> Iterator[Problem]:
    if not isinstance(question, ChooseOne | ChooseMany | Feelings):
        return
    limits, count = edition.band.quiz, len(question.options)
    if not limits.fewest_options <= count <= limits.most_options:
        yield Problem(
            question.source_span,
            ProblemCode.QUIZ_OPTIONS,
            f"the question has {count} options; {edition.band.id} has {limits.fewest_options} to {limits.most_options}",
            "Add or take away options.",
        )
    for option in question.options:
        if contains_phrase(option.text, wording.all_of_the_above):
            yield Problem(
                option.text.span,
                ProblemCode.QUIZ_ALL_OF_THE_ABOVE,
                f"'{option.text}' can be guessed without knowing",
                "Write an option with its own meaning.",
            )
    keys = sum(option.level is Level.GOT_IT for option in question.options) if isinstance(question, ChooseOne) else None
    if keys not in {None, 1}:
        yield Problem(
            question.source_span,
            ProblemCode.QUIZ_KEY,
            f"{keys} options have the level got-it",
            "Give exactly one option `level: got-it`.",
        )
    if isinstance(question, ChooseMany) and len({option.belongs for option in question.options}) == 1:
        yield Problem(
            question.source_span,
            ProblemCode.QUIZ_KEY,
            "all options are alike",
            "Have some options that belong and some that do not.",
        )


def _patterns(edition: Edition) -> Iterator[Problem]:
    quiz = edition.lesson.quiz
    keyed = [
        question
        for question in quiz.questions
        if isinstance(question, ChooseOne) and any(o.level is Level.GOT_IT for o in question.options)
    ]
    places = [_key_place(question) for question in keyed]
    if len(keyed) >= _PATTERN_NEEDS:
        place, often = Counter(places).most_common(1)[0]
        if often > (len(keyed) + 1) // 2:
            yield Problem(
                quiz.source_span,
                ProblemCode.QUIZ_KEY_POSITION,
                f"the right option is number {place + 1} in {often} of {len(keyed)} questions",
                "Move some right options to other places.",
            )
        longest = [question for question in keyed if _key_is_longest(question)]
        if len(longest) > (len(keyed) + 1) // 2:
            yield Problem(longest[0].source_span, ProblemCode.QUIZ_KEY_LENGTH, "the right option is the longest "
            f"one in {len(longest)} of {len(keyed)} questions",
                          "Shorten some right options, or lengthen others.")  # fmt: skip
    sayings = [question.true for question in quiz.questions if isinstance(question, TrueFalse)]
    if len(sayings) >= _PATTERN_NEEDS and len(set(sayings)) == 1:
        yield Problem(
            quiz.source_span,
            ProblemCode.QUIZ_KEY_POSITION,
            "every saying has the same answer",
            "Turn one of them round.",
        )


def _key_place(question: ChooseOne) -> int:
    return next(place for place, option in enumerate(question.options) if option.level is Level.GOT_IT)


def _key_is_longest(question: ChooseOne) -> bool:
    lengths = [len(option.text) for option in question.options]
    key = lengths[_key_place(question)]
    return all(key > length for place, length in enumerate(lengths) if place != _key_place(question))


def _pair(edition: Edition) -> Iterator[Problem]:
    lesson = edition.lesson
    shown = {str(slide.question) for _, slide in lesson.slides() if isinstance(slide, QuizSlide)}
    for half in ("baseline", "exit"):
        marked = [question for question in lesson.quiz.questions if question.pair == half]
        if len(marked) != 1:
            yield Problem(
                lesson.quiz.source_span,
                ProblemCode.QUIZ_PAIR,
                f"{len(marked)} questions have `pair: {half}`",
                "Mark exactly one: the pair shows what changed.",
            )
        elif edition.band.audience == "pupils" and marked[0].id not in shown:
            yield Problem(
                marked[0].source_span,
                ProblemCode.QUIZ_PAIR,
                f"no slide shows the {half} question '{marked[0].id}'",
                f"Add a slide of the kind quiz to the {half} step.",
            )
