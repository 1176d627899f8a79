"""The pages around the lessons, as documents."""

from __future__ import annotations

import pytest

from takeabreath.content.editions import page_edition_of
from takeabreath.model.curriculum import Curriculum, PageEdition
from takeabreath.model.fill import fill
from takeabreath.model.page import LessonsBlock, LinesBlock, ServicesBlock, StepsBlock
from takeabreath.model.walk import leaves
from takeabreath.plan.document import Document, Services, SmallPrint, Steps, Table, WriteLines
from takeabreath.plan.page import plan_page, plan_page_print

Planned = list[tuple[PageEdition, Document]]


@pytest.fixture(scope="module")
def planned(curriculum: Curriculum) -> Planned:
    editions = [page_edition_of(curriculum, placed, "en", "my") for placed in curriculum.pages]
    return [(edition, plan_page(edition)) for edition in editions]


def test_every_text_of_a_page_is_in_its_document(planned: Planned) -> None:
    for edition, document in planned:
        shown = set(document.lines())
        texts = [leaf.text for leaf in leaves(edition.page) if leaf.audience is not None]
        assert [text for text in texts if fill(text, edition.region) not in shown] == []


def test_every_block_becomes_one_in_the_same_order(planned: Planned) -> None:
    becomes = {StepsBlock: Steps, LinesBlock: WriteLines, ServicesBlock: Services, LessonsBlock: Table}
    for edition, document in planned:
        for block, laid in zip(edition.page.blocks, document.blocks, strict=False):
            assert type(laid) is becomes.get(type(block), type(laid))


def test_services_are_those_of_the_readers(planned: Planned) -> None:
    for edition, document in planned:
        for block in document.blocks:
            if isinstance(block, Services):
                wanted = [str(service.id) for service in edition.region.help_for_band(edition.band.id)]
                assert [card.id for card in block.cards] == wanted
                assert len(block.table.rows) == len(wanted)


def test_adults_are_told_to_check_before_use_and_what_nobody_has_reviewed(planned: Planned) -> None:
    for edition, document in planned:
        notes = [run.text for block in document.blocks if isinstance(block, SmallPrint) for line in block.lines
                 for run in line]  # fmt: skip
        services = any(isinstance(block, Services) for block in document.blocks)
        adults = edition.band.audience != "pupils"
        assert (str(edition.region.check_before_use) in notes) == (services and adults)
        assert (str(edition.course.reviewed) in notes) == edition.page.unreviewed


def test_a_page_about_a_band_shows_its_lessons_and_no_others(planned: Planned) -> None:
    letters = [entry for entry in planned if entry[0].about is not None]
    assert letters
    for edition, document in letters:
        (table,) = [block for block in document.blocks if isinstance(block, Table)]
        titles = [row[0][0][0].text for row in table.rows]
        assert titles == [fill(lesson.lesson.title, edition.region) for lesson in edition.lessons]
        assert {lesson.band.id for lesson in edition.lessons} == {edition.about.id}  # type: ignore[union-attr]


def test_type_never_gets_smaller_than_its_readers_need(planned: Planned) -> None:
    for edition, _ in planned:
        for booklet in plan_page_print(edition):
            if edition.band.audience == "pupils":
                assert booklet.measures.type_pt >= edition.band.print.type_pt
            assert booklet.measures.adult_pt >= booklet.measures.key_pt
