"""The steps of a lesson plan: for each slide what learners see, and the words that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import assert_never

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import (
    ActivitySlide,
    AnySlide,
    CalmSlide,
    ChatSlide,
    CompareSlide,
    GroundRulesSlide,
    HelpSlide,
    NextSlide,
    PictureSlide,
    PointsSlide,
    Prompt,
    QuestionSlide,
    QuizSlide,
    SayAloudSlide,
    Step,
    WordsSlide,
)
from takeabreath.model.quiz import ChooseMany, ChooseOne, Heard, Level, PutInOrder, TrueFalse, VoteQuestion
from takeabreath.model.text import Text
from takeabreath.plan.document import Block, Callout, Heading, Line, Paragraph, Points, Run, filled, labelled, plain
from takeabreath.plan.quiz_paper import letter


def step_blocks(edition: Edition) -> Iterator[Block]:
    """The steps in teaching order, each with its minutes on the lesson's clock."""
    ends = accumulate(step.minutes for step in edition.lesson.steps)
    for number, (step, end) in enumerate(zip(edition.lesson.steps, ends, strict=True), 1):
        yield from _step(edition, step, number, end)


def _step(edition: Edition, step: Step, number: int, end: int) -> Iterator[Block]:
    labels = edition.labels.plan
    title = labels.numbered.format(number=number, title=fill(step.title, edition.region))
    span = labels.span.format(start=end - step.minutes, end=end)
    yield Heading(2, f"{title} ({span})")
    yield Paragraph(labelled(str(labels.purpose), fill(step.purpose, edition.region)))
    yield Paragraph(labelled(str(labels.learners_do), fill(step.learners_do, edition.region)))
    for slide in step.slides:
        yield from _slide(edition, step, slide)
    yield Callout("late", str(labels.if_late), (plain(fill(step.if_late, edition.region)),))


def _slide(edition: Edition, step: Step, slide: AnySlide) -> Iterator[Block]:
    labels = edition.labels.plan
    yield Heading(3, _slide_title(edition, slide))
    seen = _seen(edition, step, slide)
    if seen:
        yield Points("bullet", tuple(plain(fill(Text(text), edition.region)) for text in seen))
    yield Callout("say", str(labels.say), filled(slide.say, edition.region))
    if slide.ask:
        yield Callout("ask", str(labels.ask), tuple(line for prompt in slide.ask for line in _ask(edition, prompt)))
    if slide.do:
        yield Paragraph((Run(str(labels.do), strong=True),))
        yield Points("bullet", filled(slide.do, edition.region))
    if slide.avoid:
        yield Callout("avoid", str(labels.avoid), filled(slide.avoid, edition.region))


def _slide_title(edition: Edition, slide: AnySlide) -> str:
    labels = edition.labels.plan
    if isinstance(slide, QuizSlide):
        return labels.vote.format(question=fill(_question(edition, slide).stem, edition.region))
    return labels.on_screen.format(title=fill(slide.title, edition.region))


def _question(edition: Edition, slide: QuizSlide) -> VoteQuestion:
    questions = edition.lesson.quiz.questions
    return next(asked for asked in questions if isinstance(asked, VoteQuestion) and asked.id == slide.question)


def _ask(edition: Edition, prompt: Prompt) -> tuple[Line, Line]:
    question = fill(prompt.question, edition.region)
    listen = labelled(str(edition.labels.plan.listen_for), fill(prompt.listen_for, edition.region))
    return (Run(question, strong=True),), listen


def _seen(edition: Edition, step: Step, slide: AnySlide) -> list[str]:
    """What learners see on the slide beside its title; the closing texts stand once, at the end of the plan."""
    texts = _texts(edition, slide)
    if isinstance(slide, QuizSlide) and step.shows_answers:
        texts.append(_after_vote(edition, _question(edition, slide)))
    picture = getattr(slide, "picture", None)
    if picture is not None:
        texts.append(edition.labels.plan.picture.format(alt=edition.pictures[picture].alt))
    return texts


def _texts(edition: Edition, slide: AnySlide) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - a case for each kind
    labels = edition.labels.plan
    match slide:
        case PictureSlide():
            return [] if slide.text is None else [slide.text]
        case QuestionSlide():
            return []
        case PointsSlide():
            return _numbered(slide.points) if slide.numbered else list(slide.points)
        case CompareSlide():
            return [f"{column.heading}: {' · '.join(column.points)}" for column in (slide.left, slide.right)]
        case ChatSlide():
            return [f"{message.sender}: “{message.text}”" for message in slide.messages]
        case ActivitySlide():
            return _numbered(slide.instructions)
        case SayAloudSlide():
            return [
                labels.learners_say.format(sentence=f"“{slide.sentence}”"),
                labels.helper_says.format(sentence=f"“{slide.answer}”"),
            ]
        case WordsSlide():
            return [_word(edition, word) for word in slide.words]
        case QuizSlide():
            return _options(edition, _question(edition, slide))
        case GroundRulesSlide():
            return list(edition.band.ground_rules)
        case HelpSlide():
            closing = slide.own_closing or edition.lesson.closing
            return [closing.not_your_fault, closing.tell]
        case NextSlide():
            return list((slide.own_closing or edition.lesson.closing).what_happens_next)
        case CalmSlide():
            return [(slide.own_closing or edition.lesson.closing).calm]
    assert_never(slide)


def _numbered(texts: tuple[Text, ...]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def _word(edition: Edition, word_id: str) -> str:
    word = edition.words[word_id]
    return f"{word.word}: {word.meaning_for(edition.band.id)}"


def _after_vote(edition: Edition, question: VoteQuestion) -> str:
    """What the slide after the vote tells."""
    answer = _answer(edition, question)
    return (
        str(edition.labels.plan.any_answer)
        if answer is None
        else edition.labels.plan.answer_slide.format(answer=answer)
    )


def _options(edition: Edition, question: VoteQuestion) -> list[str]:
    match question:
        case ChooseOne():
            return [f"{letter(place)}. {option.text}" for place, option in enumerate(question.options)]
        case ChooseMany():
            return [f"{letter(place)}. {tick.text}" for place, tick in enumerate(question.options)]
        case TrueFalse():
            return [f"{edition.labels.common.true} / {edition.labels.common.myth}"]
        case Heard():
            return [str(option.text) for option in question.options]
        case PutInOrder():
            return []


def _answer(edition: Edition, question: VoteQuestion) -> str | None:
    """What the next slide tells, or None where no answer is better than another."""
    common = edition.labels.common
    match question:
        case ChooseOne():
            key = next(place for place, option in enumerate(question.options) if option.level is Level.GOT_IT)
            return f"{letter(key)}. {question.options[key].feedback}"
        case TrueFalse():
            return f"{common.true}. {question.if_true}" if question.true else f"{common.myth}. {question.if_false}"
        case ChooseMany():
            belongs = (letter(place) for place, option in enumerate(question.options) if option.belongs)
            return f"{', '.join(belongs)}. {question.feedback.got_it}"
        case PutInOrder():
            return " → ".join(question.steps)
        case Heard():
            return None
