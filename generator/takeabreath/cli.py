"""The command line: arguments in, exit code out; the only part that prints.

Exit codes: 0 clean, 1 problems in the content or the outputs, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from takeabreath import __version__

if TYPE_CHECKING:
    from rich.progress import Progress

    from takeabreath.build import Outcome
    from takeabreath.fingerprint import Fingerprint
    from takeabreath.model.curriculum import Curriculum, PlacedLesson
    from takeabreath.model.print_style import PrintStyle
    from takeabreath.problems import Problem
    from takeabreath.render.formats import OutputFormat
    from takeabreath.targets import Subject

OK, PROBLEMS, WRONG_USAGE = 0, 1, 2


class WrongUsageError(Exception):
    """What was asked for cannot be; the message says what can be done."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    arguments = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return int(arguments.run(arguments))
    except WrongUsageError as error:
        print(f"takeabreath: {error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("Stopped. What was finished is in place; run the command again to go on.", file=sys.stderr)
        return PROBLEMS
    except BrokenPipeError:
        sys.stderr.close()
        return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="takeabreath", description="Lesson plans, decks, quizzes and handouts from one content source."
    )
    parser.add_argument("--version", action="version", version=f"takeabreath {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--content", type=Path, metavar="DIR", help="read the content from this folder")

    build = commands.add_parser("build", parents=[shared], help="make the files that are not up to date")
    build.add_argument("--band", help="only this band, such as 8-10")
    build.add_argument("--lesson", metavar="NAME", help="only this lesson, route or page, such as 8-10/4-stop-and-keep")
    build.add_argument("--language", help="the language's code, such as en")
    build.add_argument("--region", help="the region's code, such as my")
    build.add_argument(
        "--format",
        metavar="LIST",
        help="only these, with commas, such as plan,slides,handout; a wrong one lists them all",
    )
    build.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help="put lessons/ and notebooks/ there (default: here)"
    )
    _add_print_style(build)
    build.add_argument("--check", action="store_true", help="write nothing; say what is missing, stale or orphaned")
    build.set_defaults(run=_build)

    accept = commands.add_parser("accept", help="take the merged deck that lies beside one you have edited")
    accept.add_argument("deck", type=Path, nargs="+", metavar="PATH", help="the deck, such as lessons/.../slides.pptx")
    accept.set_defaults(run=_accept)

    _add_content_commands(commands, shared)

    quiz = commands.add_parser(
        "quiz", parents=[shared], help="open a lesson's quiz in the browser, made first where it is missing"
    )
    quiz.add_argument("lesson", help="such as 8-10/4-stop-and-keep")
    quiz.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where lessons/ is (default: here)")
    quiz.set_defaults(run=_quiz)

    notebooks = commands.add_parser("notebooks", parents=[shared], help="open a copy of the notebooks in JupyterLab")
    notebooks.add_argument("--to", type=Path, metavar="DIR", help="your copy (default: 'Take a Breath' in your home)")
    notebooks.add_argument("--no-browser", action="store_true", help="show the address instead of opening it")
    notebooks.add_argument("--port", type=int, help="the port (default: the first free one from 8888 on)")
    notebooks.set_defaults(run=_notebooks)

    doctor = commands.add_parser("doctor", help="look at a PowerPoint deck, anybody's: what is amiss, what to do")
    doctor.add_argument("deck", type=Path, metavar="FILE.pptx", help="the deck; it is never changed")
    doctor.add_argument("--fix", action="store_true", help="mend what is safe, in a copy: FILE.mended.pptx")
    doctor.add_argument("--out", type=Path, metavar="FILE", help="the mended copy's name")
    doctor.add_argument("--language", metavar="CODE", help="the language of text that names none, such as ms-MY")
    doctor.add_argument("--brief", action="store_true", help="leave out the reading order")
    doctor.set_defaults(run=_doctor)

    schema = commands.add_parser(
        "schema", help="write JSON schemas, so that an editor completes and checks while typing"
    )
    schema.add_argument("--out", type=Path, metavar="DIR", help="the folder for them (default: the package's)")
    schema.set_defaults(run=_schema)
    return parser


def _add_content_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """The commands that look at the content and make nothing of it."""
    check = commands.add_parser("check", parents=[shared], help="check the content against the rules")
    check.set_defaults(run=_check)

    covering = commands.add_parser("coverage", parents=[shared], help="show which guidance is taught where")
    covering.add_argument("--markdown", type=Path, metavar="FILE", help="write it to this file, as Markdown")
    covering.set_defaults(run=_coverage)

    reading = commands.add_parser("readability", parents=[shared], help="show how hard each lesson is to read")
    reading.set_defaults(run=_readability)

    listing = commands.add_parser("list", parents=[shared], help="list lessons, routes and pages")
    listing.set_defaults(run=_list)

    pack = commands.add_parser(
        "pack", parents=[shared], help="make the folder that a facilitator takes along to a route, as a zip file"
    )
    pack.add_argument("--route", required=True, metavar="NAME", help="such as workshop")
    pack.add_argument("--band", help="for whom, such as 8-10; not needed where the route has only one")
    pack.add_argument("--group", default="24", metavar="COUNT", help="how many people take part (default: 24)")
    pack.add_argument("--language", help="the language's code, such as en")
    pack.add_argument("--region", help="the region's code, such as my")
    pack.add_argument("--out", type=Path, default=Path("pack.zip"), metavar="FILE", help="default: pack.zip")
    _add_print_style(pack)
    pack.set_defaults(run=_pack)


def _add_print_style(command: argparse.ArgumentParser) -> None:
    command.add_argument("--paper", choices=["a4", "us-letter"], help="the paper to print on (default: the region's)")
    command.add_argument("--large-print", action="store_true", help="printed pages in type of at least 18 points")
    command.add_argument("--ink-saver", action="store_true", help="printed pages without tints and spare pictures")
    command.add_argument("--two-up", action="store_true", help="handouts twice on each sheet, to be cut in two")


def _check(arguments: argparse.Namespace) -> int:
    started = time.perf_counter()
    content_dir = _content_dir(arguments.content)
    curriculum = _checked(content_dir)
    if curriculum is None:
        return PROBLEMS
    print(f"{len(curriculum.lessons)} lessons, no problems ({time.perf_counter() - started:.1f} s).")
    return OK


def _coverage(arguments: argparse.Namespace) -> int:
    from takeabreath.manifest import write_atomically
    from takeabreath.rules.coverage import coverage

    curriculum = _loaded(_content_dir(arguments.content))
    if curriculum is None:
        return PROBLEMS
    matrices = coverage(curriculum)
    if arguments.markdown is None:
        print("\n".join(matrix.as_text() for matrix in matrices), end="")
        return OK
    try:
        write_atomically(arguments.markdown, "\n".join(matrix.as_markdown() for matrix in matrices).encode())
    except OSError as error:
        raise WrongUsageError(f"{arguments.markdown} cannot be written: {error.strerror or error}.") from None
    print(f"The tables are in {arguments.markdown}.")
    return OK


def _readability(arguments: argparse.Namespace) -> int:
    from takeabreath.rules.readability import readability

    curriculum = _loaded(_content_dir(arguments.content))
    if curriculum is None:
        return PROBLEMS
    print("\n".join(matrix.as_text() for matrix in readability(curriculum)), end="")
    return OK


def _list(arguments: argparse.Namespace) -> int:
    from takeabreath.listing import listing

    curriculum = _loaded(_content_dir(arguments.content))
    if curriculum is None:
        return PROBLEMS
    print(listing(curriculum))
    return OK


def _build(arguments: argparse.Namespace) -> int:
    from takeabreath.fingerprint import fingerprint
    from takeabreath.manifest import nothing_to_do, passed_lessons

    started = time.perf_counter()
    content_dir = _content_dir(arguments.content)
    full = not (arguments.band or arguments.lesson or arguments.format)
    inputs = fingerprint(
        content_dir,
        arguments.language,
        arguments.region,
        (arguments.paper, arguments.large_print, arguments.ink_saver, arguments.two_up),
    )
    if full and not arguments.check:
        count = nothing_to_do(arguments.out, inputs, date.today())
        if count is not None:
            print(f"All {count} files are up to date ({time.perf_counter() - started:.1f} s).")
            return OK
    curriculum = _checked(content_dir, passed_lessons(arguments.out, inputs))
    if curriculum is None:
        print("Nothing was built.", file=sys.stderr)
        return PROBLEMS
    return _make(arguments, curriculum, inputs, full=full, started=started)


def _accept(arguments: argparse.Namespace) -> int:
    from takeabreath.offers import NothingToAccept, accept

    for deck in arguments.deck:
        try:
            accepted = accept(deck)
        except NothingToAccept as error:
            raise WrongUsageError(str(error)) from None
        except PermissionError:
            raise WrongUsageError(f"another program holds {deck} open; close it there, and try again.") from None
        print(f"{accepted.deck} is now the merged deck. The one before is {accepted.before.name}.")
    return OK


def _make(
    arguments: argparse.Namespace, curriculum: Curriculum, inputs: Fingerprint, *, full: bool, started: float
) -> int:
    from takeabreath.build import COMPLAINTS, Outcome, build, check_outputs
    from takeabreath.manifest import remember_passed
    from takeabreath.targets import targets_of

    formats = _formats(arguments.format)
    language, region = _edition(curriculum, arguments)
    subjects = _subjects(curriculum, arguments.band, arguments.lesson)
    style = _print_style(curriculum, region, arguments)
    targets = targets_of(curriculum, subjects, formats, language, region, inputs, style)
    with _Progress(len(targets)) as progress:
        if arguments.check:
            check_outputs(targets, arguments.out, full=full, report=progress.report)
        else:
            remember_passed(arguments.out, (placed.source for placed in curriculum.lessons), inputs)
            build(targets, arguments.out, full=full, inputs=inputs, curriculum=curriculum, report=progress.report)
    _summarise(progress, arguments.out, time.perf_counter() - started)
    failures = COMPLAINTS if arguments.check else {Outcome.BUSY}
    return PROBLEMS if any(outcome in failures for _, outcome in progress.outcomes) else OK


def _pack(arguments: argparse.Namespace) -> int:
    from takeabreath.pack_targets import PackChoice
    from takeabreath.packing import NotPacked, chosen_route, group_size, pack

    started = time.perf_counter()
    curriculum = _checked(_content_dir(arguments.content))
    if curriculum is None:
        print("Nothing was packed.", file=sys.stderr)
        return PROBLEMS
    language, region = _edition(curriculum, arguments)
    try:
        route, group = chosen_route(curriculum, arguments.route, arguments.band), group_size(arguments.group)
        choice = PackChoice(route, group, language, region, _print_style(curriculum, region, arguments))
        with _Progress() as progress:
            count = pack(curriculum, choice, arguments.out, progress.advance)
    except NotPacked as error:
        raise WrongUsageError(str(error)) from None
    print(f"{arguments.out}: {count} files for a group of {group} ({time.perf_counter() - started:.1f} s).")
    print("Unpack it and print README.pdf first, at 100 %. It says what else to print, and how often.")
    return OK


class _Progress:
    """A bar on a terminal; in a pipe, a line for each file that was made or needs attention."""

    def __init__(self, total: int = 0) -> None:
        self.outcomes: list[tuple[str, Outcome]] = []
        self._total = total
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def report(self, path: str, outcome: Outcome) -> None:
        self.outcomes.append((path, outcome))
        if sys.stdout.isatty():
            self.advance(path, self._total)
        elif outcome.value != "up to date":
            print(f"{path}: {outcome}", flush=True)

    def advance(self, path: str, total: int) -> None:
        """Move the bar, where there is one."""
        if not sys.stdout.isatty():
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        if self._bar is None:
            self._bar = Progress(BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), transient=True)
            self._bar.add_task("", total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], advance=1, description=path)


def _summarise(progress: _Progress, out: Path, seconds: float) -> None:
    from takeabreath.build import Outcome

    counts = Counter(outcome for _, outcome in progress.outcomes)
    attention = {Outcome.KEPT, Outcome.MERGED, Outcome.BUSY, Outcome.ORPHANED, Outcome.MISSING, Outcome.STALE}
    if sys.stdout.isatty():
        for path, outcome in progress.outcomes:
            if outcome in attention:
                print(f"{path}: {outcome}")
    if counts[Outcome.KEPT]:
        print("Your changes are safe. To get the new version of a file, rename yours and build again.")
    if counts[Outcome.MERGED]:
        print("Your decks are as you left them. slides.merged.pptx, beside each, has your changes and the new ones;")
        print("slides.merged.txt says what is what. To take it: takeabreath accept PATH-OF-YOUR-DECK")
    if counts[Outcome.BUSY]:
        print("Close the program that has the file open, and build again.")
    if counts[Outcome.ORPHANED]:
        print("Orphaned files were left in place; delete them if nobody needs them.")
    if counts[Outcome.STALE] or counts[Outcome.MISSING]:
        print("Run `takeabreath build` to bring the files up to date.")
    parts = ", ".join(f"{count} {_SHORT[outcome.name]}" for outcome, count in counts.items())
    print(f"{len(progress.outcomes)} files: {parts or 'none'}. In {out.resolve()} ({seconds:.1f} s).")


_SHORT = {
    "FRESH": "up to date", "MADE": "made", "KEPT": "kept", "MERGED": "merged", "BUSY": "held open",
    "REMOVED": "removed", "MISSING": "missing", "STALE": "stale", "ORPHANED": "orphaned",
}  # fmt: skip


def _quiz(arguments: argparse.Namespace) -> int:
    import webbrowser

    content_dir = _content_dir(arguments.content)
    curriculum = _loaded(content_dir)
    if curriculum is None:
        return PROBLEMS
    placed = next(iter(_lessons(curriculum, None, arguments.lesson)))
    path = arguments.out / "lessons" / str(curriculum.course.language) / placed.band.id / placed.name / "quiz.html"
    if not path.is_file():
        arguments.band, arguments.format = None, "quiz"
        arguments.language = arguments.region = arguments.paper = None
        arguments.large_print = arguments.ink_saver = arguments.two_up = False
        arguments.check = False
        if _build(arguments) != OK:
            return PROBLEMS
    print(f"Opening {path}")
    webbrowser.open(path.resolve().as_uri())
    return OK


def _notebooks(arguments: argparse.Namespace) -> int:
    from takeabreath.notebooks.lab import serve
    from takeabreath.notebooks.work_copy import default_folder, update_work_copy

    content_dir = _content_dir(arguments.content)
    curriculum = _loaded(content_dir)
    if curriculum is None:
        return PROBLEMS
    folder = (arguments.to or default_folder()).resolve()
    kept: list[str] = []

    def report(path: str, outcome: Outcome) -> None:
        if outcome.name in {"KEPT", "BUSY"}:
            kept.append(f"{path}: {outcome}")

    try:
        update_work_copy(content_dir, curriculum, folder, report)
    except OSError as error:
        raise WrongUsageError(f"{folder} cannot be written to ({error.strerror}). Name another with --to.") from None
    if kept:
        kept.append("Your changes are safe. To get the new version of a notebook, rename yours and run this again.")
    print("\n".join((*kept, f"Your notebooks are in {folder}.", "To stop, press Ctrl-C here.")), flush=True)
    own_content = content_dir if arguments.content else None
    code = serve(folder, own_content, arguments.port, browser=not arguments.no_browser)
    print("JupyterLab has stopped. Your notebooks stay where they are.")
    return OK if code == 0 else PROBLEMS


def _doctor(arguments: argparse.Namespace) -> int:
    from takeabreath.doctor import UnreadableDeck, examine, is_language, report

    if arguments.language is not None and not is_language(arguments.language):
        raise WrongUsageError(f"'{arguments.language}' is no language's code; write it like ms-MY or en-GB.")
    try:
        file = _deck_bytes(arguments.deck)
        if arguments.fix:
            return _mend(arguments, file)
        examination = examine(file)
    except UnreadableDeck as trouble:
        raise WrongUsageError(f"{arguments.deck.name}: {trouble}") from None
    print(report(arguments.deck.name, examination, reading_order=not arguments.brief))
    return PROBLEMS if examination.faults else OK


def _deck_bytes(path: Path) -> bytes:
    from takeabreath.doctor import LARGEST_FILE, UnreadableDeck, too_large

    if not path.is_file():
        raise WrongUsageError(f"there is no file {path}.")
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadableDeck(too_large(size))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDeck(f"The file cannot be opened: {error.strerror or error}.") from None


def _mend(arguments: argparse.Namespace, file: bytes) -> int:
    from takeabreath.doctor import examine, mend, report
    from takeabreath.manifest import write_atomically

    path = arguments.out or arguments.deck.with_name(f"{arguments.deck.stem}.mended.pptx")
    if path.exists():
        raise WrongUsageError(f"{path} is there already. Rename it, or name another file with --out.")
    mended = mend(file, arguments.language)
    examination = examine(mended.file)
    if mended.done:
        try:
            write_atomically(path, mended.file)
        except OSError as error:
            raise WrongUsageError(f"{path} cannot be written: {error.strerror or error}.") from None
        print(f"Mended in {path}:", *mended.done, sep="\n  - ", end="\n\n")
    else:
        print("There is nothing that --fix can mend, so no copy was made.\n")
    name = path.name if mended.done else arguments.deck.name
    print(report(name, examination, reading_order=not arguments.brief))
    return PROBLEMS if examination.faults else OK


def _schema(arguments: argparse.Namespace) -> int:
    from takeabreath.content.schema import SCHEMA_DIR, schemas
    from takeabreath.manifest import write_atomically

    folder = arguments.out or SCHEMA_DIR
    for name, text in schemas().items():
        write_atomically(folder / f"{name}.json", text.encode())
    print(f"Schemas are in {folder}.")
    return OK


def _content_dir(given: Path | None) -> Path:
    from takeabreath.content.location import find_content

    try:
        return find_content(given)
    except FileNotFoundError as error:
        raise WrongUsageError(f"{error}. Name the folder that holds it with --content.") from None


def _loaded(content_dir: Path) -> Curriculum | None:
    from takeabreath.content.loader import load_curriculum
    from takeabreath.problems import ContentProblems

    gc.disable()  # nothing of the content goes away again, so looking for rubbish in it is lost time
    try:
        return load_curriculum(content_dir)
    except ContentProblems as found:
        _print_problems(found.problems, content_dir)
        return None
    finally:
        gc.freeze()
        gc.enable()


def _checked(content_dir: Path, passed: Collection[str] = ()) -> Curriculum | None:
    """The curriculum, when the rules find nothing but warnings; problems are printed. `passed` were clean before."""
    from takeabreath.rules import check_curriculum

    curriculum = _loaded(content_dir)
    if curriculum is None:
        return None
    problems = check_curriculum(curriculum, date.today(), passed)
    _print_problems(problems, content_dir)
    return None if any(not problem.is_warning for problem in problems) else curriculum


def _print_problems(problems: list[Problem], content_dir: Path) -> None:
    from takeabreath.problems import layout_problem

    for problem in problems:
        print(layout_problem(problem, content_dir), end="\n\n", file=sys.stderr)
    errors = sum(not problem.is_warning for problem in problems)
    if problems:
        print(f"{errors} to mend, {len(problems) - errors} to know about.", file=sys.stderr)


def _formats(names: str | None) -> list[OutputFormat]:
    from takeabreath.render.formats import FORMATS

    if names is None:
        return list(FORMATS)
    known = dict.fromkeys(output_format.name for output_format in FORMATS)
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise WrongUsageError(f"there is no format '{name}'. Choose from {', '.join(known)}.")
    return [output_format for output_format in FORMATS if output_format.name in wanted]


def _lessons(curriculum: Curriculum, band: str | None, lesson: str | None) -> list[PlacedLesson]:
    from takeabreath.content.loader import lessons_matching

    found = list(lessons_matching(curriculum, band, lesson))
    if not found:
        asked = lesson or f"of the band {band}"
        raise WrongUsageError(f"there is no lesson {asked}. `takeabreath list` shows the lessons.")
    return found


def _subjects(curriculum: Curriculum, band: str | None, name: str | None) -> list[Subject]:
    from takeabreath.targets import subjects_of

    found = list(subjects_of(curriculum, band, name))
    if not found:
        asked = f"no lesson, route or page '{name}'" if name else f"no lesson of the band {band}"
        raise WrongUsageError(f"there is {asked}. `takeabreath list` shows what there is.")
    return found


def _print_style(curriculum: Curriculum, region: str, arguments: argparse.Namespace) -> PrintStyle:
    from takeabreath.model.print_style import PrintStyle

    paper = arguments.paper or curriculum.regions[region].paper
    if arguments.large_print and arguments.two_up:
        raise WrongUsageError("large print does not fit half a sheet. Leave out --large-print or --two-up.")
    return PrintStyle(paper, large_type=arguments.large_print, saves_ink=arguments.ink_saver, two_up=arguments.two_up)


def _edition(curriculum: Curriculum, arguments: argparse.Namespace) -> tuple[str, str]:
    language = arguments.language or str(curriculum.course.language)
    region = arguments.region or str(curriculum.course.region)
    if language not in curriculum.labels:
        raise WrongUsageError(f"there is no language '{language}'. Choose from {', '.join(curriculum.labels)}.")
    if region not in curriculum.regions:
        raise WrongUsageError(f"there is no region '{region}'. Choose from {', '.join(curriculum.regions)}.")
    return language, region
