"""The deck as a plan: which slides, what stands on them, and what the notes tell the teacher."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import AnySlide, PointsSlide, QuestionSlide, QuizSlide
from takeabreath.model.quiz import ChooseMany, ChooseOne, Heard, Level, PutInOrder, TrueFalse, VoteQuestion
from takeabreath.model.text import Text
from takeabreath.plan.deck import deck_problems, plan_deck
from takeabreath.plan.deck_drafts import TAKE_DOWN_TAUGHT
from takeabreath.plan.services import service_cards
from takeabreath.plan.slides import Deck, Slide, SlideText
from takeabreath.problems import ProblemCode, SourceSpan
from takeabreath.theme.layout_parts import TypeRole
from takeabreath.theme.slide_layouts import LAYOUTS

BANDS = ["5-7", "8-10", "11-13", "14-18", "parents", "staff"]
SAID = Text("Hello.")


@pytest.fixture(scope="module")
def decks(editions: dict[str, Edition]) -> list[tuple[Edition, Deck]]:
    return [(edition, plan_deck(edition)) for edition in editions.values()]


def shown(slide: Slide) -> dict[str, list[str]]:
    return {text.key: [paragraph.whole for paragraph in text.paragraphs] for text in slide.texts}


def with_slides(edition: Edition, *slides: AnySlide) -> Edition:
    """The edition with one step, which has only these slides."""
    step = edition.lesson.steps[0].model_copy(update={"slides": slides})
    return replace(edition, lesson=edition.lesson.model_copy(update={"steps": (step,)}))


def in_band(editions: dict[str, Edition], band: str) -> Edition:
    return next(edition for edition in editions.values() if edition.band.id == band)


def votes_of(edition: Edition) -> list[VoteQuestion]:
    """The questions of the lesson that a slide can ask."""
    return [question for question in edition.lesson.quiz.questions if isinstance(question, VoteQuestion)]


def whole_quiz(edition: Edition) -> Deck:
    """A deck with a vote and an answer for each question of the lesson that a slide can ask."""
    slides = (QuizSlide(kind="quiz", question=question.id, say=(SAID,)) for question in votes_of(edition))
    return plan_deck(with_slides(edition, *slides))


def test_a_deck_opens_with_its_title_and_ends_calmly(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        assert deck.slides[0].title == fill(edition.lesson.title, edition.region)
        assert deck.slides[-1].layout in ("Calm", "Wide calm")
        assert fill(edition.lesson.closing.calm, edition.region) in shown(deck.slides[-1])["text"]


def test_sections_are_the_steps_in_teaching_order(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        sections = list(dict.fromkeys(slide.section for slide in deck.slides))
        assert sections == list(dict.fromkeys(fill(step.title, edition.region) for step in edition.lesson.steps))


def test_titles_are_unique_in_a_deck(decks: list[tuple[Edition, Deck]]) -> None:
    for _, deck in decks:
        titles = [slide.title for slide in deck.slides]
        assert sorted(set(titles)) == sorted(titles)


def test_a_repeated_title_gets_a_number(editions: dict[str, Edition]) -> None:
    slide = QuestionSlide(kind="question", title=Text("Who helps?"), say=(SAID,))
    deck = plan_deck(with_slides(in_band(editions, "8-10"), slide, slide, slide))
    assert [slide.title for slide in deck.slides[1:]] == ["Who helps?", "Who helps? (2)", "Who helps? (3)"]


def test_on_a_route_with_meetings_a_repeated_title_gets_the_name_of_its_meeting(editions: dict[str, Edition]) -> None:
    edition = in_band(editions, "8-10")
    slide = QuestionSlide(kind="question", title=Text("Who helps?"), say=(SAID,))
    step = with_slides(edition, slide).lesson.steps[0]
    meetings = tuple(step.model_copy(update={"meeting": Text(name)}) for name in ("Spot", "Tell", "Tell"))
    deck = plan_deck(replace(edition, lesson=edition.lesson.model_copy(update={"steps": meetings})))
    assert [slide.title for slide in deck.slides[1:]] == ["Who helps?", "Tell: Who helps?", "Tell: Who helps? (2)"]


def test_points_with_letters_of_their_own_have_no_other_marks(editions: dict[str, Edition]) -> None:
    def points(*texts: str) -> SlideText:
        slide = PointsSlide(kind="points", title=Text("Cases"), points=tuple(map(Text, texts)), say=(SAID,))
        return plan_deck(with_slides(in_band(editions, "staff"), slide)).slides[1].texts[1]

    lettered = points("A. At the gate", "B. By phone")
    assert [point.text for point in lettered.paragraphs] == ["At the gate", "By phone"]
    assert lettered.counted == "letters"
    plain = points("A. At the gate", "By phone")
    assert [point.text for point in plain.paragraphs] == ["A. At the gate", "By phone"]
    assert plain.counted is None


@pytest.mark.parametrize("band", BANDS)
def test_a_short_text_grows_but_not_beyond_the_title(editions: dict[str, Edition], band: str) -> None:
    edition = in_band(editions, band)
    slide = PointsSlide(kind="points", title=Text("Now"), points=(Text("Stop."), Text("Tell.")), say=(SAID,))
    title, points = (text.size for text in plan_deck(with_slides(edition, slide)).slides[1].texts)
    assert title is not None
    assert points is not None
    assert TypeRole.BODY.comfortable(edition.band.slides.type_pt) < points <= title


def test_a_wide_cover_has_a_frame_that_fits_it(decks: list[tuple[Edition, Deck]]) -> None:
    for _, deck in decks:
        shown = deck.slides[0].pictures[0].picture
        frame = LAYOUTS[deck.slides[0].layout].placeholder("picture").box
        assert frame.width / frame.height == pytest.approx(shown.width / shown.height, rel=0.2)


def test_no_named_place_is_left_open(decks: list[tuple[Edition, Deck]]) -> None:
    for _, deck in decks:
        notes = [line for slide in deck.slides for part in slide.notes for line in (part.heading, *part.lines)]
        texts = [text for slide in deck.slides for lines in shown(slide).values() for text in lines]
        assert [text for text in notes + texts if re.search(r"[{}]", text)] == []


def test_type_is_never_smaller_than_the_band_reads(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        sizes = [text.size for slide in deck.slides for text in slide.texts if text.size is not None]
        assert [size for size in sizes if size < edition.band.slides.type_pt] == []


def test_every_lessons_slides_hold_their_texts(editions: dict[str, Edition]) -> None:
    assert [problem for edition in editions.values() for problem in deck_problems(edition)] == []


def test_the_help_slide_says_whose_fault_it_is_not_whom_to_tell_and_which_number_to_ring(
    decks: list[tuple[Edition, Deck]],
) -> None:
    for edition, deck in decks:
        texts = shown(next(slide for slide in deck.slides if slide.layout.startswith("Help")))
        assert fill(edition.lesson.closing.not_your_fault, edition.region) in texts["message"]
        assert fill(edition.lesson.closing.tell, edition.region) in texts["message"]
        first = edition.region.help_for_band(edition.band.id)[0]
        assert texts["number-1"] == [first.call[0]]


def test_the_help_slide_says_so_where_there_are_more_helpers(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        texts = shown(next(slide for slide in deck.slides if slide.layout.startswith("Help")))
        services = sum(key.startswith("service-") for key in texts)
        assert ("more" in texts) == (services < len(service_cards(edition)))


def test_the_take_down_service_is_shown_where_it_is_taught_and_never_among_the_first_three(
    decks: list[tuple[Edition, Deck]],
) -> None:
    for edition, deck in decks:
        texts = shown(next(slide for slide in deck.slides if slide.layout.startswith("Help")))
        listed = [text for key in texts if key.startswith("service-") for text in texts[key]]
        take_down = edition.region.service("take-it-down")
        if take_down in edition.region.help_for_band(edition.band.id):
            taught = TAKE_DOWN_TAUGHT in edition.lesson.teaches
            assert not taught or any(text.startswith(take_down.name) for text in listed)
            assert not any(text.startswith(take_down.name) for text in listed[:4])


def test_the_notes_of_the_help_slide_say_when_each_service_was_checked(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        slide = next(slide for slide in deck.slides if slide.layout.startswith("Help"))
        notes = "\n".join(line for part in slide.notes for line in part.lines)
        for service in edition.region.help_for_band(edition.band.id):
            if service.publish:
                assert service.checked_on.isoformat() in notes
                assert fill(service.name, edition.region) in notes


def test_the_clock_in_the_notes_runs_through_the_lesson(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        clocks = [[int(n) for n in re.findall(r"\d+", slide.notes[0].lines[0])] for slide in deck.slides]
        assert [gone + left for gone, left in clocks] == [edition.lesson.minutes] * len(clocks)
        assert [gone for gone, _ in clocks] == sorted(gone for gone, _ in clocks)


def test_the_notes_of_a_steps_first_slide_say_what_to_leave_out(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        late = [part.lines[0] for s in deck.slides for part in s.notes if part.heading == edition.labels.slides.if_late]
        assert late == [fill(step.if_late, edition.region) for step in edition.lesson.steps]


def test_the_notes_hold_every_word_that_the_teacher_says(decks: list[tuple[Edition, Deck]]) -> None:
    for edition, deck in decks:
        notes = {line for slide in deck.slides for part in slide.notes for line in part.lines}
        said = {fill(line, edition.region) for _, slide in edition.lesson.slides() for line in slide.say}
        assert said - notes == set()


@pytest.mark.parametrize("band", BANDS)
def test_a_question_becomes_a_vote_and_then_its_answer(editions: dict[str, Edition], band: str) -> None:
    edition = in_band(editions, band)
    votes, answers = whole_quiz(edition).slides[1::2], whole_quiz(edition).slides[2::2]
    for question, vote, answer in zip(votes_of(edition), votes, answers, strict=True):
        stem = fill(question.stem, edition.region)
        assert vote.title == stem
        assert stem in answer.title


@pytest.mark.parametrize("band", BANDS)
def test_the_answer_slide_shows_the_key_and_why(editions: dict[str, Edition], band: str) -> None:
    edition = in_band(editions, band)
    for question, answer in zip(votes_of(edition), whole_quiz(edition).slides[2::2], strict=True):
        texts = shown(answer)
        match question:
            case ChooseOne(options=options):
                key = next(option for option in options if option.level is Level.GOT_IT)
                assert texts["key"] == [fill(key.text, edition.region)]
                assert texts["feedback"] == [fill(key.feedback, edition.region)]
            case TrueFalse(true=true):
                assert texts["key"] == [edition.labels.common.true if true else edition.labels.common.myth]
            case ChooseMany(options=ticks):
                assert texts["key"] == [fill(tick.text, edition.region) for tick in ticks if tick.belongs]
            case PutInOrder(steps=steps):
                assert texts["key"] == [fill(step, edition.region) for step in steps]
                assert next(text for text in answer.texts if text.key == "key").counted == "numbers"


@pytest.mark.parametrize("band", BANDS)
def test_no_feeling_is_the_key_and_each_is_met(editions: dict[str, Edition], band: str) -> None:
    edition = in_band(editions, band)
    for question, answer in zip(votes_of(edition), whole_quiz(edition).slides[2::2], strict=True):
        if isinstance(question, Heard):
            assert "key" not in shown(answer)
            notes = "\n".join(line for part in answer.notes for line in part.lines)
            for feeling in question.options:
                assert any(fill(feeling.text, edition.region) in line for line in shown(answer)["points"])
                assert fill(feeling.feedback, edition.region) in notes


@pytest.mark.parametrize("band", BANDS)
def test_steps_to_put_in_order_do_not_stand_in_order_on_the_vote(editions: dict[str, Edition], band: str) -> None:
    edition = in_band(editions, band)
    for question, vote in zip(votes_of(edition), whole_quiz(edition).slides[1::2], strict=True):
        if isinstance(question, PutInOrder):
            steps = [fill(step, edition.region) for step in question.steps]
            voted = [lines[0] for key, lines in shown(vote).items() if key.startswith("option-")]
            assert voted != steps
            assert sorted(voted) == sorted(steps)


def test_answers_of_a_vote_and_bubbles_of_a_chat_share_one_size(decks: list[tuple[Edition, Deck]]) -> None:
    for _, deck in decks:
        for slide in deck.slides:
            for kind in (r"option-\d+", r"(left|right)-\d+"):
                alike: list[SlideText] = [text for text in slide.texts if re.fullmatch(kind, text.key)]
                assert len({text.size for text in alike}) <= 1


def test_too_many_words_are_reported_at_the_slide(editions: dict[str, Edition]) -> None:
    span = SourceSpan("content/lessons/8-10/4-stop-and-keep.yaml", 7, 9)
    points = tuple(Text("one two three four five six seven") for _ in range(6))
    slide = PointsSlide(kind="points", title=Text("Many words"), points=points, say=(SAID,), source_span=span)
    problems = deck_problems(with_slides(in_band(editions, "8-10"), slide))
    found = [(problem.code, problem.span) for problem in problems]
    assert (ProblemCode.SLIDE_WORDS, span) in found
    assert "44 words" in next(problem.message for problem in problems if problem.code is ProblemCode.SLIDE_WORDS)


def test_a_text_that_fits_at_no_allowed_size_is_reported_at_the_slide(editions: dict[str, Edition]) -> None:
    span = SourceSpan("content/lessons/5-7/4-stop-and-keep.yaml", 7, 9)
    title = Text("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz")
    slide = QuestionSlide(kind="question", title=title, say=(SAID,), source_span=span)
    problems = deck_problems(with_slides(in_band(editions, "5-7"), slide))
    assert [(problem.code, problem.span) for problem in problems] == [(ProblemCode.SLIDE_OVERFLOW, span)]
