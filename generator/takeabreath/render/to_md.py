"""A document as Markdown that reads well on a forge and in a plain editor."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from takeabreath.plan.document import Callout, Document, Heading, Line, Paragraph, Points, Table

_MARKS = {"bullet": "-", "number": "{number}.", "tick": "- [ ]"}

#: Characters that mean something to Markdown anywhere in a line. A lone `&` does not, an entity does.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?[A-Za-z0-9]+;)|!(?=\[)")
#: A line's beginning that would make it a heading, a list, a rule or a quotation.
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|:(?=-))|^(\d{1,9})([.)])(?=\s|$)")


def render_md(document: Document) -> bytes:
    """UTF-8 with line feeds; no date, so that the same content is the same file."""
    return _template().render(document=document).encode("utf-8")


def literal(text: str) -> str:
    """The text such that Markdown shows every character as it stands."""
    return _ANYWHERE.sub(lambda match: "\\" + match[0], text)


def _line(line: Line) -> str:
    """Emphasis stands around the words and never around the white space beside them."""
    parts = []
    for run in line:
        words = run.text.strip()
        if run.strong and words:
            before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
            parts.append(f"{before}**{literal(words)}**{after}")
        else:
            parts.append(literal(run.text))
    return "".join(parts)


def opening(line: Line) -> str:
    """A line where Markdown looks for lists and headings."""
    return _AT_START.sub(lambda match: "\\" + match[1] if match[1] else f"{match[2]}\\{match[3]}", _line(line))


def _comment(text: str) -> str:
    """Two hyphens would end an HTML comment."""
    return re.sub(r"-(?=-)", "- ", text)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("takeabreath.render", "."),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown has its own escapes: the filters below
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"literal": literal, "line": _line, "opening": opening, "comment": _comment}
    kinds = {"heading": Heading, "paragraph": Paragraph, "points": Points, "table": Table, "callout": Callout}
    environment.tests |= {name: lambda block, kind=kind: isinstance(block, kind) for name, kind in kinds.items()}
    environment.globals["marks"] = _MARKS
    return environment.get_template("plan.md.j2")
