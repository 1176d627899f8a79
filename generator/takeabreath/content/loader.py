"""The content folder to a linked `Curriculum`, or every problem found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from takeabreath.content.drawing import read_drawing
from takeabreath.content.links import link_problems
from takeabreath.content.source import read_source
from takeabreath.content.validate import did_you_mean, read_as
from takeabreath.model.curriculum import (
    Band,
    Course,
    Curriculum,
    GuidancePoint,
    Habit,
    Picture,
    PictureEntry,
    PlacedLesson,
    PlacedPage,
    PlacedRoute,
    TaughtWord,
)
from takeabreath.model.evidence import Fact, Framework
from takeabreath.model.labels import Labels
from takeabreath.model.lesson import Lesson
from takeabreath.model.page import Page
from takeabreath.model.region import Region
from takeabreath.model.route import Route
from takeabreath.model.survey import SurveyItem
from takeabreath.model.text import Node
from takeabreath.model.wording import Wording
from takeabreath.problems import ContentProblems, Problem, ProblemCode, SourceSpan

T = TypeVar("T")
N = TypeVar("N", bound=Node)

_SOME = Field(min_length=1)
#: One file, one type; the schemas for editors are made from the same table.
SINGLE_FILES: dict[str, Any] = {
    "course": Course,
    "guidance": Annotated[tuple[GuidancePoint, ...], _SOME],
    "bands": Annotated[tuple[Band, ...], _SOME],
    "habits": Annotated[tuple[Habit, ...], _SOME],
    "words": Annotated[tuple[TaughtWord, ...], _SOME],
    "pictures": Annotated[tuple[PictureEntry, ...], _SOME],
    "facts": Annotated[tuple[Fact, ...], _SOME],
    "frameworks": Annotated[tuple[Framework, ...], _SOME],
    "survey": Annotated[tuple[SurveyItem, ...], _SOME],
}
#: A folder of files of one type.
FOLDERS: dict[str, Any] = {
    "labels": Labels, "regions": Region, "wording": Wording, "lessons": Lesson, "routes": Route, "pages": Page,
}  # fmt: skip

#: Folders that a small curriculum does without.
MAY_BE_EMPTY = frozenset({"routes", "pages"})
#: Files that it does without.
MAY_BE_ABSENT = frozenset({"survey"})


def load_curriculum(content_dir: Path) -> Curriculum:
    """Everything in the folder, read and linked; raises `ContentProblems` with all that is amiss."""
    return _Loading(content_dir).load()


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """The reader of a type; made once, since making one takes longer than reading a file."""
    return TypeAdapter(kind)


class _Loading:
    def __init__(self, content_dir: Path) -> None:
        self.folder = content_dir
        self.problems: list[Problem] = []

    def load(self) -> Curriculum:
        singles = {name: self._read_single(name, kind) for name, kind in SINGLE_FILES.items()}
        folders = {name: self._read_folder(name) for name in FOLDERS if name != "lessons"}
        bands, habits = self._by_id(singles["bands"]), self._by_id(singles["habits"])
        lessons = self._lessons(bands, habits)
        pictures = self._pictures(self._by_id(singles["pictures"]))
        guidance, words = self._by_id(singles["guidance"]), self._by_id(singles["words"])
        survey = self._by_id(singles["survey"])
        course = singles["course"]
        if course is not None:
            for name, chosen in (("regions", course.region), ("labels", course.language), ("wording", course.language)):
                self._must_be_there(self.folder / name / f"{chosen}.yaml", chosen.span)
        if course is not None and not any(p.code is ProblemCode.FILE_MISSING for p in self.problems):
            curriculum = Curriculum(
                course, guidance, bands, habits, words, pictures,
                self._by_id(singles["facts"]), self._by_id(singles["frameworks"]),
                folders["regions"], folders["labels"], folders["wording"], lessons,
                tuple(self._routes(folders["routes"], bands)), tuple(self._pages_for(folders["pages"], bands)),
                tuple(survey.values()),
            )  # fmt: skip
            self.problems += link_problems(curriculum)
            if not self.problems:
                return curriculum
        raise ContentProblems(self.problems)

    def _shown(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def _read_single(self, name: str, kind: Any) -> Any:
        path = self.folder / f"{name}.yaml"
        return () if name in MAY_BE_ABSENT and not path.is_file() else self._read(path, kind)

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

    def _must_be_there(self, path: Path, span: SourceSpan) -> None:
        """A file that `course.yaml` speaks of."""
        if not path.is_file():
            known = [other.stem for other in path.parent.glob("*.yaml")]
            message = f"course.yaml says '{path.stem}', and {self._shown(path)} is missing"
            action = did_you_mean(path.stem, known) if known else "Put the file back, or check its name."
            self.problems.append(Problem(span, ProblemCode.FILE_MISSING, message, action))

    def _read_folder(self, name: str) -> dict[str, Any]:
        """By file name without its ending; files that cannot be read are left out."""
        values = {path.stem: self._read(path, FOLDERS[name]) for path in self._yaml_files(name, "*")}
        return {key: value for key, value in values.items() if value is not None}

    def _yaml_files(self, folder: str, pattern: str) -> list[Path]:
        """The folder's YAML files; one that an editor or a system named otherwise is a problem."""
        found = []
        for path in sorted((self.folder / folder).glob(pattern)):
            if path.suffix == ".yaml" and not _is_of_the_system(path):
                found.append(path)
            elif path.suffix.lower() in {".yml", ".yaml", ".txt"} and not _is_of_the_system(path):
                self.problems.append(Problem(
                    SourceSpan(self._shown(path)), ProblemCode.FILE_UNEXPECTED,
                    f"the name '{path.name}' does not end in .yaml, so the file is not read",
                    f"Rename it to {path.name.split('.')[0]}.yaml.",
                ))  # fmt: skip
        return found

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
        paths = self._yaml_files("lessons", "**/*")
        if not paths:
            span = SourceSpan(f"{self.folder.name}/lessons")
            action = "Put a lesson there, such as lessons/8-10/4-stop-and-keep.yaml."
            self.problems.append(Problem(span, ProblemCode.FILE_MISSING, "there is no lesson", action))
        for path in sorted(paths, key=lambda path: (order.get(path.parent.name, 99), path.as_posix())):
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
                f"'{path.parent.name}/{path.name}' is not a band and a habit, such as 8-10/4-stop-and-keep.yaml",
                f"Rename the file or its folder. {did_you_mean(given, known)}",
            ))  # fmt: skip
        return None

    def _routes(self, routes: Mapping[str, Route], bands: Mapping[str, Band]) -> Iterator[PlacedRoute]:
        """By band, in the order of the routes' numbers; ways of unknown bands are left to linking."""
        ordered = sorted(routes.items(), key=lambda entry: (entry[1].number, entry[0]))
        for band in bands.values():
            for route_id, route in ordered:
                shown = self._shown(self.folder / "routes" / f"{route_id}.yaml")
                yield from (
                    PlacedRoute(band, route_id, route, way, shown) for way in route.bands if way.band == band.id
                )

    def _pages_for(self, pages: Mapping[str, Page], bands: Mapping[str, Band]) -> Iterator[PlacedPage]:
        for page_id, page in pages.items():
            shown = self._shown(self.folder / "pages" / f"{page_id}.yaml")
            if page.readers in bands:
                for about in [bands.get(str(band)) for band in page.about] or [None]:
                    yield PlacedPage(page_id, page, bands[str(page.readers)], about, shown)

    def _pictures(self, entries: Mapping[str, PictureEntry]) -> dict[str, Picture]:
        for path in sorted((self.folder / "art").glob("*")):
            if not _is_of_the_system(path):
                self._check_indexed(path, entries)
        return {picture_id: self._picture(entry) for picture_id, entry in entries.items()}

    def _check_indexed(self, path: Path, entries: Mapping[str, PictureEntry]) -> None:
        if path.suffix != ".svg":
            message, action = f"'{path.name}' is not an SVG drawing", "Draw it as SVG, or move the file away."
        elif entries and path.stem not in entries:
            message = "this picture is not in pictures.yaml"
            action = f"Add an entry with the id '{path.stem}', or move the file away."
        else:
            return
        self.problems.append(Problem(SourceSpan(self._shown(path)), ProblemCode.FILE_UNEXPECTED, message, action))

    def _picture(self, entry: PictureEntry) -> Picture:
        """The picture; an empty one after a problem, so that nobody is told that its id is unknown."""
        path = self.folder / "art" / f"{entry.id}.svg"
        svg, width, height = b"", 0.0, 0.0
        try:
            svg, width, height = read_drawing(path)
        except OSError:
            self._picture_problem(
                entry,
                ProblemCode.PICTURE_MISSING,
                f"there is no picture art/{entry.id}.svg",
                "Put the picture there, or delete this entry.",
            )
        except ValueError as error:
            self._picture_problem(
                entry,
                ProblemCode.PICTURE_UNSAFE,
                f"art/{entry.id}.svg cannot be used: {error}",
                "Export it again as a plain SVG drawing.",
            )
        return Picture(str(entry.id), entry.alt, str(entry.licence), str(entry.creator), svg, width, height)

    def _picture_problem(self, entry: PictureEntry, code: ProblemCode, message: str, action: str) -> None:
        self.problems.append(Problem(entry.id.span, code, message, action))


def _is_of_the_system(path: Path) -> bool:
    """What macOS, Windows and editors leave in folders, such as `.DS_Store`."""
    return path.name.startswith(".") or path.name.lower() in {"thumbs.db", "desktop.ini"}


def lessons_matching(curriculum: Curriculum, band: str | None, lesson: str | None) -> Iterable[PlacedLesson]:
    """The lessons of a band, or with an id such as `8-10/4-stop-and-keep` or its last part."""
    for placed in curriculum.lessons:
        if band in (None, placed.band.id) and lesson in (None, placed.id, placed.name):
            yield placed
