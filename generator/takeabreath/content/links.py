"""Ids that name other entries, and `{roles}` in texts: every one must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from takeabreath.content.route_links import route_problems
from takeabreath.content.stories import story_problems
from takeabreath.content.validate import did_you_mean
from takeabreath.model.curriculum import Curriculum, PlacedLesson, QualifyingFact
from takeabreath.model.fill import named_places
from takeabreath.model.labels import Labels
from takeabreath.model.lesson import QuizSlide
from takeabreath.model.quiz import AnyQuestion, Story, VoteQuestion
from takeabreath.model.region import LawNote, Region
from takeabreath.model.text import Text
from takeabreath.model.walk import leaves
from takeabreath.problems import Problem, ProblemCode, SourceSpan

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def link_problems(curriculum: Curriculum) -> list[Problem]:
    """Ids that lead nowhere, services that may not be shown, and regions that lack a part."""
    return [
        *_shared_links(curriculum),
        *(problem for placed in curriculum.lessons for problem in _lesson_links(curriculum, placed)),
        *(problem for placed in curriculum.routes for problem in route_problems(curriculum, placed)),
        *_route_and_page_links(curriculum),
        *_survey_links(curriculum),
        *(problem for region in curriculum.regions.values() for problem in _region_links(curriculum, region)),
        *_role_links(curriculum),
        *(problem for labels in curriculum.labels.values() for problem in _label_places(labels)),
    ]


def _targets(curriculum: Curriculum) -> dict[str, Mapping[str, Any]]:
    return {
        "picture": curriculum.pictures,
        "word": curriculum.words,
        "guidance point": curriculum.guidance,
        "band": curriculum.bands,
        "habit": curriculum.habits,
        "fact": curriculum.facts,
        "qualifying fact": _named(fact for point in curriculum.guidance.values() for fact in point.qualified_by),
    }


def _named(entries: Iterable[QualifyingFact | LawNote]) -> dict[str, QualifyingFact | LawNote]:
    return {str(entry.id): entry for entry in entries if entry.id is not None}


def _dangling(node: object, targets: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Ids without a target; where a whole file of targets could not be read, only that is reported."""
    for leaf in leaves(node):
        known = targets.get(leaf.refers_to or "")
        if known and leaf.text not in known:
            yield _unknown(leaf.text, leaf.text.span, str(leaf.refers_to), known)


def _unknown(name: str, span: SourceSpan, what: str, known: Mapping[str, Any]) -> Problem:
    return Problem(span, ProblemCode.ID_UNKNOWN, f"there is no {what} '{name}'", did_you_mean(name, known))


def _shared_links(curriculum: Curriculum) -> Iterator[Problem]:
    targets = _targets(curriculum)
    shared = (
        *(curriculum.bands, curriculum.habits, curriculum.words, curriculum.wording),
        *(curriculum.facts, curriculum.frameworks),
    )
    for entries in shared:
        yield from _dangling(tuple(entries.values()), targets)
    for word in curriculum.words.values():
        yield from _twice(meaning.band for meaning in word.meanings)
    for framework in curriculum.frameworks.values():
        yield from _twice(stage.band for stage in framework.stages)
    yield from _twice(topic.id for framework in curriculum.frameworks.values() for topic in framework.topics)
    yield from _twice(
        fact.id for point in curriculum.guidance.values() for fact in point.qualified_by if fact.id is not None
    )


def _route_and_page_links(curriculum: Curriculum) -> Iterator[Problem]:
    targets = _targets(curriculum)
    for route in {placed.route_id: placed.route for placed in curriculum.routes}.values():
        yield from _dangling(route, targets)
        yield from _twice(way.band for way in route.bands)
    for page in {placed.page_id: placed.page for placed in curriculum.pages}.values():
        yield from _dangling(page, targets)
        yield from _twice(page.about)


def _survey_links(curriculum: Curriculum) -> Iterator[Problem]:
    yield from _dangling(curriculum.survey, _targets(curriculum))
    for item in curriculum.survey:
        yield from _twice(item.bands)
        if len({option.counts for option in item.options}) < 2:
            message = f"the answers of '{item.id}' are all of one kind"
            action = "Write `counts: yes` at the answers that the lessons hope for, and `counts: no` at the others."
            yield Problem(item.id.span, ProblemCode.QUIZ_KEY, message, action)


def _twice(ids: Iterable[Text]) -> Iterator[Problem]:
    """Ids that stand twice where each may stand once."""
    first: dict[str, Text] = {}
    for name in ids:
        if name in first:
            message = f"'{name}' is used twice (first in line {first[str(name)].span.line})"
            yield Problem(name.span, ProblemCode.ID_DUPLICATE, message, "Name another here, or delete one of the two.")
        first.setdefault(str(name), name)


def _lesson_links(curriculum: Curriculum, placed: PlacedLesson) -> Iterator[Problem]:
    lesson = placed.lesson
    questions = {str(question.id): question for question in lesson.quiz.questions}
    yield from _dangling(lesson, {**_targets(curriculum), "question": questions})
    yield from _twice(question.id for question in lesson.quiz.questions)
    yield from _votes([slide for _, slide in lesson.slides() if isinstance(slide, QuizSlide)], questions)
    for question in lesson.quiz.questions:
        if isinstance(question, Story):
            yield from _twice(scene.id for scene in question.scenes)
            yield from story_problems(question)
    for word_id in [leaf.text for leaf in leaves(lesson) if leaf.refers_to == "word"]:
        word = curriculum.words.get(str(word_id))
        if word is not None and word.meaning_for(str(placed.band.id)) is None:
            yield Problem(word_id.span, ProblemCode.ID_UNKNOWN, f"the word '{word_id}' has no meaning for "
            f"the band {placed.band.id}",
                          "Add one to words.yaml, or take the word out.")  # fmt: skip


def _votes(slides: Iterable[QuizSlide], questions: Mapping[str, AnyQuestion]) -> Iterator[Problem]:
    """Slides with questions that a class cannot answer together."""
    for slide in slides:
        question = questions.get(str(slide.question))
        if question is not None and not isinstance(question, VoteQuestion):
            yield Problem(
                slide.question.span,
                ProblemCode.QUIZ_SLIDE,
                f"a slide cannot ask '{question.id}', which is of the kind {question.kind}",
                "Name a question to vote on, such as one of the kind choose-one.",
            )


def _region_links(curriculum: Curriculum, region: Region) -> Iterator[Problem]:
    services = {str(service.id): service for service in region.services}
    yield from _dangling(region, {**_targets(curriculum), "service": services})
    for ids in (
        [service.id for service in region.services],
        [role.role for role in region.roles],
        [entry.band for entry in region.help_for],
        [note.id for note in region.law_notes if note.id is not None],
    ):
        yield from _twice(ids)
    shown = [leaf.text for leaf in leaves(region) if leaf.refers_to == "service"]
    for name in shown:
        service = services.get(str(name))
        if service is not None and not service.publish:
            yield Problem(
                name.span,
                ProblemCode.SERVICE_UNPUBLISHED,
                f"the service '{name}' is not to be published",
                "Name another service; the entry's caution says why.",
            )
    covered = {str(entry.band) for entry in region.help_for}
    for band in curriculum.bands:
        if band not in covered:
            yield Problem(
                region.help_for[0].source_span,
                ProblemCode.CLOSING_MISSING,
                f"the region has no services for the band {band}",
                f"Add an entry with `band: {band}` to help_for.",
            )


def _label_places(labels: Labels) -> Iterator[Problem]:
    """Braces in labels are filled by the views, so each label holds the places of its field and no others."""
    for leaf in leaves(labels):
        wanted, held = {f"{{{name}}}" for name in leaf.places}, set(_BRACES.findall(leaf.text))
        if wanted != held:
            needs = " and ".join(sorted(wanted)) or "no braces"
            message = f"'{leaf.keys[-1]}' needs {needs}, and has {' and '.join(sorted(held)) or 'none'}"
            action = "Write each place once where its value belongs, and no other braces."
            yield Problem(leaf.text.span, ProblemCode.VALUE_WRONG, message, action)


def _role_links(curriculum: Curriculum) -> Iterator[Problem]:
    """Roles and law notes that facts rest on, and roles that texts use, must be there in every region."""
    for name, region in curriculum.regions.items():
        roles, notes = {str(role.role): role for role in region.roles}, _named(region.law_notes)
        for fact in curriculum.facts.values():
            for what, ids, known in (("role", fact.roles, roles), ("law note", fact.law_notes, notes)):
                for missing in ids:
                    if missing not in known:
                        message = f"the region {name} has no {what} '{missing}'"
                        yield Problem(missing.span, ProblemCode.ID_UNKNOWN, message, did_you_mean(missing, known))
    yield from _roles_in_texts(curriculum)


def _roles_in_texts(curriculum: Curriculum) -> Iterator[Problem]:
    """A role that one text uses must be played in every region, a role in a region's text in that region."""
    nodes = (
        curriculum.course,
        *curriculum.bands.values(),
        *curriculum.habits.values(),
        *curriculum.words.values(),
        *curriculum.guidance.values(),
        *(placed.lesson for placed in curriculum.lessons),
        *(placed.route for placed in curriculum.routes),
        *(placed.page for placed in curriculum.pages),
        *curriculum.survey,
    )
    texts = [leaf.text for node in nodes for leaf in leaves(node)]
    texts += [picture.alt for picture in curriculum.pictures.values()]
    for name, region in curriculum.regions.items():
        known = {str(role.role): role for role in region.roles}
        for text in (*texts, *(leaf.text for leaf in leaves(region))):
            for place in named_places(text) if "{" in text else ():
                if place not in known:
                    message = f"the region {name} has no role '{place}'"
                    yield Problem(text.span, ProblemCode.ID_UNKNOWN, message, did_you_mean(place, known))
