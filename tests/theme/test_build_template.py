"""The slide template."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from takeabreath.render.office_zip import unpack
from takeabreath.theme.build_template import TEMPLATE, build_template
from takeabreath.theme.layout_parts import HEIGHT, WIDTH, Colour, Layout
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.slide_look import is_calm
from takeabreath.theme.theme import LEAST_CONTRAST, Theme, contrast, theme_for

#: In a calm look the page and the cards change colours.
SWAPPED: dict[Colour, Colour] = {"bg1": "bg2", "bg2": "bg1"}

BANDS = ["5-7", "8-10", "11-13", "14-18", "parents", "staff"]


def test_the_template_in_the_package_is_what_the_script_builds() -> None:
    stale = "run `python -m takeabreath.theme.build_template`"
    assert unpack(TEMPLATE.read_bytes()) == unpack(build_template()), stale


def test_the_template_is_built_alike_each_time() -> None:
    assert build_template() == build_template()


def test_the_template_has_no_parts_that_trouble_other_programs() -> None:
    parts = unpack(build_template())
    assert [name for name in parts if re.search(r"printerSettings|thumbnail", name)] == []
    presentation = parts["ppt/presentation.xml"].decode()
    assert presentation.index("notesMasterIdLst") < presentation.index("sldSz")
    assert re.findall(r"<p:sldSz [^>]*>", presentation) == ['<p:sldSz cx="12192000" cy="6858000"/>']


def test_every_shape_outside_the_placeholders_is_marked_as_decoration() -> None:
    for name, part in unpack(build_template()).items():
        if name.startswith(("ppt/slideLayouts/slide", "ppt/slideMasters/slide")):
            shapes = re.findall(r"<p:sp>.*?</p:sp>", part.decode())
            assert [shape for shape in shapes if "<p:ph " not in shape and "adec:decorative" not in shape] == [], name


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_placeholders_stand_on_the_slide_with_the_title_first(layout: Layout) -> None:
    assert layout.placeholders[0].key == "title"
    for place in layout.placeholders:
        box = place.box
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= WIDTH
        assert box.top + box.height <= HEIGHT


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_placeholders_of_a_layout_have_their_own_keys_names_and_numbers(layout: Layout) -> None:
    for seen in (
        [place.key for place in layout.placeholders],
        [place.name for place in layout.placeholders],
        [place.idx for place in layout.placeholders],
    ):
        assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("band", BANDS)
def test_text_stands_out_from_what_is_behind_it(band: str) -> None:
    theme = theme_for(band)
    for layout in LAYOUTS.values():
        for text, ground in _text_on_ground(layout, band):
            ratio = contrast(_rgb(text, theme), _rgb(ground, theme))
            assert ratio >= LEAST_CONTRAST, f"{layout.name}, {text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("band", BANDS)
def test_text_stands_out_in_a_grey_print(band: str) -> None:
    theme = theme_for(band)
    for layout in LAYOUTS.values():
        for text, ground in _text_on_ground(layout, band):
            ratio = contrast(_grey(_rgb(text, theme)), _grey(_rgb(ground, theme)))
            assert ratio >= LEAST_CONTRAST, f"{layout.name}, {text} on {ground}: {ratio:.2f}"


def test_every_colour_prints_as_its_own_grey_even_white_text_on_a_dark_panel() -> None:
    for name, part in unpack(build_template()).items():
        if name.startswith("ppt/slideLayouts/slide"):
            plain = [shape for shape in re.findall(r"<p:spPr[^>]*>", part.decode()) if 'bwMode="gray"' not in shape]
            assert plain == [], name


def test_the_right_answer_is_told_by_a_mark_and_the_sides_of_a_chat_by_their_place() -> None:
    answers = [layout.placeholder("key") for layout in LAYOUTS.values() if layout.name.startswith("Answer")]
    assert {(key.marks, key.bold) for key in answers} == {("tick", True)}
    chat = LAYOUTS["Chat"]
    assert chat.placeholder("left-1").box.left < chat.placeholder("right-1").box.left


def test_neither_side_of_a_comparison_looks_like_the_good_one() -> None:
    fills = {shape.fill for shape in LAYOUTS["Compare"].decorations}
    assert fills & {"accent2", "accent3", "accent5"} == set()  # the colours of help and of right answers


def test_colours_and_fonts_are_named_by_the_theme_alone() -> None:
    for name, part in unpack(build_template()).items():
        if name.startswith(("ppt/slideLayouts/slide", "ppt/slideMasters/slide", "ppt/notesMasters/notes", "ppt/pres")):
            text = part.decode()
            assert re.findall(r"<a:(?:srgb|scrgb|hsl|sys|prst)Clr", text) == [], name
            assert {font for font in re.findall(r'typeface="([^"]*)"', text) if not font.startswith("+m")} == set(), (
                name
            )


def test_a_teacher_finds_plain_layouts_by_the_kinds_that_programs_know() -> None:
    kinds = {layout.name: layout.kind for layout in LAYOUTS.values() if layout.kind != "cust"}
    plain = {"Title": "title", "Section": "secHead", "Title and text": "tx", "Title only": "titleOnly"}
    assert kinds == {**plain, "Wide title": "title"}
    assert list(LAYOUTS)[: len(kinds)] == list(kinds)


def _text_on_ground(layout: Layout, band: str) -> Iterator[tuple[Colour, Colour]]:
    for place in layout.placeholders:
        if place.kind != "pic":
            ground = place.fill or _ground(layout, place.box.left + 4, place.box.top + place.box.height / 2)
            if is_calm(band) and layout.background == "bg2":
                ground = SWAPPED.get(ground, ground)
            yield place.colour, ground


def _grey(colour: str) -> str:
    """The colour as office programs and printers make it grey (ITU-R BT.601)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02X}" * 3


def _ground(layout: Layout, across: float, down: float) -> Colour:
    """The colour of the uppermost shape at this point of the slide."""
    ground = layout.background
    for shape in layout.decorations:
        box = shape.box
        if box.left <= across <= box.left + box.width and box.top <= down <= box.top + box.height:
            ground = shape.fill
    return ground


def _rgb(colour: Colour, theme: Theme) -> str:
    return {
        "tx1": theme.ink,
        "bg1": theme.paper,
        "tx2": theme.accent_dark,
        "bg2": theme.tint,
        "accent1": theme.accent,
        "accent2": theme.help,
        "accent3": theme.got_it,
        "accent4": theme.help_tint,
        "accent5": theme.got_it_tint,
        "accent6": theme.muted,
    }[colour]
