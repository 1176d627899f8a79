"""Questions where nothing can be pressed: what there is to choose from, and below it every answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from takeabreath.plan.quiz_questions import HEARD, QuizOption, QuizQuestion, QuizScene


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a list; `lead` is a bold beginning."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class QuestionToRead:
    """`shown` are the choices; `answers` come after, `numbered` where their order is the answer, with `after`."""

    stem: str
    instruction: str
    shown: tuple[ReadLine, ...]
    numbered: bool
    answers: tuple[ReadLine, ...]
    after: tuple[str, ...]
    hints: tuple[str, ...]
    talk_about: str


def question_to_read(question: QuizQuestion, words: Mapping[str, str]) -> QuestionToRead:
    """The question for a page; `words` are the quiz's labels by name."""
    after = (question.feedback.got_it,) if question.feedback else (question.reply,) if question.reply else ()
    return QuestionToRead(
        stem=question.stem,
        instruction=_instruction(question, words),
        shown=tuple(_shown(question, words)),
        numbered=question.kind == "put-in-order",
        answers=tuple(_answers(question, words)),
        after=after,
        hints=question.hints,
        talk_about=question.talk_about,
    )


def paper_order(question: QuizQuestion) -> tuple[QuizOption, ...]:
    """The options as they stand where nothing can be moved: steps by their letters, never in the right order."""
    if question.kind != "put-in-order":
        return question.options
    steps = tuple(sorted(question.options, key=lambda option: option.text))
    return (*steps[1:], steps[0]) if steps == question.options else steps


def _instruction(question: QuizQuestion, words: Mapping[str, str]) -> str:
    if question.places:
        return words["places_ask"].format(places=" / ".join(question.places))
    if question.kind == "spot-the-trick":
        return f"{words['message_from'].format(sender=question.lead)}. {words['tricks_ask']}"
    asks = {"put-in-order": "right_order_ask", "story": "story_ask"}
    return words[asks.get(question.kind, question.kind.replace("-", "_"))]


def _shown(question: QuizQuestion, words: Mapping[str, str]) -> Iterator[ReadLine]:
    if question.kind == "finish-the-sentence":
        yield ReadLine(f"{question.lead} …")
        return
    for number, scene in enumerate(question.scenes, 1):
        yield from _scene(scene, number, words)
    yield from (ReadLine(option.text) for option in paper_order(question))


def _scene(scene: QuizScene, number: int, words: Mapping[str, str]) -> Iterator[ReadLine]:
    yield ReadLine(" ".join(filter(None, (scene.text, scene.help))), lead=f"{number}.")
    for choice in scene.choices:
        yield ReadLine(words["story_go_to"].format(text=choice.text, number=choice.to + 1))


def _answers(question: QuizQuestion, words: Mapping[str, str]) -> Iterator[ReadLine]:
    for option in question.options:
        if option.feedback:
            yield ReadLine(f"{_verdict(question, option, words)}{option.feedback}", lead=option.text)
        else:
            yield ReadLine(option.text)
    for scene in question.scenes:
        for choice in scene.choices:
            yield ReadLine(f"{_level_words(choice.level, words)}. {choice.feedback}", lead=choice.text)


def _verdict(question: QuizQuestion, option: QuizOption, words: Mapping[str, str]) -> str:
    """What is said of an option before its feedback, with a full stop and a space; nothing of a feeling."""
    if option.place is not None:
        return f"{question.places[option.place]}. "
    if question.kind == "spot-the-trick":
        return f"{words['is_trick' if option.level == 'got-it' else 'no_trick']}. "
    return "" if option.level == HEARD else f"{_level_words(option.level, words)}. "


def _level_words(level: str, words: Mapping[str, str]) -> str:
    return words[level.replace("-", "_")]
