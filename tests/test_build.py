"""The build makes what is stale, leaves what is fresh, and never overwrites a person's work."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from takeabreath import build as building
from takeabreath.build import Outcome, build, check_outputs
from takeabreath.content.loader import load_curriculum
from takeabreath.fingerprint import Fingerprint, fingerprint
from takeabreath.manifest import MANIFEST, Manifest, nothing_to_do, write_atomically
from takeabreath.model.curriculum import Curriculum, PlacedLesson
from takeabreath.render.formats import LESSON_FORMATS
from takeabreath.targets import Target, targets_of

PLAN = tuple(output_format for output_format in LESSON_FORMATS if output_format.name == "plan")
LESSON = "lessons/en/8-10/4-stop-and-keep/plan.md"
TODAY = date(2026, 11, 22)


@dataclass
class Workshop:
    """A copy of the real content without its routes, which need every lesson, and a folder to build it into.

    Only the quick format is built.
    """

    content: Path
    out: Path
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def curriculum(self) -> Curriculum:
        return load_curriculum(self.content)

    def inputs(self) -> Fingerprint:
        return fingerprint(self.content, None, None)

    def targets(self, curriculum: Curriculum, band: str | None = None) -> list[Target]:
        lessons = [placed for placed in curriculum.lessons if band in {None, placed.band.id}]
        return targets_of(curriculum, lessons, PLAN, "en", "my", self.inputs())

    def build(self, band: str | None = None) -> dict[str, Outcome]:
        curriculum = self.curriculum()
        outcomes: dict[str, Outcome] = {}
        build(
            self.targets(curriculum, band), self.out, full=band is None, inputs=self.inputs(),
            curriculum=curriculum, report=outcomes.__setitem__, workers=1,
        )  # fmt: skip
        return outcomes

    def check(self) -> dict[str, Outcome]:
        outcomes: dict[str, Outcome] = {}
        check_outputs(self.targets(self.curriculum()), self.out, full=True, report=outcomes.__setitem__, workers=1)
        return outcomes

    def edit_lesson(self, band: str = "8-10") -> None:
        path = self.content / "lessons" / band / "4-stop-and-keep.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: ", "title: New ", 1).replace('New "', '"New ', 1), encoding="utf-8")


@pytest.fixture
def workshop(content_dir: Path, tmp_path: Path) -> Workshop:
    shutil.copytree(content_dir, tmp_path / "content", ignore=shutil.ignore_patterns("routes"))
    return Workshop(tmp_path / "content", tmp_path / "out")


def test_a_first_build_makes_every_lesson(workshop: Workshop, curriculum: Curriculum) -> None:
    outcomes = workshop.build()
    assert set(outcomes.values()) == {Outcome.MADE}
    assert {path.split("/")[2] for path in outcomes} == {placed.band.id for placed in curriculum.lessons}
    assert all((workshop.out / path).is_file() for path in outcomes)


def test_a_second_build_makes_nothing(workshop: Workshop) -> None:
    workshop.build()
    assert set(workshop.build().values()) == {Outcome.FRESH}


def test_an_edited_lesson_is_made_again_and_no_other(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit_lesson()
    made = [path for path, outcome in workshop.build().items() if outcome is Outcome.MADE]
    assert made == [LESSON]


def test_a_change_that_all_lessons_share_makes_all_again(workshop: Workshop) -> None:
    workshop.build()
    course = workshop.content / "course.yaml"
    course.write_text(
        course.read_text("utf-8").replace("No child-protection expert", "As yet no child-protection expert"), "utf-8"
    )
    assert Outcome.FRESH not in set(workshop.build().values())


def test_a_file_that_a_person_changed_is_kept(workshop: Workshop) -> None:
    workshop.build()
    hers = workshop.out / LESSON
    hers.write_text("my own words", encoding="utf-8")
    assert workshop.build()[LESSON] is Outcome.KEPT
    workshop.edit_lesson()
    assert workshop.build()[LESSON] is Outcome.KEPT
    assert workshop.build()[LESSON] is Outcome.KEPT
    assert hers.read_text(encoding="utf-8") == "my own words"


def test_a_changed_file_that_is_moved_away_makes_room_for_the_new_one(workshop: Workshop) -> None:
    workshop.build()
    hers = workshop.out / LESSON
    hers.write_text("my own words", encoding="utf-8")
    workshop.build()
    hers.rename(hers.with_name("mine.md"))
    assert workshop.build()[LESSON] is Outcome.MADE
    assert hers.with_name("mine.md").read_text(encoding="utf-8") == "my own words"


def test_a_file_that_was_there_before_the_first_build_is_kept(workshop: Workshop) -> None:
    stranger = workshop.out / LESSON
    stranger.parent.mkdir(parents=True)
    stranger.write_text("somebody's", encoding="utf-8")
    assert workshop.build()[LESSON] is Outcome.KEPT
    assert stranger.read_text(encoding="utf-8") == "somebody's"


def test_without_its_manifest_a_build_takes_up_files_that_are_as_it_would_make_them(workshop: Workshop) -> None:
    workshop.build()
    (workshop.out / MANIFEST).unlink()
    assert set(workshop.build().values()) == {Outcome.FRESH}


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"files": 3}', '{"whole": "", "warn_after": "", "files": {"a": 1}}']
)
def test_a_damaged_manifest_loses_nothing(workshop: Workshop, damage: str) -> None:
    workshop.build()
    (workshop.out / MANIFEST).write_text(damage, encoding="utf-8")
    assert set(workshop.build().values()) == {Outcome.FRESH}


def test_the_files_of_a_lesson_that_is_gone_are_removed(workshop: Workshop) -> None:
    workshop.build()
    shutil.rmtree(workshop.content / "lessons" / "8-10")
    assert workshop.build()[LESSON] is Outcome.REMOVED
    assert not (workshop.out / LESSON).parent.exists()


def test_an_orphan_that_a_person_changed_stays(workshop: Workshop) -> None:
    workshop.build()
    (workshop.out / LESSON).write_text("my own words", encoding="utf-8")
    shutil.rmtree(workshop.content / "lessons" / "8-10")
    assert workshop.build()[LESSON] is Outcome.ORPHANED
    assert (workshop.out / LESSON).read_text(encoding="utf-8") == "my own words"


def test_building_one_band_leaves_the_others_alone(workshop: Workshop) -> None:
    workshop.build()
    shutil.rmtree(workshop.content / "lessons" / "8-10")
    assert LESSON not in workshop.build("5-7")
    assert (workshop.out / LESSON).is_file()


def test_check_says_what_is_missing_stale_changed_and_orphaned_and_writes_nothing(workshop: Workshop) -> None:
    workshop.build()
    plan = "lessons/en/{}/4-stop-and-keep/plan.md"
    (workshop.out / plan.format("5-7")).unlink()
    workshop.edit_lesson("11-13")
    (workshop.out / plan.format("14-18")).write_text("my own words", encoding="utf-8")
    shutil.rmtree(workshop.content / "lessons" / "8-10")
    before = {path: path.read_bytes() for path in workshop.out.rglob("*") if path.is_file()}
    outcomes = workshop.check()
    assert {band: outcomes[plan.format(band)] for band in ("5-7", "8-10", "11-13", "14-18", "parents")} == {
        "5-7": Outcome.MISSING,
        "8-10": Outcome.ORPHANED,
        "11-13": Outcome.STALE,
        "14-18": Outcome.KEPT,
        "parents": Outcome.FRESH,
    }
    assert before == {path: path.read_bytes() for path in workshop.out.rglob("*") if path.is_file()}


def test_check_finds_an_orphan_that_no_manifest_knows(workshop: Workshop) -> None:
    workshop.build()
    (workshop.out / MANIFEST).unlink()
    shutil.rmtree(workshop.content / "lessons" / "8-10")
    assert workshop.check()[LESSON] is Outcome.ORPHANED


def test_a_build_with_nothing_to_do_knows_it_without_reading_the_content(workshop: Workshop) -> None:
    workshop.build()
    files = len(Manifest.load(workshop.out).files)
    assert nothing_to_do(workshop.out, workshop.inputs(), TODAY) == files
    (workshop.out / LESSON).write_text("my own words", encoding="utf-8")
    assert nothing_to_do(workshop.out, workshop.inputs(), TODAY) is None


def test_a_service_that_has_become_stale_ends_the_silence(workshop: Workshop) -> None:
    workshop.build()
    assert nothing_to_do(workshop.out, workshop.inputs(), date(2031, 1, 1)) is None


def test_several_workers_make_the_same_bytes_as_one(workshop: Workshop) -> None:
    targets = workshop.targets(workshop.curriculum())
    alone = {target.path: content for target, content in building.made(targets, workers=1)}
    together = {target.path: content for target, content in building.made(targets, workers=2)}
    assert alone == together


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(b"before")

    def full_disk(_: Path, __: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"after")
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.md"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_written_files_can_be_read_by_everyone_the_umask_allows(tmp_path: Path) -> None:
    write_atomically(tmp_path / "plan.md", b"x")
    plain = tmp_path / "plain"
    plain.write_bytes(b"x")
    assert (tmp_path / "plan.md").stat().st_mode == plain.stat().st_mode


def test_a_file_that_another_program_holds_open_is_reported(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path, __: bytes) -> None:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(building, "write_atomically", held)
    curriculum = workshop.curriculum()
    (workshop.out).mkdir()
    manifest = Manifest()
    target = workshop.targets(curriculum)[0]
    assert building._place(target, b"new", workshop.out, manifest) is Outcome.BUSY
    assert manifest.files == {}


def test_all_notebooks_come_with_the_one_to_start_from(workshop: Workshop) -> None:
    curriculum = workshop.curriculum()
    notebooks = [output_format for output_format in LESSON_FORMATS if output_format.name == "notebook"]

    def paths(lessons: Iterable[PlacedLesson]) -> list[str]:
        return [target.path for target in targets_of(curriculum, lessons, notebooks, "en", "my", workshop.inputs())]

    assert paths(curriculum.lessons)[-1] == "notebooks/start-here.ipynb"
    assert paths(curriculum.lessons[:2]) == [f"notebooks/en/{placed.id}.ipynb" for placed in curriculum.lessons[:2]]
