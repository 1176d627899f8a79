"""What text looks like and what lies behind it: taken from the run, the shape, the layout, the master or the theme."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from doctor_decks import NS, A, P, draw, edited, first, sound_deck, write
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml

from takeabreath.doctor import examine
from takeabreath.doctor.colours import palette_of
from takeabreath.doctor.deck import read_deck
from takeabreath.doctor.findings import Fault
from takeabreath.doctor.grounds import Grounds
from takeabreath.doctor.type_look import paragraph_looks
from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.render.to_pptx import render_pptx
from takeabreath.theme.theme import theme_for

BACKGROUND = f"<p:bg {NS}><p:bgPr>{{}}<a:effectLst/></p:bgPr></p:bg>"


def behind(edit: Callable, place: int = 0) -> tuple[tuple[str, ...], bool]:
    """What lies behind the text of a shape of the first slide, after an edit."""
    deck = read_deck(edited(sound_deck(), edit))
    slide = deck.slides[0]
    paint = Grounds(slide, palette_of(deck, slide)).behind(slide.shapes[place])
    return paint.colours, paint.unknown


def set_background(part, fill: str) -> None:
    tree = part._element.find(f"{P}cSld")
    for old in tree.findall(f"{P}bg"):
        tree.remove(old)
    tree.insert(0, parse_xml(BACKGROUND.format(fill)))


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


@pytest.mark.parametrize("where", ["slide", "layout", "master"])
def test_the_background_of_slide_layout_or_master_counts(where: str) -> None:
    def edit(presentation) -> None:
        slide = first(presentation)
        part = {"slide": slide, "layout": slide.slide_layout, "master": presentation.slide_master}[where]
        set_background(part, solid("112233"))

    assert behind(edit) == (("112233",), False)


def test_a_gradient_counts_with_all_its_colours() -> None:
    stops = "".join(f'<a:gs pos="{n}000"><a:srgbClr val="{c}"/></a:gs>' for n, c in ((0, "000000"), (99, "FFFFFF")))
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    assert behind(lambda presentation: set_background(first(presentation), fill)) == (("000000", "FFFFFF"), False)


def test_a_see_through_colour_is_not_known() -> None:
    fill = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>'
    assert behind(lambda presentation: set_background(first(presentation), fill)) == ((), True)


def test_a_box_behind_the_text_hides_the_background() -> None:
    def edit(presentation) -> None:
        slide = first(presentation)
        slide.shapes._spTree.insert(2, draw(slide, 0, 0, 10, 7, colour="445566")._element)

    assert behind(edit, place=1) == (("445566",), False)


def test_a_box_in_front_of_the_text_does_not_count() -> None:
    assert behind(lambda presentation: draw(first(presentation), 0, 0, 10, 7, colour="445566")) == (("FFFFFF",), False)


def test_what_the_layout_draws_lies_behind_too() -> None:
    def edit(presentation) -> None:
        slide = first(presentation)
        box = draw(slide, 0, 0, 10, 7, colour="445566")._element
        slide.slide_layout.shapes._spTree.append(box)

    assert behind(edit) == (("445566",), False)


def run_looks(edit: Callable) -> list[tuple[float, bool, str | None]]:
    deck = read_deck(edited(sound_deck(), edit))
    slide = deck.slides[0]
    paragraphs = paragraph_looks(deck, slide, slide.shapes[-1], palette_of(deck, slide))
    return [(run.size, run.bold, run.colour) for paragraph in paragraphs for run in paragraph.runs]


def test_a_theme_colour_and_its_darker_version_are_known() -> None:
    def edit(presentation) -> None:
        font = write(first(presentation), "Look").text_frame.paragraphs[0].runs[0].font
        font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        font.color.brightness = -0.5

    assert run_looks(edit) == [(24, False, "254061")]


def test_a_size_that_powerpoint_shrank_counts_as_it_is_shown() -> None:
    def edit(presentation) -> None:
        box = write(first(presentation), "Look")
        properties = box._element.find(f"{P}txBody/{A}bodyPr")
        properties[:] = [parse_xml(f'<a:normAutofit {NS} fontScale="50000"/>')]

    assert run_looks(edit) == [(12, False, "000000")]


def test_a_placeholder_takes_its_size_from_the_layout_before_the_master() -> None:
    def edit(presentation) -> None:
        slide = first(presentation)
        for canvas, size in ((slide.slide_layout, "2000"), (presentation.slide_master, "1000")):
            body = next(shape for shape in canvas.placeholders if shape.placeholder_format.idx == 1)
            style = body._element.find(f"{P}txBody/{A}lstStyle")
            style[:] = [parse_xml(f'<a:lvl1pPr {NS}><a:defRPr sz="{size}" b="1"/></a:lvl1pPr>')]

    assert run_looks(edit) == [(20, True, "000000")]


def test_a_link_has_the_colour_of_links() -> None:
    def edit(presentation) -> None:
        run = write(first(presentation), "The zoo").text_frame.paragraphs[0].runs[0]
        run.font.color.rgb = RGBColor(0, 0, 0)
        run.hyperlink.address = "https://www.zoo.my"

    assert run_looks(edit) == [(24, False, "0000FF")]


def test_poor_contrast_in_a_deck_of_ours_is_seen_on_every_slide(editions: dict[str, Edition]) -> None:
    edition = editions["8-10/4-stop-and-keep"]
    theme = theme_for("8-10")

    def pale(presentation) -> None:
        for part in presentation.part.package.iter_parts():
            if part.partname.startswith("/ppt/theme/"):
                part._blob = part.blob.replace(theme.ink.encode(), b"EEEEEE").replace(
                    theme.accent_dark.encode(), b"EEEEEE"
                )

    deck = render_pptx(plan_deck(edition))
    found = examine(edited(deck, pale)).findings
    low = {finding.slide for finding in found if finding.fault is Fault.CONTRAST_LOW}
    assert low == set(range(1, 1 + len(Presentation(io.BytesIO(deck)).slides)))


@pytest.mark.parametrize("band", ["5-7", "8-10", "11-13", "14-18", "parents", "staff"])
def test_a_deck_of_ours_is_held_to_what_its_band_reads(band: str, editions: dict[str, Edition]) -> None:
    edition = next(edition for edition in editions.values() if edition.band.id == band)
    least = edition.band.slides.type_pt

    def shrink(presentation) -> None:
        run = first(presentation).shapes.title.text_frame.paragraphs[0].runs[0]
        run._r.get_or_add_rPr().set("sz", str((least - 1) * 100))

    found = examine(edited(render_pptx(plan_deck(edition)), shrink)).findings
    small = [finding.detail for finding in found if finding.fault is Fault.TYPE_SMALL]
    assert [detail.partition('" is ')[2] for detail in small] == [f"{least - 1} pt; at least {least} pt is needed"]


def test_a_shape_in_a_group_stands_where_the_group_puts_it() -> None:
    def edit(presentation) -> None:
        slide = first(presentation)
        group = slide.shapes.add_group_shape([write(slide, "In a group", 1, 5, 4, 1)])
        group.width, group.height = group.width * 2, group.height * 2

    slide = read_deck(edited(sound_deck(), edit)).slides[0]
    frame = slide.shapes[-1].frame
    assert frame is not None
    assert (frame.left, frame.top, frame.width, frame.height) == pytest.approx((72, 360, 576, 144))
