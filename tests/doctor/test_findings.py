"""Every fault that the doctor knows is found where it is, alone, and told in words."""

from __future__ import annotations

import pytest
from doctor_decks import SPOILT, edited, first, sound_deck, write

from takeabreath.doctor import examine, report
from takeabreath.doctor.findings import Fault
from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.render.to_pptx import render_pptx

COME_TOGETHER = {Fault.NOTHING_TO_READ: {Fault.TITLE_MISSING, Fault.ALT_MISSING}}


def test_nothing_is_found_in_a_sound_deck() -> None:
    assert examine(sound_deck()).findings == ()


def test_nothing_is_found_in_any_deck_of_ours(editions: dict[str, Edition]) -> None:
    for lesson, edition in editions.items():
        findings = examine(render_pptx(plan_deck(edition))).findings
        assert findings == (), lesson


def test_numbers_are_of_no_language() -> None:
    spoilt = edited(sound_deck(), lambda presentation: write(first(presentation), "15999", language=None))
    assert examine(spoilt).findings == ()


@pytest.mark.parametrize("fault", SPOILT, ids=lambda fault: fault.name)
def test_a_spoilt_deck_has_this_fault_alone_and_it_is_told(fault: Fault) -> None:
    spoil, words = SPOILT[fault]
    found = examine(edited(sound_deck(), spoil))
    assert {finding.fault for finding in found.findings} == {fault} | COME_TOGETHER.get(fault, set())
    told = report("trip.pptx", found)
    assert fault.advice.what in told
    assert words in told
    assert bool(found.faults) != fault.advice.remark


def test_every_fault_has_a_spoilt_deck() -> None:
    assert set(SPOILT) == set(Fault)
