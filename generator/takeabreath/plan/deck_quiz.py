"""A quiz question in the room: a slide to vote on, then a slide that meets every answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.fill import fill
from takeabreath.model.lesson import QuizSlide
from takeabreath.model.quiz import (
    ChooseMany,
    ChooseOne,
    Confidence,
    Feelings,
    Heard,
    Level,
    PutInOrder,
    TrueFalse,
    VoteQuestion,
)
from takeabreath.model.text import Text
from takeabreath.plan.deck_notes import answer_notes, hint_note
from takeabreath.plan.mixing import mixed
from takeabreath.plan.slides import Counted, Draft, Paragraph, count_words, plain, set_texts

#: Layouts with a picture for each answer, or one picture beside the answers, exist up to these numbers.
MOST_PICTURE_ANSWERS = 4


def quiz_drafts(edition: Edition, slide: QuizSlide) -> tuple[Draft, Draft]:
    """The vote and its answer."""
    question = next(q for q in edition.lesson.quiz.questions if isinstance(q, VoteQuestion) and q.id == slide.question)
    vote, answer = _vote(edition, question), _answer(edition, question)
    return replace(vote, span=question.source_span), replace(answer, span=question.source_span)


def _fitting(edition: Edition, *drafts: Draft) -> Draft:
    """The first draft whose texts all fit, or else the last."""
    body_pt = edition.band.slides.type_pt
    return next((draft for draft in drafts if all(text.fits for text in set_texts(draft, body_pt))), drafts[-1])


def _vote(edition: Edition, question: VoteQuestion) -> Draft:
    options = _options(edition, question)
    texts = {"title": plain(fill(question.stem, edition.region))}
    texts |= {f"option-{i}": plain(option) for i, option in enumerate(options, 1)}
    drafts = [Draft(f"Vote, {len(options)} answers", texts)]
    if question.picture is not None:
        drafts.insert(0, Draft(f"Vote, {len(options)} answers, with picture", texts, _art(edition, question.picture)))
    art = _option_art(edition, question)
    if len(art) == len(options) <= MOST_PICTURE_ANSWERS:
        drafts.insert(0, Draft(f"Vote, {len(options)} picture answers", texts, art))
    return replace(_fitting(edition, *drafts), notes=(hint_note(edition, question),))


def _art(edition: Edition, picture: Text | None) -> dict[str, Picture]:
    return {} if picture is None else {"picture": edition.pictures[picture]}


def _option_art(edition: Edition, question: VoteQuestion) -> dict[str, Picture]:
    if not isinstance(question, ChooseOne | Heard):
        return {}
    pictures = [option.picture for option in question.options]
    return {f"picture-{i}": edition.pictures[picture] for i, picture in enumerate(pictures, 1) if picture is not None}


def _options(edition: Edition, question: VoteQuestion) -> list[str]:
    common, region = edition.labels.common, edition.region
    match question:
        case TrueFalse():
            return [str(common.true), str(common.myth)]
        case PutInOrder(steps=steps):
            return list(mixed([fill(step, region) for step in steps]))
        case _:
            return [fill(option.text, region) for option in question.options]


def _answer(edition: Edition, question: VoteQuestion) -> Draft:
    match question:
        case Heard():
            return _every_feeling(edition, question)
        case ChooseOne():
            key = next(option for option in question.options if option.level is Level.GOT_IT)
            answers = [(fill(option.text, edition.region), option.feedback) for option in question.options]
            return _key(edition, question, (fill(key.text, edition.region), key.feedback), answers, key.picture)
        case TrueFalse():
            true, myth = str(edition.labels.common.true), str(edition.labels.common.myth)
            answers = [(true, question.if_true), (myth, question.if_false)]
            return _key(edition, question, answers[0] if question.true else answers[1], answers, None)
        case ChooseMany():
            belonging = [tick.text for tick in question.options if tick.belongs]
            ticks = [(fill(tick.text, edition.region), tick.feedback) for tick in question.options]
            return _list(edition, question, belonging, question.feedback.got_it, ticks)
        case PutInOrder():
            return _list(edition, question, question.steps, question.feedback.got_it, [])


def _title(edition: Edition, label: str, question: VoteQuestion) -> tuple[Paragraph, ...]:
    return plain(label.format(question=fill(question.stem, edition.region)))


def _key(
    edition: Edition,
    question: VoteQuestion,
    key: tuple[str, Text],
    answers: list[tuple[str, Text]],
    picture: Text | None,
) -> Draft:
    answer, feedback = key[0], fill(key[1], edition.region)
    title = _title(edition, edition.labels.slides.answer_title, question)
    texts = {"title": title, "key": plain(answer), "feedback": plain(feedback)}
    drafts = [Draft("Answer", texts)]
    art = _art(edition, picture or question.picture)
    if art:
        drafts.insert(0, Draft("Answer with picture", texts, art))
    words = count_words(answer) + count_words(feedback)
    return replace(_fitting(edition, *drafts), words=words, notes=answer_notes(edition, question, answers))


def _list(
    edition: Edition,
    question: ChooseMany | PutInOrder,
    key: Sequence[Text],
    feedback: Text,
    ticks: list[tuple[str, Text]],
) -> Draft:
    common = edition.labels.common
    texts = {
        "title": _title(edition, edition.labels.slides.answer_title, question),
        "key": plain(*(fill(text, edition.region) for text in key)),
        "feedback": plain(fill(feedback, edition.region)),
    }
    whole = [(str(common.nearly), question.feedback.nearly), (str(common.look_again), question.feedback.look_again)]
    notes = answer_notes(edition, question, [*ticks, *whole])
    words = sum(count_words(part.text) for name in ("key", "feedback") for part in texts[name])
    counted: Counted | None = "numbers" if isinstance(question, PutInOrder) else None
    return Draft("Answer list", texts, counted=counted, words=words, notes=notes)


def _every_feeling(edition: Edition, question: Feelings | Confidence) -> Draft:
    """Each feeling with its kind words; where that is too much to read, the teacher says them."""
    region, slides = edition.region, edition.labels.slides
    met = tuple(Paragraph(fill(f.feedback, region), f"{fill(f.text, region)}:") for f in question.options)
    title = _title(edition, slides.feelings_title, question)
    short = (*(Paragraph(fill(f.text, region)) for f in question.options), Paragraph("", str(slides.all_welcome)))
    words = sum(count_words(part.whole) for part in met)
    drafts = [Draft("Points", {"title": title, "points": short}, words=sum(count_words(part.text) for part in short))]
    if words <= edition.band.slides.words:
        drafts.insert(0, Draft("Points", {"title": title, "points": met}, words=words))
    answers = [(fill(f.text, region), f.feedback) for f in question.options]
    return replace(_fitting(edition, *drafts), notes=answer_notes(edition, question, answers))
