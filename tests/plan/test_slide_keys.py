"""A slide is known again in the next version of its deck, wherever it has moved."""

from __future__ import annotations

from dataclasses import replace

from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slide_keys import unique_keys


def test_every_slide_of_a_deck_has_its_own_key(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        keys = [slide.key for slide in plan_deck(edition).slides]
        assert sorted(set(keys)) == sorted(keys)
        assert "" not in keys


def test_keys_stay_when_slides_change_places(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        turned = tuple(
            step.model_copy(update={"slides": tuple(reversed(step.slides))}) for step in reversed(edition.lesson.steps)
        )
        lesson = edition.lesson.model_copy(update={"steps": turned})
        keys = {slide.key: slide.title for slide in plan_deck(edition).slides}
        assert {slide.key for slide in plan_deck(replace(edition, lesson=lesson)).slides} == set(keys)


def test_a_question_keeps_its_key_whatever_its_words(editions: dict[str, Edition]) -> None:
    edition = editions["8-10/4-stop-and-keep"]
    asked = edition.lesson.quiz.questions
    reworded = [question.model_copy(update={"stem": type(question.stem)("Another stem?")}) for question in asked]
    quiz = edition.lesson.quiz.model_copy(update={"questions": tuple(reworded)})
    lesson = edition.lesson.model_copy(update={"quiz": quiz})
    keys = [slide.key for slide in plan_deck(edition).slides]
    assert [slide.key for slide in plan_deck(replace(edition, lesson=lesson)).slides] == keys


def test_repeated_keys_are_numbered_from_the_second_on() -> None:
    assert unique_keys(["a", "b", "a", "a"]) == ["a", "b", "a.2", "a.3"]
