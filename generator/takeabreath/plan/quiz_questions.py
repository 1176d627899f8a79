"""Questions as the quiz engine and the pages to read show them: one shape for every kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.quiz import AnyQuestion, ChooseMany, ChooseOne, Feelings, Level, PutInOrder, TrueFalse
from takeabreath.model.text import Text

#: The level of an answer that nobody can get right or not right, such as a feeling.
HEARD = "heard"

Says = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class QuizOption:
    """A choice, a tick or a step. Of ticks, those that belong are `got-it`; steps have neither level nor feedback."""

    text: str
    level: str = ""
    feedback: str = ""
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class WholeFeedback:
    """Feedback on an answer as a whole, for the kinds that have several parts to an answer."""

    got_it: str
    nearly: str
    look_again: str


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question of any kind. The steps of `put-in-order` stand here in the right order; the engine mixes them."""

    id: str
    kind: str
    stem: str
    hint: str
    talk_about: str
    picture: str | None
    options: tuple[QuizOption, ...]
    feedback: WholeFeedback | None = None


def plan_question(question: AnyQuestion, edition: Edition) -> QuizQuestion:
    """The question with its texts filled in for the edition's region."""

    def says(text: Text) -> str:
        return fill(text, edition.region)

    return QuizQuestion(
        id=str(question.id),
        kind=question.kind,
        stem=says(question.stem),
        hint=says(question.hint),
        talk_about=says(question.talk_about),
        picture=_name(question.picture),
        options=_options(question, says, edition),
        feedback=_whole(question, says),
    )


def paper_order(question: QuizQuestion) -> tuple[QuizOption, ...]:
    """The options as they stand where nothing can be moved: steps by their letters, never in the right order."""
    if question.kind != "put-in-order":
        return question.options
    steps = tuple(sorted(question.options, key=lambda option: option.text))
    return (*steps[1:], steps[0]) if steps == question.options else steps


def paper_instruction(question: QuizQuestion, words: Mapping[str, str]) -> str:
    """What to do with the question where nothing can be pressed."""
    return words["right_order_ask" if question.kind == "put-in-order" else question.kind.replace("-", "_")]


def level_words(level: str, words: Mapping[str, str]) -> str:
    """The label of a level; steps have none."""
    return words[level.replace("-", "_")] if level else ""


def _options(question: AnyQuestion, says: Says, edition: Edition) -> tuple[QuizOption, ...]:
    match question:
        case ChooseOne(options=choices):
            return tuple(QuizOption(says(o.text), o.level.value, says(o.feedback), _name(o.picture)) for o in choices)
        case Feelings(options=feelings):
            return tuple(QuizOption(says(o.text), HEARD, says(o.feedback), _name(o.picture)) for o in feelings)
        case ChooseMany(options=ticks):
            return tuple(QuizOption(says(o.text), _level(right=o.belongs), says(o.feedback)) for o in ticks)
        case PutInOrder(steps=steps):
            return tuple(QuizOption(says(step)) for step in steps)
        case TrueFalse():
            return _true_and_myth(question, says, edition)


def _true_and_myth(question: TrueFalse, says: Says, edition: Edition) -> tuple[QuizOption, ...]:
    words = edition.labels.common
    return (
        QuizOption(str(words.true), _level(right=question.true), says(question.if_true)),
        QuizOption(str(words.myth), _level(right=not question.true), says(question.if_false)),
    )


def _level(*, right: bool) -> str:
    return (Level.GOT_IT if right else Level.LOOK_AGAIN).value


def _whole(question: AnyQuestion, says: Says) -> WholeFeedback | None:
    if not isinstance(question, ChooseMany | PutInOrder):
        return None
    feedback = question.feedback
    return WholeFeedback(says(feedback.got_it), says(feedback.nearly), says(feedback.look_again))


def _name(picture: Text | None) -> str | None:
    return None if picture is None else str(picture)
