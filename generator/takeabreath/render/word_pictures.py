"""Drawings in a Word file: the SVG itself, and pixels for programs without it."""

from __future__ import annotations

import io
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from takeabreath.model.curriculum import Picture
from takeabreath.render.raster import png_of

#: English Metric Units in a millimetre.
_EMU = 36_000
#: Pixels of a picture for programs without SVG: about 300 to the inch for the cover.
_PIXELS = 640


class WordPictures:
    """Puts drawings into a document and gives the runs that show them; each drawing is stored once."""

    def __init__(self, word: WordDocument, pictures: tuple[Picture, ...]) -> None:
        self._word = word
        self._pictures = {picture.id: picture for picture in pictures}
        self._stored: dict[str, tuple[str, str]] = {}
        self._shown = 0

    def at_top_right(self, picture: Picture, height_mm: int) -> str:
        """A run that stands at the top right of the first page, beside the text."""
        return _run(_anchor(*self._parts(picture, height_mm)))

    def in_line(self, picture_id: str, height_mm: int) -> str:
        """A run that stands in its paragraph like a letter, no wider than high."""
        picture = self._pictures[picture_id]
        return _run(_inline(*self._parts(picture, height_mm * min(1, picture.height / picture.width))))

    def _parts(self, picture: Picture, height_mm: float) -> tuple[str, str, str]:
        """The drawing's size, what describes it, and the drawing itself."""
        self._shown += 1
        height = round(height_mm * _EMU)
        width = round(height * picture.width / picture.height)
        named = f'id="{self._shown}" name={quoteattr(picture.id)} descr={quoteattr(picture.alt)}'
        return f'cx="{width}" cy="{height}"', named, _graphic(*self._store(picture), named, (width, height))

    def _store(self, picture: Picture) -> tuple[str, str]:
        if picture.id not in self._stored:
            part, package = self._word.part, self._word.part.package
            if package is None:
                raise ValueError("the document has no package")
            pixels, _ = part.get_or_add_image(io.BytesIO(png_of(picture.svg, _PIXELS)))
            drawing = Part(PackURI(f"/word/media/{picture.id}.svg"), "image/svg+xml", picture.svg, package)
            self._stored[picture.id] = pixels, part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
        return self._stored[picture.id]


def _run(drawing: str) -> str:
    return f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"


def _inline(size: str, named: str, graphic: str) -> str:
    return f"""<wp:inline distT="0" distB="0" distL="0" distR="0">
  <wp:extent {size}/>
  <wp:docPr {named}/>
  <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
  {graphic}
</wp:inline>"""


def _anchor(size: str, named: str, graphic: str) -> str:
    return f"""<wp:anchor distT="0" distB="0" distL="180000" distR="0" simplePos="0"
    relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
  <wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>
  <wp:extent {size}/>
  <wp:wrapNone/>
  <wp:docPr {named}/>
  <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
  {graphic}
</wp:anchor>"""


def _graphic(pixels: str, svg: str, named: str, size: tuple[int, int]) -> str:
    return f"""<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
    <pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>
    <pic:blipFill><a:blip r:embed="{pixels}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
      <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/>
    </a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
    <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
  </pic:pic></a:graphicData></a:graphic>"""
