"""The sums of the survey: right for every group, and silent about small ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takeabreath.model.curriculum import BandEdition
from takeabreath.model.survey import Survey, SurveyItem, SurveyOption
from takeabreath.model.text import Text
from takeabreath.plan.before_after import (
    Counted,
    DoesNotAddUp,
    NothingTyped,
    TooFew,
    changes,
    percent,
    troubles,
)
from takeabreath.plan.change_report import plan_change_report, trouble_texts
from takeabreath.plan.survey import FEWEST_PAPERS, plan_survey, survey_for, survey_questions


def an_item(*, scale: bool = False, answers: int = 3, key: int = 0, target: int = 80) -> SurveyItem:
    options = tuple(SurveyOption(text=Text(f"answer {n}"), counts=n == key) for n in range(answers))
    return SurveyItem(
        id=Text("an-item"), bands=(Text("8-10"),), stem=Text("What?"), options=options, scale=scale, target=target,
        about=Text("tell"), reteach=Text("Again."),
    )  # fmt: skip


@st.composite
def counted(draw: st.DrawFn, item: SurveyItem, fewest: int = FEWEST_PAPERS) -> Counted:
    """Totals of a whole group that add up."""
    ticks = draw(st.lists(st.integers(0, 300), min_size=len(item.options), max_size=len(item.options)))
    none = draw(st.integers(max(0, fewest - sum(ticks)), 300))
    return Counted(sum(ticks) + none, ((*ticks, none),))


ITEM, SCALE = an_item(), an_item(scale=True, answers=5)


@given(counted(ITEM), counted(ITEM))
def test_totals_that_add_up_give_a_share_of_all_papers(before: Counted, after: Counted) -> None:
    assert troubles((before, after)) == ()
    (change,) = changes((ITEM,), (before, after))
    assert change.values == tuple(Fraction(it.ticks[0][0], it.papers) for it in (before, after))
    assert change.reached == (change.counts[1] * 100 >= ITEM.target * after.papers)


@given(counted(SCALE), counted(SCALE))
def test_an_average_lies_on_its_scale_and_its_target_too(before: Counted, after: Counted) -> None:
    for change in changes((SCALE,), (before, after)):
        assert all(1 <= value <= 5 for value in change.values)
        assert change.values[0] + Fraction(1, 2) >= change.target
        assert 1 < change.target < 5


@given(st.integers(0, FEWEST_PAPERS - 1), counted(ITEM), st.booleans())
def test_a_small_group_is_refused_whatever_else_was_typed(papers: int, other: Counted, first: bool) -> None:  # noqa: FBT001
    small = Counted(papers, ((papers, 0, 0, 0),))
    counts = (small, other) if first else (other, small)
    assert troubles(counts) == (TooFew(0 if first else 1, papers),)


@given(counted(ITEM), counted(ITEM), st.integers(-5, 5))
def test_totals_that_do_not_add_up_are_refused(before: Counted, after: Counted, wrong: int) -> None:
    papers = max(FEWEST_PAPERS, after.papers + wrong)
    found = troubles((before, Counted(papers, after.ticks)))
    expected = (DoesNotAddUp(1, 1, after.papers, papers),) if papers != after.papers else ()
    assert found == expected


@given(counted(ITEM), counted(ITEM))
def test_a_question_without_numbers_is_left_out(before: Counted, after: Counted) -> None:
    counts = tuple(Counted(it.papers, (*it.ticks, (0, 0, 0, 0))) for it in (before, after))
    assert troubles((counts[0], counts[1])) == ()
    assert [change.number for change in changes((ITEM, ITEM), (counts[0], counts[1]))] == [1]


def test_nothing_typed_is_told() -> None:
    empty = Counted(20, ((0, 0, 0, 0),))
    assert troubles((empty, empty)) == (NothingTyped(),)


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_percent_is_the_nearest_whole_number(part: int, whole: int) -> None:
    assert abs(percent(Fraction(part, whole)) - Fraction(100 * part, whole)) <= Fraction(1, 2)


def test_a_half_percent_is_rounded_up() -> None:
    assert [percent(Fraction(1, 8)), percent(Fraction(3, 8)), percent(Fraction(1))] == [13, 38, 100]


def _all_good(items: Survey, papers: int, share: Fraction) -> Counted:
    """Of every question, this share ticked the last answer that counts, and the others none."""
    rows = []
    for item in items:
        good = int(papers * share)
        key = max(place for place, option in enumerate(item.options) if option.counts)
        row = [0] * (len(item.options) + 1)
        row[key], row[-1] = good, papers - good
        rows.append(tuple(row))
    return Counted(papers, tuple(rows))


def test_every_band_has_a_survey_with_keys_and_targets(band_editions: dict[str, BandEdition]) -> None:
    for band, edition in band_editions.items():
        items = survey_for(edition.survey, band)
        assert items, band
        assert any(item.scale for item in items)
        assert {str(item.about) for item in items} <= set(edition.habits)


def test_a_group_that_knows_it_all_has_nothing_to_learn_again(band_editions: dict[str, BandEdition]) -> None:
    for band, edition in band_editions.items():
        items = survey_for(edition.survey, band)
        counts = (_all_good(items, 24, Fraction(1, 2)), _all_good(items, 20, Fraction(1)))
        report = plan_change_report(edition, counts)
        assert len(report.questions) == len(report.rows) == len(items)
        assert report.again == ()


def test_what_is_below_its_target_comes_with_its_lesson(band_editions: dict[str, BandEdition]) -> None:
    edition = band_editions["11-13"]
    items = survey_for(edition.survey, "11-13")
    shares = [item for item in items if not item.scale]
    counts = (_all_good(items, 10, Fraction(1, 5)), _all_good(items, 10, Fraction(3, 5)))
    report = plan_change_report(edition, counts)
    assert len(report.again) >= len(shares)
    titles = {str(lesson.lesson.title) for lesson in edition.lessons}
    assert [entry for entry in report.again if not any(title in entry.lesson for title in titles)] == []
    assert report.questions[0].bars[1].text == "6 of 10 (60%)"
    assert "10%" in report.notes[-1]


@pytest.mark.parametrize("papers", [0, 7])
def test_a_refusal_is_kind_and_says_why(band_editions: dict[str, BandEdition], papers: int) -> None:
    edition = band_editions["8-10"]
    items = survey_for(edition.survey, "8-10")
    counts = (_all_good(items, papers, Fraction(1)), _all_good(items, 20, Fraction(1)))
    first, why = trouble_texts(edition, counts)
    assert f"{papers} papers" in first
    assert "guess" in why


def test_the_paper_asks_for_no_name_and_gives_no_answer_away(band_editions: dict[str, BandEdition]) -> None:
    for edition in band_editions.values():
        paper, totals = plan_survey(edition)[0].parts
        assert paper.kind == "survey-paper"
        assert totals.kind == "survey-totals"
        labels = edition.labels.survey
        assert str(labels.paper_rules[0]) in paper.rules  # type: ignore[attr-defined]
        for question in survey_questions(edition):
            assert [answer.letter for answer in question.answers] == list("ABCDEF"[: len(question.answers)])
