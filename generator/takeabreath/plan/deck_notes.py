"""The speaker notes: the clock, and what the teacher says, asks, does and avoids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import AnySlide, HelpSlide, Prompt, Step
from takeabreath.model.quiz import AnyQuestion
from takeabreath.model.text import Text
from takeabreath.plan.services import ServiceCard, service_cards
from takeabreath.plan.slides import NotesPart


def clock(edition: Edition, gone: int) -> NotesPart:
    """Minutes gone and left when the slide comes up, if the lesson keeps to its times."""
    total = edition.lesson.minutes
    return NotesPart("", (edition.labels.slides.clock.format(gone=gone, left=total - gone, total=total),))


def first_notes(edition: Edition) -> tuple[NotesPart, ...]:
    """For the title slide, which is up while the room fills."""
    words, region = edition.labels.slides, edition.region
    objective = words.objective.format(objective=fill(edition.lesson.objective, region))
    parts = [NotesPart("", (objective,)), _part(edition, words.content_note, [edition.lesson.content_note])]
    if edition.band.audience != "pupils":
        parts.append(_part(edition, words.before, [edition.course.reviewed, region.check_before_use]))
    return tuple(parts)


def slide_notes(edition: Edition, step: Step, slide: AnySlide, *, is_first: bool) -> tuple[NotesPart, ...]:
    words = edition.labels.slides
    parts = [
        _part(edition, words.say, slide.say),
        NotesPart(words.ask, tuple(_prompts(edition, slide.ask))),
        _part(edition, words.do, slide.do),
        _part(edition, words.avoid, slide.avoid),
        _part(edition, words.if_late, [step.if_late] if is_first else []),
    ]
    if isinstance(slide, HelpSlide):
        cards = service_cards(edition)
        parts.append(NotesPart(words.places_to_ring, tuple(_service_line(card) for card in cards)))
    return tuple(part for part in parts if part.lines)


def answer_notes(edition: Edition, question: AnyQuestion, answers: Iterable[tuple[str, Text]]) -> tuple[NotesPart, ...]:
    """For the slide with the answer: words for every answer that learners may have chosen."""
    words, region = edition.labels.slides, edition.region
    lines = [
        words.answer_note.format(answer=answer.rstrip("."), feedback=fill(feedback, region))
        for answer, feedback in answers
    ]
    talk = words.talk_about.format(text=fill(question.talk_about, region))
    return (NotesPart(words.about_answers, tuple(lines)), NotesPart("", (talk,)))


def hint_note(edition: Edition, question: AnyQuestion) -> NotesPart:
    hint = " ".join(fill(step, edition.region) for step in question.hint)
    return NotesPart("", (edition.labels.slides.hint.format(hint=hint),))


def _part(edition: Edition, heading: str, lines: Iterable[Text]) -> NotesPart:
    return NotesPart(heading, tuple(fill(line, edition.region) for line in lines))


def _prompts(edition: Edition, prompts: Iterable[Prompt]) -> Iterator[str]:
    for prompt in prompts:
        yield fill(prompt.question, edition.region)
        yield edition.labels.slides.listen_for.format(answer=fill(prompt.listen_for, edition.region))


def _service_line(card: ServiceCard) -> str:
    ways = [f"{way.label}: {way.text}." for way in (*card.ways, *card.facts)]
    return " ".join([f"{card.name}.", card.does, *ways, *(f"{line}." for line in card.checked)])
