"""The small fonts that pages carry."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from takeabreath.model.curriculum import Curriculum
from takeabreath.model.walk import leaves
from takeabreath.theme.theme import FONTS_DIR, WEB_FONTS_DIR
from takeabreath.theme.web_fonts import NAMES, web_font

_RUN = "run `python -m takeabreath.theme.web_fonts`"

#: Numbers of the name table's entries (OpenType, `name`).
_SAID = {"copyright": 0, "family": 1, "designer": 9, "licence": 13, "address of the licence": 14}


def _tables(font: bytes) -> dict[str, bytes]:
    """A font's tables as they are unpacked, whichever brotli packed them."""
    with TTFont(io.BytesIO(font)) as opened:
        return {tag: opened.reader[tag] for tag in opened.reader.keys()}  # noqa: SIM118 - it is no mapping


def test_there_is_a_font_for_every_weight_and_no_other() -> None:
    assert sorted(path.name for path in WEB_FONTS_DIR.iterdir()) == sorted(f"{name}.woff2" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_fonts_in_the_package_are_what_the_script_makes(name: str) -> None:
    assert _tables((WEB_FONTS_DIR / f"{name}.woff2").read_bytes()) == _tables(web_font(name)), _RUN


@pytest.mark.parametrize("name", NAMES)
def test_a_font_is_made_alike_each_time(name: str) -> None:
    assert web_font(name) == web_font(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_font_keeps_its_date_its_makers_its_licence_and_its_widths(name: str) -> None:
    with TTFont(FONTS_DIR / f"{name}.ttf") as whole, TTFont(WEB_FONTS_DIR / f"{name}.woff2") as small:
        assert small["head"].modified == whole["head"].modified
        for entry in _SAID.values():
            assert small["name"].getDebugName(entry) == whole["name"].getDebugName(entry)
        wide, kept = whole.getBestCmap(), small.getBestCmap()
        assert {code: small["hmtx"][glyph][0] for code, glyph in kept.items()} == {
            code: whole["hmtx"][wide[code]][0] for code in kept
        }


@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_the_quiz_is_in_the_font_unless_the_whole_font_lacks_it(
    name: str, curriculum: Curriculum
) -> None:
    labels = [view for labels in curriculum.labels.values() for view in (labels.common, labels.quiz, labels.notebook)]
    nodes = (
        curriculum.course,
        *curriculum.regions.values(),
        *labels,
        *(placed.lesson for placed in curriculum.lessons),
    )
    used = {character for node in nodes for leaf in leaves(node) for character in leaf.text}
    with TTFont(FONTS_DIR / f"{name}.ttf") as whole, TTFont(WEB_FONTS_DIR / f"{name}.woff2") as small:
        lost = {chr(code) for code in whole.getBestCmap().keys() - small.getBestCmap().keys()}
    assert sorted(used & lost) == [], f"add the characters to CHARACTERS in theme/web_fonts.py, then {_RUN}"


def test_names_with_accents_and_the_signs_of_good_typography_are_in_the_fonts() -> None:
    with TTFont(WEB_FONTS_DIR / "Lexend-Regular.woff2") as font:
        assert [letter for letter in "éèëñçüöåøšžłőāīū–—‘’“”…•×" if ord(letter) not in font.getBestCmap()] == []
