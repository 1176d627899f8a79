"""Builds `base.pptx`, the slide template, from the tokens and the layouts: `python -m takeabreath.theme.build_template`."""

from __future__ import annotations

from pathlib import Path

from takeabreath.plan.slide_layouts import HEIGHT, LAYOUTS, WIDTH, Box, Decoration, Layout, Placeholder, TypeRole
from takeabreath.plan.text_fit import LINE_SPACING, PARAGRAPH_GAP
from takeabreath.render.office_zip import CONTENT_TYPES, pack
from takeabreath.render.ooxml import (
    DECLARATION,
    EMPTY_GROUP,
    NAMESPACES,
    attribute,
    colour,
    frame,
    placeholder_mark,
    rounded,
    slide_number_field,
)
from takeabreath.theme.colour_scheme import colour_scheme
from takeabreath.theme.theme import Fonts, theme_for

TEMPLATE = Path(__file__).with_name("base.pptx")

#: The template on its own has the look and the sizes of this band; a deck has those of its own.
HOME_BAND, HOME_BODY_PT = "8-10", 28

_LOCALE = "en-GB"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument."
_SANS_PANOSE = "020B0604030504040204"  # what a computer without the font goes by: an open, upright sans serif
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def build_template() -> bytes:
    """The template's package: no slides, no dates, no printer settings, no thumbnail."""
    layouts = list(LAYOUTS.values())
    parts = {
        "ppt/presentation.xml": _presentation(),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
        "ppt/theme/theme1.xml": _theme_part("Take a Breath"),
        "ppt/theme/theme2.xml": _theme_part("Take a Breath, notes"),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts)),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>Take a Breath</Application></Properties>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Take a Breath</dc:title>'
        "</cp:coreProperties>",
        **{_layout_name(i): _layout(layout) for i, layout in enumerate(layouts, 1)},
    }
    types = _content_types(parts)
    parts |= _relations(len(layouts))
    return pack({CONTENT_TYPES: _encoded(types)} | {name: _encoded(part) for name, part in parts.items()})


def _encoded(part: str) -> bytes:
    return (DECLARATION + part).encode()


def _layout_name(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def _relations(count: int) -> dict[str, str]:
    layouts = [("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in range(1, count + 1)]
    properties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return {
        "_rels/.rels": _related(
            [("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")],
            f'<Relationship Id="rId3" Type="{properties}" Target="docProps/core.xml"/>',
        ),
        "ppt/_rels/presentation.xml.rels": _related(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _related([*layouts, ("theme", "../theme/theme1.xml")]),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _related([("theme", "../theme/theme2.xml")]),
        **{
            f"ppt/slideLayouts/_rels/slideLayout{i}.xml.rels": _related(
                [("slideMaster", "../slideMasters/slideMaster1.xml")]
            )
            for i in range(1, count + 1)
        },
    }


def _related(targets: list[tuple[str, str]], more: str = "") -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}{more}</Relationships>'


def _content_types(parts: dict[str, str]) -> str:
    kinds = {
        "ppt/presentation.xml": "presentationml.presentation.main+xml",
        "docProps/app.xml": "extended-properties+xml",
    }
    for name in parts:
        folder, stem = name.split("/")[-2:]
        if folder == "theme":
            kinds[name] = "theme+xml"
        elif folder == "ppt" and name not in kinds:
            kinds[name] = f"presentationml.{stem.removesuffix('.xml')}+xml"
        elif folder.startswith(("slide", "notes")):
            kinds[name] = f"presentationml.{folder[:-1]}+xml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}{kind}"/>' for name, kind in sorted(kinds.items())
    )
    package = "application/vnd.openxmlformats-package"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{package}.core-properties+xml"/></Types>'
    )


def _presentation() -> str:
    size = frame(Box(0, 0, WIDTH, HEIGHT)).split("<a:ext ")[1].split("/>")[0]
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz {size}/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{_level(1, 18)}</p:defaultTextStyle></p:presentation>"
    )


def _theme_part(name: str) -> str:
    theme = theme_for(HOME_BAND)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    styles = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f"{colour_scheme(theme)}{_font_scheme(theme.fonts)}"
        f'<a:fmtScheme name="Take a Breath">{styles}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _font_scheme(fonts: Fonts) -> str:
    def family(latin: str) -> str:
        scripts = {"Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei", "Taml": "Nirmala UI", "Arab": "Arial"}
        others = "".join(f'<a:font script="{script}" typeface="{name}"/>' for script, name in scripts.items())
        return (
            f'<a:latin typeface="{latin}" panose="{_SANS_PANOSE}" pitchFamily="34" charset="0"/>'
            f'<a:ea typeface=""/><a:cs typeface=""/>{others}'
        )

    return (
        f'<a:fontScheme name="Take a Breath"><a:majorFont>{family(fonts.heading)}</a:majorFont>'
        f"<a:minorFont>{family(fonts.body)}</a:minorFont></a:fontScheme>"
    )


def _master(layout_count: int) -> str:
    title = Placeholder("title", "Title", "title", None, Box(72, 30, 844, 90), TypeRole.TITLE, "tx2", bold=True, heading=True)
    text = Placeholder("text", "Text", "body", 1, Box(76, 148, 808, 336), marks="dot")
    number = LAYOUTS["Points"].placeholder("number")
    corner = Decoration("Corner", Box(896, -52, 116, 116), "accent1", "ellipse")
    shapes = _decoration(2, corner) + "".join(_placeholder(i, place) for i, place in enumerate((title, text, number), 3))
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + i}" r:id="rId{i}"/>' for i in range(1, layout_count + 1))
    body = _paragraph_style(text, 1) + "".join(_level(i, HOME_BODY_PT, indent=28 * i) for i in range(2, 6))
    return (
        f"<p:sldMaster {NAMESPACES}>{_common_slide('', 'bg2', shapes)}{_COLOUR_MAP}<p:sldLayoutIdLst>{ids}"
        f"</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{_paragraph_style(title, 1)}</p:titleStyle><p:bodyStyle>{body}"
        f"</p:bodyStyle><p:otherStyle>{_level(1, 18)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"'
        ' noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{frame(Box(54, 60, 432, 243))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{frame(Box(54, 324, 432, 360))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{_LOCALE}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    return (
        f"<p:notesMaster {NAMESPACES}>{_common_slide('', 'bg1', image + text)}{_COLOUR_MAP}"
        f"<p:notesStyle>{_level(1, 12)}</p:notesStyle></p:notesMaster>"
    )


def _common_slide(name: str, background: str, shapes: str) -> str:
    named = f' name="{attribute(name)}"' if name else ""
    return (
        f"<p:cSld{named}><p:bg><p:bgPr>{colour(background)}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
    )


def _layout(layout: Layout) -> str:
    decorations = [_decoration(i, shape) for i, shape in enumerate(layout.decorations, 2)]
    places = [_placeholder(i, place) for i, place in enumerate(layout.placeholders, 2 + len(decorations))]
    slide = _common_slide(layout.name, layout.background, "".join(decorations + places))
    mapping = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">{slide}{mapping}</p:sldLayout>'


def _decoration(number: int, shape: Decoration) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_turned(shape)}{_geometry(shape)}{colour(shape.fill)}'
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


def _placeholder(number: int, place: Placeholder) -> str:
    text = "" if place.kind == "pic" else f"<a:lstStyle>{_paragraph_style(place, 1)}</a:lstStyle>"
    prompt = f'<a:r><a:rPr lang="{_LOCALE}"/><a:t>{attribute(place.name)}</a:t></a:r>'
    if place.kind == "sldNum":
        prompt = slide_number_field(_LOCALE)
    corners = rounded(place.box, 16) if place.shape == "roundRect" else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    fill = colour(place.fill) if place.fill else ""
    across, down = round(place.padding * 12700), round(place.padding * 6350)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholder_mark(place)}</p:nvPr></p:nvSpPr><p:spPr>{frame(place.box)}{corners}{fill}"
        f'</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}"'
        f' anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>{text or "<a:lstStyle/>"}<a:p>{prompt}</a:p></p:txBody></p:sp>'
    )


def _paragraph_style(place: Placeholder, level: int) -> str:
    """The look of a placeholder's text; sizes and indents are set anew for each band."""
    if place.kind == "sldNum":
        return _level(level, 12, ink=place.colour, align=place.align)
    size = place.role.sizes(HOME_BODY_PT)[0]
    return _level(
        level, size, ink=place.colour, align=place.align, bold=place.bold, heading=place.heading, marks=_marks(place),
        indent=place.indent * size,
    )  # fmt: skip


def _marks(place: Placeholder) -> str:
    ink = f'<a:buClr><a:schemeClr val="{place.colour if place.marks == "tick" else "tx2"}"/></a:buClr>'
    match place.marks:
        case "none":
            return "<a:buNone/>"
        case "dot":
            return f'{ink}<a:buFontTx/><a:buChar char="•"/>'
        case "tick":
            return f'{ink}<a:buFont typeface="Segoe UI Symbol"/><a:buChar char="✓"/>'
        case number:
            return f'{ink}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod" startAt="{number}"/>'


def _level(
    level: int, size: int, *, ink: str = "tx1", align: str = "l", bold: bool = False, heading: bool = False,
    marks: str = "<a:buNone/>", indent: float = 0,
) -> str:  # fmt: skip
    font = "mj" if heading else "mn"
    spacing = LINE_SPACING["Lexend" if heading else "Andika"]
    left = round(indent * 12700)
    hanging = 0 if marks == "<a:buNone/>" else -left
    return (
        f'<a:lvl{level}pPr marL="{left}" indent="{hanging}" algn="{align}"><a:lnSpc><a:spcPct val="{round(spacing * 100_000)}"/>'
        f'</a:lnSpc><a:spcBef><a:spcPts val="{round(PARAGRAPH_GAP * size * 100)}"/></a:spcBef>{marks}'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}" kern="1200">{colour(ink)}<a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build_template())
