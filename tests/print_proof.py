"""A proof of a printed file: what a page looks like and where things stand on it, as a PDF reader of others sees it."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image
from pypdfium2 import raw

MM = 72 / 25.4
#: Pixels a millimetre, for looking at ink.
FINE = 6


@dataclass(frozen=True)
class Box:
    """In millimetres from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def within(self, other: Box) -> Box:
        """What both cover."""
        return Box(
            max(self.left, other.left), max(self.top, other.top),
            min(self.right, other.right), min(self.bottom, other.bottom),
        )  # fmt: skip


@dataclass(frozen=True)
class ProofText:
    """Words of one size that stand together in a line."""

    text: str
    box: Box


@dataclass(frozen=True)
class ProofLine:
    """A line across the page."""

    box: Box
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class ProofPage:
    """One page; `lines` are those across it with their colours, from the top; `sizes` those of its type, in points.

    `grounds` are the colours of filled shapes that are more than lines, pictures included.
    """

    number: int
    width: float
    height: float
    grey: Image.Image
    texts: tuple[ProofText, ...]
    lines: tuple[ProofLine, ...]
    sizes: frozenset[float]
    grounds: frozenset[tuple[int, int, int]]

    def ink(self, darker_than: int = 200) -> Box:
        """Around everything that is darker than this grey, 0 being black."""
        found = self.grey.point([255 if grey < darker_than else 0 for grey in range(256)]).getbbox()
        assert found is not None, f"page {self.number} is empty"
        scale = self.grey.width / self.width
        return Box(*(edge / scale for edge in found))

    def filled(self, foot: float) -> float:
        """How far down the page its ink goes, as a share of it, without what is in the last `foot` millimetres."""
        top = self.grey.crop((0, 0, self.grey.width, round(self.grey.height * (1 - foot / self.height))))
        found = top.point([255 if grey < 200 else 0 for grey in range(256)]).getbbox()
        return 0.0 if found is None else found[3] / self.grey.height

    def contrast(self, box: Box) -> float:
        """The contrast ratio between the darkest and the commonest grey of a part of the page."""
        scale = self.grey.width / self.width
        part = self.grey.crop(tuple(round(edge * scale) for edge in (box.left, box.top, box.right, box.bottom)))
        counts = part.histogram()
        ground = max(range(256), key=counts.__getitem__)
        darkest = next(grey for grey in range(256) if counts[grey])
        lightest = next(grey for grey in reversed(range(256)) if counts[grey])
        return max(_ratio(ground, darkest), _ratio(lightest, ground))


def proof(file: bytes, dots: float = 2.0) -> Iterator[ProofPage]:
    """The pages of a PDF with `dots` pixels a millimetre."""
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf, 1):
            width, height = page.get_size()
            grey = page.render(scale=dots / MM, grayscale=True).to_pil()
            texts = page.get_textpage()
            yield ProofPage(
                number,
                width / MM,
                height / MM,
                grey,
                tuple(_texts(page, texts, height)),
                tuple(_lines(page, height)),
                frozenset(_sizes(texts)),
                frozenset(_grounds(page)),
            )


def overlaps(texts: tuple[ProofText, ...]) -> list[tuple[str, str]]:
    """Pairs of texts of which one covers a good part of the other."""
    return [
        (one.text, other.text)
        for one, other in itertools.combinations([text for text in texts if text.box.area > 1], 2)
        if one.box.within(other.box).area > 0.2 * min(one.box.area, other.box.area)
    ]


def _texts(page: pypdfium2.PdfPage, texts: pypdfium2.PdfTextPage, height: float) -> Iterator[ProofText]:
    for run in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=texts):
        words = run.extract().strip()
        if words:
            yield ProofText(words, _box(run.get_bounds(), height))


def _lines(page: pypdfium2.PdfPage, height: float) -> Iterator[ProofLine]:
    shapes = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    found = (
        ProofLine(_box(shape.get_bounds(), height), _colour(raw.FPDFPageObj_GetStrokeColor, shape)) for shape in shapes
    )
    across = (line for line in found if line.box.bottom - line.box.top < 0.6 and line.box.right - line.box.left > 35)
    yield from sorted(across, key=lambda line: (round(line.box.left), line.box.top))


def _colour(read: Callable[..., object], shape: pypdfium2.PdfObject) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    read(shape, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _sizes(texts: pypdfium2.PdfTextPage) -> Iterator[float]:
    """Sizes of the type of whole characters; blanks have none that anyone sees."""
    for number in range(texts.count_chars()):
        if not chr(raw.FPDFText_GetUnicode(texts, number)).isspace():
            yield round(raw.FPDFText_GetFontSize(texts, number), 2)


def _grounds(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, int]]:
    filled, drawn = ctypes.c_int(), ctypes.c_int()
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        raw.FPDFPath_GetDrawMode(shape, filled, drawn)
        left, bottom, right, top = shape.get_bounds()
        if filled.value and min(right - left, top - bottom) > 3 * MM:
            yield _colour(raw.FPDFPageObj_GetFillColor, shape)


def _box(edges: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = edges
    return Box(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)


def _ratio(lighter: int, darker: int) -> float:
    return (_luminance(lighter) + 0.05) / (_luminance(darker) + 0.05)


def _luminance(grey: int) -> float:
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
