"""Decks for the doctor: a sound one, and one spoilt in a single way for each fault it knows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from takeabreath.doctor import mend
from takeabreath.doctor.findings import Fault

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@cache
def sound_deck() -> bytes:
    """Two slides in python-pptx's own template, mended: the doctor finds nothing."""
    presentation = Presentation()
    for title, text in (("Our class trip", "We meet at eight."), ("What to bring", "A hat and water.")):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = text
        slide.notes_slide.notes_text_frame.text = "Read it aloud."
    return mend(saved(presentation), "en-GB").file


def saved(presentation) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def edited(file: bytes, edit: Callable) -> bytes:
    """The deck after an edit of its python-pptx presentation."""
    presentation = Presentation(io.BytesIO(file))
    edit(presentation)
    return saved(presentation)


def repacked(file: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The deck after an edit of its parts by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def png(colour: str = "teal", kind: str = "PNG") -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(stream, kind)
    stream.seek(0)
    return stream


def write(  # noqa: PLR0913  a text box has as many sides
    slide, text: str, left=1.0, top=5.0, width=6.0, height=1.0, *, language="en-GB", size=24, name=None
):
    """A text box, in inches."""
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    run = box.text_frame.paragraphs[0].runs[0]
    run.font.size = Pt(size)
    if language:
        run._r.get_or_add_rPr().set("lang", language)
    if name:
        box.name = name
    return box


def draw(slide, left=1.0, top=5.0, width=2.0, height=1.0, *, alt="", colour=None):
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(width), Inches(height))
    own(shape).set("descr", alt)
    if colour:
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    return shape


def show(slide, alt: str, top=5.0, width=2.0, height=1.0, picture=None):
    picture = slide.shapes.add_picture(picture or png(), Inches(1), Inches(top), Inches(width), Inches(height))
    own(picture).set("descr", alt)
    return picture


def own(shape):
    return shape._element.find(f"*/{P}cNvPr")


def tabulate(slide):
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(6), Inches(1)).table
    for cell, text in zip(table.iter_cells(), ("Day", "Place", "Monday", "Zoo"), strict=True):
        cell.text = text
        cell.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "en-GB")
    return table


def first(presentation):
    return presentation.slides[0]


def last(presentation):
    return presentation.slides[1]


def _retitle(number: int, text: str) -> Callable:
    def edit(presentation) -> None:
        presentation.slides[number].shapes.title.text_frame.paragraphs[0].runs[0].text = text

    return edit


def _only_a_picture(presentation) -> None:
    slide = first(presentation)
    for shape in list(slide.shapes):
        shape._element.getparent().remove(shape._element)
    show(slide, "", top=0, width=10, height=7.5)


def _title_last(presentation) -> None:
    tree = first(presentation).shapes._spTree
    tree.append(first(presentation).shapes.title._element)


def _upside_down(presentation) -> None:
    write(first(presentation), "It is blue.", top=6.2, height=0.6)
    write(first(presentation), "Which colour is it?", top=5.2, height=0.6)


def _empty_body(presentation) -> None:
    first(presentation).placeholders[1].text_frame.clear()


def _decorative(presentation) -> None:
    picture = show(first(presentation), "A blue stripe")
    own(picture).append(
        parse_xml(
            f'<a:extLst {NS}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
            'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        )
    )


def _pale(presentation) -> None:
    box = write(first(presentation), "Can you read this?")
    box.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)


def _half_dark(presentation) -> None:
    draw(first(presentation), 1, 5, 3, 1, alt="A dark field", colour="222222")
    write(first(presentation), "Half of this is dark", 1, 5, 6, 1)


def _on_picture(presentation) -> None:
    show(first(presentation), "A teal field", width=6)
    write(first(presentation), "On a picture", 1, 5, 6, 1)


def _too_long(presentation) -> None:
    write(first(presentation), "This sentence is far too long for the small box that it stands in. " * 9, height=0.6)


def _no_notes(presentation) -> None:
    first(presentation).notes_slide.notes_text_frame.clear()


def _merged(presentation) -> None:
    table = tabulate(first(presentation))
    table.cell(1, 1).text_frame.clear()
    table.cell(1, 0).merge(table.cell(1, 1))


def _no_header(presentation) -> None:
    tabulate(first(presentation)).first_row = False


def _link(text: str, address: str) -> Callable:
    def edit(presentation) -> None:
        run = write(first(presentation), text).text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = address

    return edit


def _animated(presentation) -> None:
    body = first(presentation).placeholders[1]
    target = f'<p:spTgt spid="{body.shape_id}"/>'
    first(presentation)._element.append(
        parse_xml(
            f'<p:timing {NS}><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:par>'
            '<p:cTn id="2" presetID="1" presetClass="entr" nodeType="clickEffect"><p:childTnLst><p:set><p:cBhvr>'
            f'<p:cTn id="3" dur="1"/><p:tgtEl>{target}</p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par>'
            "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def _moves_on(presentation) -> None:
    first(presentation)._element.append(parse_xml(f'<p:transition {NS} advTm="5000"/>'))


def _same_names(presentation) -> None:
    write(first(presentation), "One", 1, 5, 2, 1, name="Box")
    write(first(presentation), "Two", 4, 5, 2, 1, name="Box")


def _unlist_notes_master(presentation) -> None:
    listed = presentation.part._element.find(f"{P}notesMasterIdLst")
    listed.getparent().remove(listed)


def _lose_notes_master(presentation) -> None:
    notes = first(presentation).notes_slide.part
    for relation in [r for r in notes.rels.values() if r.reltype.endswith("/notesMaster")]:
        notes.rels.pop(relation.rId)


def _wide_and_yet_4x3(presentation) -> None:
    presentation.part._element.find(f"{P}sldSz").set("type", "screen16x9")


def _add_part(presentation, name: str, kind: str, content_type: str, content: bytes) -> None:
    part = Part(PackURI(name), content_type, presentation.part.package, content)
    presentation.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")


def _printer(presentation) -> None:
    kind = "application/vnd.openxmlformats-officedocument.presentationml.printerSettings"
    _add_part(presentation, "/ppt/printerSettings/printerSettings1.bin", "printerSettings", kind, b"\0\1")


def _fonts(presentation) -> None:
    size = presentation.part._element.find(f"{P}notesSz")
    size.addnext(
        parse_xml(
            f'<p:embeddedFontLst {NS}><p:embeddedFont><p:font typeface="Andika"/></p:embeddedFont></p:embeddedFontLst>'
        )
    )


def _svg_alone(presentation) -> None:
    picture = show(first(presentation), "A teal field")
    part = Part(PackURI("/ppt/media/drawing.svg"), "image/svg+xml", presentation.part.package, b"<svg/>")
    relation = first(presentation).part.relate_to(part, f"{R[1:-1]}/image")
    picture._element.find(f".//{A}blip").set(f"{R}embed", relation)


def _media(presentation) -> None:
    film = first(presentation).shapes.add_movie(
        io.BytesIO(b"film"), Inches(1), Inches(5), Inches(2), Inches(1), poster_frame_image=png(), mime_type="video/mp4"
    )
    own(film).set("descr", "The zoo's gate opens")
    timing = first(presentation)._element.find(f"{P}timing")
    timing.getparent().remove(timing)


def _object(presentation) -> None:
    frame = first(presentation).shapes.add_ole_object(
        io.BytesIO(b"sheet"), "Excel.Sheet.12", Inches(1), Inches(5), Inches(2), Inches(1), icon_file=png()
    )
    own(frame).set("descr", "A sheet of prices")


def _titled(title: str) -> Callable:
    def edit(presentation) -> None:
        presentation.core_properties.title = title

    return edit


def _stale(presentation) -> None:
    presentation.core_properties.last_modified_by = "Steve Canny"


def _preview(presentation) -> None:
    with zipfile.ZipFile(io.BytesIO(saved(Presentation()))) as package:
        content = package.read("docProps/thumbnail.jpeg")
    part = Part(PackURI("/docProps/thumbnail.jpeg"), "image/jpeg", presentation.part.package, content)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    presentation.part.package.relate_to(part, kind)


def _hidden(presentation) -> None:
    last(presentation)._element.set("show", "0")


def _crowded(presentation) -> None:
    tree = first(presentation).shapes._spTree
    line = (
        f'<p:cxnSp {NS}><p:nvCxnSpPr><p:cNvPr id="{{0}}" name="Line {{0}}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
        "<p:spPr/></p:cxnSp>"
    )
    for number in range(100, 420):
        tree.append(parse_xml(line.format(number)))


def on_first(edit: Callable) -> Callable:
    return lambda presentation: edit(first(presentation))


#: How to bring each fault about, and words of the report that name it.
SPOILT: dict[Fault, tuple[Callable, str]] = {
    Fault.TITLE_MISSING: (_retitle(0, ""), "Slides without a title: slide 1"),
    Fault.TITLE_DOUBLED: (_retitle(1, "Our class TRIP"), 'slide 2: "Our class TRIP", as slide 1'),
    Fault.NOTHING_TO_READ: (_only_a_picture, "Slides on which a screen reader finds nothing: slide 1"),
    Fault.ORDER_TITLE_LATE: (_title_last, '"We meet at eight." comes before it'),
    Fault.ORDER_JUMPS: (_upside_down, '"It is blue." is read before "Which colour is it?"'),
    Fault.PLACEHOLDER_EMPTY: (_empty_body, 'slide 1: "Content Placeholder 2"'),
    Fault.ALT_MISSING: (on_first(lambda slide: show(slide, "")), 'slide 1: picture "Picture 3"'),
    Fault.ALT_EMPTY_WORDS: (on_first(lambda slide: show(slide, "IMG_2041.JPG")), 'which says "IMG_2041.JPG"'),
    Fault.ALT_GENERATED: (
        on_first(lambda slide: show(slide, "A person on a beach\n\nDescription automatically generated")),
        'which says "A person on a beach Description automatically generated"',
    ),
    Fault.SHAPE_WITHOUT_ALT: (on_first(draw), 'slide 1: shape "Rectangle 3"'),
    Fault.DECORATIVE_DESCRIBED: (_decorative, 'which says "A blue stripe"'),
    Fault.LANGUAGE_MISSING: (on_first(lambda slide: write(slide, "Jom!", language=None)), 'slide 1: "Jom!"'),
    Fault.LANGUAGE_WRONG: (
        on_first(lambda slide: write(slide, "நில், சொல்", language="en-GB")),
        'is marked "en-GB"',
    ),
    Fault.CONTRAST_LOW: (_pale, '"Can you read this?": 1.4 to 1, where 3 to 1 is needed'),
    Fault.CONTRAST_PARTLY: (_half_dark, '"Half of this is dark": 1.3 to 1 in the worst place'),
    Fault.CONTRAST_UNKNOWN: (_on_picture, 'slide 1: "On a picture"'),
    Fault.TYPE_SMALL: (
        on_first(lambda slide: write(slide, "Small print", size=12)),
        '"Small print" is 12 pt; at least 18 pt is needed',
    ),
    Fault.TEXT_OVERFLOWS: (_too_long, "takes about"),
    Fault.TEXT_OFF_SLIDE: (on_first(lambda slide: write(slide, "Half of it is gone", left=7)), "Half of it is gone"),
    Fault.NOTES_MISSING: (_no_notes, "Slides without speaker notes: slide 1"),
    Fault.TABLE_HEADER: (_no_header, 'slide 1: "Table 3"'),
    Fault.TABLE_MERGED: (_merged, 'slide 1: "Table 3"'),
    Fault.LINK_BARE: (
        _link("https://www.zoo.my/tickets?id=7", "https://www.zoo.my/tickets?id=7"),
        '"https://www.zoo.my/tickets?id=7" leads to',
    ),
    Fault.LINK_VAGUE: (_link("Click here", "https://www.zoo.my"), '"Click here" leads to "https://www.zoo.my"'),
    Fault.LINK_LOCAL: (_link("Our timetable", "file:///C:/Users/aina/plan.docx"), "file:///C:/Users/aina/plan.docx"),
    Fault.ANIMATION_HIDES: (_animated, 'slide 1: "Content Placeholder 2"'),
    Fault.SLIDE_MOVES_ON: (_moves_on, "Slides that go on by themselves: slide 1"),
    Fault.NAMES_DOUBLED: (_same_names, 'slide 1: 2 times "Box"'),
    Fault.KEYNOTE_NOTES: (_unlist_notes_master, "The notes master is not listed where it should be"),
    Fault.KEYNOTE_NOTES_LOST: (_lose_notes_master, "Notes pages without a notes master: slide 1"),
    Fault.KEYNOTE_SIZE: (_wide_and_yet_4x3, 'it is 720 x 540 pt, and says "screen16x9"'),
    Fault.KEYNOTE_PRINTER: (_printer, "Settings of somebody's printer"),
    Fault.FONTS_EMBEDDED: (_fonts, "Fonts are embedded"),
    Fault.SVG_ALONE: (_svg_alone, 'slide 1: "Picture 3"'),
    Fault.PICTURE_FORMAT: (
        on_first(lambda slide: show(slide, "A teal field", picture=png(kind="TIFF"))),
        'slide 1: "Picture 3"',
    ),
    Fault.MEDIA_INSIDE: (_media, "Sound or video is in the deck"),
    Fault.OBJECT_INSIDE: (_object, 'slide 1: "Object 3"'),
    Fault.PROPERTIES_TITLE: (_titled("PowerPoint Presentation"), '"PowerPoint Presentation"'),
    Fault.PROPERTIES_STALE: (_stale, '"Steve Canny"'),
    Fault.THUMBNAIL_STALE: (_preview, "The small preview is that of a template"),
    Fault.SLIDES_HIDDEN: (_hidden, "Hidden slides: slide 2"),
    Fault.NOT_LOOKED_AT: (_crowded, "slide 1: what comes after the first 300 things"),
}  # fmt: skip


@cache
def old_deck() -> bytes:
    """As it lies on many a school's drive: 4:3, no titles, tiny text, a picture without alt text, a bare table."""
    presentation = Presentation()
    for number in range(1, 4):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        write(slide, f"Safety online, part {number}", 0.4, 0.2, 9, 0.8, language=None, size=32, name="TextBox 1")
        write(slide, "Never share it. " * 30, 0.4, 1.2, 9, 1.4, language=None, size=11, name="TextBox 1")
        show(slide, "image.png", top=3)
    slide = presentation.slides[1]
    tabulate(slide).first_row = False
    page = draw(slide, 0, 0, 10, 7.5, colour="FFFF99")
    slide.shapes._spTree.insert(2, page._element)
    draw(slide, 0.4, 1.05, 9, 0.05, colour="000080")
    run = (
        write(slide, "http://www.example.org/page.php?id=3", 1, 6.4, 6, 0.5, language=None)
        .text_frame.paragraphs[0]
        .runs[0]
    )
    run.hyperlink.address = "http://www.example.org/page.php?id=3"
    presentation.slides.add_slide(presentation.slide_layouts[1]).shapes.title.text = "Any questions?"
    presentation.slides[0].notes_slide.notes_text_frame.text = "Begin with the register."
    return saved(presentation)


def texts_and_media(file: bytes) -> tuple[list[str], dict[str, bytes]]:
    """Every text of slides and notes, and every picture, to compare before and after."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = package.namelist()
        slides = sorted(name for name in names if name.startswith(("ppt/slides/s", "ppt/notesSlides/n")))
        texts = [text.text or "" for name in slides for text in etree.fromstring(package.read(name)).iter(f"{A}t")]
        return texts, {name: package.read(name) for name in names if name.startswith("ppt/media/")}
