"""Posters, cards and helplines: where their words come from, and what must never be on them."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from takeabreath.model.curriculum import BandEdition
from takeabreath.plan.answer_cards import answer_cards, corner_signs
from takeabreath.plan.cards import certificate, wallet_cards
from takeabreath.plan.helplines import helplines_check, helplines_poster
from takeabreath.plan.posters import habits_poster, plan_large_posters, plan_posters, steps_poster, tell_poster
from takeabreath.plan.short_ways import short_ways

NUMBER = re.compile(r"\+?\d[\d ()-]{1,}\d")


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for entry in value.values() for text in _texts(entry)]
    if isinstance(value, list | tuple):
        return [text for entry in value for text in _texts(entry)]
    return [value] if isinstance(value, str) else []


def _numbers(edition: BandEdition) -> set[str]:
    """Every number that the region lets this band see."""
    services = [service for service in edition.region.help_for_band(edition.band.id) if service.publish]
    return {str(number) for service in services for number in (*service.call, *service.whatsapp, *service.sms)}


def _parts(edition: BandEdition) -> list[Any]:
    pupils = [certificate(edition)] if edition.band.audience == "pupils" else []
    return [
        steps_poster(edition), habits_poster(edition), tell_poster(edition), helplines_poster(edition),
        wallet_cards(edition), answer_cards(edition), corner_signs(edition), *pupils,
    ]  # fmt: skip


def test_every_number_is_one_of_the_region(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        allowed = _numbers(edition) | {service.checked_on.isoformat() for service in edition.region.services}
        known = {
            text for service in edition.region.services for text in (service.hours, service.cost, service.does) if text
        }
        for part in _parts(edition):
            texts = [text for text in _texts(asdict(part)) if text not in known and not text.startswith("tel:")]
            found = {number for text in texts for number in NUMBER.findall(text)}
            strays = {number for number in found if not any(number in entry for entry in allowed)}
            assert strays == set(), part.kind


def test_the_steps_are_the_bands_own_in_their_order(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        poster = steps_poster(edition)
        assert [step.picture for step in poster.steps] == [str(step.picture) for step in edition.band.safe_steps]
        assert len(wallet_cards(edition).steps) == len(edition.band.safe_steps)
        assert "{" not in " ".join(_texts(asdict(poster)))


def test_every_habit_stands_with_its_lessons_objective(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        habits = habits_poster(edition).habits
        assert [habit.objective for habit in habits] == [str(lesson.lesson.objective) for lesson in edition.lessons]
        assert [habit.number for habit in habits] == sorted(habit.number for habit in habits)


def test_whom_to_tell_has_five_fingers_and_all_services(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        poster = tell_poster(edition)
        assert len(set(poster.fingers)) == 5
        published = [service for service in edition.region.help_for_band(edition.band.id) if service.publish]
        assert len(poster.ways) == len(published)


def test_a_wallet_card_names_help_that_can_be_rung_or_gone_to(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        ways = wallet_cards(edition).ways
        assert ways[0].reach == "999"
        assert all(way.dialled or not way.reach for way in ways)
        assert set(ways) <= set(short_ways(edition))


def test_the_emergency_number_has_no_code_and_others_have(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        for service in helplines_poster(edition).services:
            hrefs = {way.href for way in service.card.ways if way.href}
            if service.card.id == "emergency-999" or not hrefs:
                assert service.scan is None
            else:
                assert service.scan is not None
                assert service.scan.code in hrefs


def test_adults_check_every_service_of_the_poster(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        poster, check = helplines_poster(edition), helplines_check(edition)
        assert [it.name for it in check.services] == [it.card.name for it in poster.services]
        assert all(it.checked and it.for_whom for it in check.services)


def test_a_certificate_has_no_place_for_a_name(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        if edition.band.audience == "pupils":
            words = " ".join(_texts(asdict(certificate(edition)))).casefold()
            assert not re.search(r"_{2,}|\.{4,}|\b(name|school|class|signed|date|age)\s*:", words)


def test_large_posters_say_the_same_on_larger_sheets(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        small, large = plan_posters(edition), plan_large_posters(edition)
        assert (small.sheet, large.sheet) == ("a4", "a3")
        assert small.parts == large.parts


def test_there_are_as_many_letters_as_answers(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        letters = answer_cards(edition).letters
        most = max(
            len(question.options)
            for lesson in edition.lessons
            for question in lesson.lesson.quiz.questions
            if question.kind in {"choose-one", "feelings", "confidence"}
        )
        assert letters == tuple("ABCDE"[: max(4, most)]) == corner_signs(edition).letters
