"""The plan for Word: read back by python-docx, by Microsoft's validator and by LibreOffice."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from takeabreath.model.curriculum import Edition
from takeabreath.plan.document import Document, Heading, Points, Table
from takeabreath.plan.lesson_plan import plan_lesson_plan
from takeabreath.render.to_docx import render_docx


@pytest.fixture(scope="module")
def plans(editions: dict[str, Edition]) -> list[tuple[Document, bytes]]:
    """Each lesson's plan with its Word file."""
    documents = [plan_lesson_plan(edition) for edition in editions.values()]
    return [(document, render_docx(document)) for document in documents]


def _opened(file: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(file))


def test_headings_are_real_headings_in_order(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        found = [
            (int(paragraph.style.name[-1]), paragraph.text)
            for paragraph in _opened(file).paragraphs
            if paragraph.style.name.startswith("Heading")
        ]
        assert found == [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def test_title_and_language_and_author_are_in_the_properties(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        properties = _opened(file).core_properties
        assert (properties.title, properties.language) == (document.title, document.locale)
        assert properties.author == document.creator
        assert document.source_file in properties.comments


def test_every_run_has_the_language_of_the_document(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        word = _opened(file)
        defaults = word.styles.element.find(qn("w:docDefaults"))
        assert [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))] == [document.locale]
        assert list(word.element.iter(qn("w:lang"))) == []


def test_tables_have_a_header_row_that_repeats_and_a_caption(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        planned = [block for block in document.blocks if isinstance(block, Table)]
        tables = _opened(file).tables
        assert [[cell.text for cell in table.rows[0].cells] for table in tables] == [list(t.header) for t in planned]
        for table, plan in zip(tables, planned, strict=True):
            assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == plan.caption
            headers = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
            assert headers == [True] + [False] * len(plan.rows)


def test_every_line_of_the_plan_can_be_read(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        shown = {"".join(text.text or "" for text in p.iter(qn("w:t"))) for p in _opened(file).element.iter(qn("w:p"))}
        assert [line for line in document.lines() if line not in shown] == []


def test_every_numbered_list_begins_at_one(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        word = _opened(file)
        lists = [block for block in document.blocks if isinstance(block, Points) and block.style == "number"]
        used = [number.get(qn("w:val")) for number in word.element.body.iter(qn("w:numId"))]
        assert len(set(used)) == len(lists)
        restarts = {
            number.get(qn("w:numId"))
            for number in word.part.numbering_part.element.iter(qn("w:num"))
            if number.find(f".//{qn('w:startOverride')}") is not None
        }
        assert set(used) == restarts


def test_the_cover_has_words_for_who_cannot_see_it(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        described = [shape.get("descr") for shape in _opened(file).element.iter(qn("wp:docPr"))]
        assert described == [document.cover.alt]


def test_only_styles_of_the_base_document_are_used(plans: list[tuple[Document, bytes]]) -> None:
    for _, file in plans:
        word = _opened(file)
        known = {style.style_id for style in word.styles}
        tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        assert {style.get(qn("w:val")) for style in word.element.iter(*tags)} <= known


def test_pages_are_numbered_and_as_large_as_the_regions_paper(plans: list[tuple[Document, bytes]]) -> None:
    document, file = plans[0]
    section = _opened(file).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    letter = _opened(render_docx(replace(document, paper="us-letter"))).sections[0]
    assert (round(letter.page_width.inches, 1), letter.page_height.inches) == (8.5, 11)


def test_awkward_characters_survive(plans: list[tuple[Document, bytes]]) -> None:
    document = replace(plans[0][0], title='Ask & <tell> "now"', strap="It's 5 > 3")
    word = _opened(render_docx(document))
    assert [paragraph.text for paragraph in word.paragraphs[:2]] == ['Ask & <tell> "now"', "It's 5 > 3"]
    assert word.core_properties.title == 'Ask & <tell> "now"'


def test_the_same_plan_gives_the_same_bytes_without_a_date(plans: list[tuple[Document, bytes]]) -> None:
    for document, file in plans:
        assert render_docx(document) == file
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"dcterms:created" not in package.read("docProps/core.xml")


@pytest.mark.client("ooxml-validator")
def test_microsofts_validator_finds_nothing(
    plans: list[tuple[Document, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    for document, file in plans:
        path = tmp_path / f"{document.band}.docx"
        path.write_bytes(file)
        done = subprocess.run([*client, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == []


@pytest.mark.client("libreoffice")
def test_libreoffice_opens_every_plan(
    plans: list[tuple[Document, bytes]], tmp_path: Path, client: tuple[str, ...]
) -> None:
    paths = []
    for number, (_, file) in enumerate(plans):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(file)
    profile = (tmp_path / "profile").as_uri()
    convert = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*client, *convert, *map(str, paths)], check=True, capture_output=True)
    for path, (document, _) in zip(paths, plans, strict=True):
        read = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
        headings = [block.text for block in document.blocks if isinstance(block, Heading)]
        assert [heading for heading in headings if heading not in read] == []
