"""The pages around the lessons in print and for Word: one leaf where it matters, tagged, and ready to fill in."""

from __future__ import annotations

import io
import itertools
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import page as page_validation
import pikepdf
import pypdf
import pytest
from docx.oxml.ns import qn

from takeabreath.content.editions import page_edition_of
from takeabreath.model.curriculum import Curriculum, Edition, PageEdition
from takeabreath.model.print_style import Paper, PrintStyle
from takeabreath.plan.booklet import booklet_of, print_labels
from takeabreath.plan.document import (
    CutCards,
    Document,
    Heading,
    Paragraph,
    Points,
    Step,
    Steps,
    WriteLines,
    plain,
)
from takeabreath.plan.lesson_plan import plan_lesson_plan
from takeabreath.plan.page import plan_page, plan_page_print
from takeabreath.plan.printed_document import document_part
from takeabreath.render.fewest_pages import render_fewest_pages
from takeabreath.render.to_docx import render_docx
from takeabreath.render.to_pdf import render_pdf

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MOST_PAGES = {"happening-now-child": 1, "happening-now-young-person": 1, "happening-now-parent": 2,
              "happening-now-staff": 2, "disclosure-card": 1, "outside-speaker": 1, "record-sheet": 1}  # fmt: skip


@pytest.fixture(scope="module")
def pages(curriculum: Curriculum) -> dict[str, PageEdition]:
    return {placed.name: page_edition_of(curriculum, placed, "en", "my") for placed in curriculum.pages}


@pytest.fixture(scope="module")
def printed(pages: dict[str, PageEdition]) -> dict[str, bytes]:
    return {name: render_fewest_pages(plan_page_print(edition)) for name, edition in pages.items()}


@pytest.fixture(scope="module")
def words(pages: dict[str, PageEdition]) -> dict[str, tuple[Document, bytes]]:
    """Every page for Word, with one that has every kind of block."""
    documents = {name: plan_page(edition) for name, edition in pages.items() if edition.page.editable}
    documents["all-blocks"] = _every_block(next(iter(documents.values())), plan_page(pages["happening-now-child"]))
    return {name: (document, render_docx(document)) for name, document in documents.items()}


def _every_block(editable: Document, child: Document) -> Document:
    steps = next(block for block in child.blocks if isinstance(block, Steps))
    more = (
        Steps((*steps.steps, Step("Without a picture", None, None))),
        CutCards("Cut", ("One & <two>", "Three", 'Four "five"')),
        WriteLines('A "prompt" & more', 3),
        WriteLines("One line", 1),
        Paragraph(plain("Dear [name], of [class] and [date].")),
    )
    return replace(editable, blocks=(*editable.blocks, *more), pictures=child.pictures)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _text(file: bytes) -> str:
    return _bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages))


def _tags(file: bytes) -> list[str]:
    def walk(node: pikepdf.Object) -> Iterator[str]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node.S).removeprefix("/")
            if "/K" in node:
                yield from walk(node.K)

    with pikepdf.open(io.BytesIO(file)) as pdf:
        return list(walk(pdf.Root.StructTreeRoot.K))


def test_pdf_ua_has_nothing_against_any_page(printed: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    for file in printed.values():
        path.write_bytes(file)
        report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_every_line_of_a_page_is_printed(pages: dict[str, PageEdition], printed: dict[str, bytes]) -> None:
    for name, edition in pages.items():
        document = plan_page(edition)
        foot = re.escape(_bare(f"{edition.course.title} · {document.title}")) + r"\d+of\d+"
        shown = re.sub(foot, "", _text(printed[name]))
        in_tables = {block.caption for block in document.blocks if hasattr(block, "caption")}
        services = {line for block in document.blocks if block.kind == "services"
                    for row in block.table.rows for cell in row for line in cell}  # fmt: skip
        headers = {text for block in document.blocks if block.kind == "services" for text in block.table.header}
        skipped = in_tables | headers | {"".join(run.text for run in line) for line in services}
        assert [line for line in document.lines() if line not in skipped and _bare(line) not in shown] == []


def test_every_number_to_ring_is_printed(pages: dict[str, PageEdition], printed: dict[str, bytes]) -> None:
    for name, edition in pages.items():
        for block in plan_page(edition).blocks:
            if block.kind == "services":
                numbers = [way.text for card in block.cards for way in card.ways]
                shown = _text(printed[name])
                bare = [_bare(number.removeprefix("https://").replace("www.", "")) for number in numbers]
                assert [number for number in bare if number not in shown] == []


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_what_helps_now_stands_on_one_leaf(pages: dict[str, PageEdition], paper: Paper) -> None:
    for name, most in MOST_PAGES.items():
        file = render_fewest_pages(plan_page_print(replace(pages[name], style=PrintStyle(paper))))
        assert len(pypdf.PdfReader(io.BytesIO(file)).pages) <= most, name


def test_large_print_is_large_and_loses_nothing(pages: dict[str, PageEdition]) -> None:
    edition = replace(pages["happening-now-child"], style=PrintStyle("a4", large_type=True, saves_ink=True))
    booklet = plan_page_print(edition)[0]
    assert booklet.measures.type_pt >= 18
    shown = _text(render_pdf(booklet))
    steps = next(block for block in plan_page(edition).blocks if isinstance(block, Steps))
    assert [step.do for step in steps.steps if _bare(step.do) not in shown] == []


def test_a_lesson_plan_is_a_part_of_another_booklet(editions: dict[str, Edition]) -> None:
    edition = editions["8-10/4-stop-and-keep"]
    plan = plan_lesson_plan(edition)
    parts = (document_part(plan),)
    file = render_pdf(booklet_of(edition, "A pack", "", parts, print_labels(edition.labels)))
    shown = _text(file)
    assert [line for line in plan.lines() if _bare(line) not in shown] == []
    levels = [int(tag[1:]) for tag in _tags(file) if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


def test_same_page_gives_the_same_bytes(pages: dict[str, PageEdition], printed: dict[str, bytes]) -> None:
    for name, edition in pages.items():
        assert render_fewest_pages(plan_page_print(edition)) == printed[name]


def test_every_line_can_be_read_in_word(words: dict[str, tuple[Document, bytes]]) -> None:
    for document, file in words.values():
        body = docx.Document(io.BytesIO(file)).element
        shown = "\n".join("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
        assert [line for line in document.lines() if line not in shown] == []


def test_headings_in_word_are_real(words: dict[str, tuple[Document, bytes]]) -> None:
    for document, file in words.values():
        found = [
            paragraph.text
            for paragraph in docx.Document(io.BytesIO(file)).paragraphs
            if paragraph.style and str(paragraph.style.name).startswith("Heading")
        ]
        assert found == [block.text for block in document.blocks if isinstance(block, Heading)]


def test_places_boxes_and_lines_can_be_filled_in(words: dict[str, tuple[Document, bytes]]) -> None:
    for document, file in words.values():
        body = docx.Document(io.BytesIO(file)).element
        controls = list(body.iter(qn("w:sdt")))
        boxes = [control for control in controls if control.find(f".//{W14}checkbox") is not None]
        ticks = [line for block in document.blocks if isinstance(block, Points) and block.style == "tick"
                 for line in block.lines]  # fmt: skip
        assert len(boxes) == len(ticks)
        names = [control.find(f".//{qn('w:alias')}").get(qn("w:val")) for control in controls]
        assert all(names)
        prompts = [block.prompt for block in document.blocks if isinstance(block, WriteLines)]
        places = [place for line in document.lines() for place in re.findall(r"\[([^\[\]]+)\]", line)]
        assert [prompt for prompt in (*prompts, *places) if prompt not in names] == []


def test_pictures_in_word_have_words_and_numbers_of_their_own(words: dict[str, tuple[Document, bytes]]) -> None:
    document, file = words["all-blocks"]
    shapes = list(docx.Document(io.BytesIO(file)).element.iter(qn("wp:docPr")))
    assert [shape.get("descr") for shape in shapes] == [str(p.alt) for p in (document.cover, *document.pictures)]
    assert len({shape.get("id") for shape in shapes}) == len(shapes)


def test_only_styles_of_the_base_document_are_used(words: dict[str, tuple[Document, bytes]]) -> None:
    for _, file in words.values():
        word = docx.Document(io.BytesIO(file))
        known = {style.style_id for style in word.styles}
        tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        assert {style.get(qn("w:val")) for style in word.element.iter(*tags)} <= known


@pytest.mark.client("ooxml-validator")
def test_microsofts_validator_finds_nothing(
    words: dict[str, tuple[Document, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    for name, (_, file) in words.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(file)
        done = subprocess.run([*client, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == [], name


@pytest.mark.client("libreoffice")
def test_libreoffice_opens_every_page(
    words: dict[str, tuple[Document, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    for name, (_, file) in words.items():
        (tmp_path / f"{name}.docx").write_bytes(file)
    paths = sorted(tmp_path.glob("*.docx"))
    convert = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text"]
    subprocess.run([*client, *convert, "--outdir", str(tmp_path), *map(str, paths)], check=True, capture_output=True)
    for path in paths:
        read = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
        headings = [block.text for block in words[path.stem][0].blocks if isinstance(block, Heading)]
        assert [heading for heading in headings if heading not in read] == []
