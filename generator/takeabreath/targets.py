"""Which files there are to make: the views of the chosen lessons, routes, bands and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from takeabreath.content.editions import band_edition_of, edition_of, page_edition_of, route_edition_of
from takeabreath.fingerprint import Fingerprint
from takeabreath.model.curriculum import (
    Band,
    BandEdition,
    Curriculum,
    Edition,
    PageEdition,
    PlacedLesson,
    PlacedPage,
    PlacedRoute,
    RouteEdition,
)
from takeabreath.model.print_style import PrintStyle
from takeabreath.render.formats import COURSE_FORMATS, OutputFormat, Scope

#: What views are made of, as it stands in the content; and then with all that its views need.
Subject: TypeAlias = PlacedLesson | PlacedRoute | Band | PlacedPage
AnyEdition: TypeAlias = Edition | RouteEdition | BandEdition | PageEdition


@dataclass(frozen=True, slots=True)
class Target:
    """One output file; `path` is relative to the output folder, with forward slashes."""

    path: str
    format: OutputFormat
    edition: AnyEdition
    key: str


def subjects_of(curriculum: Curriculum, band: str | None = None, name: str | None = None) -> Iterator[Subject]:
    """Everything, or a band's, or what has an id such as `8-10/4-stop-and-keep`, its last part, or a page's name."""
    taught: tuple[PlacedLesson | PlacedRoute, ...] = (*curriculum.lessons, *curriculum.routes)
    for placed in taught:
        if band in (None, placed.band.id) and name in (None, placed.id, placed.name):
            yield placed
    if name is None:
        yield from (
            entry for entry in curriculum.bands.values() if band in (None, entry.id) and _taught(curriculum, entry)
        )
    for page in curriculum.pages:
        if name in (None, page.name, page.page_id) and band in (None, (page.about or page.readers).id):
            yield page


def _taught(curriculum: Curriculum, band: Band) -> bool:
    return any(placed.band.id == band.id for placed in curriculum.lessons)


def targets_of(
    curriculum: Curriculum, subjects: Iterable[Subject], formats: Iterable[OutputFormat],
    language: str, region: str, inputs: Fingerprint, style: PrintStyle | None = None,
) -> list[Target]:  # fmt: skip
    """Every file to be made of the subjects, in the order of subjects and formats.

    All notebooks of a language come with the facilitator's, those of the course's own with the one to start from.
    """
    subjects, formats = tuple(subjects), tuple(formats)
    found = []
    for subject in subjects:
        scope, edition = _edition(curriculum, subject, language, region, style)
        places = {
            "language": language,
            "band": edition.band.id,
            "name": "" if isinstance(subject, Band) else subject.name,
        }
        found += [
            Target(view.path.format(**places), view, edition, inputs.key(*_sources(edition, view)))
            for view in formats
            if view.scope is scope and view.fits(edition)
        ]
    notebooks = any(output_format.name == "notebook" for output_format in formats)
    if notebooks and found and set(curriculum.lessons) <= set(subjects):
        edition = found[0].edition
        found += [
            Target(output_format.path.format(language=language), output_format, edition, inputs.key())
            for output_format in COURSE_FORMATS
            if output_format.fits(edition)
        ]
    return found


def _edition(
    curriculum: Curriculum, subject: Subject, language: str, region: str, style: PrintStyle | None
) -> tuple[Scope, AnyEdition]:
    match subject:
        case PlacedLesson():
            return Scope.LESSON, edition_of(curriculum, subject, language, region, style)
        case PlacedRoute():
            return Scope.ROUTE, route_edition_of(curriculum, subject, language, region, style)
        case Band():
            return Scope.BAND, band_edition_of(curriculum, subject, language, region, style)
        case PlacedPage():
            return Scope.PAGE, page_edition_of(curriculum, subject, language, region, style)


def _sources(edition: AnyEdition, output_format: OutputFormat) -> list[str]:
    """The files that a view is made from, below the content folder, besides those that all share."""
    files = [] if isinstance(edition, BandEdition) else [_source_file(edition)]
    if not isinstance(edition, Edition) and output_format.reads_lessons:
        files += [lesson.source_file for lesson in edition.lessons]
    return [file.split("/", 1)[1] for file in files]


def _source_file(edition: Edition | RouteEdition | PageEdition) -> str:
    return edition.whole.source_file if isinstance(edition, RouteEdition) else edition.source_file
