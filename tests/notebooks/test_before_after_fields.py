"""The facilitator's fields, filled in as a facilitator fills them in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from takeabreath.model.curriculum import Curriculum
from takeabreath.model.labels import BeforeAfterLabels
from takeabreath.notebooks import before_and_after
from takeabreath.notebooks.before_after import BeforeAfter
from takeabreath.plan.survey import survey_for


@pytest.fixture
def asked(curriculum: Curriculum) -> BeforeAfter:
    shown = BeforeAfter(curriculum, "en", "my")
    shown.band.value = "11-13"
    return shown


@pytest.fixture
def words(curriculum: Curriculum) -> BeforeAfterLabels:
    return curriculum.labels["en"].before_after


def _type(asked: BeforeAfter, papers: int, good: tuple[int, int]) -> None:
    """The same totals at every question: so many ticked the first answer, the others none."""
    for time, count in enumerate(good):
        asked.papers[time].value = papers
        for fields in asked.ticks:
            fields[time][0].value, fields[time][-1].value = count, papers - count


def test_every_group_is_asked_its_own_questions(asked: BeforeAfter, curriculum: Curriculum) -> None:
    for _, band in asked.band.options:
        asked.band.value = band
        items = survey_for(curriculum.survey, band)
        fields = [len(item.options) + 1 for item in items]
        assert [(len(before), len(after)) for before, after in asked.ticks] == [(count, count) for count in fields]


def test_every_field_has_a_name(asked: BeforeAfter) -> None:
    fields = [field for pair in asked.ticks for time in pair for field in time]
    assert [field for field in (*asked.papers, *fields, asked.band) if not field.description] == []


def test_good_totals_give_a_chart_with_words_and_a_table(asked: BeforeAfter, words: BeforeAfterLabels) -> None:
    _type(asked, 20, (5, 18))
    asked.show.click()
    assert asked.message.value == ""
    described = re.findall(r'<svg role="img" aria-label="([^"]+)"', asked.result.value)
    assert len(described) == len(asked.ticks) == asked.result.value.count('<th scope="row">')
    assert "After the lessons: 0 of 20 (0%). Target: 80%. Not yet" in described[0]
    assert str(words.notes[0]) in asked.result.value
    assert "<script" not in asked.result.value


def test_a_small_group_is_refused_and_nothing_is_shown(asked: BeforeAfter, words: BeforeAfterLabels) -> None:
    _type(asked, 20, (5, 18))
    asked.show.click()
    _type(asked, 7, (5, 6))
    asked.show.click()
    assert words.why_too_few.format(fewest=8) in asked.message.value
    assert asked.result.value == ""


def test_totals_that_do_not_add_up_name_the_question(asked: BeforeAfter) -> None:
    _type(asked, 20, (5, 18))
    asked.ticks[2][1][0].value += 2
    asked.show.click()
    assert "After the lessons, question 3: the numbers add up to 22, and 20 papers came back." in asked.message.value
    assert asked.result.value == ""


def test_another_group_begins_with_empty_fields(asked: BeforeAfter) -> None:
    _type(asked, 20, (5, 18))
    asked.show.click()
    asked.band.value = "8-10"
    assert {field.value for pair in asked.ticks for time in pair for field in time} == {0}
    assert asked.result.value == ""
    _type(asked, 20, (5, 18))
    asked.clear.click()
    assert {field.value for field in asked.papers} == {0}


def test_mistake_in_the_content_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAKEABREATH_CONTENT", str(tmp_path))
    (message,) = before_and_after("en", "my").children
    assert "has no course.yaml" in message.value
