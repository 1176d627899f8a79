"""No sequence of edits, new versions, builds and accepted merges loses a character that a teacher typed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keep_editing import (
    add_text_box,
    all_text,
    delete_slide,
    duplicate_slide,
    edited,
    move_slide,
    opened,
    replace_picture,
)
from pptx.presentation import Presentation as PresentationDocument
from pptx.slide import Slide

from takeabreath.build import Outcome, build
from takeabreath.fingerprint import Fingerprint
from takeabreath.keep import merge_decks
from takeabreath.keep.decide import plan_merge
from takeabreath.keep.read_deck import open_deck, outline_of
from takeabreath.keep.write_deck import write_merged
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.offers import NothingToAccept, accept, merged_path
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.slides import Deck, NotesPart, Paragraph
from takeabreath.plan.slides import Slide as PlannedSlide
from takeabreath.render.formats import OutputFormat, Scope
from takeabreath.render.to_pptx import render_pptx
from takeabreath.targets import Target

pytestmark = pytest.mark.thorough

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PATH = "lessons/en/8-10/4-stop-and-keep/slides.pptx"
TYPED = re.compile(r"typed\d+[^|]*\|")
ODD = ["", " & <b>", ' "it\'s"', " 停一停", " நில்", " \u200f\u05e2", " é", "\u00a0x"]

EDITS = ("title", "paragraph", "more", "notes", "box", "delete", "duplicate", "move", "picture", "take out", "number")
NEWS = ("reword", "notes", "drop", "add", "turn", "picture", "layout", "points")
STEPS = [*EDITS, *EDITS, *(f"new {name}" for name in NEWS), "build", "accept"]
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 99)),
    min_size=3, max_size=10,
)  # fmt: skip


@dataclass
class Classroom:
    """A small deck that the content makes, and a teacher who edits it."""

    out: Path
    edition: Edition
    curriculum: Curriculum
    deck: Deck
    outcome: Outcome = Outcome.MADE
    typed: int = 0
    versions: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        return self.out / PATH

    def build(self) -> Outcome:
        content = render_pptx(self.deck)
        slides = OutputFormat("slides", Scope.LESSON, PATH, 1, lambda _: content)
        self.versions.append("")
        target = Target(PATH, slides, self.edition, key=f"key {len(self.versions)}")
        before = self.file.read_bytes() if self.file.exists() else None
        outcomes: list[Outcome] = []
        build(
            [target], self.out, full=False, inputs=Fingerprint("", {}), curriculum=self.curriculum,
            report=lambda _, outcome: outcomes.append(outcome), workers=1,
        )  # fmt: skip
        if before is not None and outcomes != [Outcome.MADE]:
            assert self.file.read_bytes() == before
        return outcomes[0]

    def accept(self) -> None:
        before = self.file.read_bytes()
        merged = merged_path(self.file)
        expected = merged.read_bytes() if merged.exists() else before
        try:
            accepted = accept(self.file)
        except NothingToAccept:
            assert self.file.read_bytes() == before
        else:
            assert accepted.before.read_bytes() == before
            assert self.file.read_bytes() == expected

    def edit(self, name: str, number: int) -> None:
        self.typed += 1
        text = f"typed{self.typed}{ODD[number % len(ODD)]}|"
        self.file.write_bytes(edited(self.file.read_bytes(), lambda mine: edit_deck(mine, name, number, text)))

    def renew(self, name: str, number: int) -> None:
        self.typed += 1
        self.deck = replace(self.deck, slides=tuple(new_slides(self.deck, name, number, self.typed)))


def edit_deck(mine: PresentationDocument, name: str, number: int, text: str) -> None:
    """One edit, on the slide and the shape that the number leads to; some need what is not there."""
    count = len(mine.slides)
    slide = mine.slides[number % count]
    edits: dict[str, Callable[[], object]] = {
        "title": lambda: setattr(slide.shapes.title.text_frame, "text", text) if slide.shapes.title else None,
        "paragraph": lambda: type_in(slide, number, text),
        "more": lambda: type_in(slide, number, text, in_new_paragraph=True),
        "notes": lambda: setattr(slide.notes_slide.notes_text_frame.paragraphs[0].add_run(), "text", text),
        "box": lambda: add_text_box(slide, text),
        "delete": lambda: delete_slide(mine, number % count) if count > 1 else None,
        "duplicate": lambda: duplicate_slide(mine, number % count),
        "move": lambda: move_slide(mine, number % count, number // 7 % count),
        "picture": lambda: replace_picture(slide, f"#{number:02d}8040"),
        "take out": lambda: take_out(slide, number),
        "number": lambda: type_beside_slide_number(slide, text),
    }
    edits[name]()


def type_in(slide: Slide, number: int, text: str, *, in_new_paragraph: bool = False) -> None:
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    if frames:
        frame = frames[number % len(frames)]
        paragraph = frame.paragraphs[number % len(frame.paragraphs)]
        (frame.add_paragraph() if in_new_paragraph else paragraph).add_run().text = text


def take_out(slide: Slide, number: int) -> None:
    if len(slide.shapes) > 1:
        element = list(slide.shapes)[number % len(slide.shapes)]._element
        element.getparent().remove(element)


def type_beside_slide_number(slide: Slide, text: str) -> None:
    for shape in slide.placeholders:
        if "NUMBER" in str(shape.placeholder_format.type):
            shape.text_frame.paragraphs[0].add_run().text = text


def new_slides(deck: Deck, name: str, number: int, version: int) -> list[PlannedSlide]:
    """The slides of the next version, changed where the number leads to."""
    slides = list(deck.slides)
    place = number % len(slides)
    slide = slides[place]
    if name in ("reword", "points"):
        text = slide.texts[number % len(slide.texts)]
        more = (Paragraph(f"news {version}"),)
        paragraphs = more if name == "reword" else text.paragraphs + more
        texts = tuple(replace(each, paragraphs=paragraphs) if each is text else each for each in slide.texts)
        slides[place] = replace(slide, texts=texts)
    elif name == "notes":
        slides[place] = replace(slide, notes=(*slide.notes[1:], NotesPart("Say", (f"news {version}",))))
    elif name == "drop" and len(slides) > 1:
        del slides[place]
    elif name == "add":
        slides.insert(number // 7 % (len(slides) + 1), replace(slide, key=f"{slide.key}.{version}"))
    elif name == "turn":
        slides.insert(number // 7 % len(slides), slides.pop(place))
    elif name in ("picture", "layout") and slide.pictures:
        shown = [picture for other in slides for picture in other.pictures if not picture.key.startswith("picture-")]
        if name == "picture" and shown:
            chosen = shown[number // 7 % len(shown)]
            pictures = tuple(replace(chosen, key=each.key) for each in slide.pictures)
            slides[place] = replace(slide, pictures=pictures)
        elif name == "layout" and slide.layout.endswith(" with picture"):
            slides[place] = replace(slide, layout=slide.layout.removesuffix(" with picture"), pictures=())
    return slides


def typed_in(file: bytes) -> set[str]:
    return set(TYPED.findall(all_text(file)))


def assert_sound(file: bytes) -> None:
    """What PowerPoint wants of a deck: slides of one name and number each, and no shape number twice on one."""
    deck = opened(file)
    listed = [entry.get("id") for entry in deck.part._element.sldIdLst]
    assert len(set(listed)) == len(listed) == len({str(slide.part.partname) for slide in deck.slides})
    assert [entry.get("id") for entry in deck.part._element.iter(f"{P14}sldId")] == listed
    for slide in deck.slides:
        assert slide.slide_layout.name in {layout.name for layout in slide.slide_layout.slide_master.slide_layouts}
        attributes = [attribute for each in slide.part._element.iter() for attribute in each.attrib.items()]
        assert {value for name, value in attributes if name.startswith(R)} <= set(slide.part.rels)


class Start:
    """Where every sequence begins. Not a dataclass, of which hypothesis would print all."""

    def __init__(self, edition: Edition, curriculum: Curriculum, deck: Deck) -> None:
        self.edition, self.curriculum, self.deck = edition, curriculum, deck

    def __repr__(self) -> str:
        return "Start()"


@pytest.fixture(scope="module")
def start(editions: dict[str, Edition], curriculum: Curriculum) -> Start:
    edition = editions["8-10/4-stop-and-keep"]
    deck = plan_deck(edition)
    small = replace(deck, slides=(deck.slides[0], deck.slides[1], deck.slides[3], *deck.slides[8:10]))
    return Start(edition, curriculum, small)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps)
def test_nothing_that_she_typed_is_ever_lost(start: Start, taken: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Classroom(Path(folder), start.edition, start.curriculum, start.deck)
        room.build()
        for name, number in [*taken, ("build", 0), ("accept", 0)]:
            typed = typed_in(room.file.read_bytes())
            if name == "build":
                room.outcome = room.build()
                if room.outcome is Outcome.MERGED:
                    merged = merged_path(room.file).read_bytes()
                    assert typed_in(merged) == typed
                    assert_sound(merged)
            elif name == "accept":
                before = room.file.read_bytes()
                room.accept()
                if room.file.read_bytes() != before:
                    assert typed_in(room.file.read_bytes()) == typed
            elif name.startswith("new "):
                room.renew(name.removeprefix("new "), number)
            else:
                room.edit(name, number)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(st.sampled_from(NEWS), st.integers(0, 99)), max_size=6))
def test_a_deck_saved_without_an_edit_becomes_the_new_version(start: Start, news: list[tuple[str, int]]) -> None:
    deck = start.deck
    for version, (name, number) in enumerate(news):
        deck = replace(deck, slides=tuple(new_slides(deck, name, number, version)))
    base, new = render_pptx(start.deck), render_pptx(deck)
    merged = merge_decks(base, edited(base), new)
    assert outline_of(open_deck(merged.file)) == outline_of(open_deck(new))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 99)), max_size=6))
def test_without_news_carrying_out_the_plan_leaves_her_deck_as_it_is(
    start: Start, edits: list[tuple[str, int]]
) -> None:
    base = hers = render_pptx(start.deck)
    for version, (name, number) in enumerate(edits):
        hers = edited(hers, lambda mine: edit_deck(mine, name, number, f"typed{version}|"))  # noqa: B023
    decks = [open_deck(file) for file in (base, hers, base)]
    plan = plan_merge(*(outline_of(deck) for deck in decks))
    assert outline_of(open_deck(write_merged(plan, *decks))) == outline_of(open_deck(hers))
