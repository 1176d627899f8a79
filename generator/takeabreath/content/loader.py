"""The content folder to a linked `Curriculum`, or every problem found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter

from takeabreath.content.links import link_problems
from takeabreath.content.source import read_source
from takeabreath.content.validate import did_you_mean, read_as
from takeabreath.model.curriculum import (
    Band,
    Course,
    Curriculum,
    Edition,
    GuidancePoint,
    Habit,
    Picture,
    PictureEntry,
    PlacedLesson,
    TaughtWord,
)
from takeabreath.model.labels import Labels
from takeabreath.model.lesson import Lesson
from takeabreath.model.region import Region
from takeabreath.model.text import Node
from takeabreath.model.wording import Wording
from takeabreath.problems import ContentProblems, Problem, ProblemCode, SourceSpan

T = TypeVar("T")
N = TypeVar("N", bound=Node)

#: One file, one type; the schemas for editors are made from the same table.
SINGLE_FILES: dict[str, Any] = {
    "course": Course,
    "guidance": tuple[GuidancePoint, ...],
    "bands": tuple[Band, ...],
    "habits": tuple[Habit, ...],
    "words": tuple[TaughtWord, ...],
    "pictures": tuple[PictureEntry, ...],
}
#: A folder of files of one type.
FOLDERS: dict[str, Any] = {"labels": Labels, "regions": Region, "wording": Wording, "lessons": Lesson}

_UNSAFE_IN_PICTURES = re.compile(
    rb"<!|<script|<foreignObject|<style|\bon[a-z]+\s*=|href\s*=\s*[\"'](?!#)", re.IGNORECASE
)
_LARGEST_PICTURE = 200_000


def load_curriculum(content_dir: Path) -> Curriculum:
    """Everything in the folder, read and linked; raises `ContentProblems` with all that is amiss."""
    return _Loading(content_dir).load()


def edition_of(curriculum: Curriculum, placed: PlacedLesson, language: str, region: str) -> Edition:
    """A lesson with all that its views need; raises KeyError for a language or region without content."""
    return Edition(
        course=curriculum.course,
        band=placed.band,
        habit=placed.habit,
        lesson=placed.lesson,
        lesson_id=placed.id,
        source_file=placed.file,
        guidance=curriculum.guidance,
        words=curriculum.words,
        pictures=curriculum.pictures,
        region=curriculum.regions[region],
        labels=curriculum.labels[language],
        language=language,
    )


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """The reader of a type; made once, since making one takes longer than reading a file."""
    return TypeAdapter(kind)


class _Loading:
    def __init__(self, content_dir: Path) -> None:
        self.folder = content_dir
        self.problems: list[Problem] = []

    def load(self) -> Curriculum:
        singles = {name: self._read(self.folder / f"{name}.yaml", kind) for name, kind in SINGLE_FILES.items()}
        folders = {name: self._read_folder(name) for name in FOLDERS if name != "lessons"}
        bands, habits = self._by_id(singles["bands"]), self._by_id(singles["habits"])
        lessons = self._lessons(bands, habits)
        pictures = self._pictures(self._by_id(singles["pictures"]))
        guidance, words = self._by_id(singles["guidance"]), self._by_id(singles["words"])
        if singles["course"] is not None and not any(p.code is ProblemCode.FILE_MISSING for p in self.problems):
            curriculum = Curriculum(
                singles["course"], guidance, bands, habits, words, pictures,
                folders["regions"], folders["labels"], folders["wording"], lessons,
            )  # fmt: skip
            self.problems += link_problems(curriculum)
            if not self.problems:
                return curriculum
        raise ContentProblems(self.problems)

    def _shown(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def _read(self, path: Path, kind: Any) -> Any:
        shown = self._shown(path)
        if not path.is_file():
            self.problems.append(
                Problem(
                    SourceSpan(shown),
                    ProblemCode.FILE_MISSING,
                    f"{shown} is missing",
                    "Put the file back, or check its name.",
                )
            )
            return None
        value, problems = read_source(path, shown)
        if not problems:
            value, problems = read_as(adapter_of(kind), value, shown)
        self.problems += problems
        return value

    def _read_folder(self, name: str) -> dict[str, Any]:
        """By file name without its ending; files that cannot be read are left out."""
        paths = sorted((self.folder / name).glob("*.yaml"))
        values = {path.stem: self._read(path, FOLDERS[name]) for path in paths}
        return {key: value for key, value in values.items() if value is not None}

    def _by_id(self, entries: tuple[Any, ...] | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in entries or ():
            if entry.id in found:
                first = found[entry.id].source_span
                self.problems.append(Problem(entry.id.span, ProblemCode.ID_DUPLICATE, f"the id '{entry.id}' "
                f"is used twice (first in line {first.line})",
                                             "Give one of the two another id."))  # fmt: skip
            found.setdefault(str(entry.id), entry)
        return found

    def _lessons(self, bands: Mapping[str, Band], habits: Mapping[str, Habit]) -> tuple[PlacedLesson, ...]:
        placed = []
        order = {band: number for number, band in enumerate(bands)}
        for path in sorted(
            (self.folder / "lessons").rglob("*.yaml"), key=lambda p: (order.get(p.parent.name, 99), p.as_posix())
        ):
            lesson = self._read(path, Lesson)
            place = self._place(path, bands, habits)
            if lesson is not None and place is not None:
                placed.append(PlacedLesson(*place, lesson, self._shown(path)))
        return tuple(placed)

    def _place(self, path: Path, bands: Mapping[str, Band], habits: Mapping[str, Habit]) -> tuple[Band, Habit] | None:
        names = {f"{habit.number}-{habit.id}": habit for habit in habits.values()}
        band, habit = bands.get(path.parent.name), names.get(path.stem)
        if band and habit and path.parent.parent == self.folder / "lessons":
            return band, habit
        if bands and habits:
            known, given = (bands, path.parent.name) if band is None else (names, path.stem)
            self.problems.append(Problem(
                SourceSpan(self._shown(path)), ProblemCode.FILE_UNEXPECTED,
                "a lesson's place is lessons/<band>/<number>-<habit>.yaml, such as lessons/8-10/4-stop-and-keep.yaml",
                f"Move or rename the file. {did_you_mean(given, known)}",
            ))  # fmt: skip
        return None

    def _pictures(self, entries: Mapping[str, PictureEntry]) -> dict[str, Picture]:
        pictures = {}
        for picture_id, entry in entries.items():
            picture = self._picture(entry)
            if picture:
                pictures[picture_id] = picture
        for path in sorted((self.folder / "art").glob("*")):
            if path.suffix != ".svg" or (entries and path.stem not in entries):
                self.problems.append(
                    Problem(
                        SourceSpan(self._shown(path)),
                        ProblemCode.FILE_UNEXPECTED,
                        "this picture is not in pictures.yaml",
                        f"Add an entry with the id '{path.stem}', or move the file away.",
                    )
                )
        return pictures

    def _picture(self, entry: PictureEntry) -> Picture | None:
        path = self.folder / "art" / f"{entry.id}.svg"
        try:
            svg = path.read_bytes()
        except OSError:
            self._picture_problem(
                entry,
                ProblemCode.PICTURE_MISSING,
                f"there is no picture art/{entry.id}.svg",
                "Put the picture there, or delete this entry.",
            )
            return None
        try:
            width, height = _size_of(svg)
        except ValueError as error:
            self._picture_problem(
                entry,
                ProblemCode.PICTURE_UNSAFE,
                f"art/{entry.id}.svg cannot be used: {error}",
                "Export it again as a plain SVG drawing.",
            )
            return None
        return Picture(str(entry.id), entry.alt, str(entry.licence), str(entry.creator), svg, width, height)

    def _picture_problem(self, entry: PictureEntry, code: ProblemCode, message: str, action: str) -> None:
        self.problems.append(Problem(entry.id.span, code, message, action))


def _size_of(svg: bytes) -> tuple[float, float]:
    """Width and height of the drawing's own units; ValueError where it is not a plain drawing."""
    if len(svg) > _LARGEST_PICTURE:
        raise ValueError(f"it has {len(svg):,} bytes, more than {_LARGEST_PICTURE:,}")
    if _UNSAFE_IN_PICTURES.search(svg):
        raise ValueError("it holds scripts, styles, links or declarations")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - declarations were refused above
        _, _, width, height = (float(number) for number in root.get("viewBox", "").replace(",", " ").split())
    except (ET.ParseError, ValueError):
        raise ValueError("it is not an SVG drawing with a viewBox") from None
    return width, height


def lessons_matching(curriculum: Curriculum, band: str | None, lesson: str | None) -> Iterable[PlacedLesson]:
    """The lessons of a band, or with an id such as `8-10/4-stop-and-keep` or its last part."""
    for placed in curriculum.lessons:
        if band in (None, placed.band.id) and lesson in (None, placed.id, placed.name):
            yield placed
