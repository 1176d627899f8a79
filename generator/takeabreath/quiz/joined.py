"""The engine as one module: the parts in `engine/`, one after the other, each after those that it needs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

PARTS = ("grading", "elements", "reading", "kinds", "progress", "quiz")

_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./\w+\.js\";\n", re.MULTILINE)
_TYPES = re.compile(r"^/\*\* @import .*\*/\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function |class |const )", re.MULTILINE)


@cache
def joined_engine() -> str:
    """What homes load. Only the last part exports anything; the parts share one scope."""
    *parts, last = (_part(name) for name in PARTS)
    return "\n".join((*(_EXPORT.sub("", part) for part in parts), last))


def _part(name: str) -> str:
    text = (files("takeabreath.quiz") / "engine" / f"{name}.js").read_text(encoding="utf-8")
    return _TYPES.sub("", _IMPORT.sub("", text))
