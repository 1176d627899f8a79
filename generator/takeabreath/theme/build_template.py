"""Builds `base.pptx`, the slide template, from the tokens and the layouts.

Run it after a change of either: `python -m takeabreath.theme.build_template`.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from takeabreath.theme.colour_scheme import colour_scheme
from takeabreath.theme.drawing import DECLARATION, EMPTY_GROUP, NAMESPACES, attribute, colour, frame
from takeabreath.theme.layout_parts import CORNER_BALL, HEIGHT, WIDTH, Box, Layout, Placeholder, TypeRole
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.template_shapes import HOME_BODY_PT, PLAIN, RECTANGLE, decoration, paragraph_style, placeholder
from takeabreath.theme.theme import Fonts, theme_for

TEMPLATE = Path(__file__).with_name("base.pptx")

#: The template on its own has the look of this band; a deck has that of its own.
HOME_BAND = "8-10"

_LOCALE = "en-GB"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument."
_SANS_PANOSE = "020B0604030504040204"  # what a computer without the font goes by: an open, upright sans serif
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
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
    return _zipped({"[Content_Types].xml": types} | parts)


def _zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name)  # dated 1980, which stands for no date
            entry.create_system = 0
            package.writestr(entry, (DECLARATION + parts[name]).encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


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
        f"<p:defaultTextStyle>{paragraph_style(PLAIN, size=18)}</p:defaultTextStyle></p:presentation>"
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
    title = Placeholder(
        "title", "Title", "title", None, Box(72, 30, 844, 90), TypeRole.TITLE, "tx2", bold=True, heading=True
    )
    text = Placeholder("text", "Text", "body", 1, Box(76, 148, 808, 336), marks="dot")
    number = LAYOUTS["Points"].placeholder("number")
    shapes = decoration(2, CORNER_BALL) + "".join(
        placeholder(i, place) for i, place in enumerate((title, text, number), 3)
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + i}" r:id="rId{i}"/>' for i in range(1, layout_count + 1))
    body = "".join(paragraph_style(text, level, HOME_BODY_PT) for level in range(1, 6))
    return (
        f"<p:sldMaster {NAMESPACES}>{_common_slide('', 'bg2', shapes)}{_COLOUR_MAP}<p:sldLayoutIdLst>{ids}"
        f"</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{paragraph_style(title)}</p:titleStyle><p:bodyStyle>{body}"
        f"</p:bodyStyle><p:otherStyle>{paragraph_style(PLAIN, size=18)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"'
        ' noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(Box(54, 60, 432, 243))}{RECTANGLE}</p:spPr></p:sp>"
    )
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{frame(Box(54, 324, 432, 360))}'
        f"{RECTANGLE}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="{_LOCALE}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    return (
        f"<p:notesMaster {NAMESPACES}>{_common_slide('', 'bg1', image + text)}{_COLOUR_MAP}"
        f"<p:notesStyle>{paragraph_style(PLAIN, size=12)}</p:notesStyle></p:notesMaster>"
    )


def _common_slide(name: str, background: str, shapes: str) -> str:
    named = f' name="{attribute(name)}"' if name else ""
    return (
        f"<p:cSld{named}><p:bg><p:bgPr>{colour(background)}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
    )


def _layout(layout: Layout) -> str:
    decorations = [decoration(i, shape) for i, shape in enumerate(layout.decorations, 2)]
    places = [placeholder(i, place) for i, place in enumerate(layout.placeholders, 2 + len(decorations))]
    slide = _common_slide(layout.name, layout.background, "".join(decorations + places))
    mapping = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f'<p:sldLayout {NAMESPACES} type="{layout.kind}" preserve="1" userDrawn="1">{slide}{mapping}</p:sldLayout>'


if __name__ == "__main__":
    TEMPLATE.write_bytes(build_template())
