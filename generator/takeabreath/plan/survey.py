"""The survey before and after the lessons: a paper without a name, and a sheet for the totals of a class."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Literal

from takeabreath.model.curriculum import BandEdition
from takeabreath.model.fill import fill
from takeabreath.model.survey import Survey
from takeabreath.model.text import Text
from takeabreath.plan.booklet import Booklet, booklet_of, print_labels
from takeabreath.plan.services import service_cards

#: Totals of fewer papers could tell who wrote what.
FEWEST_PAPERS = 8

#: How many numbers to ring stand on the paper.
_NUMBERS = 3
#: Adults' papers may be set in this many sizes, half a point apart.
_SIZES = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to tick; `counts` is for the adult's sheet alone."""

    letter: str
    text: str
    counts: bool
    picture: str | None


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question and its answers; with `scale` the answers go from little to much."""

    number: int
    stem: str
    picture: str | None
    answers: tuple[Answer, ...]
    scale: bool


@dataclass(frozen=True, slots=True)
class SurveyPaper:
    """The page for whoever answers, with where help is."""

    title: str
    rules: tuple[str, ...]
    when: tuple[str, ...]
    questions: tuple[SurveyQuestion, ...]
    thanks: str
    worried: str
    help: tuple[str, ...]
    kind: Literal["survey-paper"] = "survey-paper"


@dataclass(frozen=True, slots=True)
class SurveyTotals:
    """The sheet for the adult who counts."""

    title: str
    rules: tuple[str, ...]
    when: tuple[str, ...]
    papers: str
    header: tuple[str, ...]
    questions: tuple[SurveyQuestion, ...]
    kind: Literal["survey-totals"] = "survey-totals"


def survey_for(survey: Survey, band: str) -> Survey:
    """The items that a band is asked, in order."""
    return tuple(item for item in survey if band in item.bands)


def plan_survey(edition: BandEdition) -> tuple[Booklet, ...]:
    """The paper, and on its last page the sheet for totals; for adults also in smaller type."""
    labels = edition.labels.survey
    title = labels.survey.format(band=edition.band.name)
    parts = (_paper(edition), _totals(edition))
    booklet = booklet_of(edition, title, str(labels.summary), parts, print_labels(edition.labels))
    own = booklet.measures
    sizes = 1 if edition.band.audience == "pupils" or edition.style.large_type else _SIZES
    return tuple(replace(booklet, measures=replace(own, type_pt=own.type_pt - step / 2)) for step in range(sizes))


def survey_questions(edition: BandEdition) -> tuple[SurveyQuestion, ...]:
    """The band's items as they are printed: numbers, letters, and their region's names."""

    def says(text: Text) -> str:
        return fill(text, edition.region)

    return tuple(
        SurveyQuestion(
            number=number,
            stem=says(item.stem),
            picture=_name(item.picture),
            answers=tuple(
                Answer(letter, says(option.text), option.counts, _name(option.picture))
                for letter, option in zip(ascii_uppercase, item.options, strict=False)
            ),
            scale=item.scale,
        )
        for number, item in enumerate(survey_for(edition.survey, edition.band.id), 1)
    )


def _name(picture: Text | None) -> str | None:
    return None if picture is None else str(picture)


def _paper(edition: BandEdition) -> SurveyPaper:
    labels = edition.labels.survey
    worried = labels.worried if edition.band.audience == "pupils" else labels.worried_adult
    return SurveyPaper(
        title=str(labels.paper),
        rules=tuple(map(str, labels.paper_rules)),
        when=(str(labels.before), str(labels.after)),
        questions=survey_questions(edition),
        thanks=str(labels.thanks),
        worried=str(worried),
        help=tuple(
            f"{card.name}: {way.text}" for card in service_cards(edition) for way in card.ways if way.dialled
        )[:_NUMBERS],
    )  # fmt: skip


def _totals(edition: BandEdition) -> SurveyTotals:
    labels = edition.labels.survey
    return SurveyTotals(
        title=str(labels.totals),
        rules=(*map(str, labels.totals_rules), labels.too_few.format(fewest=FEWEST_PAPERS)),
        when=(str(labels.before), str(labels.after)),
        papers=str(labels.papers),
        header=tuple(map(str, (labels.question, labels.time, labels.answers, labels.no_answer))),
        questions=survey_questions(edition),
    )
