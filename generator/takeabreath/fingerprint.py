"""What a file was made from, as a digest: content, package, language and region."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_LIBRARIES = ("python-pptx", "python-docx", "typst", "jinja2", "pydantic", "pyyaml")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of what all lessons share and of each lesson file, by its path below the content folder."""

    shared: str
    lessons: dict[str, str]

    def key(self, lesson_file: str) -> str:
        """The digest of everything that one lesson's files are made from."""
        return _digest([self.shared.encode(), self.lessons.get(lesson_file, "").encode()])

    @property
    def whole(self) -> str:
        """The digest of everything."""
        return _digest(
            [self.shared.encode(), *(f"{name}={digest}".encode() for name, digest in sorted(self.lessons.items()))]
        )


def fingerprint(content_dir: Path, language: str | None, region: str | None) -> Fingerprint:
    """Read from the bytes alone, so that it is quick and nothing is parsed."""
    lessons: dict[str, str] = {}
    shared = [f"{language}/{region}".encode(), *_library_versions()]
    for path in _files(content_dir):
        name = path.relative_to(content_dir).as_posix()
        digest = file_digest(path)
        if name.startswith("lessons/"):
            lessons[name] = digest
        else:
            shared.append(f"{name}={digest}".encode())
    shared += (f"{path.relative_to(_PACKAGE).as_posix()}={file_digest(path)}".encode() for path in _package_files())
    return Fingerprint(_digest(shared), lessons)


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return bytes_digest(path.read_bytes())


def bytes_digest(content: bytes) -> str:
    """SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _package_files() -> Iterable[Path]:
    skipped = {"__pycache__", "bundled"}
    return (
        path
        for path in _files(_PACKAGE)
        if not skipped & set(path.relative_to(_PACKAGE).parts) and path.suffix != ".pyc"
    )


def _library_versions() -> Iterable[bytes]:
    for library in _LIBRARIES:
        try:
            yield f"{library}={version(library)}".encode()
        except PackageNotFoundError:
            yield f"{library}=absent".encode()


def _digest(parts: Iterable[bytes]) -> str:
    return bytes_digest(b"\n".join(parts))
