"""PresentationML for slides and their notes, as text: what python-pptx lacks or is slow at.

Every run names its language, every picture its alt text; nothing stands outside a placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from takeabreath.plan.slides import Deck, NotesPart, Paragraph, Slide, SlidePicture, SlideText
from takeabreath.theme.drawing import (
    DECLARATION,
    EMPTY_GROUP,
    EMU_PER_POINT,
    NAMESPACES,
    TRUE_GREY,
    attribute,
    frame,
    placeholder_mark,
    rounded,
    slide_number_field,
)
from takeabreath.theme.layout_parts import NUMBER_INDENT, Box, Placeholder
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.slide_look import placeholder_corners


def slide_xml(deck: Deck, slide: Slide, pictures: Mapping[str, tuple[str, str]]) -> bytes:
    """The slide's part. `pictures` gives the relation ids of PNG and SVG by picture id."""
    layout = LAYOUTS[slide.layout]
    texts = {text.key: text for text in slide.texts}
    art = {picture.key: picture for picture in slide.pictures}
    shapes: list[str] = []
    for place in layout.placeholders:
        number = len(shapes) + 2
        if place.key in texts:
            shapes.append(_text_shape(number, place, texts[place.key], deck))
        elif place.key in art:
            shapes.append(_picture_shape(number, place, art[place.key], pictures[art[place.key].picture.id]))
        elif place.kind == "sldNum":
            shapes.append(_shape(number, place, "", f"<a:p>{slide_number_field(deck.locale)}</a:p>"))
    tree = f"<p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree>"
    body = f'<p:cSld name="{attribute(slide.key)}">{tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'
    return f"{DECLARATION}<p:sld {NAMESPACES}>{body}</p:sld>".encode()


def notes_xml(notes: Sequence[NotesPart], locale: str) -> bytes:
    """The notes page: the slide's image and the text, headings in bold."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    paragraphs = "".join(f"<a:p>{run}</a:p>" for part in notes for run in _notes_runs(part, locale))
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
    tree = f"<p:spTree>{EMPTY_GROUP}{image}{text}</p:spTree>"
    body = f"<p:cSld>{tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f"{DECLARATION}<p:notes {NAMESPACES}>{body}</p:notes>".encode()


def section_list_xml(deck: Deck, slide_ids: Sequence[int]) -> str:
    """The `p:extLst` of the presentation that names its sections."""
    sections: list[tuple[str, list[int]]] = []
    for slide, slide_id in zip(deck.slides, slide_ids, strict=True):
        if not sections or sections[-1][0] != slide.section:
            sections.append((slide.section, []))
        sections[-1][1].append(slide_id)
    listed = "".join(_section(deck, number, *section) for number, section in enumerate(sections, 1))
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{listed}</p14:sectionLst></p:ext></p:extLst>"
    )


def _section(deck: Deck, number: int, name: str, slide_ids: Sequence[int]) -> str:
    guid = str(uuid5(NAMESPACE_URL, f"{deck.lesson_id}#{number}")).upper()
    slides = "".join(f'<p14:sldId id="{slide_id}"/>' for slide_id in slide_ids)
    return f'<p14:section name="{attribute(name)}" id="{{{guid}}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'


def _run(text: str, locale: str, look: str = "") -> str:
    return f'<a:r><a:rPr lang="{locale}"{look} dirty="0"/><a:t>{escape(text)}</a:t></a:r>'


def _notes_runs(part: NotesPart, locale: str) -> Iterator[str]:
    if part.heading:
        yield _run(part.heading, locale, ' b="1"')
    for line in part.lines:
        yield _run(line, locale)


def _text_shape(number: int, place: Placeholder, text: SlideText, deck: Deck) -> str:
    geometry = ""
    if text.box is not None:
        corners = rounded(text.box, placeholder_corners(deck.band)) if place.shape == "roundRect" else ""
        geometry = frame(text.box) + corners
    size_pt = text.size or place.role.comfortable(deck.body_pt)
    indent = _indent(place, text, size_pt)
    paragraphs = "".join(_paragraph(paragraph, text, indent, deck.locale) for paragraph in text.paragraphs)
    return _shape(number, place, geometry, paragraphs)


def _shape(number: int, place: Placeholder, geometry: str, paragraphs: str) -> str:
    # Autofit without a scale: text keeps our measured size, and shrinks only where a wider font takes over.
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholder_mark(place)}</p:nvPr></p:nvSpPr><p:spPr{TRUE_GREY}>{geometry}</p:spPr>"
        f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _indent(place: Placeholder, text: SlideText, size_pt: int) -> str:
    """Room for numbers, letters or marks: it grows and shrinks with the type."""
    if not text.counted and (text.size is None or not place.indent):
        return ""
    room = round((NUMBER_INDENT if text.counted else place.indent) * size_pt * EMU_PER_POINT)
    marks = ""
    if text.counted:
        kind = {"numbers": "arabicPeriod", "letters": "alphaUcPeriod"}[text.counted]
        marks = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{kind}"/>'
    return f'<a:pPr marL="{room}" indent="-{room}">{marks}</a:pPr>'


def _paragraph(paragraph: Paragraph, text: SlideText, indent: str, locale: str) -> str:
    size = "" if text.size is None else f' sz="{text.size * 100}"'
    space = " " if paragraph.lead and paragraph.text else ""
    lead = _run(paragraph.lead + space, locale, f'{size} b="1"') if paragraph.lead else ""
    rest = _run(paragraph.text, locale, size) if paragraph.text else ""
    return f"<a:p>{indent}{lead}{rest}</a:p>"


def _picture_shape(number: int, place: Placeholder, shown: SlidePicture, relations: tuple[str, str]) -> str:
    png, svg = relations
    vector = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
        f' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/></a:ext></a:extLst>'
    )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{attribute(place.name)}" descr="{attribute(shown.alt)}"/>'
        f'<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder_mark(place)}</p:nvPr>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{png}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{frame(_whole_picture(place.box, shown))}</p:spPr></p:pic>"
    )


def _whole_picture(box: Box, shown: SlidePicture) -> Box:
    """The largest frame in the box that shows the whole picture, in the middle."""
    scale = min(box.width / shown.picture.width, box.height / shown.picture.height)
    width, height = shown.picture.width * scale, shown.picture.height * scale
    return Box(box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height)
