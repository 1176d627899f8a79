"""Drawings for lessons: plain SVG that cannot load or run anything."""

from __future__ import annotations

import math
import re
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

_LARGEST = 200_000
_REMARK = re.compile(rb"<!--.*?-->", re.DOTALL)
#: Zero bytes would be another encoding than UTF-8, in which none of the rest is found.
_UNSAFE = re.compile(
    rb"\0|<!|<(?:\w+:)?(?:script|foreignObject|style)\b|\bon[a-z]+\s*=|href\s*=\s*[\"'](?!#)"
    rb"|url\(\s*[\"']?(?!#)|javascript:",
    re.IGNORECASE,
)


def read_drawing(path: Path) -> tuple[bytes, float, float]:
    """The drawing without its remarks, and its width and height in its own units.

    Raises ValueError where it is not a plain drawing, OSError where there is none.
    """
    size = path.stat().st_size
    if size > _LARGEST:
        raise ValueError(f"it has {size:,} bytes, more than {_LARGEST:,}")
    svg = _REMARK.sub(b"", path.read_bytes())
    unsafe = _UNSAFE.search(svg)
    if unsafe:
        raise ValueError(f"it holds {unsafe[0].decode('ascii', 'replace')!r}, which could load or run something")
    return svg, *_size_of(svg)


def _size_of(svg: bytes) -> tuple[float, float]:
    """Read without building a tree: there are many drawings, and only the first element matters."""
    views: list[str] = []
    parser = ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda _name, attributes: views.append(attributes.get("viewBox", ""))
    try:
        parser.Parse(svg, True)  # noqa: FBT003 - expat's own way to say that this is all
        _, _, width, height = (float(number) for number in views[0].replace(",", " ").split())
    except (ExpatError, ValueError):
        raise ValueError("it is not an SVG drawing with a viewBox") from None
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"its viewBox is {width:g} wide and {height:g} high")
    return width, height
