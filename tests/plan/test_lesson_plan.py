"""What a lesson plan says, and in which order."""

from __future__ import annotations

from takeabreath.model.curriculum import Edition
from takeabreath.model.fill import fill
from takeabreath.plan.document import Callout, Document, Heading, Paragraph, Points, Table
from takeabreath.plan.lesson_plan import plan_lesson_plan


def _plans(editions: dict[str, Edition]) -> list[tuple[Edition, Document]]:
    return [(edition, plan_lesson_plan(edition)) for edition in editions.values()]


def _table(document: Document, caption: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.caption == caption)


def _column(table: Table, number: int) -> list[str]:
    return ["".join(run.text for line in row[number] for run in line) for row in table.rows]


def test_the_first_thing_is_the_lesson_at_a_glance(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        first, second = document.blocks[:2]
        assert isinstance(first, Table)
        assert fill(edition.lesson.objective, edition.region) in _column(first, 1)
        assert isinstance(second, Callout)
        assert second.label == edition.labels.plan.content_note


def test_the_clock_runs_from_nothing_to_the_bands_minutes_without_gaps(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        table = _table(document, str(edition.labels.plan.timeline))
        spans = [span.removesuffix(" min").split("–") for span in _column(table, 0)]
        assert spans[0][0] == "0"
        assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
        assert spans[-1][1] == str(edition.band.core_minutes)


def test_every_word_to_say_stands_in_a_say_callout(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        said = {
            run.text
            for block in document.blocks
            if isinstance(block, Callout) and block.tone == "say"
            for line in block.lines
            for run in line
        }
        expected = {fill(text, edition.region) for _, slide in edition.lesson.slides() for text in slide.say}
        assert expected <= said


def test_everything_a_teacher_needs_is_in_the_plan(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        shown = "\n".join(document.lines())
        lesson, band = edition.lesson, edition.band
        texts = [
            *lesson.before, *lesson.materials, *band.if_upset, *band.if_tells, *band.ground_rules, band.question_box,
            *(entry.say for entry in lesson.do_not_say), *(entry.answer for entry in lesson.likely_questions),
            *(text for step in lesson.steps for text in (step.purpose, step.learners_do, step.if_late)),
            *(prompt.listen_for for _, slide in lesson.slides() for prompt in slide.ask),
            *(text for _, slide in lesson.slides() for text in (*slide.do, *slide.avoid)),
            *lesson.adaptations.support, *lesson.adaptations.stretch, *lesson.extension.do, edition.course.reviewed,
        ]  # fmt: skip
        missing = [text for text in texts if fill(text, edition.region) not in shown]
        assert missing == []


def test_the_five_closing_elements_are_in_the_plan(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        shown = "\n".join(document.lines())
        closing = edition.lesson.closing
        for text in (closing.not_your_fault, closing.tell, *closing.what_happens_next, closing.calm):
            assert fill(text, edition.region) in shown
        for service in edition.region.help_for_band(edition.band.id):
            assert str(service.name) in shown
            assert all(number in shown for number in service.call)
            assert edition.labels.common.checked_on.format(date=service.checked_on.isoformat()) in shown


def test_guidance_points_stand_with_who_said_them(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        table = _table(document, str(edition.labels.plan.guidance))
        assert _column(table, 0) == [str(edition.guidance[point].name) for point in edition.lesson.teaches]
        assert _column(table, 2) == [str(edition.guidance[point].said_by) for point in edition.lesson.teaches]


def test_law_notes_are_for_staff_alone(editions: dict[str, Edition]) -> None:
    for edition, document in _plans(editions):
        headings = [block.text for block in document.blocks if isinstance(block, Heading)]
        assert (edition.labels.plan.law_notes in headings) == (edition.band.audience == "staff")
        if edition.band.audience != "staff":
            assert not any(note.says in line for note in edition.region.law_notes for line in document.lines())


def test_headings_skip_no_level_and_lead_into_something(editions: dict[str, Edition]) -> None:
    for _, document in _plans(editions):
        level = 0
        for block, following in zip(document.blocks, document.blocks[1:], strict=False):
            if isinstance(block, Heading):
                assert block.level <= level + 1, block.text
                level = block.level
                assert isinstance(following, Paragraph | Points | Table | Callout) or following.level > block.level
        assert not isinstance(document.blocks[-1], Heading)


def test_no_place_of_a_text_is_left_unfilled(editions: dict[str, Edition]) -> None:
    for _, document in _plans(editions):
        assert [line for line in document.lines() if "{" in line] == []
