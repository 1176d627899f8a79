"""What stands on the pages of a handout."""

from __future__ import annotations

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import OrderSheet, SortSheet
from takeabreath.model.quiz import PutInOrder
from takeabreath.plan.answer_key import plan_answer_key
from takeabreath.plan.booklet import Booklet, picture_ids
from takeabreath.plan.handout import closing_page, home_card, plan_handout, worksheet
from takeabreath.plan.quiz_paper import plan_quiz_paper


def test_order_cards_are_never_in_the_right_order(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        for sheet, planned in zip(edition.lesson.worksheet.sheets, worksheet(edition).sheets, strict=True):
            if isinstance(sheet, OrderSheet):
                right = [fill(card, edition.region) for card in sheet.cards]
                assert planned.cards[0] != right[0]
                assert sorted(planned.cards) == sorted(right)


def test_steps_of_the_quiz_are_never_in_the_right_order(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        paper = plan_quiz_paper(edition)
        for question, planned in zip(edition.lesson.quiz.questions, paper.questions, strict=True):
            if isinstance(question, PutInOrder):
                assert planned.choices[0].text != fill(question.steps[0], edition.region)
                assert planned.mark == "number"


def test_no_basket_holds_its_cards_from_the_start(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        for sheet, planned in zip(edition.lesson.worksheet.sheets, worksheet(edition).sheets, strict=True):
            if isinstance(sheet, SortSheet):
                first = {fill(card, edition.region) for card in sheet.baskets[0].cards}
                assert set(planned.cards[: len(first)]) != first


def test_every_choice_has_something_kind_to_say_on_the_answer_page(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        answers = plan_answer_key(edition).questions
        for question, answer in zip(plan_quiz_paper(edition).questions, answers, strict=True):
            assert answer.number == question.number
            assert all(reply.say for reply in answer.replies)
            if question.mark == "tick" and question.choices:
                shown = [
                    f"{choice.letter}. {choice.text}" if choice.letter else choice.text for choice in question.choices
                ]
                assert [reply.answer for reply in answer.replies][: len(shown)] == shown


def test_adults_get_a_card_to_keep_and_families_a_home_card(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        labels, pupils = edition.labels.handout, edition.band.audience == "pupils"
        assert home_card(edition).heading == (labels.home_card if pupils else labels.keep_card)
        audience = labels.answers_for_grown_ups if pupils else labels.answers_for_adults
        assert plan_answer_key(edition).audience == audience


def test_adults_are_told_to_check_before_use_and_that_nobody_reviewed_it(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        expected = (
            () if edition.band.audience == "pupils" else (edition.region.check_before_use, edition.course.reviewed)
        )
        assert closing_page(edition).cautions == expected


def test_every_picture_that_a_page_names_travels_with_the_handout(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        booklet: Booklet = plan_handout(edition)
        named = set(picture_ids(booklet.parts))
        assert {str(edition.lesson.cover), closing_page(edition).picture} <= named
        assert named == {picture.id for picture in booklet.pictures}
