"""What was written, remembered beside the outputs, so that a person's changes are seen and kept."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from takeabreath.fingerprint import Fingerprint, file_digest

MANIFEST = ".takeabreath.json"


@dataclass(slots=True)
class Manifest:
    """What was written: by path, the key it was made from and the digest of what was written or kept.

    `passed` are the lessons in which the rules found nothing, by file, each with the key it was looked at with.
    """

    whole: str = ""
    warn_after: str = ""
    files: dict[str, dict[str, str]] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, out: Path) -> Manifest:
        """The folder's manifest; an empty one where there is none or it cannot be read."""
        try:
            stored = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
            return cls(
                stored["whole"],
                stored["warn_after"],
                {str(path): dict(entry) for path, entry in stored["files"].items()},
                {str(name): str(key) for name, key in stored.get("passed", {}).items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def save(self, out: Path) -> None:
        """Write it below the output folder."""
        stored = {"whole": self.whole, "warn_after": self.warn_after, "files": self.files, "passed": self.passed}
        write_atomically(out / MANIFEST, (json.dumps(stored, indent=1, sort_keys=True) + "\n").encode())


def passed_lessons(out: Path, inputs: Fingerprint) -> frozenset[str]:
    """Files of lessons that passed the rules as they are: neither they nor anything shared has changed since."""
    return frozenset(name for name, key in Manifest.load(out).passed.items() if key == inputs.key(name))


def remember_passed(out: Path, lessons: Iterable[str], inputs: Fingerprint) -> None:
    """Write down that the rules found nothing in the lessons of these files."""
    manifest = Manifest.load(out)
    manifest.passed = {name: inputs.key(name) for name in lessons}
    manifest.save(out)


def nothing_to_do(out: Path, inputs: Fingerprint, today: date) -> int | None:
    """How many files there are, when a full build would change none of them; else None."""
    manifest = Manifest.load(out)
    if not manifest.files or manifest.whole != inputs.whole or today.isoformat() > manifest.warn_after:
        return None
    for path, entry in manifest.files.items():
        if "kept" in entry or digest_of(out / path) != entry["digest"]:
            return None
    return len(manifest.files)


def digest_of(path: Path) -> str | None:
    """The digest of a file, or None where there is none."""
    return file_digest(path) if path.is_file() else None


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content in place whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if os.name == "posix":
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
