"""A fair quiz: enough questions of several kinds, one key, keys that cannot be guessed from place or length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.lesson import QuizSlide
from takeabreath.model.quiz import (
    AnyQuestion,
    ChooseMany,
    ChooseOne,
    Heard,
    Level,
    Match,
    Option,
    Sort,
    SpotTheTrick,
    Story,
    Triage,
    TrueFalse,
)
from takeabreath.model.text import Node, Text
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.phrases import contains_phrase

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
    for node, texts in _choices(question):
        yield from _number(edition, node, len(texts))
        yield from _texts(texts, wording)
    cards = _cards(question)
    if edition.band.read_aloud:
        yield from _number(edition, question, len(cards)) if cards else ()
    yield from _texts(cards, wording)
    yield from _key(question)


def _choices(question: AnyQuestion) -> Iterator[tuple[Node, list[Text]]]:
    """What there is to choose from: options, places for cards, or what can be done in each scene."""
    match question:
        case ChooseOne() | ChooseMany() | Heard():
            yield question, [option.text for option in question.options]
        case Sort(baskets=baskets):
            yield question, [basket.heading for basket in baskets]
        case Match(helpers=helpers):
            yield question, [helper.name for helper in helpers]
        case Story(scenes=scenes):
            yield from ((scene, [choice.text for choice in scene.choices]) for scene in scenes if scene.choices)


def _cards(question: AnyQuestion) -> list[Text]:
    match question:
        case Sort(baskets=baskets):
            groups = [basket.cards for basket in baskets]
        case Match(helpers=helpers):
            groups = [helper.problems for helper in helpers]
        case Triage():
            groups = [question.first, question.next, question.later]
        case _:
            groups = []
    return [card.text for cards in groups for card in cards]


def _number(edition: Edition, node: Node, count: int) -> Iterator[Problem]:
    limits = edition.band.quiz
    if not limits.fewest_options <= count <= limits.most_options:
        yield Problem(
            node.source_span,
            ProblemCode.QUIZ_OPTIONS,
            f"the question has {count} options; {edition.band.id} has {limits.fewest_options} to {limits.most_options}",
            "Add or take away options.",
        )


def _texts(texts: list[Text], wording: Wording) -> Iterator[Problem]:
    for place, text in enumerate(texts):
        if text in texts[:place]:
            yield Problem(text.span, ProblemCode.QUIZ_TWICE, f"'{text}' stands twice in this question",
                          "Change one of the two, so that they can be told apart.")  # fmt: skip
        if contains_phrase(text, wording.all_of_the_above):
            yield Problem(
                text.span,
                ProblemCode.QUIZ_ALL_OF_THE_ABOVE,
                f"'{text}' can be guessed without knowing",
                "Write an option with its own meaning.",
            )


def _key(question: AnyQuestion) -> Iterator[Problem]:
    match question:
        case ChooseOne(options=options):
            yield from _one_key(question, options)
        case Story(scenes=scenes):
            for scene in scenes:
                if scene.choices and all(choice.level is not Level.GOT_IT for choice in scene.choices):
                    yield Problem(scene.source_span, ProblemCode.QUIZ_KEY, f"no choice of '{scene.id}' has the level "
                                  "got-it", "Give one choice `level: got-it`.")  # fmt: skip
        case ChooseMany(options=ticks):
            yield from _both_sorts(question, {tick.belongs for tick in ticks})
        case SpotTheTrick(phrases=phrases):
            yield from _both_sorts(question, {phrase.trick for phrase in phrases})


def _one_key(question: AnyQuestion, options: tuple[Option, ...]) -> Iterator[Problem]:
    keys = sum(option.level is Level.GOT_IT for option in options)
    if keys != 1:
        yield Problem(
            question.source_span,
            ProblemCode.QUIZ_KEY,
            f"{keys} options have the level got-it",
            "Give exactly one option `level: got-it`.",
        )


def _both_sorts(question: AnyQuestion, sorts: set[bool]) -> Iterator[Problem]:
    if len(sorts) == 1:
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
