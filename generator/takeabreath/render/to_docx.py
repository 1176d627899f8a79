"""A document for Word, which a teacher can edit: real headings, lists and tables in named styles."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from takeabreath.plan.document import Document, Run
from takeabreath.render.office_zip import repack
from takeabreath.render.word_base import base_document, text_width
from takeabreath.render.word_body import WordBody, numbering_xml, paragraph
from takeabreath.render.word_pictures import WordPictures
from takeabreath.theme.theme import theme_for

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic") + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

#: The cover stands at the top right, this high (in millimetres).
_COVER_HEIGHT = 26


def render_docx(document: Document) -> bytes:
    """A `.docx` package; the same document gives the same bytes."""
    word = docx.Document(io.BytesIO(base_document(document, theme_for(document.band))))
    _describe(word, document)
    pictures = WordPictures(word, document.pictures)
    cover = pictures.at_top_right(document.cover, _COVER_HEIGHT)
    body = WordBody(text_width(document), pictures, is_form=document.is_form)
    title = paragraph((Run(document.title),), "Title") + paragraph((Run(document.strap),), "Subtitle")
    xml = title + body.xml_of(document.blocks)
    blocks = list(_elements(xml))
    blocks[0].insert(1, next(_elements(cover)))
    section = word.element.body.sectPr
    for block in blocks:
        section.addprevious(block)
    _number(word, body.numberings)
    stream = io.BytesIO()
    word.save(stream)
    return repack(stream.getvalue())


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = document.title
    properties.subject = document.summary[:255]
    properties.author = document.creator
    properties.comments = document.source_note
    properties.language = document.locale


def _elements(xml: str) -> Iterator[BaseOxmlElement]:
    """The elements of a piece of body XML."""
    yield from list(parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>"))


def _number(word: WordDocument, numberings: int) -> None:
    numbering = word.part.numbering_part.element
    for number in range(numberings):
        numbering.append(next(_elements(numbering_xml(number))))
