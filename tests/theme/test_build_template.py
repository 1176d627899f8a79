"""The slide template."""

from __future__ import annotations

import re

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
        for place in layout.placeholders:
            if place.kind != "pic":
                ground = place.fill or _ground(layout, place.box.left + 4, place.box.top + place.box.height / 2)
                if is_calm(band) and layout.background == "bg2":
                    ground = SWAPPED.get(ground, ground)
                ratio = contrast(_rgb(place.colour, theme), _rgb(ground, theme))
                assert ratio >= LEAST_CONTRAST, f"{layout.name}, {place.name}: {ratio:.2f}"


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
