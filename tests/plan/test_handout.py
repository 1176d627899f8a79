"""What stands on the pages of a handout."""

from __future__ import annotations

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import OrderSheet, SortSheet
from takeabreath.model.quiz import PutInOrder
from takeabreath.plan.handout import Handout, plan_handout


def _handouts(editions: dict[str, Edition]) -> list[tuple[Edition, Handout]]:
    return [(edition, plan_handout(edition)) for edition in editions.values()]


def test_order_cards_are_never_in_the_right_order(editions: dict[str, Edition]) -> None:
    for edition, handout in _handouts(editions):
        for sheet, planned in zip(edition.lesson.worksheet.sheets, handout.sheets, strict=True):
            if isinstance(sheet, OrderSheet):
                right = [fill(card, edition.region) for card in sheet.cards]
                assert planned.cards[0] != right[0]
                assert sorted(planned.cards) == sorted(right)


def test_steps_of_the_quiz_are_never_in_the_right_order(editions: dict[str, Edition]) -> None:
    for edition, handout in _handouts(editions):
        for question, planned in zip(edition.lesson.quiz.questions, handout.quiz.questions, strict=True):
            if isinstance(question, PutInOrder):
                assert planned.choices[0].text != fill(question.steps[0], edition.region)
                assert planned.mark == "number"


def test_no_basket_holds_its_cards_from_the_start(editions: dict[str, Edition]) -> None:
    for edition, handout in _handouts(editions):
        for sheet, planned in zip(edition.lesson.worksheet.sheets, handout.sheets, strict=True):
            if isinstance(sheet, SortSheet):
                first = {fill(card, edition.region) for card in sheet.baskets[0].cards}
                assert set(planned.cards[: len(first)]) != first


def test_every_choice_has_something_kind_to_say_on_the_answer_page(editions: dict[str, Edition]) -> None:
    for _, handout in _handouts(editions):
        for question, answer in zip(handout.quiz.questions, handout.answers.questions, strict=True):
            assert answer.number == question.number
            assert all(reply.say for reply in answer.replies)
            if question.mark == "tick" and question.choices:
                shown = [
                    f"{choice.letter}. {choice.text}" if choice.letter else choice.text for choice in question.choices
                ]
                assert [reply.answer for reply in answer.replies][: len(shown)] == shown


def test_adults_get_a_card_to_keep_and_families_a_home_card(editions: dict[str, Edition]) -> None:
    for edition, handout in _handouts(editions):
        labels = edition.labels.handout
        pupils = edition.band.audience == "pupils"
        assert handout.home.heading == (labels.home_card if pupils else labels.keep_card)
        assert handout.labels["answers_for"] == (labels.answers_for_grown_ups if pupils else labels.answers_for_adults)


def test_adults_are_told_to_check_before_use_and_that_nobody_reviewed_it(editions: dict[str, Edition]) -> None:
    for edition, handout in _handouts(editions):
        expected = (
            () if edition.band.audience == "pupils" else (edition.region.check_before_use, edition.course.reviewed)
        )
        assert handout.closing.cautions == expected


def test_every_picture_that_a_page_names_travels_with_the_handout(editions: dict[str, Edition]) -> None:
    for _, handout in _handouts(editions):
        named = {handout.cover, handout.closing.calm_picture, *handout.fillers}
        named |= {word.picture for word in handout.words} | {question.picture for question in handout.quiz.questions}
        assert named - {None} <= {picture.id for picture in handout.pictures}
