"""The choices of the first notebook, pressed as a grown-up presses them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ipywidgets import Button, Checkbox, Dropdown, Text

from takeabreath.model.curriculum import Curriculum
from takeabreath.model.labels import StartHereLabels
from takeabreath.notebooks import start_here
from takeabreath.notebooks.choices import Choices
from takeabreath.plan.deck import plan_deck
from takeabreath.plan.handout import plan_handout
from takeabreath.render.slide_preview import render_slide_pictures
from takeabreath.render.to_pdf import render_page_pictures

LESSON = "8-10/4-stop-and-keep"


@pytest.fixture(autouse=True)
def _own_signatures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "Take a Breath"
    folder.mkdir()
    return folder


@pytest.fixture
def choices(content_dir: Path, curriculum: Curriculum, here: Path) -> Choices:
    picked = Choices(content_dir, curriculum, here)
    picked.band.value, picked.lesson.value = "8-10", "8-10/4-stop-and-keep"
    return picked


@pytest.fixture
def words(curriculum: Curriculum) -> StartHereLabels:
    return curriculum.labels["en"].start_here


def _links(choices: Choices) -> str:
    return "".join(output["data"]["text/html"] for output in choices.links.outputs)


def test_every_band_offers_its_lessons_by_name(choices: Choices, curriculum: Curriculum) -> None:
    offered = {}
    for _, band in choices.band.options:
        choices.band.value = band
        offered[band] = [lesson for _, lesson in choices.lesson.options]
        assert choices.lesson.value == offered[band][0]
    assert [lesson for lessons in offered.values() for lesson in lessons] == [
        lesson.id for lesson in curriculum.lessons
    ]


def test_everything_that_can_be_pressed_has_a_name(choices: Choices) -> None:
    shown = [choices.box]
    for box in shown:
        shown += getattr(box, "children", ())
    pressed = [widget for widget in shown if isinstance(widget, (Dropdown, Checkbox, Button, Text))]
    assert len(pressed) == 3 + len(choices.formats) + 2
    assert [widget for widget in pressed if not widget.description] == []


def test_pages_are_shown_as_pictures_with_words(choices: Choices, words: StartHereLabels) -> None:
    choices.look.click()
    described = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="([^"]+)"', choices.previews.value)
    slides = [text for text in described if text.startswith("Slide")]
    pages = [text for text in described if text.startswith("Handout")]
    assert described == [*slides, *pages]
    assert slides[0] == f"Slide 1 of {len(slides)}: The Rooftop Gardeners: Wei Jie stops"
    assert pages[-1] == f"Handout page {len(pages)} of {len(pages)}"
    choices.band.value = "staff"
    assert choices.previews.value == ""


def test_ticked_files_are_made_and_linked(choices: Choices, here: Path, words: StartHereLabels) -> None:
    for name, box in choices.formats.items():
        box.value = name in {"plan", "handout", "notebook"}
    choices.make.click()
    assert words.made.format(count=3) in choices.message.value
    addresses = re.findall('href="([^"]+)"', _links(choices))
    assert addresses == [f"lessons/en/{LESSON}/plan.md", f"lessons/en/{LESSON}/handout.pdf", f"en/{LESSON}.ipynb"]
    assert [address for address in addresses if not (here / address).is_file()] == []
    assert str(here) in _links(choices)


def test_changed_file_is_kept_and_told(choices: Choices, here: Path) -> None:
    choices.make.click()
    quiz = here / "lessons" / "en" / LESSON / "quiz.html"
    quiz.write_text("mine", "utf-8")
    choices.make.click()
    assert f"lessons/en/{LESSON}/quiz.html was changed by you" in choices.message.value
    assert quiz.read_text("utf-8") == "mine"


def test_nothing_ticked_is_answered_with_what_to_do(choices: Choices, words: StartHereLabels) -> None:
    for box in choices.formats.values():
        box.value = False
    choices.make.click()
    assert words.choose_something in choices.message.value
    assert _links(choices) == ""


def test_trouble_is_told_without_a_traceback(choices: Choices, here: Path) -> None:
    (here / "lessons").write_text("a file where a folder should be", "utf-8")
    choices.make.click()
    assert "This did not work: " in choices.message.value
    assert "Nothing is broken." in choices.message.value


def test_in_a_checkout_files_go_where_the_build_puts_them(
    content_dir: Path, curriculum: Curriculum, tmp_path: Path
) -> None:
    checkout = tmp_path / "checkout"
    (checkout / "content").mkdir(parents=True)
    (checkout / "content" / "course.yaml").write_text("", "utf-8")
    (checkout / "notebooks").mkdir()
    picked = Choices(content_dir, curriculum, checkout / "notebooks")
    picked.make.click()
    assert (checkout / "notebooks" / "en" / "5-7" / "1-notice.ipynb").is_file()
    assert 'href="../lessons/en/5-7/1-notice/slides.pptx"' in _links(picked)


def test_mistake_in_the_content_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAKEABREATH_CONTENT", str(tmp_path))
    (message,) = start_here().children
    assert "has no course.yaml" in message.value


def test_previews_have_one_picture_a_slide_and_a_page(editions: dict[str, object]) -> None:
    for edition in editions.values():
        deck, handout = plan_deck(edition), plan_handout(edition)  # type: ignore[arg-type]
        slides, pages = render_slide_pictures(deck, 480), render_page_pictures(handout, 50)
        assert len(slides) == len(deck.slides)
        assert {picture[:8] for picture in (*slides, *pages)} == {b"\x89PNG\r\n\x1a\n"}
        assert {int.from_bytes(picture[16:20]) for picture in slides} == {480}
