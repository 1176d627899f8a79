"""Zip packages of Office documents with the same bytes for the same parts, on any day and any machine."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

CONTENT_TYPES = "[Content_Types].xml"

_COMPRESSED_ALREADY = (".png", ".jpg", ".jpeg")
_ALIKE_IN_MANY = re.compile("ppt/(media|notesMasters|slideLayouts|slideMasters|theme)/")

# The fields of APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16, which tell nothing of the day or the system.
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s2B5H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION = 20
_NO_TIME, _NO_DATE = 0, (1 << 5) | 1  # midnight of 1 January 1980, the first moment that a zip file can name


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, by name; the content types come first, as readers of Office files want."""
    return archive((name, parts[name]) for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)))


def archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file of these parts in this order; their names are ASCII."""
    stream = io.BytesIO()
    directory: list[bytes] = []
    for name, part in parts:
        method, content = _compressed(name, part)
        label = name.encode("ascii")
        sizes = (zlib.crc32(part), len(content), len(part))
        fields = (0, method, _NO_TIME, _NO_DATE, *sizes, len(label), 0)
        directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, 0, _VERSION, *fields, 0, 0, 0, 0, stream.tell()) + label)
        stream.write(_LOCAL.pack(b"PK\3\4", _VERSION, *fields) + label)
        stream.write(content)
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), len(listed), stream.tell(), 0)
    stream.write(listed + end)
    return stream.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a package, by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def repack(package: bytes) -> bytes:
    """The same parts, without the dates and the order that the writing library left in the package."""
    return pack(unpack(package))


def _compressed(name: str, part: bytes) -> tuple[int, bytes]:
    if name.endswith(_COMPRESSED_ALREADY):
        return zipfile.ZIP_STORED, part
    return zipfile.ZIP_DEFLATED, _deflated_once(part) if _ALIKE_IN_MANY.match(name) else _deflated(part)


def _deflated(part: bytes) -> bytes:
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(part) + deflate.flush()


#: Without it a deck takes a quarter longer; `zipfile` takes no parts that are compressed already.
_deflated_once = lru_cache(maxsize=512)(_deflated)
