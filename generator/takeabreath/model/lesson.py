"""A lesson: one band, one habit; steps in teaching order, and the parts that go with them.

A lesson is written once. The plan, the deck, the handout, the quiz and the notebook are views of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from takeabreath.model.quiz import Quiz
from takeabreath.model.text import (
    FactId,
    GuidanceId,
    Node,
    PictureId,
    QuestionId,
    Said,
    Shown,
    Text,
    WholeNumber,
    WordId,
    YesOrNo,
)

Texts = tuple[Text, ...]


class StepKind(StrEnum):
    """The parts of a lesson, in the order in which they are taught."""

    WELCOME = "welcome"
    BASELINE = "baseline"
    STORY = "story"
    ACTIVITY = "activity"
    PRACTISE = "practise"
    EXIT = "exit"
    CLOSE = "close"


class Prompt(Node):
    """A question that the teacher asks, and what a good answer has in it."""

    question: Said
    listen_for: Text


class Slide(Node):
    """What learners see at one point of a step, and what the teacher says and does there."""

    say: Annotated[tuple[Said, ...], Field(min_length=1)]
    ask: tuple[Prompt, ...] = ()
    do: Texts = ()
    avoid: Texts = ()


class PictureSlide(Slide):
    """A picture with a title and at most one sentence."""

    kind: Literal["picture"]
    title: Shown
    picture: PictureId
    text: Shown | None = None


class QuestionSlide(Slide):
    """One big question to talk about."""

    kind: Literal["question"]
    title: Shown
    picture: PictureId | None = None


class PointsSlide(Slide):
    """Up to six short points; `numbered` when their order matters."""

    kind: Literal["points"]
    title: Shown
    points: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=6)]
    numbered: YesOrNo = False
    picture: PictureId | None = None


class Column(Node):
    """One side of a comparison."""

    heading: Shown
    points: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=4)]


class CompareSlide(Slide):
    """Two columns side by side."""

    kind: Literal["compare"]
    title: Shown
    left: Column
    right: Column


class Message(Node):
    """A line of an invented chat. `side: right` is the character of the story, `left` the other person."""

    sender: Shown
    text: Shown
    side: Literal["left", "right"] = "left"


class ChatSlide(Slide):
    """An invented chat of up to five messages; never a sexual one, never one that could be copied."""

    kind: Literal["chat"]
    title: Shown
    messages: Annotated[tuple[Message, ...], Field(min_length=1, max_length=5)]


class ActivitySlide(Slide):
    """Instructions for something that learners do; `minutes` is how long it takes, where they should see it."""

    kind: Literal["activity"]
    title: Shown
    instructions: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=5)]
    minutes: WholeNumber | None = None
    picture: PictureId | None = None


class SayAloudSlide(Slide):
    """Words that learners practise aloud, and the answer that a good helper gives."""

    kind: Literal["say-aloud"]
    title: Shown
    sentence: Shown
    answer: Shown
    picture: PictureId | None = None


class WordsSlide(Slide):
    """The lesson's taught words with their meanings, from `words.yaml`."""

    kind: Literal["words"]
    title: Shown
    words: Annotated[tuple[WordId, ...], Field(min_length=1, max_length=3)]


class QuizSlide(Slide):
    """A question of the lesson's quiz, to vote on; its answer comes on the next slide."""

    kind: Literal["quiz"]
    question: QuestionId


class GroundRulesSlide(Slide):
    """The band's ground rules, from `bands.yaml`."""

    kind: Literal["ground-rules"]
    title: Shown


class Closing(Node):
    """What every view of a lesson carries to a learner (safeguarding: the five closing elements).

    The number or place, the fifth, comes from the region file.
    """

    not_your_fault: Shown
    tell: Shown
    what_happens_next: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=4)]
    calm: Shown


class ClosingSlide(Slide):
    """A slide with the texts of the lesson's `closing`; on a route it may bring those of the lesson it comes from."""

    own_closing: SkipJsonSchema[Closing | None] = None


class HelpSlide(ClosingSlide):
    """Not your fault, who to tell, and the region's services for this band."""

    kind: Literal["help"]
    title: Shown


class NextSlide(ClosingSlide):
    """What happens after you tell, from the lesson's `closing`."""

    kind: Literal["what-happens-next"]
    title: Shown
    picture: PictureId | None = None


class CalmSlide(ClosingSlide):
    """The calm close, from the lesson's `closing`."""

    kind: Literal["calm"]
    title: Shown
    picture: PictureId


AnySlide = Annotated[
    PictureSlide
    | QuestionSlide
    | PointsSlide
    | CompareSlide
    | ChatSlide
    | ActivitySlide
    | SayAloudSlide
    | WordsSlide
    | QuizSlide
    | GroundRulesSlide
    | HelpSlide
    | NextSlide
    | CalmSlide,
    Field(discriminator="kind"),
]


class Step(Node):
    """A part of the lesson: minutes, purpose, the slides in order, and what learners do."""

    kind: StepKind
    title: Text
    #: The name of the meeting, which a route with meetings brings.
    meeting: SkipJsonSchema[Text | None] = None
    minutes: WholeNumber
    purpose: Text
    learners_do: Text
    if_late: Text
    slides: Annotated[tuple[AnySlide, ...], Field(min_length=1)]

    @property
    def shows_answers(self) -> bool:
        """Whether a question's answer follows it: not before the lesson, which is to give it."""
        return self.kind is not StepKind.BASELINE


class InsteadOf(Node):
    """A sentence that hurts, and one that helps."""

    instead_of: Text
    say: Text


class LikelyQuestion(Node):
    """A question that learners are likely to ask, and a safe answer in words to say."""

    question: Text
    answer: Said


class Adaptations(Node):
    """Support (SEND and younger), stretch, and safe props."""

    support: Annotated[Texts, Field(min_length=1)]
    stretch: Annotated[Texts, Field(min_length=1)]
    props: Texts = ()


class Extension(Node):
    """More to do when there is time."""

    title: Text
    minutes: WholeNumber
    do: Annotated[Texts, Field(min_length=1)]


class OrderSheet(Node):
    """Cards to cut out and put in order; written here in the right order."""

    kind: Literal["order"]
    title: Shown
    instructions: Shown
    cards: Annotated[tuple[Shown, ...], Field(min_length=3, max_length=8)]


class Basket(Node):
    """Cards that belong together."""

    heading: Shown
    cards: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=8)]


class SortSheet(Node):
    """Cards to cut out and sort; written here in the baskets where they belong."""

    kind: Literal["sort"]
    title: Shown
    instructions: Shown
    baskets: Annotated[tuple[Basket, ...], Field(min_length=2, max_length=3)]


class WriteSheet(Node):
    """Prompts with lines to write on."""

    kind: Literal["write"]
    title: Shown
    instructions: Shown
    prompts: Annotated[tuple[Shown, ...], Field(min_length=1, max_length=6)]
    lines: WholeNumber = 2


class DrawSheet(Node):
    """A box to draw in."""

    kind: Literal["draw"]
    title: Shown
    instructions: Shown
    picture: PictureId | None = None


class TickSheet(Node):
    """A list to tick, such as an evidence list."""

    kind: Literal["tick"]
    title: Shown
    instructions: Shown
    points: Annotated[tuple[Shown, ...], Field(min_length=2, max_length=12)]


class HandSheet(Node):
    """A big hand to write or draw a trusted grown-up on each finger; the prompts go from thumb to little finger."""

    kind: Literal["hand"]
    title: Shown
    instructions: Shown
    fingers: Annotated[tuple[Shown, ...], Field(min_length=5, max_length=5)]


class Panel(Node):
    """One picture of a strip; without `speech` its bubble is empty, to be filled."""

    picture: PictureId | None = None
    caption: Shown
    speech: Shown | None = None


class ComicSheet(Node):
    """A comic strip to finish."""

    kind: Literal["comic"]
    title: Shown
    instructions: Shown
    panels: Annotated[tuple[Panel, ...], Field(min_length=3, max_length=4)]


Sheet = Annotated[
    OrderSheet | SortSheet | WriteSheet | DrawSheet | TickSheet | HandSheet | ComicSheet,
    Field(discriminator="kind"),
]


class Worksheet(Node):
    """The lesson's sheets, in order. No name line: nothing on them is collected."""

    title: Shown
    sheets: Annotated[tuple[Sheet, ...], Field(min_length=1)]


class ScriptLine(Node):
    """A line to say aloud together at home."""

    who: Literal["child", "grown-up", "both"]
    say: Shown


class TakeHome(Node):
    """The home card (for staff: the card to keep): about ten minutes, a script, one thing to try."""

    title: Shown
    minutes: WholeNumber
    for_grown_ups: Annotated[Texts, Field(min_length=1)]
    script: Annotated[tuple[ScriptLine, ...], Field(min_length=2)]
    try_this: Shown


class Lesson(Node):
    """A whole lesson; `band` and `habit` come from the file's place, `5-7/4-stop-and-keep.yaml`."""

    title: Shown
    strap: Shown
    objective: Shown
    objective_seen: Text
    summary: Text
    teaches: Annotated[tuple[GuidanceId, ...], Field(min_length=1)]
    facts: tuple[FactId, ...] = ()
    cover: PictureId
    content_note: Text
    before: Annotated[Texts, Field(min_length=1)]
    materials: Annotated[Texts, Field(min_length=1)]
    words: Annotated[tuple[WordId, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    closing: Closing
    do_not_say: Annotated[tuple[InsteadOf, ...], Field(min_length=3)]
    likely_questions: Annotated[tuple[LikelyQuestion, ...], Field(min_length=3)]
    adaptations: Adaptations
    extension: Extension
    worksheet: Worksheet
    take_home: TakeHome
    quiz: Quiz

    def slides(self) -> Iterator[tuple[Step, AnySlide]]:
        """Every slide with its step, in teaching order."""
        for step in self.steps:
            for slide in step.slides:
                yield step, slide

    @property
    def minutes(self) -> int:
        """The core path's length in minutes."""
        return sum(step.minutes for step in self.steps)
