"""Which files lie in the folder that a facilitator takes along, under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from takeabreath.content.editions import band_edition_of, page_edition_of, route_edition_of
from takeabreath.model.curriculum import Band, BandEdition, Curriculum, PlacedPage, PlacedRoute, RouteEdition
from takeabreath.model.fill import fill
from takeabreath.model.print_style import PrintStyle
from takeabreath.plan.copies import LEADER
from takeabreath.plan.pack_folder import PackEntry, plan_pack_sheet, sheet_file, sheets_to_copy
from takeabreath.plan.pack_sheets import sessions
from takeabreath.render.formats import FORMATS, OutputFormat, Scope
from takeabreath.targets import AnyEdition, Target


@dataclass(frozen=True, slots=True)
class PackChoice:
    """What to pack, and for whom."""

    route: PlacedRoute
    group: int
    language: str
    region: str
    style: PrintStyle


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file to be made, and what the page on top says of it."""

    entry: PackEntry
    target: Target


#: How the names begin of the pages that help at once.
_AT_ONCE = "happening-now"

#: A file before it has a number: its name, what it is, how and of what it is made.
_Draft = tuple[str, PackEntry, OutputFormat, AnyEdition]


def pack_edition(curriculum: Curriculum, choice: PackChoice) -> RouteEdition:
    """The route for the chosen group."""
    edition = route_edition_of(curriculum, choice.route, choice.language, choice.region, choice.style)
    return replace(edition, group=choice.group)


def pack_files(curriculum: Curriculum, choice: PackChoice) -> list[PackFile]:
    """The files in the order of use; the folders and the files in each are numbered."""
    edition = pack_edition(curriculum, choice)
    band = band_edition_of(curriculum, choice.route.band, choice.language, choice.region, choice.style)
    folders: tuple[tuple[str, Iterable[_Draft]], ...] = (
        ("1-print", (*_to_print(edition), *_for_the_band(band))),
        ("2-slides", _of_sessions(edition, "slides", "contact-sheet")),
        ("3-quiz", _of_sessions(edition, "quiz")),
        ("4-word", (*_of_sessions(edition, "plan-word"), *_pages(curriculum, choice, "page-word"))),
        ("5-help", (_helplines(band), *_pages(curriculum, choice, "page"))),
    )
    return [
        _placed(f"{folder}/{number:02}-", draft) for folder, drafts in folders for number, draft in enumerate(drafts, 1)
    ]


def _placed(before: str, draft: _Draft) -> PackFile:
    name, entry, output_format, edition = draft
    path = before + name
    return PackFile(replace(entry, path=path), Target(path, output_format, edition, key=""))


def _to_print(edition: RouteEdition) -> Iterator[_Draft]:
    """The pack, and what is printed more than once from files of its own."""
    whole = PackEntry("", str(edition.labels.pack.whole_pack), LEADER, both_sides=True)
    yield "pack.pdf", whole, _format(Scope.ROUTE, "pack"), edition
    for number, sheet in enumerate(sheets_to_copy(edition)):
        entry = PackEntry("", sheet.title, sheet.share, sheet.both_sides)
        made_by = OutputFormat("pack-sheet", Scope.ROUTE, "", 1, partial(_sheet, number))
        yield f"{sheet_file(edition, sheet)}.pdf", entry, made_by, edition


def _sheet(number: int, edition: RouteEdition) -> bytes:
    from takeabreath.render.to_pdf import render_pdf  # noqa: PLC0415 - only the workers need it

    return render_pdf(plan_pack_sheet(edition, number))


def _for_the_band(band: BandEdition) -> Iterator[_Draft]:
    """Things that are not of this route alone: to keep, to give, and to hang up large."""
    labels = band.labels.pack
    says = {
        "wallet-cards": labels.wallet_cards,
        "certificate": labels.certificate,
        "posters": labels.posters,
        "posters-large": labels.large_posters,
    }
    for name, text in says.items():
        output_format = _format(Scope.BAND, name)
        if output_format.fits(band):
            yield f"{name}.pdf", PackEntry("", str(text)), output_format, band


def _helplines(band: BandEdition) -> _Draft:
    return "helplines.pdf", PackEntry("", str(band.labels.pack.helplines)), _format(Scope.BAND, "helplines"), band


def _of_sessions(edition: RouteEdition, *names: str) -> Iterator[_Draft]:
    """A view of what is taught; where each lesson has its own day, one of each."""
    labels = edition.labels.pack
    says = {
        "slides": labels.slides,
        "contact-sheet": labels.slides_on_paper,
        "quiz": labels.quiz,
        "plan-word": labels.plan,
    }
    for session in sessions(edition):
        for name in names:
            if edition.route.meetings:
                title = fill(session.lesson.title, edition.region)
                text = labels.meeting_file.format(title=title, what=says[name])
                output_format = _format(Scope.LESSON, name)
                yield (
                    f"{session.lesson_id.rpartition('/')[2]}-{_base(output_format)}",
                    PackEntry("", text),
                    output_format,
                    session,
                )
            else:
                output_format = _format(Scope.ROUTE, name)
                yield _base(output_format), PackEntry("", str(says[name])), output_format, edition


def _pages(curriculum: Curriculum, choice: PackChoice, name: str) -> Iterator[_Draft]:
    """The pages for this band: those to have at hand when it is happening now come first, those to change last."""
    output_format = _format(Scope.PAGE, name)
    fitting = [placed for placed in curriculum.pages if _is_for(curriculum, placed, choice.route.band)]
    for placed in sorted(fitting, key=lambda it: (not it.page_id.startswith(_AT_ONCE), it.page.editable)):
        page = page_edition_of(curriculum, placed, choice.language, choice.region, choice.style)
        if output_format.fits(page):
            text = fill(placed.page.title, page.region)
            yield f"{placed.name}.{output_format.path.rpartition('.')[2]}", PackEntry("", text), output_format, page


def _is_for(curriculum: Curriculum, placed: PlacedPage, band: Band) -> bool:
    """Whether a page is about the band or about none, and for adults or for learners who are not older.

    The youngest have the page of the next older ones, which is read to them, where there is none of their own.
    """
    if placed.about is not None:
        return placed.about.id == band.id
    ages = {str(entry.id): place for place, entry in enumerate(curriculum.bands.values())}
    learners = [ages[page.readers.id] for page in curriculum.pages if page.readers.audience == "pupils"]
    return placed.readers.audience != "pupils" or ages[placed.readers.id] <= max(ages[band.id], min(learners))


def _format(scope: Scope, name: str) -> OutputFormat:
    return next(entry for entry in FORMATS if (entry.scope, entry.name) == (scope, name))


def _base(output_format: OutputFormat) -> str:
    return output_format.path.rpartition("/")[2]
