"""A band's posters: the safe steps, the six habits, and who can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from takeabreath.model.curriculum import BandEdition, Setting
from takeabreath.model.fill import fill
from takeabreath.model.text import Text
from takeabreath.plan.booklet import Booklet, booklet_of, on_large_sheet, print_labels
from takeabreath.plan.helplines import oldest_check
from takeabreath.plan.short_ways import ShortWay, short_ways


@dataclass(frozen=True, slots=True)
class PosterStep:
    """A safe step: what to do, and a line on how."""

    picture: str
    do: str
    how: str


@dataclass(frozen=True, slots=True)
class StepsPoster:
    """The band's safe steps in their order; `remember` goes with all of them."""

    title: str
    steps: tuple[PosterStep, ...]
    remember: tuple[str, ...]
    kind: Literal["steps-poster"] = "steps-poster"


@dataclass(frozen=True, slots=True)
class PosterHabit:
    """A habit and the objective of the band's lesson on it."""

    number: int
    name: str
    picture: str
    objective: str


@dataclass(frozen=True, slots=True)
class HabitsPoster:
    """The habits that the band has lessons on."""

    title: str
    habits: tuple[PosterHabit, ...]
    kind: Literal["habits-poster"] = "habits-poster"


@dataclass(frozen=True, slots=True)
class TellPoster:
    """A hand of people to tell, from thumb to little finger, what to say to them, and who else helps."""

    title: str
    fingers: tuple[str, ...]
    telling_sentence: str
    answer: str
    ways: tuple[ShortWay, ...]
    checked: str
    kind: Literal["tell-poster"] = "tell-poster"


def plan_posters(edition: BandEdition) -> Booklet:
    """The three posters, each on a page of its own; posters are large as they are, so large print changes nothing."""
    labels = edition.labels.posters
    title = labels.posters.format(band=edition.band.name)
    parts = (steps_poster(edition), habits_poster(edition), tell_poster(edition))
    return booklet_of(edition, title, str(labels.posters_summary), parts, print_labels(edition.labels))


def plan_large_posters(edition: BandEdition) -> Booklet:
    """The same, laid out on A3 or Tabloid."""
    return on_large_sheet(plan_posters(edition))


def steps_poster(setting: Setting) -> StepsPoster:
    """What to do when somebody is threatened."""
    labels, region = setting.labels.posters, setting.region
    steps = (PosterStep(str(it.picture), fill(it.do, region), fill(it.how, region)) for it in setting.band.safe_steps)
    return StepsPoster(str(_steps_title(setting)), tuple(steps), (_not_your_fault(setting), str(labels.any_step)))


def _steps_title(setting: Setting) -> Text:
    labels = setting.labels.posters
    titles = {"pupils": labels.steps, "parents": labels.steps_for_parents, "staff": labels.steps_for_staff}
    return titles[setting.band.audience]


def _not_your_fault(setting: Setting) -> str:
    if setting.band.audience == "pupils":
        return f"{setting.labels.common.not_your_fault}."
    return str(setting.labels.posters.not_their_fault)


def habits_poster(edition: BandEdition) -> HabitsPoster:
    """The band's lessons by their habits, each with its objective."""
    habits = (
        PosterHabit(
            number=lesson.habit.number,
            name=str(lesson.habit.name),
            picture=str(lesson.habit.picture),
            objective=fill(lesson.lesson.objective, edition.region),
        )
        for lesson in edition.lessons
        if lesson.habit is not None
    )
    return HabitsPoster(str(edition.labels.posters.habits), tuple(habits))


def tell_poster(setting: Setting) -> TellPoster:
    """Who can be told, in which words, and the band's services."""
    labels = setting.labels.posters
    fingers = {"pupils": labels.fingers, "parents": labels.fingers_for_parents, "staff": labels.fingers_for_staff}
    return TellPoster(
        title=str(labels.who_can_i_tell),
        fingers=tuple(str(finger) for finger in fingers[setting.band.audience]),
        telling_sentence=fill(setting.band.telling_sentence, setting.region),
        answer=fill(setting.band.grown_up_answer, setting.region),
        ways=short_ways(setting),
        checked=oldest_check(setting),
    )
