"""The quiz without a computer: every question can be called, and nobody's own answers are kept."""

from __future__ import annotations

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.plan.called_questions import CalledQuestion
from takeabreath.plan.paper_quiz import WALKED, callers_script, corner_walk, plan_paper_quiz, tally_sheet
from takeabreath.plan.quiz_questions import QuizQuestion, plan_question


@pytest.fixture(scope="module")
def called(editions: dict[str, Edition]) -> list[tuple[Edition, QuizQuestion, CalledQuestion]]:
    return [
        (edition, plan_question(question, edition), called)
        for edition in editions.values()
        for question, called in zip(edition.lesson.quiz.questions, callers_script(edition).questions, strict=True)
    ]


def test_every_question_tells_the_caller_how_it_is_answered(
    called: list[tuple[Edition, QuizQuestion, CalledQuestion]],
) -> None:
    for _, question, script in called:
        assert script.how
        assert script.stem == question.stem
        assert script.answers or script.scenes


def test_what_is_said_to_every_answer_is_in_the_script(
    called: list[tuple[Edition, QuizQuestion, CalledQuestion]],
) -> None:
    for _, question, script in called:
        says = {answer.say for answer in (*script.answers, *script.replies)}
        assert {option.feedback for option in question.options} - {""} <= says
        if question.feedback is not None:
            assert {question.feedback.got_it, question.feedback.nearly, question.feedback.look_again} <= says
        in_scenes = " ".join(answer.say for scene in script.scenes for answer in scene.answers)
        assert all(choice.feedback in in_scenes for scene in question.scenes for choice in scene.choices)


def test_answers_are_the_letters_of_the_cards(called: list[tuple[Edition, QuizQuestion, CalledQuestion]]) -> None:
    for _, question, script in called:
        if question.kind in {"choose-one", "true-false", "feelings", "confidence"}:
            assert "".join(answer.mark for answer in script.answers) == "ABCDE"[: len(question.options)]
        elif question.kind in {"choose-many", "spot-the-trick"}:
            assert {answer.mark for answer in script.answers} <= {"A", "B"}
        elif question.places:
            assert {answer.mark for answer in script.answers} == set("ABCD"[: len(question.places)])


def test_the_order_is_given_in_the_numbers_that_are_called(
    called: list[tuple[Edition, QuizQuestion, CalledQuestion]],
) -> None:
    for _, question, script in called:
        if question.kind == "put-in-order":
            texts = {answer.mark: answer.text for answer in script.answers}
            assert [texts[mark] for mark in script.key.split(" → ")] == [option.text for option in question.options]
            assert script.key.split(" → ") != sorted(texts)


def test_a_story_goes_on_where_its_choices_say(called: list[tuple[Edition, QuizQuestion, CalledQuestion]]) -> None:
    for _, question, script in called:
        for scene, told in zip(question.scenes, script.scenes, strict=True):
            assert (told.text, told.help) == (scene.text, scene.help)
            for choice, answer in zip(scene.choices, told.answers, strict=True):
                assert str(choice.to + 1) in answer.say.rsplit("→", 1)[1]


def test_the_walk_asks_only_about_the_story(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        kinds = {number: question.kind for number, question in enumerate(edition.lesson.quiz.questions, 1)}
        walk = corner_walk(edition)
        assert {kinds[question.number] for question in walk.questions} <= set(WALKED)
        assert len(walk.questions) >= 3


def test_feelings_stories_and_own_words_are_never_counted(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        counted = {row.number for row in tally_sheet(edition).rows}
        for number, question in enumerate(edition.lesson.quiz.questions, 1):
            assert (number in counted) == (question.kind not in {"feelings", "story", "finish-the-sentence"})


def test_the_pair_before_and_after_is_marked(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        pairs = [question.pair for question in edition.lesson.quiz.questions]
        marks = [question.pair for question in callers_script(edition).questions]
        assert [bool(mark) for mark in marks] == [pair is not None for pair in pairs]


def test_the_script_ends_at_help(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        parts = plan_paper_quiz(edition).parts
        assert [part.kind for part in parts] == ["callers-script", "corner-walk", "tally-sheet", "closing-page"]
        assert callers_script(edition).finish == fill(edition.lesson.quiz.finish, edition.region)
