"""The deck's file: what every program and every reader needs of it."""

from __future__ import annotations

import io
import json
import posixpath
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from takeabreath.model.curriculum import Edition
from takeabreath.model.text import Text
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slides import Deck, Paragraph, SlideText
from takeabreath.render.office_zip import unpack
from takeabreath.render.to_pptx import render_pptx
from takeabreath.theme.layout_parts import NUMBER_PT
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.slide_look import placeholder_corners
from takeabreath.theme.theme import theme_for

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@pytest.fixture(scope="module")
def decks(editions: dict[str, Edition]) -> list[tuple[Deck, bytes]]:
    """One lesson of every band."""
    by_band = {edition.band.id: edition for edition in editions.values()}
    plans = [plan_deck(edition) for edition in by_band.values()]
    return [(deck, render_pptx(deck)) for deck in plans]


def slide_parts(file: bytes, folder: str = "slides") -> dict[str, bytes]:
    pattern = re.compile(rf"ppt/{folder}/[a-zA-Z]+\d+\.xml")
    return {name: part for name, part in unpack(file).items() if pattern.fullmatch(name)}


def test_python_pptx_reads_back_every_slide_with_its_texts(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        slides = list(Presentation(io.BytesIO(file)).slides)
        assert [slide.shapes.title.text_frame.text for slide in slides] == [slide.title for slide in deck.slides]
        assert [slide.slide_layout.name for slide in slides] == [slide.layout for slide in deck.slides]
        for slide, planned in zip(slides, deck.slides, strict=True):
            texts = {shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame}
            for text in planned.texts:
                assert "\n".join(paragraph.whole for paragraph in text.paragraphs) in texts


def test_python_pptx_reads_back_the_notes(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        for slide, planned in zip(Presentation(io.BytesIO(file)).slides, deck.slides, strict=True):
            lines = [line for part in planned.notes for line in (*([part.heading] * bool(part.heading)), *part.lines)]
            assert slide.notes_slide.notes_text_frame.text == "\n".join(lines)


def test_every_run_names_its_language(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        for name, part in (slide_parts(file) | slide_parts(file, "notesSlides")).items():
            for run in parse_xml(part).iter(f"{A}r", f"{A}fld"):
                assert run.find(f"{A}rPr").get("lang") == deck.locale, name


def test_every_picture_says_what_it_shows_and_comes_as_drawing_and_as_pixels(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        for slide, planned in zip(Presentation(io.BytesIO(file)).slides, deck.slides, strict=True):
            pictures = list(slide._element.iter(f"{P}pic"))
            described = [picture.find(f"{P}nvPicPr/{P}cNvPr").get("descr") for picture in pictures]
            assert described == [shown.alt for shown in planned.pictures]
            for picture in pictures:
                related = re.findall(rb'embed="(\w+)"', serialize_part_xml(picture))
                kinds = [slide.part.related_part(r.decode()).content_type for r in related]
                assert kinds == ["image/png", "image/svg+xml"]


def test_nothing_stands_outside_a_placeholder(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        for name, part in slide_parts(file).items():
            shapes = parse_xml(part).find(f"{P}cSld/{P}spTree")[2:]
            assert [shape for shape in shapes if shape.find(f".//{P}ph") is None] == [], name


def test_the_title_is_read_first(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        for name, part in slide_parts(file).items():
            first = parse_xml(part).find(f"{P}cSld/{P}spTree")[2].find(f".//{P}ph")
            assert first.get("type") in ("title", "ctrTitle"), name


def test_colours_and_fonts_come_from_the_theme_alone(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        for name, part in slide_parts(file).items():
            assert re.findall(rb"srgbClr|<a:latin", part) == [], name


def test_nothing_moves_by_itself(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        assert [name for name, part in slide_parts(file).items() if b"<p:timing" in part or b"transition" in part] == []


def test_the_notes_master_is_listed_before_the_slides(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        presentation = parse_xml(unpack(file)["ppt/presentation.xml"])
        order = [child.tag.removeprefix(P) for child in presentation]
        assert order[:4] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz"]
        assert presentation.find(f"{P}sldSz").get("type") is None


def test_every_slide_is_in_the_section_of_its_step(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        presentation = parse_xml(unpack(file)["ppt/presentation.xml"])
        listed = [entry.get("id") for entry in presentation.iter(f"{P}sldId")]
        sections = [
            (entry.get("id"), section.get("name"))
            for section in presentation.iter(f"{P14}section")
            for entry in section.iter(f"{P14}sldId")
        ]
        assert sections == list(zip(listed, [slide.section for slide in deck.slides], strict=True))


def test_the_theme_has_the_bands_colours(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        scheme = unpack(file)["ppt/theme/theme1.xml"].decode()
        assert f'<a:accent1><a:srgbClr val="{theme_for(deck.band).accent}"/>' in scheme
        assert f'<a:dk2><a:srgbClr val="{theme_for(deck.band).accent_dark}"/>' in scheme


def test_young_bands_get_a_tinted_page_and_older_ones_a_white_one(decks: list[tuple[Deck, bytes]]) -> None:
    pages = {}
    for deck, file in decks:
        master = parse_xml(unpack(file)["ppt/slideMasters/slideMaster1.xml"])
        pages[deck.band] = master.find(f"{P}cSld/{P}bg//{A}schemeClr").get("val")
        assert (b"Corner ball" in unpack(file)["ppt/slideMasters/slideMaster1.xml"]) == (pages[deck.band] == "bg2")
    assert pages == {"5-7": "bg2", "8-10": "bg2", "11-13": "bg1", "14-18": "bg1", "parents": "bg1", "staff": "bg1"}


def test_helpline_numbers_are_not_broken_over_lines(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, _ in decks:
        slide = next(slide for slide in deck.slides if slide.layout.startswith("Help"))
        numbers = [text.paragraphs[0].text for text in slide.texts if text.key.startswith("number-")]
        assert [number for number in numbers if " " in number] == []


def test_layouts_for_other_numbers_of_cards_are_left_out(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        kept = {layout.name for layout in Presentation(io.BytesIO(file)).slide_layouts if LAYOUTS[layout.name].counted}
        assert kept == {slide.layout for slide in deck.slides if LAYOUTS[slide.layout].counted}


def test_layouts_hold_no_type_smaller_than_the_band_reads(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        for name, part in slide_parts(file, "slideLayouts").items():
            for shape in parse_xml(part).iter(f"{P}sp"):
                place = shape.find(f".//{P}ph")
                if place is not None and place.get("type") not in ("sldNum", "pic"):
                    sizes = [int(style.get("sz")) for style in shape.iter(f"{A}defRPr")]
                    assert min(sizes) >= deck.body_pt * 100, name


def test_a_change_of_the_themes_colours_and_fonts_changes_every_slide(decks: list[tuple[Deck, bytes]]) -> None:
    folders = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters")
    for _, file in decks:
        for name, part in [named for folder in folders for named in slide_parts(file, folder).items()]:
            assert re.findall(rb"<a:(?:srgb|scrgb|hsl|sys|prst)Clr", part) == [], name
            assert [font for font in re.findall(rb'typeface="([^"]*)"', part) if not font.startswith(b"+m")] == [], name


def test_chat_bubbles_are_rounded_alike_whatever_their_size(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        for number, slide in enumerate(deck.slides, 1):
            if slide.layout == "Chat":
                root = parse_xml(slide_parts(file)[f"ppt/slides/slide{number}.xml"])
                assert {round(radius, 1) for radius in _corners(root)} == {placeholder_corners(deck.band)}


def _corners(root: BaseOxmlElement) -> list[float]:
    """The radius of each rounded placeholder, in points."""
    rounded = [shape for shape in root.iter(f"{P}spPr") if shape.find(f"{A}prstGeom") is not None]
    sizes = [shape.find(f"{A}xfrm/{A}ext") for shape in rounded]
    shares = [int(shape.find(f".//{A}gd").get("fmla").removeprefix("val ")) / 100_000 for shape in rounded]
    shorter = [min(int(size.get("cx")), int(size.get("cy"))) / 12_700 for size in sizes]
    return [share * side for share, side in zip(shares, shorter, strict=True)]


@pytest.mark.parametrize("layout", ["Section", "Title and text", "Title only"])
def test_a_teacher_can_add_a_plain_slide_in_the_bands_look(decks: list[tuple[Deck, bytes]], layout: str) -> None:
    for deck, file in decks:
        presentation = Presentation(io.BytesIO(file))
        slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(layout))
        slide.shapes.title.text_frame.text = "Mine"
        assert [shape.name for shape in slide.shapes if not shape.is_placeholder] == []
        sizes = [int(style.get("sz")) for style in slide.slide_layout._element.iter(f"{A}defRPr")]
        assert min(sizes) == NUMBER_PT * 100
        assert sorted(sizes)[1] >= deck.body_pt * 100


def test_every_relation_of_the_package_leads_to_a_part(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        parts = unpack(file)
        for name in (name for name in parts if name.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(name))
            targets = [relation.get("Target") for relation in parse_xml(parts[name])]
            assert {posixpath.normpath(posixpath.join(folder, target)) for target in targets} <= set(parts), name


def test_every_part_of_the_package_has_a_content_type_and_no_other_has(decks: list[tuple[Deck, bytes]]) -> None:
    for _, file in decks:
        parts = unpack(file)
        types = parse_xml(parts["[Content_Types].xml"])
        named = {entry.get("PartName").removeprefix("/") for entry in types if entry.get("PartName")}
        endings = {entry.get("Extension") for entry in types if entry.get("Extension")}
        others = {name for name in parts if name not in named and name != "[Content_Types].xml"}
        assert named <= set(parts)
        assert {name.rsplit(".", 1)[1] for name in others} <= endings - {"xml"}


def test_the_file_says_what_it_is_and_who_made_it(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        properties = Presentation(io.BytesIO(file)).core_properties
        assert (properties.title, properties.author, properties.language) == (deck.title, deck.creator, deck.locale)


def test_the_same_deck_is_the_same_file(decks: list[tuple[Deck, bytes]]) -> None:
    for deck, file in decks:
        assert render_pptx(deck) == file


def test_special_characters_arrive_as_they_were_written(editions: dict[str, Edition]) -> None:
    edition = next(iter(editions.values()))
    odd = Text('Kancil & Rang: <stop> "it\'s" 停一停 நில் …')
    deck = plan_deck(replace(edition, lesson=edition.lesson.model_copy(update={"title": odd})))
    assert Presentation(io.BytesIO(render_pptx(deck))).slides[0].shapes.title.text_frame.text == odd


def test_a_reduced_size_is_written_and_a_comfortable_one_is_left_to_the_layout(decks: list[tuple[Deck, bytes]]) -> None:
    deck, _ = decks[0]
    texts = (
        SlideText("title", (Paragraph("Small"),), size=33),
        SlideText("points", (Paragraph("Large"),)),
    )
    slide = replace(deck.slides[0], layout="Points", texts=texts, pictures=())
    sizes = _run_sizes(replace(deck, slides=(slide,)))
    assert sizes == {"Small": "3300", "Large": None}


def test_the_room_for_marks_goes_with_the_type(decks: list[tuple[Deck, bytes]]) -> None:
    deck, _ = decks[0]
    texts = (SlideText("title", (Paragraph("Two"),)), SlideText("points", (Paragraph("One"),), size=40))
    slide = replace(deck.slides[0], layout="Points", texts=texts, pictures=())
    root = parse_xml(slide_parts(render_pptx(replace(deck, slides=(slide,))))["ppt/slides/slide1.xml"])
    room = round(LAYOUTS["Points"].placeholder("points").indent * 40 * 12_700)
    assert [(p.get("marL"), p.get("indent")) for p in root.iter(f"{A}pPr")] == [(str(room), str(-room))]


def _run_sizes(deck: Deck) -> dict[str, str | None]:
    root = parse_xml(slide_parts(render_pptx(deck))["ppt/slides/slide1.xml"])
    return {run.find(f"{A}t").text: run.find(f"{A}rPr").get("sz") for run in root.iter(f"{A}r")}


@pytest.mark.client("ooxml-validator")
def test_microsofts_validator_finds_nothing(
    decks: list[tuple[Deck, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    for deck, file in decks:
        path = tmp_path / f"{deck.band}.pptx"
        path.write_bytes(file)
        done = subprocess.run([*client, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == []


@pytest.mark.client("libreoffice")
def test_libreoffice_shows_every_slide(
    decks: list[tuple[Deck, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    from pypdf import PdfReader

    paths = [tmp_path / f"{deck.band}.pptx" for deck, _ in decks]
    for path, (_, file) in zip(paths, decks, strict=True):
        path.write_bytes(file)
    profile = (tmp_path / "profile").as_uri()
    convert = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*client, *convert, *map(str, paths)], check=True, capture_output=True)
    for path, (deck, _) in zip(paths, decks, strict=True):
        pages = PdfReader(path.with_suffix(".pdf")).pages
        assert len(pages) == len(deck.slides)
        for page, slide in zip(pages, deck.slides, strict=True):
            assert _letters(slide.title) in _letters(page.extract_text())


def _letters(text: str) -> str:
    """Letters and digits alone: lines, marks and ligatures fall differently in a PDF."""
    return "".join(re.findall(r"[a-z0-9]", text.lower().replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")))
