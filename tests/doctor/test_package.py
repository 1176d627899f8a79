"""Broken, huge, locked and malicious files get a clear word, and nothing else happens."""

from __future__ import annotations

import io
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import pytest
from doctor_decks import old_deck, repacked, sound_deck
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from takeabreath.doctor import UnreadableDeck, examine, mend, report
from takeabreath.doctor.limits import LARGEST_FILE, MOST_ENTRIES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SLIDE = "ppt/slides/slide1.xml"


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    return repacked(sound_deck(), lambda parts: parts.__setitem__(name, content))


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return repacked(sound_deck(), change)


def without(name: str) -> bytes:
    return repacked(sound_deck(), lambda parts: parts.pop(name))


def declared(entities: str, use: str = "&x;") -> bytes:
    """A slide with a document type in front, and an entity in its title."""
    slide = f"<?xml version='1.0'?><!DOCTYPE p:sld [{entities}]>".encode()
    start = b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    return with_part(SLIDE, slide + start + use.encode() + b"</p:sld>")


def laughs() -> str:
    lines = ['<!ENTITY x0 "ha">', *(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))]
    return "".join(lines) + '<!ENTITY x "&x9;">'


def lying_about_its_size() -> bytes:
    """A part that says it is small and unpacks to a hundred megabytes."""
    stream = io.BytesIO(sound_deck())
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("ppt/media/image1.png", zlib.compress(bytes(100_000_000), 9)[2:-4])
        place = package.getinfo("ppt/media/image1.png").header_offset
    file = bytearray(stream.getvalue())
    struct.pack_into("<H", file, place + 8, zipfile.ZIP_DEFLATED)
    struct.pack_into("<H", file, file.rfind(b"PK\x01\x02") + 10, zipfile.ZIP_DEFLATED)
    return bytes(file)


def with_many_entries() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for number in range(MOST_ENTRIES + 1):
            package.writestr(f"ppt/{number}.xml", b"")
    return stream.getvalue()


def locked_part() -> bytes:
    file = bytearray(sound_deck())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        file[file.find(mark) + place] |= 1
    return bytes(file)


def twice_the_same() -> bytes:
    stream = io.BytesIO(sound_deck())
    with zipfile.ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(SLIDE, b"<x/>")
    return stream.getvalue()


MACROS = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

GALLERY: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "The file is empty."),
    "text": (lambda: b"Dear parents,", "This is not a PowerPoint file"),
    "pdf": (lambda: b"%PDF-1.7 ...", "This is a PDF."),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password. Open it in PowerPoint"),
    "old ppt": (lambda: OLE + "PowerPoint Document".encode("utf-16-le"), "This is an old PowerPoint file (.ppt)."),
    "other compound": (lambda: OLE, "This is not a PowerPoint file"),
    "keynote": (lambda: zipped(**{"Index/Document.iwa": b"x"}), "This is a Keynote deck."),
    "opendocument": (lambda: zipped(mimetype=b"x", **{"content.xml": b"x"}), "This is an OpenDocument file"),
    "any zip": (lambda: zipped(**{"holiday.jpg": b"x"}), "It is a zip archive; if a deck is in it"),
    "macros by type": (lambda: replaced("[Content_Types].xml", MAIN, MACROS), "This deck carries macros (.pptm)"),
    "macros by part": (lambda: with_part("ppt/vbaProject.bin", b"x"), "This deck carries macros (.pptm)"),
    "word": (
        lambda: replaced("[Content_Types].xml", MAIN, MAIN.replace(b"presentationml", b"wordprocessingml")),
        "This is a Word document.",
    ),
    "cut off": (lambda: sound_deck()[:-2000], "The file is damaged."),
    "spoilt byte": (lambda: sound_deck().replace(b"PK\x05\x06", b"PK\x05\x07"), "The file is damaged."),
    "broken part": (lambda: with_part(SLIDE, b"<p:sld"), f"The part {SLIDE} of the file is damaged."),
    "empty part": (lambda: with_part(SLIDE, b""), f"The part {SLIDE} of the file is damaged."),
    "odd encoding": (lambda: with_part(SLIDE, b"<?xml version='1.0' encoding='IBM037'?><a/>"), "is written in IBM037"),
    "lost slide": (lambda: without(SLIDE), "A slide that the deck lists is not in the file."),
    "lost layout": (lambda: without("ppt/slides/_rels/slide1.xml.rels"), "A slide has lost its layout."),
    "lost presentation": (lambda: without("ppt/presentation.xml"), "This is not a PowerPoint file"),
    "lost types": (lambda: without("[Content_Types].xml"), "This is not a PowerPoint file"),
    "lost relations": (lambda: without("_rels/.rels"), "This is not a PowerPoint file"),
    "entity bomb": (lambda: declared(laughs()), "declares a document type"),
    "entity from a file": (lambda: declared('<!ENTITY x SYSTEM "file:///etc/passwd">'), "declares a document type"),
    "entity from the net": (lambda: declared('<!ENTITY x SYSTEM "http://127.0.0.1/">'), "declares a document type"),
    "parameter entity": (lambda: declared('<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;', ""), "declares a document"),
    "entity in utf-16": (
        lambda: with_part(SLIDE, "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode("utf-16")),
        "declares a document type",
    ),
    "entity in a part that nobody asks for": (
        lambda: with_part("customXml/item1.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"),
        "The part customXml/item1.xml of the file declares a document type",
    ),
    "deep nesting": (lambda: with_part(SLIDE, b"<a>" * 5000 + b"</a>" * 5000), "is damaged"),
    "millions of elements": (lambda: with_part(SLIDE, b"<a>" + b"<b/>" * 1_100_000 + b"</a>"), "holds too much"),
    "zip bomb": (lambda: with_part("ppt/media/image1.bin", bytes(90_000_000)), "would unpack from"),
    "much xml": (
        lambda: with_part("customXml/item1.xml", b"<a>" + b"abcdefg hij" * 6_000_000 + b"</a>"),
        "would unpack from",
    ),
    "many entries": (with_many_entries, "holds more than 10,000 parts"),
    "path up": (lambda: with_part("ppt/../../evil.xml", b"<a/>"), "points outside itself"),
    "path from the root": (lambda: with_part("/etc/passwd", b"x"), "points outside itself"),
    "path with a drive": (lambda: with_part("C:evil.exe", b"x"), "points outside itself"),
    "locked part": (locked_part, "locked with a password"),
    "same part twice": (twice_the_same, "Two parts of the file have the same name."),
    "same part in capitals": (lambda: with_part(SLIDE.upper(), b"<a/>"), "Two parts of the file have the same name."),
    "strict": (
        lambda: with_part("ppt/presentation.xml", b'<p xmlns="http://purl.oclc.org/ooxml/presentationml/main"/>'),
        "Strict Open XML Presentation",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "says"), GALLERY.values(), ids=GALLERY)
def test_the_file_is_refused_in_words(make: Callable[[], bytes], says: str) -> None:
    file = make()
    for work in (examine, mend):
        with pytest.raises(UnreadableDeck) as refused:
            work(file)
        assert says in str(refused.value)
        assert refused.value.__cause__ is None


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    with pytest.raises(UnreadableDeck, match="The file is 300 MB; the doctor looks at decks of up to 300 MB"):
        examine(bytes(LARGEST_FILE + 1))


def test_a_part_that_lies_about_its_size_takes_no_memory() -> None:
    file = lying_about_its_size()
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableDeck, match="damaged"):
            examine(file)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_drawings_may_declare_a_document_type() -> None:
    drawing = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'
    )
    assert examine(with_part("ppt/media/drawing.svg", drawing)).findings == ()


def test_words_of_a_deck_cannot_steer_the_terminal() -> None:
    file = replaced(SLIDE, b"We meet at eight.", "\x9b31m\u202eevil\u2028line".encode())
    assert "\x9b" not in (told := report("\x9b2Jdeck.pptx", examine(file)))
    assert not {"\u202e", "\u2028"} & set(told)


def survives(file: bytes) -> None:
    """Words or an answer; and a mended copy can be looked at again."""
    try:
        examine(file)
        mended = mend(file, "ms-MY").file
    except UnreadableDeck:
        return
    examine(mended)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), OLE]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_survived(noise: bytes, start: bytes) -> None:
    survives(start + noise)


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.large_base_example])
def test_any_spoilt_archive_is_survived(data: st.DataObject) -> None:
    file = bytearray(sound_deck())
    for _ in range(data.draw(st.integers(1, 6))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    survives(bytes(file[: data.draw(st.integers(0, len(file)))] if data.draw(st.booleans()) else file))


SPLINTERS = [b"", b"-1", b"0", b"99999999999999999999", b"999999999", b"-900000000000", b"1e9", b"NaN", b"x", b"title",
             b"rId1", b"phClr", b"bg1", b"FFFFFF", b"1", b"../../x", b"solidFill", "நில்".encode()]  # fmt: skip
_VALUE = re.compile(rb'="([^"]*)"')
_TAG = re.compile(rb"<(/?)([a-z]+:\w+)")


@cache
def parts_of_an_old_deck() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(old_deck())) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name) for name in sorted(names)}


def spliced(part: bytes, pattern: re.Pattern[bytes], group: int, choose: int, splinter: bytes) -> bytes:
    found = list(pattern.finditer(part))
    if not found:
        return part
    start, end = found[choose % len(found)].span(group)
    return part[:start] + splinter + part[end:]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_odd_value_and_any_broken_tag_is_survived(data: st.DataObject) -> None:
    changes: dict[str, bytes] = {}
    for _ in range(data.draw(st.integers(1, 8))):
        name = data.draw(st.sampled_from(list(parts_of_an_old_deck())))
        part = changes.get(name, parts_of_an_old_deck()[name])
        place = data.draw(st.integers(0, 10_000))
        if data.draw(st.integers(0, 9)):
            changes[name] = spliced(part, _VALUE, 1, place, data.draw(st.sampled_from(SPLINTERS)))
        else:
            changes[name] = spliced(part, _TAG, 2, place, data.draw(st.sampled_from([b"a:x", b"p:ph", b"!", b"a:t"])))
    survives(repacked(old_deck(), lambda parts: parts.update(changes)))


def test_a_deck_crammed_with_shapes_is_looked_at_in_part() -> None:
    def cram(parts: dict[str, bytes]) -> None:
        shape = re.search(rb"<p:sp>.*?</p:sp>", parts[SLIDE], re.DOTALL)
        assert shape
        parts[SLIDE] = parts[SLIDE].replace(b"</p:spTree>", shape[0] * 5_000 + b"</p:spTree>")

    found = examine(repacked(sound_deck(), cram))
    assert len(found.reading_order[0]) == 300
    assert "slide 1: what comes after the first 300 things" in (told := report("full.pptx", found))
    assert len(told.splitlines()) < 100
