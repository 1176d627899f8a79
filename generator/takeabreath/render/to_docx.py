"""A document for Word, which a teacher can edit: real headings, lists and tables in named styles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from takeabreath.model.curriculum import Picture
from takeabreath.plan.document import Document, Run
from takeabreath.render.office_zip import repack
from takeabreath.render.raster import png_of
from takeabreath.render.word_base import base_document, text_width
from takeabreath.render.word_body import WordBody, numbering_xml, paragraph
from takeabreath.theme.theme import theme_for

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")

#: English Metric Units in a millimetre.
_EMU = 36_000
#: The cover stands at the top right, this high (in millimetres).
_COVER_HEIGHT = 26
#: Pixels of the picture for programs without SVG: about 300 to the inch.
_COVER_PIXELS = 640


def render_docx(document: Document) -> bytes:
    """A `.docx` package; the same document gives the same bytes."""
    word = docx.Document(io.BytesIO(base_document(document, theme_for(document.band))))
    _describe(word, document)
    body = WordBody(text_width(document))
    title = paragraph((Run(document.title),), "Title") + paragraph((Run(document.strap),), "Subtitle")
    xml = title + body.xml_of(document.blocks)
    blocks = list(_elements(xml))
    blocks[0].insert(1, _cover(word, document.cover))
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


def _cover(word: WordDocument, picture: Picture) -> BaseOxmlElement:
    """A run with the cover: the drawing itself, and pixels for programs that show no SVG."""
    pixels, _ = word.part.get_or_add_image(io.BytesIO(png_of(picture.svg, _COVER_PIXELS)))
    package = word.part.package
    if package is None:
        raise ValueError("the document has no package")
    drawing = Part(PackURI("/word/media/cover.svg"), "image/svg+xml", picture.svg, package)
    height = _COVER_HEIGHT * _EMU
    width = round(height * picture.width / picture.height)
    svg = word.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
    return next(_elements(_anchor(pixels, svg, quoteattr(picture.alt), (width, height))))


def _anchor(pixels: str, svg: str, alt: str, size: tuple[int, int]) -> str:
    width, height = size
    return f"""<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="180000" distR="0" simplePos="0"
    relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
  <wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>
  <wp:extent cx="{width}" cy="{height}"/>
  <wp:wrapNone/>
  <wp:docPr id="1" name="Cover" descr={alt}/>
  <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
    <pic:nvPicPr><pic:cNvPr id="1" name="Cover" descr={alt}/><pic:cNvPicPr/></pic:nvPicPr>
    <pic:blipFill><a:blip r:embed="{pixels}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
      <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/>
    </a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
    <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
  </pic:pic></a:graphicData></a:graphic>
</wp:anchor></w:drawing></w:r>"""
