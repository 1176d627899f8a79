"""What is certain on slides: a language, a header row, a decoration, a name. Texts and pictures stay."""

from __future__ import annotations

from collections import Counter

from takeabreath.doctor.checks.language import run_tag, run_text, runs, suits
from takeabreath.doctor.checks.pictures import is_silent_drawing
from takeabreath.doctor.checks.tables import lacks_header, may_have_header
from takeabreath.doctor.deck import Deck
from takeabreath.doctor.markup import ADEC, A, Element, P, new_element
from takeabreath.doctor.shapes import Shape
from takeabreath.doctor.work import Work, counted

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
#: A bar thinner than this share of the slide is a rule; a panel of more than the other one is a page's colour.
_THIN = 0.015
_WHOLE_PAGE = 0.97


def mend_languages(work: Work) -> str:
    if work.language is None:
        return ""
    count = 0
    for part in [part for slide in work.deck.slides for part in (slide.part, slide.notes) if part]:
        for run in runs(work.package.tree(part)):
            text = run_text(run)
            if text and not run_tag(run) and suits(text, work.language):
                _properties(run).set("lang", work.language)
                work.changed.add(part)
                count += 1
    return f"{counted(count, 'piece')} of text marked as {work.language}" if count else ""


def _properties(run: Element) -> Element:
    found = run.find(f"{A}rPr")
    if found is None:
        found = new_element(f"{A}rPr")
        run.insert(0, found)
    return found


def mend_header_rows(work: Work) -> str:
    count = 0
    for slide in work.deck.slides:
        tables = (shape.element.find(f".//{A}tbl") for shape in slide.shapes if shape.kind == "table")
        for table in tables:
            if table is not None and lacks_header(table) and may_have_header(table):
                _table_properties(table).set("firstRow", "1")
                work.changed.add(slide.part)
                count += 1
    return f"Header Row ticked in {counted(count, 'table')}" if count else ""


def _table_properties(table: Element) -> Element:
    found = table.find(f"{A}tblPr")
    if found is None:
        found = new_element(f"{A}tblPr")
        table.insert(0, found)
    return found


def mend_decorations(work: Work) -> str:
    count = 0
    for slide in work.deck.slides:
        for shape in slide.shapes:
            if _is_decoration(work.deck, shape, hindmost=shape is slide.shapes[0]):
                _mark_decorative(shape.element.find(f"*/{P}cNvPr"))
                work.changed.add(slide.part)
                count += 1
    return f"{counted(count, 'line')} or plain panels marked as decorative" if count else ""


def _is_decoration(deck: Deck, shape: Shape, *, hindmost: bool) -> bool:
    """Certain only for a bar too thin to hold anything, and for a plain panel behind all, as large as the page."""
    own = shape.element.find(f"*/{P}cNvPr")
    frame = shape.frame
    if not is_silent_drawing(shape) or shape.alt or shape.decorative or shape.in_described_group or frame is None:
        return False
    if own.find(f"{A}hlinkClick") is not None or shape.element.find(f"{P}spPr/{A}blipFill") is not None:
        return False
    is_bar = min(frame.width, frame.height) <= _THIN * deck.height < 10 * max(frame.width, frame.height)
    is_page = hindmost and min(frame.width / deck.width, frame.height / deck.height) >= _WHOLE_PAGE
    return is_page or is_bar


def _mark_decorative(own: Element) -> None:
    extensions = own.find(f"{A}extLst")
    if extensions is None:
        extensions = new_element(f"{A}extLst")
        own.append(extensions)
    for old in [ext for ext in extensions if ext.get("uri") == _DECORATIVE]:
        extensions.remove(old)
    extension = new_element(f"{A}ext")
    extension.set("uri", _DECORATIVE)
    mark = new_element(f"{ADEC}decorative", adec=ADEC[1:-1])
    mark.set("val", "1")
    extension.append(mark)
    extensions.append(extension)


def mend_names(work: Work) -> str:
    count = 0
    for slide in work.deck.slides:
        taken = Counter(shape.name for shape in slide.shapes)
        seen: set[str] = set()
        for shape in slide.shapes:
            if shape.name and shape.name in seen:
                free = next(name for n in range(2, len(taken) + 3) if (name := f"{shape.name} ({n})") not in taken)
                shape.element.find(f"*/{P}cNvPr").set("name", free)
                taken[free] += 1
                work.changed.add(slide.part)
                count += 1
            seen.add(shape.name)
    return f"{counted(count, 'thing')} given a name of its own" if count else ""
