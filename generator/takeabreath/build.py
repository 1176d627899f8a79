"""The only writer: decides which files are to be made, makes them, and never overwrites a person's work.

A file that differs from what the manifest remembers was changed by a person: it is kept and reported.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from takeabreath.fingerprint import Fingerprint, bytes_digest
from takeabreath.manifest import Manifest, digest_of, write_atomically
from takeabreath.model.curriculum import Curriculum
from takeabreath.offers import can_be_merged, forget, is_offered, merged_path, offer, remember
from takeabreath.render.formats import FORMATS
from takeabreath.rules.protection import STALE_AFTER_DAYS
from takeabreath.targets import Target


class Outcome(StrEnum):
    """What became of one output file."""

    FRESH = "up to date"
    MADE = "made"
    KEPT = "kept, because it was changed by hand"
    MERGED = "kept; your changes and the new version are together in the merged deck beside it"
    BUSY = "not written, because another program holds it open"
    REMOVED = "removed, because its lesson is gone"
    MISSING = "missing"
    STALE = "stale"
    ORPHANED = "orphaned: its lesson is gone"


#: What `--check` complains about.
COMPLAINTS = frozenset({Outcome.MISSING, Outcome.STALE, Outcome.KEPT, Outcome.ORPHANED})


def build(
    targets: list[Target], out: Path, *, full: bool, inputs: Fingerprint, curriculum: Curriculum,
    report: Callable[[str, Outcome], None], workers: int | None = None,
) -> None:  # fmt: skip
    """Make what is not up to date below `out`, and tell `report` of each file as it is done.

    `full` means that the targets are all there are, so that files of lessons that are gone are removed.
    """
    manifest = Manifest.load(out)
    waiting = []
    for target in targets:
        outcome = _settled(target, out, manifest)
        if outcome:
            report(target.path, outcome)
        else:
            waiting.append(target)
    try:
        for target, content in made(waiting, workers):
            report(target.path, _place(target, content, out, manifest))
        if full:
            for path in orphans(targets, out, manifest):
                report(path, _remove(path, out, manifest))
            manifest.whole = inputs.whole
            manifest.warn_after = _warn_after(curriculum)
        else:
            manifest.whole = ""
    finally:
        manifest.save(out)


def check_outputs(
    targets: list[Target], out: Path, *, full: bool, report: Callable[[str, Outcome], None], workers: int | None = None
) -> None:
    """Like `build`, and writes nothing: reports what is missing, stale, changed by hand or orphaned."""
    manifest = Manifest.load(out)
    waiting = []
    for target in targets:
        entry = manifest.files.get(target.path, {})
        digest = digest_of(out / target.path)
        if digest is None:
            report(target.path, Outcome.MISSING)
        elif entry.get("key") == target.key and entry.get("digest") == digest:
            report(target.path, Outcome.FRESH)
        else:
            waiting.append(target)
    for target, content in made(waiting, workers):
        digest = digest_of(out / target.path)
        if digest == bytes_digest(content):
            report(target.path, Outcome.FRESH)
        else:
            ours = manifest.files.get(target.path, {}).get("digest")
            report(target.path, Outcome.STALE if ours in {None, digest} else Outcome.KEPT)
    if full:
        for path in orphans(targets, out, manifest):
            report(path, Outcome.ORPHANED)


def orphans(targets: list[Target], out: Path, manifest: Manifest) -> list[str]:
    """Files of lessons that are gone: those that the manifest knows, and those that lie where outputs lie."""
    wanted = {target.path for target in targets}
    languages = {target.edition.language for target in targets}
    found = {path for path in manifest.files if path not in wanted and (out / path).exists()}
    for output_format in FORMATS:
        for language in languages:
            pattern = output_format.path.format(language=language, band="*", name="*")
            found |= {path.relative_to(out).as_posix() for path in out.glob(pattern)} - wanted
    return sorted(found)


def made(targets: list[Target], workers: int | None = None) -> Iterator[tuple[Target, bytes]]:
    """The targets' bytes, as they get done; the slow formats start first."""
    workers = min(workers or os.cpu_count() or 1, len(targets))
    if workers < 2:
        for target in targets:
            yield target, target.format.make(target.edition)
        return
    for batch in _batches(_shares(targets)):
        yield from _made_together(batch, workers)


def _shares(targets: list[Target]) -> list[list[Target]]:
    """What one process makes in a row: the decks of a band, whose pictures it draws once; anything else alone.

    The costly shares come first.
    """
    shares: dict[object, list[Target]] = {}
    for target in targets:
        together = target.format.name == "slides"
        shares.setdefault(target.edition.band.id if together else target.path, []).append(target)
    return sorted(shares.values(), key=_cost, reverse=True)


def _cost(share: list[Target]) -> int:
    return sum(target.format.cost for target in share)


def _batches(shares: list[list[Target]]) -> Iterator[list[list[Target]]]:
    """Alike parts of the work, each for processes of their own.

    A process that makes PDFs keeps much of what it set, and gives its memory back when it ends.
    """
    total = sum(_cost(share) for share in shares)
    count = -(-total // _BATCH) if _start_method() == "fork" else 1
    for first in range(count):
        yield shares[first::count]


def _made_together(shares: list[list[Target]], workers: int) -> Iterator[tuple[Target, bytes]]:
    with ProcessPoolExecutor(workers, multiprocessing.get_context(_start_method()), _remember, (shares,)) as pool:
        futures: dict[Future[list[bytes]], list[Target]] = {
            pool.submit(_make, number): share for number, share in enumerate(shares)
        }
        try:
            for future in as_completed(futures):
                yield from zip(futures[future], future.result(), strict=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _start_method() -> str:
    """A forked process starts at once; a spawned one has to import everything anew.

    The typesetter has threads of its own, which do not come along: a process where it has been at work is not forked.
    """
    return "fork" if sys.platform == "linux" and "typst" not in sys.modules else "spawn"


#: The cost of a batch: some seconds' work.
_BATCH = 1300
_REMEMBERED: list[list[Target]] = []


def _remember(shares: list[list[Target]]) -> None:
    """In a worker: keep the shares, so that only a number travels for each."""
    _REMEMBERED[:] = shares


def _make(number: int) -> list[bytes]:
    return [target.format.make(target.edition) for target in _REMEMBERED[number]]


def _settled(target: Target, out: Path, manifest: Manifest) -> Outcome | None:
    """The outcome where nothing needs to be made: up to date, or kept as it was kept before."""
    entry = manifest.files.get(target.path, {})
    if entry.get("key") != target.key:
        return None
    digest = digest_of(out / target.path)
    if digest is None:
        return None
    if digest == entry.get("digest"):
        return Outcome.FRESH
    if digest != entry.get("kept"):
        return None
    return Outcome.MERGED if is_offered(entry) and merged_path(out / target.path).exists() else Outcome.KEPT


def _place(target: Target, content: bytes, out: Path, manifest: Manifest) -> Outcome:
    """Write the content, unless a person's version is there."""
    path = out / target.path
    entry = manifest.files.get(target.path, {})
    present, ours = digest_of(path), bytes_digest(content)
    if present not in {None, ours, entry.get("digest")}:
        return _keep(target, content, out, manifest)
    if present != ours:
        try:
            write_atomically(path, content)
        except PermissionError:
            return Outcome.BUSY
    if can_be_merged(target.path):
        remember(out, target.path, content)
    manifest.files[target.path] = {"key": target.key, "digest": ours}
    return Outcome.MADE if present != ours else Outcome.FRESH


def _keep(target: Target, content: bytes, out: Path, manifest: Manifest) -> Outcome:
    """Leave a person's version where it is; beside a deck of hers, put one that has the new version's changes too."""
    entry = {**manifest.files.get(target.path, {}), "key": target.key}
    try:
        manifest.files[target.path] = entry = offer(out, target.path, content, entry)
    except PermissionError:
        return Outcome.BUSY
    return Outcome.MERGED if is_offered(entry) else Outcome.KEPT


def _remove(path: str, out: Path, manifest: Manifest) -> Outcome:
    """Remove a file that is as we wrote it; leave any other where it is."""
    entry = manifest.files.get(path, {})
    if digest_of(out / path) != entry.get("digest"):
        return Outcome.ORPHANED
    (out / path).unlink()
    forget(out, path)
    del manifest.files[path]
    folder = (out / path).parent
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return Outcome.REMOVED


def _warn_after(curriculum: Curriculum) -> str:
    """The last day on which no service is stale, so that a build that does nothing may stay silent."""
    checked = [
        service.checked_on for region in curriculum.regions.values() for service in region.services if service.publish
    ]
    return (min(checked) + timedelta(days=STALE_AFTER_DAYS)).isoformat() if checked else ""
