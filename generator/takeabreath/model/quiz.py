"""Quiz questions. Every option has feedback on one of three levels; nothing is ever called wrong."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from takeabreath.model.text import Id, Node, PictureId, Refers, Shown, YesOrNo


class Level(StrEnum):
    """How near an answer is: the key; part of the way; a misconception to look at again."""

    GOT_IT = "got-it"
    NEARLY = "nearly"
    LOOK_AGAIN = "look-again"


class Option(Node):
    """A choice with its own feedback: why, and who helps."""

    text: Shown
    level: Level
    feedback: Shown
    picture: PictureId | None = None


_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1}

#: One text, or a list of texts that come one after the other, the strongest last.
HintSteps = Annotated[
    tuple[Shown, ...],
    BeforeValidator(lambda value: value if isinstance(value, list | tuple) else (value,)),
    Field(min_length=1, max_length=4),
    WithJsonSchema({"anyOf": [_TEXT_SCHEMA, {"type": "array", "items": _TEXT_SCHEMA, "minItems": 1, "maxItems": 4}]}),
]


class Question(Node):
    """What all questions share. `pair` marks the two that are asked before and after the lesson."""

    id: Id
    stem: Shown
    hint: HintSteps
    talk_about: Shown
    picture: PictureId | None = None
    pair: Literal["baseline", "exit"] | None = None


class ChooseOne(Question):
    """One option is the key. Pictures at all options make it a picture choice."""

    kind: Literal["choose-one"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]


class TrueFalse(Question):
    """A saying that is true or a myth. The stem is the saying."""

    kind: Literal["true-false"]
    true: YesOrNo
    if_true: Shown
    if_false: Shown


class Feeling(Node):
    """How someone may feel, and a kind answer to it."""

    text: Shown
    feedback: Shown
    picture: PictureId | None = None


class Heard(Question):
    """No answer is right: each is met with kindness."""

    options: Annotated[tuple[Feeling, ...], Field(min_length=2, max_length=5)]


class Feelings(Heard):
    """How someone may feel."""

    kind: Literal["feelings"]


class Confidence(Heard):
    """How sure someone is, on a scale; written from the least sure to the surest."""

    kind: Literal["confidence"]
    options: Annotated[tuple[Feeling, ...], Field(min_length=3, max_length=5)]


class ByLevel(Node):
    """Feedback for the answer as a whole."""

    got_it: Shown
    nearly: Shown
    look_again: Shown


class Tick(Node):
    """A choice to tick or to leave; `belongs` says which."""

    text: Shown
    belongs: YesOrNo
    feedback: Shown


class ChooseMany(Question):
    """Several options belong."""

    kind: Literal["choose-many"]
    options: Annotated[tuple[Tick, ...], Field(min_length=2, max_length=6)]
    feedback: ByLevel


class Phrase(Node):
    """A part of a message; `trick` says whether it tries to push or to fool."""

    text: Shown
    trick: YesOrNo
    feedback: Shown


class SpotTheTrick(Question):
    """An invented message, cut into phrases in the order in which they are read."""

    kind: Literal["spot-the-trick"]
    sender: Shown
    phrases: Annotated[tuple[Phrase, ...], Field(min_length=3, max_length=8)]
    feedback: ByLevel


class PutInOrder(Question):
    """Steps to put in order; written here in the right order."""

    kind: Literal["put-in-order"]
    steps: Annotated[tuple[Shown, ...], Field(min_length=3, max_length=6)]
    feedback: ByLevel


class Card(Node):
    """A card with its feedback: why it belongs where it stands."""

    text: Shown
    feedback: Shown
    picture: PictureId | None = None


Cards = Annotated[tuple[Card, ...], Field(min_length=1, max_length=4)]


class Basket(Node):
    """A basket with the cards that belong in it."""

    heading: Shown
    cards: Cards


class Sort(Question):
    """Cards to sort into baskets; written here in their baskets."""

    kind: Literal["sort"]
    baskets: Annotated[tuple[Basket, ...], Field(min_length=2, max_length=3)]
    feedback: ByLevel


class Helper(Node):
    """Someone who helps, with the problems to take there."""

    name: Shown
    problems: Cards


class Match(Question):
    """Problems to match with helpers; written here with their helpers."""

    kind: Literal["match"]
    helpers: Annotated[tuple[Helper, ...], Field(min_length=2, max_length=4)]
    feedback: ByLevel


class Triage(Question):
    """What to do first, next and later."""

    kind: Literal["triage"]
    first: Cards
    next: Cards
    later: Cards
    feedback: ByLevel


SceneId = Annotated[Id, Refers("scene")]


class Choice(Node):
    """What someone in a story could do, and the scene it leads to."""

    text: Shown
    level: Level
    feedback: Shown
    to: SceneId


class Scene(Node):
    """A part of a story: it has choices, or it is an ending and says who helps."""

    id: Id
    text: Shown
    picture: PictureId | None = None
    choices: tuple[Choice, ...] = ()
    help: Shown | None = None


class Story(Question):
    """A story that begins with its first scene and branches. Every way through it ends at help."""

    kind: Literal["story"]
    scenes: Annotated[tuple[Scene, ...], Field(min_length=2, max_length=9)]


class FinishTheSentence(Question):
    """A sentence to finish in one's own words, which nobody keeps or grades; then how others might end it."""

    kind: Literal["finish-the-sentence"]
    beginning: Shown
    examples: Annotated[tuple[Shown, ...], Field(min_length=2, max_length=4)]
    feedback: Shown


#: The kinds that a class can answer together with cards or hands, so that a slide can show them.
VoteQuestion = ChooseOne | TrueFalse | Feelings | Confidence | ChooseMany | PutInOrder
AnyQuestion = Annotated[
    VoteQuestion | SpotTheTrick | Sort | Match | Triage | Story | FinishTheSentence, Field(discriminator="kind")
]


class Quiz(Node):
    """The lesson's quiz, in order."""

    intro: Shown
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]
    finish: Shown
