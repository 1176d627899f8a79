"""A mended copy: what is safe is mended, and nothing that a person wrote or showed is touched."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from doctor_decks import SPOILT, A, P, draw, edited, first, old_deck, own, sound_deck, tabulate, texts_and_media, write
from lxml import etree
from pptx import Presentation

from takeabreath.doctor import UnreadableDeck, examine, mend
from takeabreath.doctor.findings import Fault

MENDED_WHOLLY = [
    Fault.LANGUAGE_MISSING, Fault.TABLE_HEADER, Fault.NAMES_DOUBLED, Fault.KEYNOTE_NOTES, Fault.KEYNOTE_SIZE,
    Fault.KEYNOTE_PRINTER, Fault.PROPERTIES_TITLE, Fault.PROPERTIES_STALE, Fault.THUMBNAIL_STALE,
]  # fmt: skip


def faults_of(file: bytes) -> set[Fault]:
    return {finding.fault for finding in examine(file).findings}


@pytest.mark.parametrize("fault", MENDED_WHOLLY, ids=lambda fault: fault.name)
def test_what_is_safe_is_mended(fault: Fault) -> None:
    mended = mend(edited(sound_deck(), SPOILT[fault][0]))
    assert faults_of(mended.file) == set()
    assert len(mended.done) == 1


@pytest.mark.parametrize("fault", [f for f in SPOILT if f not in MENDED_WHOLLY], ids=lambda fault: fault.name)
def test_what_needs_a_person_stays_as_it_is_to_the_byte(fault: Fault) -> None:
    spoilt = edited(sound_deck(), SPOILT[fault][0])
    if fault is Fault.ORDER_TITLE_LATE:
        assert faults_of(mend(spoilt).file) == {fault}
    else:
        assert mend(spoilt).file == spoilt
        assert mend(spoilt).done == ()


def test_every_fault_that_says_it_is_mended_is_tested() -> None:
    assert {fault for fault in Fault if fault.advice.mends} == {*MENDED_WHOLLY, Fault.SHAPE_WITHOUT_ALT}


@pytest.mark.parametrize("fault", SPOILT, ids=lambda fault: fault.name)
def test_no_text_and_no_picture_is_touched(fault: Fault) -> None:
    spoilt = edited(sound_deck(), SPOILT[fault][0])
    assert texts_and_media(mend(spoilt).file) == texts_and_media(spoilt)


def test_alt_text_is_never_invented() -> None:
    def descriptions(file: bytes) -> list[str | None]:
        return [own(shape).get("descr") for slide in Presentation(io.BytesIO(file)).slides for shape in slide.shapes]

    assert descriptions(mend(old_deck(), "ms-MY").file) == descriptions(old_deck())


def test_text_gets_the_language_that_is_named_and_only_where_its_letters_suit() -> None:
    def add(presentation) -> None:
        write(first(presentation), "Berhenti. Beritahu.", language=None)
        write(first(presentation), "நில், சொல்", top=6, language=None)

    mended = mend(edited(sound_deck(), add), "ms-MY").file
    found = {}
    for shape in Presentation(io.BytesIO(mended)).slides[0].shapes:
        for run in shape._element.iter(f"{A}r"):
            found[run.findtext(f"{A}t")] = run.find(f"{A}rPr").get("lang")
    assert found["Berhenti. Beritahu."] == "ms-MY"
    assert found["நில், சொல்"] is None
    assert found["We meet at eight."] == "en-GB"


def test_without_a_name_the_decks_own_language_is_taken_if_it_has_one() -> None:
    def add_malay(presentation) -> None:
        write(first(presentation), "Berhenti.", language="ms-MY")
        write(first(presentation), "Beritahu.", top=6, language=None)

    assert mend(edited(sound_deck(), add_malay)).done == ()
    assert Fault.LANGUAGE_MISSING in faults_of(mend(old_deck()).file)


def test_a_header_row_is_ticked_only_where_every_cell_has_a_heading() -> None:
    def add(presentation) -> None:
        table = tabulate(first(presentation))
        table.first_row = False
        table.cell(0, 1).text_frame.clear()

    assert mend(edited(sound_deck(), add)).done == ()


def test_thin_lines_and_plain_pages_are_decoration_and_other_shapes_are_not() -> None:
    def add(presentation) -> None:
        slide = first(presentation)
        for name, shape in {
            "rule": draw(slide, 1, 5, 6, 0.05),
            "curtain": draw(slide, 0, 0, 10, 7.5, colour="FFFFFF"),
            "page": draw(slide, 0, 0, 10, 7.5, colour="FFFFFF"),
            "arrow": draw(slide, 1, 5, 2, 1),
            "described rule": draw(slide, 1, 6, 6, 0.05, alt="The line between then and now"),
            "button": draw(slide, 1, 6.5, 6, 0.05),
        }.items():
            shape.name = name
            if name == "page":
                slide.shapes._spTree.insert(2, shape._element)
            if name == "button":
                shape.click_action.hyperlink.address = "https://www.zoo.my"

    mended = mend(edited(sound_deck(), add)).file
    shapes = {shape.name: own(shape) for shape in Presentation(io.BytesIO(mended)).slides[0].shapes}
    marked = {name for name, shape in shapes.items() if b"decorative" in etree.tostring(shape)}
    assert marked == {"rule", "page"}


def test_a_notes_master_that_is_listed_too_late_is_moved() -> None:
    def misplace(presentation) -> None:
        tree = presentation.part._element
        tree.find(f"{P}sldSz").addnext(tree.find(f"{P}notesMasterIdLst"))

    misplaced = edited(sound_deck(), misplace)
    assert faults_of(misplaced) == {Fault.KEYNOTE_NOTES}
    tree = Presentation(io.BytesIO(mend(misplaced).file)).part._element
    assert [child.tag.removeprefix(P) for child in tree][:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]


def test_a_signed_deck_is_left_alone() -> None:
    stream = io.BytesIO(sound_deck())
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("_xmlsignatures/origin.sigs", b"")
    with pytest.raises(UnreadableDeck, match="The deck is signed"):
        mend(stream.getvalue())


def test_mending_twice_changes_nothing_more() -> None:
    once = mend(old_deck(), "en-GB").file
    assert mend(once, "en-GB").file == once


def test_the_same_deck_is_mended_in_the_same_way() -> None:
    assert mend(old_deck(), "en-GB").file == mend(old_deck(), "en-GB").file


def test_an_old_deck_keeps_its_texts_and_pictures_and_loses_what_could_be_mended() -> None:
    mended = mend(old_deck(), "en-GB")
    assert texts_and_media(mended.file) == texts_and_media(old_deck())
    gone = faults_of(old_deck()) - faults_of(mended.file)
    assert gone == {*MENDED_WHOLLY, Fault.SHAPE_WITHOUT_ALT} - {Fault.KEYNOTE_SIZE, Fault.PROPERTIES_TITLE}
    presentation = Presentation(io.BytesIO(mended.file))
    assert presentation.core_properties.title == ""  # the first slide has none, and no other speaks for the deck
    assert presentation.part._element.find(f"{P}notesMasterIdLst") is not None
    assert [len(slide.shapes) for slide in presentation.slides] == [3, 7, 3, 2]


@pytest.mark.client("ooxml-validator")
def test_microsofts_validator_finds_nothing_in_mended_decks(tmp_path: Path, client: tuple[str, ...]) -> None:
    decks = {f"{fault.name}.pptx": edited(sound_deck(), SPOILT[fault][0]) for fault in MENDED_WHOLLY}
    for name, file in {**decks, "old.pptx": old_deck()}.items():
        path = tmp_path / name
        path.write_bytes(mend(file, "en-GB").file)
        done = subprocess.run([*client, str(path)], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == [], name


@pytest.mark.client("libreoffice")
def test_libreoffice_opens_a_mended_deck(tmp_path: Path, client: tuple[str, ...]) -> None:
    from pypdf import PdfReader

    path = tmp_path / "old.pptx"
    path.write_bytes(mend(old_deck(), "en-GB").file)
    profile = (tmp_path / "profile").as_uri()
    convert = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*client, *convert, str(path)], check=True, capture_output=True)
    assert len(PdfReader(path.with_suffix(".pdf")).pages) == 4
