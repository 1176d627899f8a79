"""Packages with the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile

from takeabreath.render.office_zip import pack, repack, unpack

PARTS = {
    "word/document.xml": b"<d/>",
    "[Content_Types].xml": b"<t/>",
    "_rels/.rels": b"<r/>",
    "media/a.png": b"\x89PNG",
}


def test_the_content_types_come_first_and_the_rest_by_name() -> None:
    names = zipfile.ZipFile(io.BytesIO(pack(PARTS))).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "media/a.png", "word/document.xml"]


def test_the_order_in_which_parts_are_given_does_not_matter() -> None:
    assert pack(PARTS) == pack(dict(reversed(PARTS.items())))


def test_no_date_and_no_system_is_told() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(pack(PARTS))).infolist():
        assert (entry.date_time, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0)


def test_pictures_are_stored_as_they_are_and_text_is_compressed() -> None:
    kinds = {e.filename: e.compress_type for e in zipfile.ZipFile(io.BytesIO(pack(PARTS))).infolist()}
    assert kinds["media/a.png"] == zipfile.ZIP_STORED
    assert kinds["word/document.xml"] == zipfile.ZIP_DEFLATED


def test_repacking_forgets_the_date_and_the_order_but_no_part() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in PARTS.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 8, 30, 0)), part)
    assert repack(stream.getvalue()) == pack(PARTS)
    assert unpack(repack(stream.getvalue())) == PARTS
