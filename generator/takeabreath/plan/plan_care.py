"""What a lesson plan says about caring for learners: words, questions, tears, and what a child may tell."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.plan.document import Block, Callout, Heading, Paragraph, Points, Table, cell, filled, plain, strong


def care_blocks(edition: Edition) -> Iterator[Block]:
    """From the words that help to the extension."""
    yield from _if_needed(edition)
    yield from _words_that_help(edition)
    yield from _likely_questions(edition)
    yield from _around_the_lesson(edition)
    yield from _for_every_learner(edition)


def _if_needed(edition: Edition) -> Iterator[Block]:
    labels, band = edition.labels.plan, edition.band
    yield Heading(1, str(labels.if_tells))
    yield Callout("say", str(labels.say), (plain(fill(band.grown_up_answer, edition.region)),))
    yield Points("number", filled(band.if_tells, edition.region))
    yield Heading(1, str(labels.if_upset))
    yield Points("bullet", filled(band.if_upset, edition.region))


def _words_that_help(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    rows = tuple(
        (cell(fill(entry.instead_of, edition.region)), (strong(fill(entry.say, edition.region)),))
        for entry in edition.lesson.do_not_say
    )
    yield Heading(1, str(labels.words_that_help))
    yield Table(str(labels.words_that_help), (str(labels.instead_of), str(labels.say_instead)), rows, (42, 58))


def _likely_questions(edition: Edition) -> Iterator[Block]:
    labels = edition.labels.plan
    rows = tuple(
        ((strong(fill(entry.question, edition.region)),), cell(fill(entry.answer, edition.region)))
        for entry in edition.lesson.likely_questions
    )
    yield Heading(1, str(labels.likely_questions))
    yield Table(str(labels.likely_questions), (str(labels.they_ask), str(labels.you_can_say)), rows, (38, 62))


def _around_the_lesson(edition: Edition) -> Iterator[Block]:
    labels, band = edition.labels.plan, edition.band
    yield Heading(1, str(labels.ground_rules))
    yield Points("bullet", filled(band.ground_rules, edition.region))
    yield Heading(1, str(labels.question_box))
    yield Paragraph(plain(fill(band.question_box, edition.region)))


def _for_every_learner(edition: Edition) -> Iterator[Block]:
    labels, adaptations, extension = edition.labels.plan, edition.lesson.adaptations, edition.lesson.extension
    parts = (
        (labels.support, adaptations.support),
        (labels.stretch, adaptations.stretch),
        (labels.props, adaptations.props),
    )
    yield Heading(1, str(labels.adaptations))
    for label, texts in parts:
        if texts:
            yield Heading(2, str(label))
            yield Points("bullet", filled(texts, edition.region))
    minutes = edition.labels.common.minutes.format(count=extension.minutes)
    title = labels.extension_title.format(title=fill(extension.title, edition.region), minutes=minutes)
    yield Heading(1, str(labels.extension))
    yield Heading(2, title)
    yield Points("number", filled(extension.do, edition.region))
