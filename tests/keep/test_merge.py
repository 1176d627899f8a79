"""A teacher's deck and a new version: what she changed stays, what she did not is brought up to date."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from keep_editing import (
    P,
    add_text_box,
    all_text,
    delete_slide,
    duplicate_slide,
    edited,
    move_slide,
    opened,
    replace_picture,
    shape_called,
    slide_called,
    titles,
)
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as PresentationDocument
from pptx.util import Emu

from takeabreath.keep import MergedDeck, UnreadableDeck, merge_decks, report_text
from takeabreath.keep.decide_shapes import NoteKind
from takeabreath.keep.read_deck import open_deck, outline_of
from takeabreath.model.curriculum import Edition
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slides import Deck, NotesPart, Paragraph, Slide
from takeabreath.render.to_pptx import render_pptx

pytestmark = pytest.mark.thorough

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@pytest.fixture(scope="module")
def deck(editions: dict[str, Edition]) -> Deck:
    return plan_deck(editions["8-10/4-stop-and-keep"])


@pytest.fixture(scope="module")
def base(deck: Deck) -> bytes:
    return render_pptx(deck)


def with_slides(deck: Deck, *slides: Slide) -> bytes:
    return render_pptx(replace(deck, slides=slides))


def reworded(slide: Slide, key: str, *lines: str) -> Slide:
    """The slide with other paragraphs in one placeholder."""
    texts = tuple(
        replace(text, paragraphs=tuple(map(Paragraph, lines))) if text.key == key else text for text in slide.texts
    )
    return replace(slide, texts=texts)


def at(deck: Deck, title: str) -> int:
    return next(number for number, slide in enumerate(deck.slides) if slide.title == title)


def changed(deck: Deck, title: str, key: str, *lines: str) -> bytes:
    """A new version in which one placeholder of one slide has changed."""
    slides = list(deck.slides)
    slides[at(deck, title)] = reworded(slides[at(deck, title)], key, *lines)
    return with_slides(deck, *slides)


def told(merged: MergedDeck, kind: NoteKind) -> list[str]:
    notes = [note for slide in merged.plan.slides for note in slide.notes] + [note for _, note in merged.plan.gone]
    return [note.what for note in notes if note.kind is kind]


def points(file: bytes, title: str) -> list[str]:
    frame = shape_called(slide_called(opened(file), title), "Points").text_frame
    return [paragraph.text for paragraph in frame.paragraphs]


def test_without_an_edit_it_is_the_new_deck_itself(deck: Deck, base: bytes) -> None:
    new = changed(deck, "Our rules", "points", "One new rule")
    assert merge_decks(base, base, new).file == new


def test_saved_again_without_an_edit_it_shows_what_the_new_deck_shows(deck: Deck, base: bytes) -> None:
    slides = [reworded(slide, "title", f"New {slide.title}") for slide in deck.slides]
    new = with_slides(deck, *slides[:2], replace(slides[7], key="a-new-one"), *slides[2:7], *reversed(slides[9:]))
    merged = merge_decks(base, edited(base), new)
    assert outline_of(open_deck(merged.file)) == outline_of(open_deck(new))
    assert told(merged, NoteKind.KEPT) == told(merged, NoteKind.CONFLICT) == []


def test_without_news_it_is_her_deck_itself(base: bytes) -> None:
    hers = edited(base, lambda mine: add_text_box(mine.slides[2], "mine"), lambda mine: delete_slide(mine, 4))
    assert merge_decks(base, hers, base).file == hers


def test_her_words_stay_and_the_paragraphs_beside_them_are_brought_up_to_date(deck: Deck, base: bytes) -> None:
    def rewrite(mine: PresentationDocument) -> None:
        frame = shape_called(slide_called(mine, "Our rules"), "Points").text_frame
        frame.paragraphs[0].runs[0].text = "We listen to Cikgu Aminah."

    old = points(base, "Our rules")
    new = changed(deck, "Our rules", "points", *old[:-1], "A new last rule")
    merged = merge_decks(base, edited(base, rewrite), new)
    assert points(merged.file, "Our rules") == ["We listen to Cikgu Aminah.", *old[1:-1], "A new last rule"]
    assert told(merged, NoteKind.CONFLICT) == []


def test_where_both_changed_a_paragraph_hers_stays_and_the_report_has_both(deck: Deck, base: bytes) -> None:
    def rewrite(mine: PresentationDocument) -> None:
        slide_called(mine, "Our rules").shapes.title.text_frame.text = "Class 4B's rules"

    merged = merge_decks(base, edited(base, rewrite), changed(deck, "Our rules", "title", "Rules for this room"))
    assert titles(merged.file)[1] == "Class 4B's rules"
    report = report_text(merged.plan, file="slides.pptx", merged="slides.merged.pptx", command="accept it")
    assert (
        "Slide 2, “Class 4B's rules”\n  Title\n    yours: Class 4B's rules\n    new:   Rules for this room\n" in report
    )


def test_her_notes_stay_and_new_notes_come(deck: Deck, base: bytes) -> None:
    hers = edited(base, lambda mine: mine.slides[3].notes_slide.notes_text_frame.add_paragraph().add_run())
    hers = edited(
        hers, lambda mine: setattr(mine.slides[3].notes_slide.notes_text_frame.paragraphs[-1].runs[0], "text", "mine")
    )
    slides = list(deck.slides)
    slides[3] = replace(slides[3], notes=(*slides[3].notes, NotesPart("Say", ("something new",))))
    notes = opened(merge_decks(base, hers, with_slides(deck, *slides)).file).slides[3].notes_slide.notes_text_frame.text
    assert notes.split("\n")[-3:] == ["mine", "Say", "something new"]


def test_new_words_take_on_her_colours(deck: Deck, base: bytes) -> None:
    def recolour(mine: PresentationDocument) -> None:
        run = slide_called(mine, "Our rules").shapes.title.text_frame.paragraphs[0].runs[0]
        run.font.color.rgb = RGBColor(0x12, 0x34, 0x56)

    merged = merge_decks(base, edited(base, recolour), changed(deck, "Our rules", "title", "Rules for this room"))
    run = slide_called(opened(merged.file), "Rules for this room").shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.font.color.rgb == RGBColor(0x12, 0x34, 0x56)


def test_a_place_that_she_moved_stays_where_she_put_it(deck: Deck, base: bytes) -> None:
    def move(mine: PresentationDocument) -> None:
        slide_called(mine, "Our rules").shapes.title.left = Emu(2_000_000)

    merged = merge_decks(base, edited(base, move), changed(deck, "Our rules", "title", "Rules for this room"))
    title = slide_called(opened(merged.file), "Rules for this room").shapes.title
    assert title.left == 2_000_000


def test_her_picture_stays_where_the_new_version_has_another(deck: Deck, base: bytes) -> None:
    cover = deck.slides[0]
    shown = (picture for slide in deck.slides for picture in slide.pictures)
    other = next(picture for picture in shown if picture.picture.id != cover.pictures[0].picture.id)
    picture = replace(cover.pictures[0], picture=other.picture, alt=other.alt)
    new = with_slides(deck, replace(cover, pictures=(picture,)), *deck.slides[1:])
    hers = edited(base, lambda mine: replace_picture(mine.slides[0], "#ff0000"))
    mine, theirs = (outline_of(open_deck(file))[0].shapes for file in (hers, new))
    kept, taken = (outline_of(open_deck(merge_decks(base, file, new).file))[0].shapes for file in (hers, edited(base)))
    assert [shape.look for shape in kept] == [shape.look for shape in mine]
    assert [(shape.look, shape.alt) for shape in taken] == [(shape.look, shape.alt) for shape in theirs]
    assert "Picture" in told(merge_decks(base, hers, new), NoteKind.CONFLICT)


def test_her_slides_stay_as_she_has_them(deck: Deck, base: bytes) -> None:
    hers = edited(
        base,
        lambda mine: delete_slide(mine, 4),
        lambda mine: duplicate_slide(mine, 1),
        lambda mine: move_slide(mine, 8, 3),
    )
    new = changed(deck, deck.slides[12].title, "title", "A new title")
    expected = [title if title != deck.slides[12].title else "A new title" for title in titles(hers)]
    assert titles(merge_decks(base, hers, new).file) == expected


def test_a_slide_that_she_took_out_stays_out_and_is_listed(deck: Deck, base: bytes) -> None:
    title = deck.slides[4].title
    hers = edited(base, lambda mine: delete_slide(mine, 4))
    unchanged = merge_decks(base, hers, changed(deck, "Our rules", "title", "Rules"))
    assert told(unchanged, NoteKind.KEPT) == ["you took out this slide"]
    merged = merge_decks(base, hers, changed(deck, title, "title", "A new title"))
    assert told(merged, NoteKind.CONFLICT) == ["you took out this slide; the new version has changed it"]
    assert "A new title" not in all_text(merged.file)


def test_a_new_slide_comes_after_the_one_before_it(deck: Deck, base: bytes) -> None:
    slides = list(deck.slides)
    slides.insert(5, replace(reworded(slides[9], "title", "Brand new"), key="brand-new"))
    hers = edited(base, lambda mine: move_slide(mine, 4, 1))
    merged = titles(merge_decks(base, hers, with_slides(deck, *slides)).file)
    assert merged[merged.index(deck.slides[4].title) + 1] == "Brand new"


def test_a_slide_that_the_new_version_has_dropped_goes_unless_she_changed_it(deck: Deck, base: bytes) -> None:
    new = with_slides(deck, *deck.slides[:4], *deck.slides[5:])
    assert titles(merge_decks(base, edited(base), new).file) == titles(new)
    hers = edited(base, lambda mine: add_text_box(mine.slides[4], "mine"))
    merged = merge_decks(base, hers, new)
    assert titles(merged.file) == titles(base)
    assert told(merged, NoteKind.CONFLICT) == ["you changed this slide; the new version is without it"]


def test_a_slide_with_a_new_layout_keeps_her_words(deck: Deck, base: bytes) -> None:
    number = next(n for n, slide in enumerate(deck.slides) if slide.layout == "Activity with picture")
    slide = deck.slides[number]
    new = with_slides(
        deck, *deck.slides[:number], replace(slide, layout="Activity", pictures=()), *deck.slides[number + 1 :]
    )
    hers = edited(base, lambda mine: add_text_box(mine.slides[number], "mine"))
    merged = opened(merge_decks(base, hers, new).file).slides[number]
    assert merged.slide_layout.name == "Activity"
    assert list(merged.part._element.iter(f"{P}pic")) == []
    assert "mine" in [shape.text_frame.text for shape in merged.shapes]


def test_a_slide_with_her_picture_keeps_the_layout_that_has_a_place_for_it(deck: Deck, base: bytes) -> None:
    number = next(n for n, slide in enumerate(deck.slides) if slide.layout == "Activity with picture")
    plain = replace(deck.slides[number], layout="Activity", pictures=())
    hers = edited(base, lambda mine: replace_picture(mine.slides[number], "#ff0000"))
    merged = merge_decks(base, hers, with_slides(deck, *deck.slides[:number], plain, *deck.slides[number + 1 :]))
    mine, theirs = (outline_of(open_deck(file))[number] for file in (merged.file, hers))
    assert mine == theirs
    assert told(merged, NoteKind.CONFLICT) == ["Picture: the new version is without it"]


def test_every_slide_is_listed_once_in_the_sections_in_order(deck: Deck, base: bytes) -> None:
    slides = list(deck.slides)
    slides.insert(6, replace(slides[9], key="brand-new"))
    hers = edited(base, lambda mine: duplicate_slide(mine, 1), lambda mine: delete_slide(mine, 9))
    root = opened(merge_decks(base, hers, with_slides(deck, *slides[:-1])).file).part._element
    assert [entry.get("id") for entry in root.iter(f"{P14}sldId")] == [entry.get("id") for entry in root.sldIdLst]


def test_the_same_three_decks_are_the_same_merged_deck(deck: Deck, base: bytes) -> None:
    hers, new = edited(base, lambda mine: delete_slide(mine, 3)), changed(deck, "Our rules", "title", "Rules")
    assert merge_decks(base, hers, new).file == merge_decks(base, hers, new).file


@pytest.mark.parametrize("hers", [b"", b"not a deck", b"PK\x03\x04 cut off"], ids=["empty", "text", "cut off"])
def test_a_file_that_is_no_deck_is_told_from_one(base: bytes, hers: bytes) -> None:
    with pytest.raises(UnreadableDeck):
        merge_decks(base, hers, base)


@pytest.mark.client("libreoffice")
def test_a_deck_that_libreoffice_saved_is_brought_up_to_date_all_the_same(
    deck: Deck, base: bytes, tmp_path: Path, client: tuple[str, ...]
) -> None:
    hers = _saved_by_libreoffice(
        edited(base, lambda mine: setattr(mine.slides[1].shapes.title.text_frame, "text", "Class 4B's rules")),
        tmp_path, client,
    )  # fmt: skip
    rules = points(base, "Our rules")
    slides = [
        reworded(slide, "points", *rules[:-1], "New") if slide.title == "Our rules" else slide for slide in deck.slides
    ]
    new = with_slides(
        deck, *slides[:6], replace(reworded(slides[9], "title", "Brand new"), key="brand-new"), *slides[6:]
    )
    merged = merge_decks(base, hers, new)
    mine, theirs = (outline_of(open_deck(file)) for file in (merged.file, new))
    assert [slide.title for slide in mine] == [
        "Class 4B's rules" if s.title == "Our rules" else s.title for s in theirs
    ]
    assert [shape.paragraphs for shape in mine[1].shapes if "New" in shape.paragraphs] == [(*rules[:-1], "New")]
    assert told(merged, NoteKind.KEPT) == ["Title: your text"]
    assert told(merged, NoteKind.CONFLICT) == []
    _saved_by_libreoffice(merged.file, tmp_path, client)


@pytest.mark.client("ooxml-validator")
def test_microsofts_validator_finds_nothing_in_a_merged_deck(
    deck: Deck, base: bytes, tmp_path: Path, client: tuple[str, ...]
) -> None:
    number = next(n for n, slide in enumerate(deck.slides) if slide.layout == "Activity with picture")
    slides = list(deck.slides)
    slides[number] = replace(slides[number], layout="Activity", pictures=())
    slides.insert(6, replace(reworded(slides[9], "title", "Brand new"), key="brand-new"))
    hers = edited(
        base, lambda mine: duplicate_slide(mine, 1), lambda mine: add_text_box(mine.slides[number], "mine"),
        lambda mine: replace_picture(mine.slides[0], "#00ff00"), lambda mine: delete_slide(mine, 3),
    )  # fmt: skip
    path = tmp_path / "merged.pptx"
    path.write_bytes(merge_decks(base, hers, with_slides(deck, *slides)).file)
    done = subprocess.run([*client, str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


def _saved_by_libreoffice(file: bytes, folder: Path, client: tuple[str, ...]) -> bytes:
    (folder / "deck.pptx").write_bytes(file)
    convert = ["--headless", "--convert-to", "pptx:Impress MS PowerPoint 2007 XML", "--outdir", str(folder / "saved")]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([*client, profile, *convert, str(folder / "deck.pptx")], check=True, capture_output=True)
    return (folder / "saved" / "deck.pptx").read_bytes()
