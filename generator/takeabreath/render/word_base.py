"""The base document for Word: styles, numbering, theme and footer, in a band's colours.

Its parts are the files of `render/word`; nothing is taken from a library's own template.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template
from xml.sax.saxutils import escape

from takeabreath.plan.document import Document
from takeabreath.render.office_zip import CONTENT_TYPES, pack
from takeabreath.theme.theme import Theme

_PARTS = {
    CONTENT_TYPES: "content_types.xml",
    "_rels/.rels": "package.rels",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "fonts.xml",
    "word/footer1.xml": "footer.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
    "word/theme/theme1.xml": "theme.xml",
}

#: Width and height of the paper in twentieths of a point.
_PAPERS = {"a4": (11906, 16838), "us-letter": (12240, 15840)}

#: The margin at the left and at the right, as in `word/document.xml`.
_MARGIN = 1020

_COLOURS = (
    "ink", "paper", "line", "muted", "accent", "accent_dark", "tint", "help", "help_tint",
    "got_it", "nearly", "nearly_tint", "look_again", "look_again_tint",
)  # fmt: skip


def text_width(document: Document) -> int:
    """The width between the margins in twentieths of a point."""
    return _PAPERS[document.paper][0] - 2 * _MARGIN


def base_document(document: Document, theme: Theme) -> bytes:
    """A document without a body's text, ready to be opened and filled."""
    places = _places(document, theme)
    return pack({name: _part(file).substitute(places).encode("utf-8") for name, file in _PARTS.items()})


def _places(document: Document, theme: Theme) -> dict[str, str]:
    width, height = _PAPERS[document.paper]
    places = {name: getattr(theme, name) for name in _COLOURS}
    places |= {
        "heading_font": theme.fonts.heading,
        "heading_fallback": theme.fonts.heading_fallback,
        "body_font": theme.fonts.body,
        "body_fallback": theme.fonts.body_fallback,
        "locale": document.locale,
        "footer": document.footer,
        "page": document.page,
        "page_of": document.page_of,
        "page_width": str(width),
        "page_height": str(height),
        "text_width": str(text_width(document)),
    }
    return {name: escape(text, {'"': "&quot;"}) for name, text in places.items()}


@cache
def _part(file: str) -> Template:
    return Template((files("takeabreath.render") / "word" / file).read_text(encoding="utf-8"))
