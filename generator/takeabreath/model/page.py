"""Pages around the lessons: what a school sends, signs and keeps at hand, and what helps when it is happening now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.text import BandId, Node, PictureId, Shown, Text, WholeNumber, YesOrNo


class HeadingBlock(Node):
    """A heading inside the page."""

    kind: Literal["heading"]
    text: Shown


class TextBlock(Node):
    """A paragraph."""

    kind: Literal["text"]
    text: Shown


class PointsBlock(Node):
    """A list: bullets, numbers, or boxes to tick."""

    kind: Literal["points"]
    style: Literal["bullet", "number", "tick"] = "bullet"
    points: Annotated[tuple[Shown, ...], Field(min_length=1)]


class PageStep(Node):
    """One large step: what to do, and a line on how."""

    picture: PictureId | None = None
    do: Shown
    how: Shown | None = None


class StepsBlock(Node):
    """Large numbered steps, with pictures."""

    kind: Literal["steps"]
    steps: Annotated[tuple[PageStep, ...], Field(min_length=2, max_length=6)]


class SayBlock(Node):
    """Words to say, or not to say, set apart."""

    kind: Literal["say"]
    tone: Literal["say", "avoid", "note", "help"] = "say"
    label: Shown
    lines: Annotated[tuple[Shown, ...], Field(min_length=1)]


class LinesBlock(Node):
    """Something to write by hand: a prompt, and that many lines."""

    kind: Literal["lines"]
    prompt: Shown
    lines: WholeNumber = 1


class CutCardsBlock(Node):
    """Cards to cut out, all of one size."""

    kind: Literal["cards"]
    cards: Annotated[tuple[Shown, ...], Field(min_length=2)]


class ServicesBlock(Node):
    """The region's services for the page's readers."""

    kind: Literal["services"]


class LessonsBlock(Node):
    """The lessons of the band that the page is about: title, and what learners can do afterwards."""

    kind: Literal["lessons"]


PageBlock = Annotated[
    HeadingBlock
    | TextBlock
    | PointsBlock
    | StepsBlock
    | SayBlock
    | LinesBlock
    | CutCardsBlock
    | ServicesBlock
    | LessonsBlock,
    Field(discriminator="kind"),
]


class Page(Node):
    """A page for one kind of reader; its id is the file's name.

    `readers` is the band whose reading limits and services hold. With `about`, it is made once for each band named
    there. `editable` pages come as Word files too, for a school to change; `unreviewed` says that it carries the
    note that no expert has seen it.
    """

    title: Shown
    strap: Shown
    use_when: Text
    readers: BandId
    about: tuple[BandId, ...] = ()
    cover: PictureId
    editable: YesOrNo = False
    unreviewed: YesOrNo = True
    blocks: Annotated[tuple[PageBlock, ...], Field(min_length=1)]
