"""Questions as the quiz engine and the pages to read show them: one shape for every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.quiz import (
    AnyQuestion,
    ByLevel,
    Card,
    ChooseMany,
    ChooseOne,
    FinishTheSentence,
    Heard,
    Level,
    Match,
    PutInOrder,
    Sort,
    SpotTheTrick,
    Story,
    Triage,
    TrueFalse,
)
from takeabreath.model.text import Text
from takeabreath.plan.mixing import mixed_groups

#: The level of an answer that nobody can get right or not right, such as a feeling.
HEARD = "heard"

Says = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class QuizOption:
    """A choice, a tick, a step, a card or an example. Of ticks, those that belong are `got-it`.

    `place` says where a card belongs; steps and examples have neither level nor feedback.
    """

    text: str
    level: str = ""
    feedback: str = ""
    picture: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class QuizChoice:
    """A choice in a story; `to` is the number of the scene that it leads to, counted from 0."""

    text: str
    level: str
    feedback: str
    to: int


@dataclass(frozen=True, slots=True)
class QuizScene:
    """A part of a story. `help` is what its endings say, and empty elsewhere."""

    text: str
    picture: str | None
    choices: tuple[QuizChoice, ...]
    help: str


@dataclass(frozen=True, slots=True)
class WholeFeedback:
    """Feedback on an answer as a whole, for the kinds that have several parts to an answer."""

    got_it: str
    nearly: str
    look_again: str


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question of any kind. The steps of `put-in-order` stand here in the right order; the engine mixes them.

    `places` are where cards can go; `lead` is the sender of a message, or how a sentence begins; `reply` answers
    whatever was written.
    """

    id: str
    kind: str
    stem: str
    hints: tuple[str, ...]
    talk_about: str
    picture: str | None
    options: tuple[QuizOption, ...] = ()
    feedback: WholeFeedback | None = None
    places: tuple[str, ...] = ()
    scenes: tuple[QuizScene, ...] = ()
    lead: str = ""
    reply: str = ""


def plan_question(question: AnyQuestion, edition: Edition) -> QuizQuestion:
    """The question with its texts filled in for the edition's region."""

    def says(text: Text) -> str:
        return fill(text, edition.region)

    places = _places(question, says, edition)
    return QuizQuestion(
        id=str(question.id),
        kind=question.kind,
        stem=says(question.stem),
        hints=tuple(map(says, question.hint)),
        talk_about=says(question.talk_about),
        picture=_name(question.picture),
        options=_cards(places, says) if places else _options(question, says, edition),
        feedback=_whole(question, says),
        places=tuple(name for name, _ in places),
        scenes=_scenes(question, says) if isinstance(question, Story) else (),
        lead=_lead(question, says),
        reply=says(question.feedback) if isinstance(question, FinishTheSentence) else "",
    )


def _options(question: AnyQuestion, says: Says, edition: Edition) -> tuple[QuizOption, ...]:
    match question:
        case ChooseOne(options=choices):
            return tuple(QuizOption(says(o.text), o.level.value, says(o.feedback), _name(o.picture)) for o in choices)
        case Heard(options=feelings):
            return tuple(QuizOption(says(o.text), HEARD, says(o.feedback), _name(o.picture)) for o in feelings)
        case ChooseMany() | SpotTheTrick():
            return tuple(
                QuizOption(says(text), _level(right=right), says(why)) for text, right, why in _ticks(question)
            )
        case PutInOrder(steps=texts) | FinishTheSentence(examples=texts):
            return tuple(QuizOption(says(text)) for text in texts)
        case TrueFalse():
            return _true_and_myth(question, says, edition)
        case _:
            return ()


def _ticks(question: ChooseMany | SpotTheTrick) -> Iterator[tuple[Text, bool, Text]]:
    if isinstance(question, ChooseMany):
        yield from ((tick.text, tick.belongs, tick.feedback) for tick in question.options)
    else:
        yield from ((phrase.text, phrase.trick, phrase.feedback) for phrase in question.phrases)


def _true_and_myth(question: TrueFalse, says: Says, edition: Edition) -> tuple[QuizOption, ...]:
    words = edition.labels.common
    return (
        QuizOption(str(words.true), _level(right=question.true), says(question.if_true)),
        QuizOption(str(words.myth), _level(right=not question.true), says(question.if_false)),
    )


def _places(question: AnyQuestion, says: Says, edition: Edition) -> list[tuple[str, Sequence[Card]]]:
    """Where cards go, each place with its cards; empty for kinds without cards."""
    match question:
        case Sort(baskets=baskets):
            return [(says(basket.heading), basket.cards) for basket in baskets]
        case Match(helpers=helpers):
            return [(says(helper.name), helper.problems) for helper in helpers]
        case Triage():
            words = edition.labels.quiz
            return [
                (str(words.triage_first), question.first),
                (str(words.triage_next), question.next),
                (str(words.triage_later), question.later),
            ]
        case _:
            return []


def _cards(places: list[tuple[str, Sequence[Card]]], says: Says) -> tuple[QuizOption, ...]:
    """The cards of all places, mixed in the same way everywhere."""
    options = {
        says(card.text): QuizOption(says(card.text), "", says(card.feedback), _name(card.picture), place)
        for place, (_, cards) in enumerate(places)
        for card in cards
    }
    return tuple(options[text] for text in mixed_groups([[says(card.text) for card in cards] for _, cards in places]))


def _scenes(story: Story, says: Says) -> tuple[QuizScene, ...]:
    numbers = {str(scene.id): number for number, scene in enumerate(story.scenes)}
    return tuple(
        QuizScene(
            text=says(scene.text),
            picture=_name(scene.picture),
            choices=tuple(
                QuizChoice(says(choice.text), choice.level.value, says(choice.feedback), numbers[str(choice.to)])
                for choice in scene.choices
            ),
            help="" if scene.help is None else says(scene.help),
        )
        for scene in story.scenes
    )


def _lead(question: AnyQuestion, says: Says) -> str:
    match question:
        case SpotTheTrick(sender=lead) | FinishTheSentence(beginning=lead):
            return says(lead)
        case _:
            return ""


def _whole(question: AnyQuestion, says: Says) -> WholeFeedback | None:
    feedback = getattr(question, "feedback", None)
    if not isinstance(feedback, ByLevel):
        return None
    return WholeFeedback(says(feedback.got_it), says(feedback.nearly), says(feedback.look_again))


def _level(*, right: bool) -> str:
    return (Level.GOT_IT if right else Level.LOOK_AGAIN).value


def _name(picture: Text | None) -> str | None:
    return None if picture is None else str(picture)
