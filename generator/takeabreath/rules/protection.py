"""Numbers come from the region file alone, services are checked within a year, proof comes before blocking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.model.lesson import OrderSheet, PointsSlide
from takeabreath.model.quiz import PutInOrder
from takeabreath.model.region import Region, Service
from takeabreath.model.text import Text
from takeabreath.model.walk import Leaf, leaves
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import page_leaves
from takeabreath.rules.phrases import contains_phrase

#: House rule: a service that nobody has checked for this long gets a warning.
STALE_AFTER_DAYS = 365

_PHONE = re.compile(r"\+?\d(?:[ -]?\d){6,}")
_DATE = re.compile(r"\b\d{4}-(?:\d{2}-\d{2}|\d{4})\b")
#: What every number and address has; most texts have none of it, and this is quicker than looking for each.
_SUSPECT = re.compile(r"\d|@|://|www\.|\.[a-z]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:my|org|com|net|gov|edu)\b", re.IGNORECASE)


def numbers_typed(edition: Edition, _wording: Wording) -> Iterator[Problem]:
    """Phone numbers and addresses in texts: they age there unseen."""
    yield from numbers_in(page_leaves(edition), edition.region)


def numbers_in_shared(curriculum: Curriculum) -> Iterator[Problem]:
    """The same in what all lessons share; sources are cited as they are."""
    region = curriculum.regions[str(curriculum.course.region)]
    shared = (*curriculum.guidance.values(), *curriculum.habits.values(), *curriculum.labels.values())
    cited = {"sources", "licence_url"}
    found = (leaf for node in (curriculum.course, *shared) for leaf in leaves(node) if not cited & set(leaf.keys))
    yield from numbers_in(found, region)


def numbers_in(found: Iterable[Leaf], region: Region) -> Iterator[Problem]:
    """Phone numbers and addresses in texts."""
    short_codes = _short_codes(region)
    for leaf in found:
        if not _SUSPECT.search(leaf.text):
            continue
        text = _DATE.sub("", leaf.text)
        match = _PHONE.search(text) or _ADDRESS.search(text) or (short_codes.search(text) if short_codes else None)
        if match:
            yield Problem(
                leaf.text.span, ProblemCode.NUMBER_TYPED, f"'{match[0]}' is a number or address typed into a text",
                "Write a role such as {police} or {child-helpline}; the region file fills it in.",
            )  # fmt: skip


def _short_codes(region: Region) -> re.Pattern[str] | None:
    numbers = {str(number) for service in region.services for number in (*service.call, *service.sms)}
    codes = sorted(number for number in numbers if number.isdigit() and len(number) <= 6)
    return re.compile(rf"(?<!\w)(?:{'|'.join(codes)})(?!\w|\s?%)") if codes else None


def stale_services(curriculum: Curriculum, today: date) -> Iterator[Problem]:
    """Published services whose `checked_on` is too long ago, or lies ahead."""
    for region in curriculum.regions.values():
        for service in region.services:
            if service.publish and not 0 <= (today - service.checked_on).days <= STALE_AFTER_DAYS:
                yield _stale(service)


def _stale(service: Service) -> Problem:
    return Problem(
        service.id.span, ProblemCode.SERVICE_STALE, f"{service.name} was last checked on "
        f"{service.checked_on.isoformat()}",
        "Ring or open it, mend the entry, and write today's date in checked_on.",
    )  # fmt: skip


def proof_before_block(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """In every list whose order matters, keeping proof comes before blocking: some apps hide a blocked chat."""
    yield from block_before_proof(_ordered_lists(edition), wording)


def block_before_proof(lists: Iterable[tuple[Text, ...]], wording: Wording) -> Iterator[Problem]:
    """Lists in which blocking comes first, or without the proof."""
    for steps in lists:
        blocks = [number for number, step in enumerate(steps) if contains_phrase(step, wording.block_words)]
        proofs = [number for number, step in enumerate(steps) if contains_phrase(step, wording.proof_words)]
        if blocks and (not proofs or proofs[0] > blocks[0]):
            yield Problem(
                steps[blocks[0]].span, ProblemCode.ORDER_BLOCK_BEFORE_PROOF, "blocking comes here before "
                "the proof is kept",
                "Put keeping the proof before blocking: some apps hide the chat afterwards.",
            )  # fmt: skip


def _ordered_lists(edition: Edition) -> Iterator[tuple[Text, ...]]:
    for _, slide in edition.lesson.slides():
        if isinstance(slide, PointsSlide) and slide.numbered:
            yield slide.points
    for sheet in edition.lesson.worksheet.sheets:
        if isinstance(sheet, OrderSheet):
            yield sheet.cards
    for question in edition.lesson.quiz.questions:
        if isinstance(question, PutInOrder):
            yield question.steps
    yield edition.lesson.closing.what_happens_next
    yield tuple(Text(f"{step.do} {step.how}", step.do.span) for step in edition.band.safe_steps)
