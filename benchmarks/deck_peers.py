"""The same decks made by others: python-pptx's own API, pandoc and Marp."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Emu, Pt

from takeabreath.render.band_template import band_template
from takeabreath.render.raster import png_of
from takeabreath.render.to_pptx import FIGURE_PX
from takeabreath.theme.drawing import EMU_PER_POINT
from takeabreath.theme.slide_layouts import LAYOUTS

if TYPE_CHECKING:
    from pptx.shapes.placeholder import PicturePlaceholder, SlidePlaceholder
    from pptx.slide import Slide as PptxSlide
    from pptx.text.text import TextFrame

    from takeabreath.plan.slides import Deck, Paragraph, Slide, SlidePicture, SlideText

MARP = Path(__file__).parent / "marp" / "node_modules" / ".bin" / ("marp.cmd" if os.name == "nt" else "marp")


def with_python_pptx(deck: Deck) -> bytes:
    """The deck by the public API alone: the same template, texts, sizes, pictures, notes, language and properties.

    It leaves out what the API does not do: drawings as SVG, sections, numbering, slide numbers, a fixed date.
    """
    used = [slide.layout for slide in deck.slides]
    presentation = Presentation(io.BytesIO(band_template(deck.band, deck.body_pt, used)))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for planned in deck.slides:
        slide = presentation.slides.add_slide(layouts[planned.layout])
        _fill(slide, planned)
        lines = [(line, bold) for part in planned.notes for line, bold in _lines(part.heading, part.lines)]
        _write(slide.notes_slide.notes_text_frame, [[line] for line in lines], None)
    properties = presentation.core_properties
    properties.title, properties.subject, properties.author = deck.title, deck.course, deck.creator
    properties.language, properties.keywords = deck.locale, deck.licence
    properties.created = properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001  the properties hold no zone
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _lines(heading: str, lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    if heading:
        yield heading, True
    yield from ((line, False) for line in lines)


def _fill(slide: PptxSlide, planned: Slide) -> None:
    texts = {text.key: text for text in planned.texts}
    pictures = {shown.key: shown for shown in planned.pictures}
    places = {place.idx or 0: place for place in LAYOUTS[planned.layout].placeholders}
    for shape in list(slide.placeholders):
        place = places[shape.placeholder_format.idx]
        if place.key in texts:
            _write_text(shape, texts[place.key])
        elif place.key in pictures:
            _insert(shape, pictures[place.key])
        else:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001  the API cannot take a shape away


def _write_text(shape: SlidePlaceholder, text: SlideText) -> None:
    if text.box is not None:
        box = text.box
        shape.left, shape.top, shape.width, shape.height = (
            Emu(round(length * EMU_PER_POINT)) for length in (box.left, box.top, box.width, box.height)
        )
    _write(shape.text_frame, [list(_runs(paragraph)) for paragraph in text.paragraphs], text.size)


def _runs(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    if paragraph.lead:
        yield f"{paragraph.lead} " if paragraph.text else paragraph.lead, True
    if paragraph.text:
        yield paragraph.text, False


def _write(frame: TextFrame, paragraphs: list[list[tuple[str, bool]]], size: int | None) -> None:
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, bold in runs:
            run = paragraph.add_run()
            run.text, run.font.language_id = text, MSO_LANGUAGE_ID.ENGLISH_UK
            if bold:
                run.font.bold = True
            if size is not None:
                run.font.size = Pt(size)


def _insert(shape: PicturePlaceholder, shown: SlidePicture) -> None:
    picture = shape.insert_picture(io.BytesIO(png_of(shown.picture.svg, FIGURE_PX)))
    picture._element.nvPicPr.cNvPr.set("descr", shown.alt)  # noqa: SLF001  the API has no alternative text


def markdown_of(decks: Iterable[Deck], place: Path) -> list[Path]:
    """Each deck as the Markdown that pandoc turns into the same slides, in a file."""
    return [_markdown(deck, place / f"{number}.md", "::: notes", ":::", "") for number, deck in enumerate(decks)]


def marp_markdown_of(decks: Iterable[Deck], place: Path) -> list[Path]:
    """Each deck as the Markdown that Marp turns into the same slides, in a file."""
    return [_markdown(deck, place / f"marp-{number}.md", "<!--", "-->", "---") for number, deck in enumerate(decks)]


def _markdown(deck: Deck, path: Path, notes_start: str, notes_end: str, between: str) -> Path:
    slides = ["\n".join(_markdown_slide(slide, path.parent, notes_start, notes_end)) for slide in deck.slides]
    path.write_text(f"\n{between}\n\n".join(slides), encoding="utf-8")
    return path


def _markdown_slide(slide: Slide, place: Path, notes_start: str, notes_end: str) -> Iterator[str]:
    yield from (f"## {slide.title}", "")
    for text in slide.texts:
        if text.key != "title":
            yield from (f"- {paragraph.whole}" for paragraph in text.paragraphs)
    for shown in slide.pictures:
        picture = place / f"{shown.picture.id}.png"
        picture.write_bytes(png_of(shown.picture.svg, FIGURE_PX))
        yield from ("", f"![{shown.alt}]({picture})")
    notes = [line for part in slide.notes for line in (part.heading, *part.lines)]
    yield from ("", notes_start, *(f"{line}\n" for line in notes), notes_end, "")


def pandoc(sources: Iterable[Path]) -> None:
    """One process for each deck, which is how pandoc works."""
    import pypandoc

    for source in sources:
        subprocess.run([str(pypandoc.get_pandoc_path()), str(source), "-o", f"{source}.pptx"], check=True)


def marp(sources: Iterable[Path]) -> None:
    """One process for all decks, one after the other: at once they wait for each other until they give up."""
    command = [str(MARP), "--pptx", "--allow-local-files", "--parallel", "1", *map(str, sources)]
    environment = {**os.environ, "CHROME_PATH": chromium() or ""}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def chromium() -> str | None:
    return os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
