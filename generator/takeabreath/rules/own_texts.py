"""What routes, pages and the survey say of their own: the same rules as for lessons, as far as they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from takeabreath.content.editions import route_edition_of
from takeabreath.model.curriculum import Band, Curriculum, PlacedPage, PlacedRoute, RouteEdition, TaughtWord
from takeabreath.model.lesson import GroundRulesSlide, StepKind
from takeabreath.model.page import Page, PointsBlock, StepsBlock
from takeabreath.model.region import Region
from takeabreath.model.route import OwnPart
from takeabreath.model.text import Text
from takeabreath.model.walk import Leaf, leaves
from takeabreath.model.wording import Wording
from takeabreath.plan.deck import deck_problems
from takeabreath.problems import Problem, ProblemCode, SourceSpan
from takeabreath.rules.closing import closing_problems, needs
from takeabreath.rules.facts import FactIndex, claims_not_listed, numbers_without_source
from takeabreath.rules.protection import block_before_proof, numbers_in, proof_before_block
from takeabreath.rules.reading import hard_reading, long_sentences, measure_texts
from takeabreath.rules.words import banned_in

#: Fewer sentences than this have no average.
_AVERAGE_NEEDS = 10
#: How many minutes of its time a route may leave free.
_SPARE_MINUTES = 5


def own_text_problems(curriculum: Curriculum, language: str, index: FactIndex) -> Iterator[Problem]:
    """Problems of routes, of pages and of the survey."""
    wording, region = curriculum.wording[language], str(curriculum.course.region)
    for placed in curriculum.routes:
        yield from _route_problems(placed, route_edition_of(curriculum, placed, language, region), wording, index)
    for page in {placed.page_id: placed for placed in curriculum.pages}.values():
        yield from _page_problems(page, curriculum.regions[region], wording, index)
    for item in curriculum.survey:
        for band in (curriculum.bands[str(name)] for name in item.bands):
            found = _texts(item)
            yield from banned_in(found, str(band.id), wording)
            yield from numbers_in(found, curriculum.regions[region])
            yield from long_sentences(_learner_texts(found), band, curriculum.regions[region])


def _route_problems(
    placed: PlacedRoute, edition: RouteEdition, wording: Wording, index: FactIndex
) -> Iterator[Problem]:
    whole, band = edition.whole, placed.band
    found = _texts(placed.route.model_copy(update={"bands": (placed.way,)}))
    taught = [edition.words[str(word)] for word in whole.lesson.words]
    yield from _text_problems(found, band, edition.region, wording, placed.way.source_span, taught)
    yield from claims_not_listed(found, whole.lesson.facts, index)
    if band.audience != "pupils":
        yield from numbers_without_source(found, index, wording)
    yield from _route_minutes(placed, whole.lesson.minutes)
    yield from _first_and_last(edition)
    yield from closing_problems(whole, wording)
    yield from _own_steps(edition, wording)


def _route_minutes(placed: PlacedRoute, taken: int) -> Iterator[Problem]:
    most = placed.way.minutes
    if not most - _SPARE_MINUTES <= taken <= most:
        message = f"the steps take {taken} minutes; the route for {placed.band.id} has {most}"
        action = f"Use between {most - _SPARE_MINUTES} and {most} minutes, or change `minutes`."
        yield Problem(placed.way.source_span, ProblemCode.MINUTES_SUM, message, action)


def _first_and_last(edition: RouteEdition) -> Iterator[Problem]:
    steps = edition.whole.lesson.steps
    yield from needs(steps[0], GroundRulesSlide, "ground-rules", ProblemCode.STEP_MISSING)
    if steps[-1].kind is not StepKind.CLOSE:
        message, action = f"the route ends with '{steps[-1].kind}'", "End it with a step of `kind: close`."
        yield Problem(edition.way.source_span, ProblemCode.CLOSING_MISSING, message, action)


def _own_steps(edition: RouteEdition, wording: Wording) -> Iterator[Problem]:
    """The slides of the route's own steps; those of lessons were looked at in their lessons."""
    own = tuple(part.step for part in edition.way.parts if isinstance(part, OwnPart))
    if own:
        lesson = edition.whole.lesson.model_copy(update={"steps": own})
        steps = replace(edition.whole, lesson=lesson)
        yield from proof_before_block(steps, wording)
        yield from deck_problems(steps)


def _page_problems(placed: PlacedPage, region: Region, wording: Wording, index: FactIndex) -> Iterator[Problem]:
    found = _texts(placed.page)
    yield from _text_problems(found, placed.readers, region, wording, placed.page.source_span, [])
    yield from block_before_proof(_ordered_lists(placed.page), wording)
    if placed.readers.audience != "pupils":
        yield from numbers_without_source(found, index, wording)


def _ordered_lists(page: Page) -> Iterator[tuple[Text, ...]]:
    for block in page.blocks:
        if isinstance(block, StepsBlock):
            yield tuple(Text(f"{step.do} {step.how or ''}", step.do.span) for step in block.steps)
        elif isinstance(block, PointsBlock) and block.style == "number":
            yield block.points


def _text_problems(
    found: tuple[Leaf, ...], band: Band, region: Region, wording: Wording, span: SourceSpan, taught: list[TaughtWord]
) -> Iterator[Problem]:
    yield from banned_in(found, str(band.id), wording)
    yield from numbers_in(found, region)
    texts = _learner_texts(found)
    yield from long_sentences(texts, band, region)
    reading = measure_texts(texts, taught, region, wording)
    if reading.sentences >= _AVERAGE_NEEDS:
        yield from hard_reading(reading, band, span)


def _texts(*values: object) -> tuple[Leaf, ...]:
    return tuple(leaf for value in values for leaf in leaves(value) if not leaf.is_id)


def _learner_texts(found: tuple[Leaf, ...]) -> list[Text]:
    return [leaf.text for leaf in found if leaf.audience is not None]
