"""Which cells a notebook has, for a grown-up and a child at home: how to begin, the quiz, and all of it to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.labels import NotebookLabels
from takeabreath.model.text import Text
from takeabreath.plan.quiz import QuizPage, plan_quiz
from takeabreath.plan.quiz_questions import QuizQuestion
from takeabreath.plan.quiz_reading import ReadLine, question_to_read
from takeabreath.plan.services import ServiceCard


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is a bold beginning."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `leads` are bold beginnings, one a point, or none at all."""

    texts: tuple[str, ...]
    numbered: bool = False
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stay closed until someone opens them."""

    summary: str
    blocks: tuple[Heading | Paragraph | Points, ...]


Block = Heading | Paragraph | Points | Fold


@dataclass(frozen=True, slots=True)
class TextCell:
    id: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class QuizCell:
    """The one cell that runs: it opens the lesson's quiz. `comment` is the line that shows while it is closed.

    `quiz` is what the cell shows before it was ever run, `not_started` what it says where that is not shown.
    """

    id: str
    comment: str
    lesson_id: str
    language: str
    region: str
    quiz: QuizPage
    not_started: str


@dataclass(frozen=True, slots=True)
class StartCell:
    """The one cell of the first notebook: it shows the choices. `not_started` stands there until it is run."""

    id: str
    comment: str
    not_started: str


@dataclass(frozen=True, slots=True)
class BeforeAfterCell:
    """The one cell of the facilitator's notebook: it asks for totals. `not_started` stands there until it is run."""

    id: str
    comment: str
    language: str
    region: str
    not_started: str


@dataclass(frozen=True, slots=True)
class NotebookPlan:
    title: str
    language: str
    source_file: str
    cells: tuple[TextCell | QuizCell | StartCell | BeforeAfterCell, ...]


def plan_notebook(edition: Edition) -> NotebookPlan:
    """The cells in order; the questions stand there a second time for everyone who does not run the quiz."""
    page, labels = plan_quiz(edition), edition.labels.notebook
    quiz = QuizCell(
        id="quiz",
        comment=str(labels.how_to_open_comment),
        lesson_id=page.lesson_id,
        language=page.language,
        region=edition.region_id,
        quiz=page,
        not_started=page.words["not_started"],
    )
    questions = [
        TextCell(f"question-{question.id}"[:64], tuple(_question(question, page, labels, number)))
        for number, question in enumerate(page.questions, start=1)
    ]
    cells: tuple[TextCell | QuizCell, ...] = (
        TextCell("begin", tuple(_begin(page, labels))),
        quiz,
        TextCell("questions", (Heading(2, str(labels.questions)), Paragraph(page.intro))),
        *questions,
        TextCell("talk-next", tuple(_talk_next(edition, page))),
        TextCell("help", tuple(_help(page))),
    )
    return NotebookPlan(page.title, page.language, page.source_file, cells)


def _begin(page: QuizPage, labels: NotebookLabels) -> Iterator[Block]:
    yield Heading(1, page.title)
    yield Paragraph(page.strap)
    together = page.audience == "pupils"
    time = labels.ten_minutes if together else labels.ten_minutes_for_adults
    yield Heading(2, str(labels.for_the_grown_up if together else labels.for_adults))
    yield Points(tuple(map(str, (time, labels.how_to_open, labels.if_not_open))), numbered=True)
    yield Paragraph(str(labels.nothing_stored))
    yield Paragraph(str(labels.just_listen if together else labels.just_listen_for_adults))
    for notice in page.notices:
        yield Paragraph(notice)


def _question(question: QuizQuestion, page: QuizPage, labels: NotebookLabels, number: int) -> Iterator[Block]:
    reading = question_to_read(question, page.words)
    yield Heading(3, str(labels.question_title).format(number=number))
    yield Paragraph("", lead=reading.stem)
    yield Paragraph(reading.instruction)
    yield _points(reading.shown)
    hints = (labels.hint.format(text=hint) for hint in reading.hints)
    ends = (*reading.after, *hints, labels.talk_about.format(text=reading.talk_about))
    yield Fold(str(labels.answers), (_points(reading.answers, numbered=reading.numbered), *map(Paragraph, ends)))


def _points(lines: tuple[ReadLine, ...], *, numbered: bool = False) -> Points:
    leads = tuple(line.lead for line in lines)
    return Points(tuple(line.text for line in lines), numbered=numbered, leads=leads if any(leads) else ())


def _talk_next(edition: Edition, page: QuizPage) -> Iterator[Block]:
    labels, take_home, words = edition.labels.notebook, edition.lesson.take_home, page.words

    def says(text: Text) -> str:
        return fill(text, edition.region)

    yield Heading(2, str(labels.talk_next))
    yield Heading(3, says(take_home.title))
    yield Points(tuple(says(text) for text in take_home.for_grown_ups))
    yield Points(
        tuple(says(line.say) for line in take_home.script),
        leads=tuple(words[line.who.replace("-", "_")] for line in take_home.script),
    )
    yield Paragraph(says(take_home.try_this))


def _help(page: QuizPage) -> Iterator[Block]:
    words, closing = page.words, page.closing
    yield Heading(2, words["not_your_fault"])
    yield Paragraph(closing.not_your_fault)
    yield Paragraph(closing.tell)
    yield Heading(2, words["help_now"])
    yield Points(tuple(map(_service, closing.services)), leads=tuple(card.name for card in closing.services))
    yield Heading(2, words["what_happens_next"])
    yield Points(closing.what_happens_next, numbered=True)
    yield Heading(2, words["calm_close"])
    yield Paragraph(closing.calm)


def _service(card: ServiceCard) -> str:
    ways = (f"{way.label} {way.text}" for way in card.ways)
    facts = (f"{fact.label}: {fact.text}" for fact in card.facts)
    sentences = (card.does, *ways, *facts, *card.checked)
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in sentences)
