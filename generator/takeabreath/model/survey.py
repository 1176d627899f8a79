"""What is asked before the lessons and again after them, about an invented child, without a name."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from takeabreath.model.text import BandId, HabitId, Id, Node, PictureId, Shown, Text, WholeNumber, YesOrNo


class SurveyOption(Node):
    """An answer to tick; `counts` says whether it is what the lessons hope for."""

    text: Shown
    counts: YesOrNo
    picture: PictureId | None = None


class SurveyItem(Node):
    """A question with one answer to tick, for the bands named in `for`, about one habit.

    `target` is the share of the class, in percent, that is to tick an answer that counts; with `scale`, the answers go
    from 1 upwards and it is their average that is to rise. `reteach` says what to teach again below the target.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: Id
    bands: Annotated[tuple[BandId, ...], Field(alias="for", min_length=1)]
    stem: Shown
    picture: PictureId | None = None
    options: Annotated[tuple[SurveyOption, ...], Field(min_length=2, max_length=6)]
    scale: YesOrNo = False
    target: Annotated[WholeNumber, Field(le=100)] = 80
    about: HabitId
    reteach: Text


Survey = tuple[SurveyItem, ...]
