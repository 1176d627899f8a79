"""Zip packages of Office documents with the same bytes for the same parts, on any day and any machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"

#: The first moment that a zip file can name; it stands for "no date".
NO_DATE = (1980, 1, 1, 0, 0, 0)

_COMPRESSED_ALREADY = (".png", ".jpg", ".jpeg")


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, by name; the content types come first, as readers of Office files want."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            package.writestr(_entry(name), parts[name], compresslevel=6)
    return stream.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a package, by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def repack(package: bytes) -> bytes:
    """The same parts, without the dates and the order that the writing library left in the package."""
    return pack(unpack(package))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_DATE)
    entry.create_system = 0  # otherwise it tells on which system the file was made
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_COMPRESSED_ALREADY) else zipfile.ZIP_DEFLATED
    return entry
