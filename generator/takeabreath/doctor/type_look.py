"""How the text of a shape is set: what it says itself, and what it takes from layout, master and deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from takeabreath.doctor.colours import Palette, is_fill
from takeabreath.doctor.deck import Deck, Slide
from takeabreath.doctor.markup import A, Element, P, flag, is_element, whole
from takeabreath.doctor.shapes import Shape, twin

_DEFAULT_SIZE = 18.0
_WHOLE = 100_000
_MOST_RUNS = 200
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "sldNum": "otherStyle", "ftr": "otherStyle",
           "dt": "otherStyle"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunLook:
    """One run: its text, its size in points as it is shown, and its colour where the file tells it."""

    text: str
    size: float
    bold: bool
    font: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """`spacing` is the line's height as a share of the font's own, or in points where `exact`."""

    runs: tuple[RunLook, ...]
    indent: float
    spacing: float
    exact: bool
    before: float

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        return max((run.size for run in self.runs), default=0.0)


def body_properties(slide: Slide, shape: Shape) -> list[Element]:
    """The shape's own `a:bodyPr` first, then those it inherits."""
    sources = [shape, *(found for canvas in slide.below() if (found := twin(shape, canvas)))]
    bodies = (source.element.find(f"{P}txBody/{A}bodyPr") for source in sources)
    return [body for body in bodies if body is not None]


def font_scale(shape: Shape) -> float:
    """By how much PowerPoint itself has made the text smaller to fit."""
    shrink = shape.element.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
    scale = whole(shrink, "fontScale")
    return scale / _WHOLE if scale and 0 < scale <= _WHOLE else 1.0


def paragraph_looks(deck: Deck, slide: Slide, shape: Shape, palette: Palette) -> list[ParagraphLook]:
    """The paragraphs of a shape that hold text, as they are shown."""
    scale = font_scale(shape)
    lists = _list_styles(deck, slide, shape)
    style = shape.element.find(f"{P}style/{A}fontRef")
    found = []
    for paragraph in shape.paragraphs:
        look = _paragraph(paragraph, lists, palette, scale, palette.colour(style))
        if look.text.strip():
            found.append(look)
    return found


def cell_looks(deck: Deck, cell: Element, palette: Palette) -> list[ParagraphLook]:
    """The paragraphs of a table's cell; colours that come from the table's style are not known."""
    lists = [cell.find(f"{A}txBody/{A}lstStyle"), deck.presentation.find(f"{P}defaultTextStyle")]
    looks = [_paragraph(one, lists, palette, 1.0, None, plain=False) for one in cell.iterfind(f"{A}txBody/{A}p")]
    return [look for look in looks if look.text.strip()]


def _list_styles(deck: Deck, slide: Slide, shape: Shape) -> list[Element | None]:
    """Where a level's look is written, the nearest first."""
    found = [shape.element.find(f"{P}txBody/{A}lstStyle")]
    if shape.placeholder is not None:
        twins = (twin(shape, canvas) for canvas in slide.below())
        found += [one.element.find(f"{P}txBody/{A}lstStyle") for one in twins if one]
        style = _STYLES.get(shape.placeholder.type, "bodyStyle")
        found.append(slide.master.root.find(f"{P}txStyles/{P}{style}"))
    found.append(deck.presentation.find(f"{P}defaultTextStyle"))
    return found


def _paragraph(
    paragraph: Element, lists: list[Element | None], palette: Palette, scale: float, styled: str | None,
    *, plain: bool = True,
) -> ParagraphLook:  # fmt: skip
    own = paragraph.find(f"{A}pPr")
    level = min(8, max(0, whole(own, "lvl") or 0))
    levels = [found for one in lists if one is not None and (found := one.find(f"{A}lvl{level + 1}pPr")) is not None]
    chain = [own, *levels]
    defaults = [found for one in levels if (found := one.find(f"{A}defRPr")) is not None]
    runs = tuple(_runs(paragraph, defaults, palette, scale, styled, plain=plain))
    spacing, exact = _spacing(chain, "lnSpc")
    before, in_points = _spacing(chain, "spcBef")
    size = max((run.size for run in runs), default=0.0)
    return ParagraphLook(
        runs=runs,
        indent=max(0, first(chain, "marL") or 0) / 12_700,
        spacing=spacing or 1.0,
        exact=exact,
        before=before if in_points else before * size,
    )


def first(chain: list[Element | None], name: str) -> int | None:
    """The first whole number under this name."""
    return next((value for one in chain if (value := whole(one, name)) is not None), None)


def _spacing(chain: list[Element | None], name: str) -> tuple[float, bool]:
    """As a share, or in points and True."""
    all_found = (one.find(f"{A}{name}") for one in chain if one is not None)
    found = next((one for one in all_found if one is not None), None)
    if found is None:
        return 0.0, False
    points = whole(found.find(f"{A}spcPts"), "val")
    if points is not None:
        return points / 100, True
    return (whole(found.find(f"{A}spcPct"), "val") or 0) / _WHOLE, False


def _runs(
    paragraph: Element, defaults: list[Element], palette: Palette, scale: float, styled: str | None, *, plain: bool
) -> Iterator[RunLook]:
    for run in islice(paragraph, _MOST_RUNS):
        if not is_element(run) or run.tag not in {f"{A}r", f"{A}fld", f"{A}br"}:
            continue
        own = run.find(f"{A}rPr")
        chain = ([] if own is None else [own]) + defaults
        size = first(chain, "sz")
        yield RunLook(
            text="\n" if run.tag == f"{A}br" else run.findtext(f"{A}t") or "",
            size=(size / 100 if size and size > 0 else _DEFAULT_SIZE) * scale,
            bold=next((bold for one in chain if (bold := flag(one, "b")) is not None), False),
            font=_font(chain, palette),
            colour=_colour(own, defaults, palette, styled, plain=plain),
        )


def _font(chain: list[Element], palette: Palette) -> str:
    names = (str(found.get("typeface", "")) for one in chain if (found := one.find(f"{A}latin")) is not None)
    name = next(filter(None, names), "+mn-lt")
    return palette.fonts.get(name, name)


def _colour(
    own: Element | None, defaults: list[Element], palette: Palette, styled: str | None, *, plain: bool
) -> str | None:
    """A link is in the theme's colour for links; what nobody colours is in the first text colour where `plain`."""
    if own is not None and own.find(f"{A}hlinkClick") is not None:
        return palette.scheme.get(palette.names.get("hlink", "hlink"))
    fill = None if own is None else next(filter(is_fill, own), None)
    if fill is None and styled:
        return styled
    fill = fill if fill is not None else next((node for one in defaults for node in one if is_fill(node)), None)
    if fill is None:
        return palette.scheme.get(palette.names.get("tx1", "dk1")) if plain else None
    return palette.colour(fill) if fill.tag == f"{A}solidFill" else None
