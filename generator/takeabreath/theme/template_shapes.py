"""The shapes of the slide template's layouts: placeholders with their text styles, and decorations."""

from __future__ import annotations

from takeabreath.theme.drawing import (
    TRUE_GREY,
    attribute,
    colour,
    frame,
    placeholder_mark,
    rounded,
    slide_number_field,
)
from takeabreath.theme.layout_parts import NUMBER_PT, PLACEHOLDER_CORNERS, Box, Decoration, Placeholder
from takeabreath.theme.text_fit import LINE_SPACING, PARAGRAPH_GAP

#: Least body size of the template on its own; a deck has that of its band.
HOME_BODY_PT = 28

#: Plain text without marks, for styles that belong to no placeholder.
PLAIN = Placeholder("text", "Text", "body", None, Box(0, 0, 0, 0))

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

_LOCALE = "en-GB"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def decoration(number: int, shape: Decoration) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr{TRUE_GREY}>{_turned(shape)}{_geometry(shape)}{colour(shape.fill)}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _turned(shape: Decoration) -> str:
    turn = {"tail-left": ' flipV="1"', "tail-right": ' flipH="1" flipV="1"'}.get(shape.shape, "")
    return frame(shape.box).replace("<a:xfrm>", f"<a:xfrm{turn}>")


def _geometry(shape: Decoration) -> str:
    box = shape.box
    corner = round(100_000 * min(0.5, shape.radius / min(box.width, box.height)))
    adjusted: dict[str, int] = {}
    match shape.shape:
        case "roundRect":
            return rounded(box, shape.radius)
        case "tail-left" | "tail-right":
            preset = "rtTriangle"
        case "top-round":
            preset, adjusted = "round2SameRect", {"adj1": corner, "adj2": 0}
        case plain:
            preset = plain
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in adjusted.items())
    return f'<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def placeholder(number: int, place: Placeholder) -> str:
    text = "<a:lstStyle/>" if place.kind == "pic" else f"<a:lstStyle>{paragraph_style(place)}</a:lstStyle>"
    prompt = f'<a:r><a:rPr lang="{_LOCALE}"/><a:t>{attribute(place.name)}</a:t></a:r>'
    if place.kind == "sldNum":
        prompt = slide_number_field(_LOCALE)
    corners = rounded(place.box, PLACEHOLDER_CORNERS) if place.shape == "roundRect" else RECTANGLE
    fill = colour(place.fill) if place.fill else ""
    wrap = "none" if place.one_line else "square"
    across, down = round(place.padding * 12700), round(place.padding * 6350)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholder_mark(place)}</p:nvPr></p:nvSpPr><p:spPr{TRUE_GREY}>{frame(place.box)}{corners}{fill}"
        f'</p:spPr><p:txBody><a:bodyPr wrap="{wrap}" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}"'
        f' anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>{text}<a:p>{prompt}</a:p></p:txBody></p:sp>'
    )


def paragraph_style(place: Placeholder, level: int = 1, size: int | None = None) -> str:
    """The look of a placeholder's text; each band sets sizes and indents anew in the layouts."""
    size = size or (NUMBER_PT if place.kind == "sldNum" else place.role.comfortable(HOME_BODY_PT))
    font = "mj" if place.heading else "mn"
    spacing = LINE_SPACING["Lexend" if place.heading else "Andika"]
    indent = round(place.indent * size * 12700)
    left = indent * level
    return (
        f'<a:lvl{level}pPr marL="{left}" indent="{-indent}" algn="{place.align}">'
        f'<a:lnSpc><a:spcPct val="{round(spacing * 100_000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(PARAGRAPH_GAP * size * 100)}"/></a:spcBef>{_marks(place)}'
        f'<a:defRPr sz="{size * 100}" b="{int(place.bold)}" kern="1200">{colour(place.colour)}'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'
        f"</a:defRPr></a:lvl{level}pPr>"
    )


def _marks(place: Placeholder) -> str:
    ink = f'<a:buClr><a:schemeClr val="{place.colour if place.marks == "tick" else "tx2"}"/></a:buClr>'
    match place.marks:
        case "none":
            return "<a:buNone/>"
        case "dot":
            return f'{ink}<a:buFont typeface="+mn-lt"/><a:buChar char="•"/>'
        case "tick":
            return f'{ink}<a:buFont typeface="+mn-lt"/><a:buChar char="✓"/>'
        case number:
            return f'{ink}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod" startAt="{number}"/>'
