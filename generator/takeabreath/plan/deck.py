"""The deck of a lesson: which slides, in which order, with which notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import shorten

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import Step
from takeabreath.plan.deck_drafts import drafts_of, is_wide
from takeabreath.plan.deck_notes import clock, first_notes, slide_notes
from takeabreath.plan.slide_keys import slide_key, unique_keys
from takeabreath.plan.slides import Deck, Draft, Slide, SlidePicture, count_words, plain, set_texts
from takeabreath.problems import Problem, ProblemCode, SourceSpan

__all__ = ["Deck", "Slide", "deck_problems", "plan_deck"]


def plan_deck(edition: Edition) -> Deck:
    """The deck: a title slide, then the steps' slides; every step is a section."""
    lesson, region = edition.lesson, edition.region
    sections = [(lesson.steps[0], _cover(edition))]
    for step in lesson.steps:
        sections += [(step, draft) for draft in _step_drafts(edition, step)]
    titles = _unique_titles(sections, edition)
    keys = unique_keys(draft.key or draft.layout for _, draft in sections)
    return Deck(
        title=fill(lesson.title, region),
        course=fill(edition.course.title, region),
        creator=str(edition.course.creator),
        licence=str(edition.course.licence),
        locale=str(edition.labels.common.locale),
        lesson_id=edition.lesson_id,
        band=str(edition.band.id),
        body_pt=edition.band.slides.type_pt,
        slides=tuple(
            _slide(fill(step.title, region), replace(draft, key=key), title, edition)
            for (step, draft), title, key in zip(sections, titles, keys, strict=True)
        ),
    )


def deck_problems(edition: Edition) -> list[Problem]:
    """Slides with more words than the band reads, or with text too long for its place."""
    limit = edition.band.slides.words
    found: list[Problem] = []
    for slide in plan_deck(edition).slides:
        if slide.words > limit:
            message = f"the slide '{slide.title}' has {slide.words} words; {edition.band.id} reads up to {limit}"
            found.append(Problem(slide.span, ProblemCode.SLIDE_WORDS, message, "Move words from the slide to `say`."))
        found += [
            Problem(
                slide.span,
                ProblemCode.SLIDE_OVERFLOW,
                f"the text from '{shorten(text.paragraphs[0].whole, 60, placeholder='…')}' on does not fit its place",
                "Shorten it, or take out the picture or a line.",
            )
            for text in slide.texts
            if not text.fits
        ]
    return found


def _slide(section: str, draft: Draft, title: str, edition: Edition) -> Slide:
    body_pt = edition.band.slides.type_pt
    texts = set_texts(replace(draft, texts={**draft.texts, "title": plain(title)}), body_pt)
    pictures = tuple(
        SlidePicture(key, picture, fill(picture.alt, edition.region)) for key, picture in draft.pictures.items()
    )
    span = draft.span or SourceSpan(edition.source_file)
    return Slide(draft.key, draft.layout, section, texts, pictures, draft.notes, draft.word_count(), span)


def _cover(edition: Edition) -> Draft:
    lesson, region = edition.lesson, edition.region
    texts = {
        "title": plain(fill(lesson.title, region)),
        "strap": plain(fill(lesson.strap, region)),
        "course": plain(fill(edition.course.title, region)),
        "band": plain(fill(edition.band.name, region)),
    }
    pictures = {"picture": edition.pictures[lesson.cover]}
    notes = (clock(edition, 0), *first_notes(edition))
    words = sum(count_words(texts[key][0].text) for key in ("title", "strap"))
    layout = "Wide title" if is_wide(pictures["picture"]) else "Title"
    return Draft(layout, texts, pictures, words=words, notes=notes, span=lesson.title.span, key="cover")


def _step_drafts(edition: Edition, step: Step) -> Iterator[Draft]:
    """The slides of a step; its minutes are spread evenly over them for the clock in the notes."""
    before = sum(other.minutes for other in edition.lesson.steps[: edition.lesson.steps.index(step)])
    for number, slide in enumerate(step.slides):
        gone = before + step.minutes * number // len(step.slides)
        first, *rest = drafts_of(edition, step, slide)
        notes = slide_notes(edition, step, slide, is_first=number == 0)
        key = slide_key(step, slide)
        yield replace(first, key=key, notes=(clock(edition, gone), *notes, *first.notes))
        for draft in rest:
            yield replace(draft, key=f"{key}.answer", notes=(clock(edition, gone), *draft.notes))


def _unique_titles(sections: list[tuple[Step, Draft]], edition: Edition) -> list[str]:
    """The titles, unlike each other, for screen readers and contents lists go by them.

    A repeated one gets the name of its meeting; where that does not help, a number from the second on.
    """
    words = edition.labels.slides
    seen: dict[str, int] = {}
    unique: list[str] = []
    for step, draft in sections:
        title = draft.title
        if title in seen and step.meeting is not None:
            title = words.title_in_meeting.format(meeting=fill(step.meeting, edition.region), title=title)
        number = seen[title] = seen.get(title, 0) + 1
        unique.append(title if number == 1 else words.repeated_title.format(title=title, number=number))
    return unique
