"""The build's hand for decks that a teacher has edited: a merged deck beside hers, for her to take or to leave.

What we wrote is kept below `.takeabreath/`, so that her changes can be told from ours. Her file is never touched
before she accepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from takeabreath.fingerprint import bytes_digest
from takeabreath.manifest import MANIFEST, Manifest, digest_of, write_atomically

#: What we wrote, and what the merged deck was made from, by the paths of the decks.
BASE, NEXT = ".takeabreath/base", ".takeabreath/next"

Entry = dict[str, str]

#: What the manifest's entry of a deck says besides, while a merged deck lies beside it.
_MARKS = frozenset({"merged", "offered"})


class NothingToAccept(Exception):
    """There is no merged deck to take, or taking it would lose something; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Her deck, and where the one before is kept."""

    deck: Path
    before: Path


def can_be_merged(path: str) -> bool:
    return path.endswith(".pptx")


def merged_path(deck: Path) -> Path:
    return deck.with_name(f"{deck.stem}.merged{deck.suffix}")


def remember(out: Path, path: str, content: bytes) -> None:
    """Keep what was written, and drop what was offered before."""
    if digest_of(out / BASE / path) != bytes_digest(content):
        write_atomically(out / BASE / path, content)
    (out / NEXT / path).unlink(missing_ok=True)


def forget(out: Path, path: str) -> None:
    """Drop what was kept of a deck that is gone."""
    for folder in (BASE, NEXT):
        place = out / folder / path
        place.unlink(missing_ok=True)
        while place.parent != out and place.parent.is_dir() and not any(place.parent.iterdir()):
            place = place.parent
            place.rmdir()


def offer(out: Path, path: str, content: bytes, entry: Entry) -> Entry:
    """Put a merged deck beside hers where one can be and need be made; returns the entry for the manifest.

    A merged deck that she has changed stays as it is until she has taken it or moved it away.
    """
    hers = (out / path).read_bytes()
    if bytes_digest(hers) == entry.get("merged"):
        entry = _take_over(out, path, entry)
    kept = {**{name: value for name, value in entry.items() if name not in _MARKS}, "kept": bytes_digest(hers)}
    if not can_be_merged(path) or "digest" not in entry or digest_of(out / BASE / path) != entry["digest"]:
        return kept
    merged = merged_path(out / path)
    if merged.exists() and digest_of(merged) != entry.get("merged"):
        return {**entry, "key": ""} if is_offered(entry) else kept  # the key would say that there is no more news
    if bytes_digest(content) == entry["digest"]:
        _withdraw(merged)
        return kept
    return _write_offer(out, path, hers, content, kept)


def is_offered(entry: Entry) -> bool:
    """Whether a merged deck lies, or lay, beside hers."""
    return "merged" in entry


def _write_offer(out: Path, path: str, hers: bytes, content: bytes, entry: Entry) -> Entry:
    from takeabreath.keep import UnreadableDeck, merge_decks, report_text

    merged = merged_path(out / path)
    try:
        outcome = merge_decks((out / BASE / path).read_bytes(), hers, content)
    except UnreadableDeck:
        return entry
    names = {"file": (out / path).name, "merged": merged.name, "command": f'takeabreath accept "{out / path}"'}
    write_atomically(merged, outcome.file)  # first: it is the one that another program may hold open
    write_atomically(merged.with_suffix(".txt"), report_text(outcome.plan, **names).encode())
    write_atomically(out / NEXT / path, content)
    return {**entry, "merged": bytes_digest(outcome.file), "offered": bytes_digest(content)}


def accept(path: Path) -> Accepted:
    """Put the merged deck in the place of hers, and hers beside it."""
    deck = path.with_name(path.name.replace(".merged.", ".")).absolute()
    out, name = _home(deck)
    manifest = Manifest.load(out)
    entry, merged = manifest.files.get(name, {}), merged_path(deck)
    if "merged" not in entry or not merged.is_file():
        raise NothingToAccept(f"there is no {merged.name} to take. `takeabreath build` makes one when there is news.")
    if digest_of(deck) != entry["kept"]:
        raise NothingToAccept(
            f"{deck.name} was changed after {merged.name} was made. Run `takeabreath build` to have it made anew;"
            f" where you have changed {merged.name} too, move it away first."
        )
    before = _free_name(deck)
    write_atomically(before, deck.read_bytes())
    try:
        merged.replace(deck)
    except PermissionError:
        before.unlink()
        raise
    _withdraw(merged)
    manifest.files[name] = {**_take_over(out, name, entry), "kept": str(digest_of(deck))}
    manifest.save(out)
    return Accepted(deck, before)


def _home(deck: Path) -> tuple[Path, str]:
    for folder in deck.parents:
        if (folder / MANIFEST).is_file():
            return folder, deck.relative_to(folder).as_posix()
    raise NothingToAccept(f"{deck} lies in no folder that `takeabreath build` has made")


def _take_over(out: Path, path: str, entry: Entry) -> Entry:
    """The entry once her deck is the merged one: from now on its changes are told from what it was merged with."""
    place = out / NEXT / path
    if digest_of(place) != entry.get("offered"):
        return entry
    write_atomically(out / BASE / path, place.read_bytes())
    return {"key": entry["key"], "digest": entry["offered"]}


def _withdraw(merged: Path) -> None:
    merged.unlink(missing_ok=True)
    merged.with_suffix(".txt").unlink(missing_ok=True)


def _free_name(deck: Path) -> Path:
    number, before = 1, deck.with_name(f"{deck.stem}.before{deck.suffix}")
    while before.exists():
        number += 1
        before = deck.with_name(f"{deck.stem}.before-{number}{deck.suffix}")
    return before
