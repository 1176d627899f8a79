"""The XML of a deck that somebody else made: parsed with care, asked with care."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

from takeabreath.doctor.refusals import MEND_DAMAGE, SUSPICIOUS

Element: TypeAlias = Any  # lxml has no types of its own

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT_TYPES = "[Content_Types].xml"

#: More marks than this would fill the memory with a tree; a crowded slide has some ten thousands.
MOST_MARKS = 1_000_000

_DECLARED = re.compile(r"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""")
_WHOLE = re.compile(r"\s*[+-]?\d{1,12}\s*")
_ALLOWED_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=False
)


class UnsafeMarkup(Exception):
    """XML that is broken, too much, or holds what no deck needs; the message goes on after the part's name."""


def count_marks(data: bytes) -> int:
    """No tree of this text has more elements and attributes."""
    return data.count(b"<") + data.count(b"=")


def refuse_declarations(data: bytes) -> None:
    """Raise UnsafeMarkup for a document type, which is where entities, bombs and far files are declared."""
    # Without the zero bytes, UTF-16 reads like ASCII here.
    plain = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        says = "declares a document type, by which a file can pull in others or fill the memory"
        raise UnsafeMarkup(f"{says}. {SUSPICIOUS}")
    declared = _DECLARED.match(plain[:200].removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip("ÿþ"))
    if declared and declared[1].lower() not in _ALLOWED_ENCODINGS:
        raise UnsafeMarkup(f"is written in {declared[1]}, where decks are written in UTF-8. {MEND_DAMAGE}")
    if not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        raise UnsafeMarkup(f"is damaged. {MEND_DAMAGE}")


def parse(data: bytes) -> Element:
    """The root of a tree of its own; raises UnsafeMarkup."""
    refuse_declarations(data)
    if count_marks(data) > MOST_MARKS:
        raise UnsafeMarkup(f"holds too much to be looked at. {SUSPICIOUS}")
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        raise UnsafeMarkup(f"is damaged. {MEND_DAMAGE}") from None


def serialised(root: Element) -> bytes:
    """The part as Office writes it."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def whole(element: Element | None, name: str) -> int | None:
    """An attribute as whole number; None where it is not there or is no such number."""
    value = None if element is None else element.get(name)
    return int(value) if value is not None and _WHOLE.fullmatch(value) else None


def flag(element: Element | None, name: str) -> bool | None:
    """An attribute as yes or no; None where it is not there."""
    value = None if element is None else element.get(name)
    return None if value is None else value in {"1", "true", "on"}


def is_element(node: Element) -> bool:
    """Whether the node is an element: comments and instructions stand among them."""
    return isinstance(node.tag, str)


def local_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def sub_element(parent: Element, tag: str) -> Element:
    return etree.SubElement(parent, tag)


def new_element(tag: str, **namespaces: str) -> Element:
    return etree.Element(tag, nsmap=namespaces or None)
