"""The folder that a facilitator takes along to a route, as one zip file.

The file ends with a seal, so that an earlier one may be replaced, and what somebody has made or changed may not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from takeabreath.build import made
from takeabreath.fingerprint import bytes_digest
from takeabreath.manifest import write_atomically
from takeabreath.model.curriculum import Curriculum, PlacedRoute, RouteEdition
from takeabreath.pack_targets import PackChoice, pack_edition, pack_files
from takeabreath.plan.copies import LARGEST_GROUP, SMALLEST_GROUP
from takeabreath.plan.document import Document
from takeabreath.plan.pack_folder import plan_read_me, plan_read_me_print
from takeabreath.render.formats import OutputFormat, Scope
from takeabreath.render.office_zip import archive
from takeabreath.render.to_txt import render_txt
from takeabreath.targets import Target

_SEAL = b"takeabreath pack "


class NotPacked(Exception):
    """What was asked for cannot be packed; the message says what can be done."""


def chosen_route(curriculum: Curriculum, name: str, band: str | None) -> PlacedRoute:
    """The route by its name, with or without `route-` before it; the band may be left out where there is only one."""
    name = name.removeprefix("route-")
    ways = [route for route in curriculum.routes if route.route_id == name]
    if not ways:
        known = dict.fromkeys(route.route_id for route in curriculum.routes)
        raise NotPacked(f"there is no route '{name}'. Choose from {', '.join(known) or 'none yet'}.")
    found = [route for route in ways if band in (None, route.band.id)]
    bands = ", ".join(str(route.band.id) for route in ways)
    if not found:
        raise NotPacked(f"the route '{name}' is not for the band '{band}'. Choose from {bands}.")
    if len(found) > 1:
        raise NotPacked(f"the route '{name}' is for several bands. Choose one with --band: {bands}.")
    return found[0]


def group_size(text: str) -> int:
    """How many people a group has."""
    if not text.isascii() or not text.isdigit() or not SMALLEST_GROUP <= int(text[:9]) <= LARGEST_GROUP:
        raise NotPacked(f"a group has {SMALLEST_GROUP} to {LARGEST_GROUP} people; '{text}' is no such number.")
    return int(text)


def pack(
    curriculum: Curriculum,
    choice: PackChoice,
    out: Path,
    report: Callable[[str, int], None],
    workers: int | None = None,
) -> int:
    """Write the folder as a zip file; returns how many files it has.

    `report` is told of each file as it is done, and how many there are to be.
    """
    _must_be_free(out)
    files = folder(curriculum, choice, report, workers)
    root = f"{choice.route.route_id}-{choice.route.band.id}"
    content = sealed(archive((f"{root}/{path}", file) for path, file in files.items()))
    try:
        write_atomically(out, content)
    except OSError as error:
        raise NotPacked(
            f"{out} cannot be written ({error.strerror}). Close it where it is open, or name another --out."
        ) from None
    return len(files)


def folder(
    curriculum: Curriculum, choice: PackChoice, report: Callable[[str, int], None], workers: int | None = None
) -> dict[str, bytes]:
    """The files by their paths, in the order of use; what to read first comes first."""
    planned = pack_files(curriculum, choice)
    edition = pack_edition(curriculum, choice)
    read_me = plan_read_me(edition, [file.entry for file in planned])
    made_by = OutputFormat("read-me", Scope.ROUTE, "", 1, partial(_read_me, read_me))
    targets = [Target("README.pdf", made_by, edition, key=""), *(file.target for file in planned)]
    found = {"README.pdf": b"", "README.txt": render_txt(read_me)} | {target.path: b"" for target in targets[1:]}
    for target, content in made(targets, workers):
        found[target.path] = content
        report(target.path, len(targets))
    return found


def _read_me(document: Document, edition: RouteEdition) -> bytes:
    from takeabreath.render.to_pdf import render_pdf  # noqa: PLC0415 - only the workers need it

    return render_pdf(plan_read_me_print(edition, document))


def sealed(archive_bytes: bytes) -> bytes:
    """The zip file with its digest as its comment, which the last two bytes announce."""
    seal = _seal_of(archive_bytes[:-2])
    return archive_bytes[:-2] + len(seal).to_bytes(2, "little") + seal


def is_as_sealed(file: bytes) -> bool:
    """Whether the file is a pack, and nobody has changed it."""
    length = len(_seal_of(b""))
    return file[-length:] == _seal_of(file[: -length - 2])


def _seal_of(content: bytes) -> bytes:
    return _SEAL + bytes_digest(content).encode()


def _must_be_free(out: Path) -> None:
    """Nothing that a person has made is ever replaced."""
    if out.is_dir():
        raise NotPacked(f"{out} is a folder. Name a file in it, such as --out {out / 'pack.zip'}.")
    if out.suffix.lower() != ".zip":
        raise NotPacked(f"{out.name} is no name for a zip file. Write --out {out.with_suffix('.zip')}.")
    try:
        if out.exists() and not is_as_sealed(out.read_bytes()):
            raise NotPacked(f"{out} is there already, and was made or changed by somebody. Name another with --out.")
    except OSError as error:
        raise NotPacked(f"{out} cannot be read ({error.strerror}). Name another with --out.") from None
