"""What the engine gets: every kind in one shape, all closing elements, all pictures."""

from __future__ import annotations

import json

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.plan.quiz import QuizPage, plan_quiz, quiz_form
from takeabreath.plan.quiz_questions import QuizOption, QuizQuestion
from takeabreath.plan.quiz_reading import paper_order, question_to_read


@pytest.fixture(scope="module")
def pages(editions: dict[str, Edition]) -> dict[str, QuizPage]:
    return {lesson: plan_quiz(edition) for lesson, edition in editions.items()}


def test_form_is_plain_json_and_comes_back_the_same(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        form = json.loads(json.dumps(quiz_form(page)))
        assert form["title"] == page.title
        assert [question["id"] for question in form["questions"]] == [question.id for question in page.questions]


def test_no_place_is_left_unfilled(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        form = quiz_form(page)
        del form["words"]
        texts = json.dumps({**form, "pictures": {}, "look": {}}, ensure_ascii=False)
        assert "{police}" not in texts
        assert "{take-down}" not in texts


def test_every_picture_that_is_named_is_inside(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        named = {page.cover, page.closing.calm_picture, *(question.picture for question in page.questions)}
        named |= {option.picture for question in page.questions for option in question.options}
        named |= {scene.picture for question in page.questions for scene in question.scenes}
        assert named - {None} == set(page.pictures)
        assert all(
            picture.alt and picture.src.startswith("data:image/svg+xml;base64,") for picture in page.pictures.values()
        )


def test_every_question_with_a_key_can_be_got(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        for question in page.questions:
            levels = {option.level for option in question.options}
            if question.kind in {"choose-one", "true-false", "choose-many", "spot-the-trick"}:
                assert "got-it" in levels
            if question.kind in {"feelings", "confidence"}:
                assert levels == {"heard"}
            if question.kind in {"sort", "match", "triage"}:
                assert {option.place for option in question.options} == set(range(len(question.places)))
            for scene in question.scenes:
                assert bool(scene.help) or "got-it" in {choice.level for choice in scene.choices}
            parted = {"choose-many", "spot-the-trick", "put-in-order", "sort", "match", "triage"}
            assert (question.feedback is not None) == (question.kind in parted)


def test_cards_never_stand_together_as_their_places_have_them(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        for question in page.questions:
            places = [option.place for option in question.options if option.place is not None]
            assert not places or len(places) == len(set(places)) or places != sorted(places)


def test_every_way_through_a_story_ends_at_help(pages: dict[str, QuizPage]) -> None:
    def endings(question: QuizQuestion, number: int) -> list[str]:
        scene = question.scenes[number]
        return [scene.help] if scene.help else [end for choice in scene.choices for end in endings(question, choice.to)]

    stories = [question for page in pages.values() for question in page.questions if question.kind == "story"]
    assert stories
    for story in stories:
        assert all(endings(story, 0))


def test_pages_to_read_show_every_choice_and_every_reply(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        for question in page.questions:
            reading = question_to_read(question, page.words)
            shown = " ".join(f"{line.lead} {line.text}" for line in reading.shown)
            said = " ".join(f"{line.lead} {line.text}" for line in reading.answers)
            choices = [choice for scene in question.scenes for choice in scene.choices]
            texts = [option.text for option in question.options] if question.kind != "finish-the-sentence" else []
            texts += [part for scene in question.scenes for part in (scene.text, scene.help)]
            assert [text for text in (*texts, *(choice.text for choice in choices)) if text not in shown] == []
            replies = [*(option.feedback for option in question.options), *(choice.feedback for choice in choices)]
            assert [reply for reply in replies if reply not in said] == []


def test_services_stand_in_the_order_of_the_region_and_only_published_ones(
    pages: dict[str, QuizPage], editions: dict[str, Edition]
) -> None:
    for lesson, page in pages.items():
        edition = editions[lesson]
        wanted = [str(service.id) for service in edition.region.help_for_band(edition.band.id) if service.publish]
        assert [card.id for card in page.closing.services] == wanted


def test_only_numbers_and_websites_are_links(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        links = [way.href for card in page.closing.services for way in card.ways if way.href]
        assert [link for link in links if not link.startswith(("tel:", "https://"))] == []
        assert "tel:999" in links


def test_adults_are_told_to_check_before_use_and_pupils_are_not(pages: dict[str, QuizPage]) -> None:
    for page in pages.values():
        assert len(page.notices) == (0 if page.audience == "pupils" else 2)


@pytest.mark.parametrize("texts", ["abc", "cba", "bca", "aab"])
def test_steps_on_paper_never_stand_in_the_right_order(texts: str) -> None:
    steps = tuple(QuizOption(text) for text in texts)
    question = QuizQuestion("q", "put-in-order", "stem", ("hint",), "talk", None, steps)
    assert paper_order(question) != steps
    assert sorted(option.text for option in paper_order(question)) == sorted(texts)
