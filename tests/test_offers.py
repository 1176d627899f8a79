"""A deck that a teacher has edited: the merged one beside it, and how she takes it or leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from keep_editing import all_text, delete_slide, edited, titles
from pptx.presentation import Presentation as PresentationDocument

from takeabreath.build import Outcome, build
from takeabreath.cli import OK, WRONG_USAGE, main
from takeabreath.fingerprint import Fingerprint
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.offers import BASE, NothingToAccept, accept
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slides import Deck, Paragraph
from takeabreath.render.formats import OutputFormat, Scope
from takeabreath.render.to_pptx import render_pptx
from takeabreath.targets import Target

PATH = "lessons/en/8-10/4-stop-and-keep/slides.pptx"


@dataclass
class Room:
    """A folder with one deck, and the deck that the content makes."""

    out: Path
    edition: Edition
    curriculum: Curriculum
    deck: Deck
    builds: int = 0

    @property
    def hers(self) -> Path:
        return self.out / PATH

    @property
    def merged(self) -> Path:
        return self.hers.with_name("slides.merged.pptx")

    @property
    def before(self) -> Path:
        return self.hers.with_name("slides.before.pptx")

    def build(self, *, full: bool = False, gone: bool = False) -> Outcome:
        content = render_pptx(self.deck)
        slides = OutputFormat("slides", Scope.LESSON, PATH, 1, lambda _: content)
        targets = [] if gone else [Target(PATH, slides, self.edition, str(self.deck.slides))]
        outcomes: list[Outcome] = []
        build(
            targets, self.out, full=full, inputs=Fingerprint("", {}), curriculum=self.curriculum,
            report=lambda _, outcome: outcomes.append(outcome), workers=1,
        )  # fmt: skip
        return outcomes[0]

    def edit(self, *changes: Callable[[PresentationDocument], object], path: Path | None = None) -> bytes:
        path = path or self.hers
        path.write_bytes(edited(path.read_bytes(), *changes))
        return path.read_bytes()

    def news(self, title: str) -> None:
        """A new version, in which the second slide has another title."""
        second = self.deck.slides[1]
        text = replace(second.texts[0], paragraphs=(Paragraph(title),))
        slide = replace(second, texts=(text, *second.texts[1:]))
        self.deck = replace(self.deck, slides=(self.deck.slides[0], slide, *self.deck.slides[2:]))


def retitle(number: int, title: str) -> Callable[[PresentationDocument], None]:
    def change(mine: PresentationDocument) -> None:
        mine.slides[number].shapes.title.text_frame.text = title

    return change


@pytest.fixture
def room(editions: dict[str, Edition], curriculum: Curriculum, tmp_path: Path) -> Room:
    edition = editions["8-10/4-stop-and-keep"]
    deck = plan_deck(edition)
    room = Room(tmp_path, edition, curriculum, replace(deck, slides=deck.slides[:4]))
    room.build()
    return room


def test_without_news_her_deck_is_kept_and_nothing_lies_beside_it(room: Room) -> None:
    hers = room.edit(retitle(0, "Mine"))
    assert room.build() is Outcome.KEPT
    assert [path.name for path in room.hers.parent.iterdir()] == ["slides.pptx"]
    assert room.hers.read_bytes() == hers


def test_with_news_a_merged_deck_lies_beside_hers_which_is_as_she_left_it(room: Room) -> None:
    hers = room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    assert room.build() is Outcome.MERGED
    assert room.hers.read_bytes() == hers
    assert titles(room.merged.read_bytes())[:2] == ["Mine", "Rules for this room"]
    report = room.merged.with_suffix(".txt").read_text("utf-8")
    assert "KEPT AS YOU HAVE IT\n\nSlide 1, “Mine”\n  Title: your text\n" in report
    assert "BROUGHT UP TO DATE\n\nSlide 2, “Rules for this room”\n  Title: new text\n" in report


def test_another_build_leaves_the_merged_deck_as_it_is(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    merged = room.merged.read_bytes()
    assert room.build() is Outcome.MERGED
    assert room.merged.read_bytes() == merged


def test_accepting_puts_the_merged_deck_in_place_and_keeps_the_one_before(room: Room) -> None:
    hers = room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    merged = room.merged.read_bytes()
    accept(room.hers)
    assert (room.hers.read_bytes(), room.before.read_bytes()) == (merged, hers)
    assert sorted(path.name for path in room.hers.parent.iterdir()) == ["slides.before.pptx", "slides.pptx"]
    assert room.build() is Outcome.KEPT


def test_after_accepting_only_what_is_newer_is_news(room: Room) -> None:
    room.edit(retitle(0, "Mine"), retitle(1, "My rules"))
    room.news("Rules for this room")
    room.build()
    accept(room.merged)
    room.news("Rules for this week")
    assert room.build() is Outcome.MERGED
    assert titles(room.merged.read_bytes())[:2] == ["Mine", "My rules"]
    assert "new:   Rules for this week" in room.merged.with_suffix(".txt").read_text("utf-8")
    accept(room.hers)
    assert room.hers.with_name("slides.before-2.pptx").is_file()


def test_a_merged_deck_that_she_has_changed_is_not_made_anew(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    merged = room.edit(retitle(2, "Changed in the merged deck"), path=room.merged)
    room.news("Rules for this week")
    assert room.build() is Outcome.MERGED
    assert room.merged.read_bytes() == merged
    accept(room.hers)
    assert room.build() is Outcome.MERGED
    assert titles(room.merged.read_bytes())[:3] == ["Mine", "Rules for this week", "Changed in the merged deck"]


def test_a_merged_deck_that_she_has_renamed_herself_is_taken_as_accepted(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    room.merged.replace(room.hers)
    assert room.build() is Outcome.KEPT
    room.news("Rules for this week")
    assert room.build() is Outcome.MERGED
    assert titles(room.merged.read_bytes())[:2] == ["Mine", "Rules for this week"]


def test_her_deck_changed_after_merging_is_merged_anew_and_not_overwritten(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    hers = room.edit(retitle(2, "Mine too"))
    with pytest.raises(NothingToAccept, match="was changed after"):
        accept(room.hers)
    assert room.hers.read_bytes() == hers
    assert room.build() is Outcome.MERGED
    accept(room.hers)
    assert titles(room.hers.read_bytes())[:3] == ["Mine", "Rules for this room", "Mine too"]


def test_a_merged_deck_that_she_has_deleted_is_not_made_again_until_there_is_news(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    room.build()
    room.merged.unlink()
    assert room.build() is Outcome.KEPT
    assert not room.merged.exists()
    room.news("Rules for this week")
    assert room.build() is Outcome.MERGED


def test_news_that_is_taken_back_takes_the_merged_deck_back(room: Room) -> None:
    room.edit(retitle(0, "Mine"))
    first = room.deck
    room.news("Rules for this room")
    room.build()
    room.deck = first
    assert room.build() is Outcome.KEPT
    assert [path.name for path in room.hers.parent.iterdir()] == ["slides.pptx"]


def test_a_deck_that_cannot_be_read_is_kept(room: Room) -> None:
    room.hers.write_bytes(b"locked with a password")
    room.news("Rules for this room")
    assert room.build() is Outcome.KEPT
    assert room.hers.read_bytes() == b"locked with a password"


def test_a_deck_of_which_it_is_not_known_what_was_written_is_kept(room: Room) -> None:
    (room.out / BASE / PATH).unlink()
    hers = room.edit(retitle(0, "Mine"))
    room.news("Rules for this room")
    assert room.build() is Outcome.KEPT
    assert room.hers.read_bytes() == hers


def test_what_was_written_is_forgotten_with_the_lesson(room: Room) -> None:
    assert room.build(full=True, gone=True) is Outcome.REMOVED
    assert [path.name for path in room.out.iterdir()] == [".takeabreath.json"]


def test_the_command_line_takes_a_merged_deck(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    room.edit(retitle(0, "Mine"), lambda mine: delete_slide(mine, 2))
    assert main(["accept", str(room.hers)]) == WRONG_USAGE
    assert "there is no slides.merged.pptx to take" in capsys.readouterr().err
    room.news("Rules for this room")
    room.build()
    assert main(["accept", str(room.merged)]) == OK
    assert "is now the merged deck. The one before is slides.before.pptx." in capsys.readouterr().out
    assert "Rules for this room" in all_text(room.hers.read_bytes())


def test_accepting_in_a_folder_that_no_build_made_is_told_kindly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["accept", str(tmp_path / "slides.pptx")]) == WRONG_USAGE
    assert "lies in no folder that `takeabreath build` has made" in capsys.readouterr().err
