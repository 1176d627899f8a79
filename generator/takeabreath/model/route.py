"""Routes: which lessons and steps are taught together, for a workshop, a term or a bad day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.lesson import Step, StepKind
from takeabreath.model.text import BandId, HabitId, Id, Node, PictureId, Shown, Text, WholeNumber, YesOrNo

Texts = tuple[Text, ...]


class LessonPart(Node):
    """Steps of a lesson, in the lesson's order; all of them where none are named."""

    kind: Literal["lesson"]
    habit: HabitId
    steps: tuple[StepKind, ...] = ()


class OwnPart(Node):
    """A step of the route's own. Its quiz slides name questions as `habit-question`, such as `spot-first-gift`."""

    kind: Literal["own"]
    step: Step


RoutePart = Annotated[LessonPart | OwnPart, Field(discriminator="kind")]


class RouteQuestion(Node):
    """A question that a lesson's quiz asks."""

    habit: HabitId
    question: Id


class BandRoute(Node):
    """A route as one band takes it. Its steps last up to `minutes`, and at most five minutes less.

    The words, the worksheets and the things to say and not to say come from the lessons that it takes steps from; the
    home card and the closing texts from the lesson of the habit that `home_card` and `closing` name. Without
    `questions`, the quiz has those that its slides ask; without `cover`, the picture is the closing lesson's.
    """

    band: BandId
    minutes: WholeNumber
    title: Shown
    strap: Shown
    objective: Shown
    objective_seen: Text
    summary: Text
    content_note: Text
    before: Annotated[Texts, Field(min_length=1)]
    after: Annotated[Texts, Field(min_length=1)]
    home_card: HabitId
    closing: HabitId
    parts: Annotated[tuple[RoutePart, ...], Field(min_length=1)]
    questions: tuple[RouteQuestion, ...] = ()
    cover: PictureId | None = None

    def habits(self) -> Iterator[str]:
        """The habits whose lessons the route takes steps or questions from, each once, in order."""
        named = [str(part.habit) for part in self.parts if isinstance(part, LessonPart)]
        named += [str(question.habit) for question in self.questions]
        yield from dict.fromkeys(named)


class KitItem(Node):
    """Something to bring. `per` says for how many people one is needed: 1 for everybody, 0 for one in the room."""

    item: Text
    per: WholeNumber


class Route(Node):
    """A named way through the lessons; its id is the file's name. With `meetings`, each lesson has a day of its own."""

    number: WholeNumber
    name: Shown
    use_when: Text
    meetings: YesOrNo = False
    kit: Annotated[tuple[KitItem, ...], Field(min_length=1)]
    bands: Annotated[tuple[BandRoute, ...], Field(min_length=1)]
