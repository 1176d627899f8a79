"""What a file was made from, as a digest: content, package, language and region."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_LIBRARIES = ("python-pptx", "python-docx", "typst", "jinja2", "pydantic", "pyyaml")

#: Folders whose files are each made into files of their own; everything else is shared by all.
_SEPARATE = ("lessons/", "routes/", "pages/")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of what all files are made from, and of each lesson, route and page by its path below the content."""

    shared: str
    sources: dict[str, str]

    def key(self, *source_files: str) -> str:
        """The digest of everything that a file of these sources is made from."""
        return _digest([self.shared.encode(), *(self.sources.get(name, "").encode() for name in source_files)])

    @property
    def whole(self) -> str:
        """The digest of everything."""
        return self.key(*sorted(self.sources))


def fingerprint(content_dir: Path, language: str | None, region: str | None, style: object = None) -> Fingerprint:
    """Read from the bytes alone, so that it is quick and nothing is parsed; `style` is what was asked of print."""
    sources: dict[str, str] = {}
    shared = [f"{language}/{region}/{style}".encode(), *_library_versions()]
    for path in _files(content_dir):
        name = path.relative_to(content_dir).as_posix()
        digest = file_digest(path)
        if name.startswith(_SEPARATE):
            sources[name] = digest
        else:
            shared.append(f"{name}={digest}".encode())
    shared += (f"{path.relative_to(_PACKAGE).as_posix()}={file_digest(path)}".encode() for path in _package_files())
    return Fingerprint(_digest(shared), sources)


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
