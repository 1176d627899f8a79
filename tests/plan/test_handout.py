"""What stands on the pages of a handout."""

from __future__ import annotations

from dataclasses import replace

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.model.lesson import OrderSheet, SortSheet
from takeabreath.model.print_style import LARGE_TYPE_PT, PrintStyle
from takeabreath.model.quiz import PutInOrder
from takeabreath.plan.answer_key import plan_answer_key
from takeabreath.plan.booklet import Booklet, picture_ids
from takeabreath.plan.handout import closing_page, home_card, plan_handout, word_cards, worksheet
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


def test_word_cards_have_a_pair_for_each_word_of_the_band(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        cards = word_cards(edition)
        meanings = [edition.words[word].meaning_for(edition.band.id) for word in edition.lesson.words]
        assert [card.meaning for card in cards.words] == [fill(text, edition.region) for text in meanings if text]


def test_large_print_is_large_and_half_a_sheet_keeps_its_lines(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        plain, large, halved = (
            plan_handout(replace(edition, style=style)).measures
            for style in (PrintStyle("a4"), PrintStyle("a4", large_type=True), PrintStyle("a4", two_up=True))
        )
        sizes = (large.type_pt, large.adult_pt, large.fact_pt, large.key_pt, large.foot_pt)
        assert min(sizes) >= LARGE_TYPE_PT
        assert halved.type_pt < plain.type_pt
        assert halved.line_mm == plain.line_mm
