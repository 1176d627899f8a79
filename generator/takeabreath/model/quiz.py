"""Quiz questions. Every option has feedback on one of three levels; nothing is ever called wrong."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.text import Id, Node, PictureId, Shown, YesOrNo


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


class Question(Node):
    """What all questions share. `pair` marks the two that are asked before and after the lesson."""

    id: Id
    stem: Shown
    hint: Shown
    talk_about: Shown
    picture: PictureId | None = None
    pair: Literal["baseline", "exit"] | None = None


class ChooseOne(Question):
    """One option is the key."""

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


class Feelings(Question):
    """No answer is right: how someone may feel, or how sure; each is met with kindness."""

    kind: Literal["feelings"]
    options: Annotated[tuple[Feeling, ...], Field(min_length=2, max_length=5)]


class Tick(Node):
    """A choice to tick or to leave; `belongs` says which."""

    text: Shown
    belongs: YesOrNo
    feedback: Shown


class ByLevel(Node):
    """Feedback for the answer as a whole."""

    got_it: Shown
    nearly: Shown
    look_again: Shown


class ChooseMany(Question):
    """Several options belong."""

    kind: Literal["choose-many"]
    options: Annotated[tuple[Tick, ...], Field(min_length=2, max_length=6)]
    feedback: ByLevel


class PutInOrder(Question):
    """Steps to put in order; written here in the right order."""

    kind: Literal["put-in-order"]
    steps: Annotated[tuple[Shown, ...], Field(min_length=3, max_length=6)]
    feedback: ByLevel


AnyQuestion = Annotated[ChooseOne | TrueFalse | Feelings | ChooseMany | PutInOrder, Field(discriminator="kind")]


class Quiz(Node):
    """The lesson's quiz, in order."""

    intro: Shown
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]
    finish: Shown
