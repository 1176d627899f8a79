"""The parts of a package that python-pptx holds, with their relations and content types, ready for the zip file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pptx.opc.packuri import PACKAGE_URI
from pptx.opc.spec import default_content_types

from takeabreath.render.office_zip import CONTENT_TYPES
from takeabreath.theme.drawing import DECLARATION, attribute

if TYPE_CHECKING:
    from pptx.opc.package import OpcPackage, Part, _Relationship

_SCHEMAS = "http://schemas.openxmlformats.org/package/2006"
_ALWAYS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def parts_of(package: OpcPackage) -> dict[str, bytes]:
    """What the package's `save` writes, by name; it would make a tree for each relation, and a zip file with dates."""
    parts = tuple(package.iter_parts())
    relations = package._rels  # noqa: SLF001  the parts' are public, the package's own are not
    saved = {CONTENT_TYPES: _content_types(parts), PACKAGE_URI.rels_uri.membername: _relations(relations)}
    for part in parts:
        saved[part.partname.membername] = part.blob
        if part.rels:
            saved[part.partname.rels_uri.membername] = _relations(part.rels)
    return saved


def _relations(relations: Mapping[str, _Relationship]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{number}" Type="{relation.reltype}" Target="{attribute(relation.target_ref)}"/>'
        for number, relation in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_SCHEMAS}/relationships">{listed}</Relationships>'.encode()


def _content_types(parts: Iterable[Part]) -> bytes:
    """Endings that have one type get it for all; every other part has its own."""
    endings: dict[str, str] = dict(_ALWAYS)
    own: dict[str, str] = {}
    for part in parts:
        name, kind = part.partname, part.content_type
        if (name.ext, kind) in default_content_types:
            endings[name.ext] = kind
        else:
            own[name] = kind
    listed = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in sorted(endings.items())]
    listed += [f'<Override PartName="{attribute(name)}" ContentType="{kind}"/>' for name, kind in sorted(own.items())]
    return f'{DECLARATION}<Types xmlns="{_SCHEMAS}/content-types">{"".join(listed)}</Types>'.encode()
