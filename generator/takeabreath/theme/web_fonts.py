"""Makes the fonts that pages carry: the heading font's Latin letters alone, a fifth of the weight.

Run it after a change of the font or of the characters: `python -m takeabreath.theme.web_fonts`.
"""

from __future__ import annotations

import io

from fontTools.subset import Options, Subsetter, load_font, save_font

from takeabreath.theme.theme import FONTS_DIR, WEB_FONTS_DIR

NAMES = ("Lexend-Regular", "Lexend-Bold")

#: Basic Latin, Latin-1, Latin Extended-A and general punctuation; browsers take other characters from the next font.
CHARACTERS = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2000, 0x2070)))


def web_font(name: str) -> bytes:
    """The font as WOFF2, with what it says of its makers and its licence, and with its own date."""
    options = Options(
        flavor="woff2",
        name_IDs=["*"],
        recalc_timestamp=False,
        harfbuzz_repacker=False,  # where it is installed it packs otherwise, and all machines make the same file
    )
    with load_font(str(FONTS_DIR / f"{name}.ttf"), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        stream = io.BytesIO()
        save_font(font, stream, options)
    return stream.getvalue()


if __name__ == "__main__":
    WEB_FONTS_DIR.mkdir(exist_ok=True)
    for file_name in NAMES:
        (WEB_FONTS_DIR / f"{file_name}.woff2").write_bytes(web_font(file_name))
