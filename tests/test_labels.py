"""Every word that a user sees comes from the content: a language is a matter of its labels and texts.

The labels are marked, all lessons are built, and whatever the products show is either a word of the
content or a marked label; the letters of options are no words.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
import yaml
from browser_fixtures import Visit
from lxml import etree
from quiz_player import NEXT, answer

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.fingerprint import Fingerprint
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.plan.quiz import QuizPage, plan_quiz
from takeabreath.render.formats import COURSE_FORMATS, FORMATS
from takeabreath.render.to_html import render_html
from takeabreath.targets import Target, subjects_of, targets_of

MARK = "§"
WORD = re.compile(rf"[^\W\d_{MARK}]+{MARK}?")
PLACE = re.compile(r"(\{[^}]*\})")


def marked(value: object) -> object:
    """Labels with a mark at the end of every word; named places stay."""
    if isinstance(value, dict):
        return {key: text if key == "locale" else marked(text) for key, text in value.items()}
    if isinstance(value, list):
        return [marked(text) for text in value]
    parts = PLACE.split(str(value))
    return "".join(part if part.startswith("{") else re.sub(r"([^\W\d_]+)", rf"\1{MARK}", part) for part in parts)


@pytest.fixture(scope="module")
def marked_curriculum(content_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    content = tmp_path_factory.mktemp("marked") / "content"
    shutil.copytree(content_dir, content)
    labels = yaml.load((content / "labels" / "en.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    (content / "labels" / "en.yaml").write_text(yaml.safe_dump(marked(labels), allow_unicode=True), "utf-8")
    return load_curriculum(content)


@pytest.fixture(scope="module")
def marked_targets(marked_curriculum: Curriculum) -> list[Target]:
    return targets_of(marked_curriculum, subjects_of(marked_curriculum), FORMATS, "en", "my", Fingerprint("", {}))


@pytest.fixture(scope="module")
def marked_editions(marked_curriculum: Curriculum) -> list[Edition]:
    return [edition_of(marked_curriculum, placed, "en", "my") for placed in marked_curriculum.lessons]


@pytest.fixture(scope="module")
def vocabulary(content_dir: Path) -> set[str]:
    """Every word that stands in the content, labels left out."""
    found: set[str] = set()
    for path in content_dir.rglob("*.yaml"):
        if path.parent.name != "labels":
            found |= {word.casefold() for word in re.findall(r"[^\W\d_]+", path.read_text("utf-8"))}
    return found


def _xml_texts(content: bytes, parts: str, tag: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(parts, name):
                for paragraph in etree.fromstring(archive.read(name)).iter("{*}p"):
                    yield "".join(text.text or "" for text in paragraph.iter(f"{{*}}{tag}"))


def visible_texts(name: str, content: bytes) -> Iterator[str]:
    """What a reader of a file sees; the quiz engine's own screens are read in the browser's tests."""
    if name == "plan":
        yield re.sub(r"<!--.*?-->|<[^>]+>", " ", content.decode("utf-8"), flags=re.DOTALL)
    elif name == "slides":
        yield from _xml_texts(content, r"ppt/(slides|notesSlides)/[^/]+\.xml", "t")
    elif name.endswith("-word"):
        yield from _xml_texts(content, r"word/(document|header\d*|footer\d*)\.xml", "t")
    elif content.startswith(b"%PDF"):
        yield from (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    elif name in {"notebook", "start-here", "before-and-after"}:
        cells = json.loads(content)["cells"]
        yield from (
            re.sub(r"<[^>]+>|`[^`]*`", " ", "".join(cell["source"]))
            for cell in cells
            if cell["cell_type"] == "markdown"
        )
    elif name == "quiz":
        page = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", content.decode("utf-8"), flags=re.DOTALL)
        yield page


@pytest.mark.parametrize("output_format", [*FORMATS, *COURSE_FORMATS], ids=lambda it: f"{it.name} of a {it.scope}")
def test_every_word_is_a_label_or_stands_in_the_content(
    output_format, marked_targets: list[Target], vocabulary: set[str]
) -> None:
    strays = {
        word
        for target in marked_targets
        if target.format == output_format
        for text in visible_texts(output_format.name, output_format.make(target.edition))
        for word in WORD.findall(text)
        if len(word) > 1 and not word.endswith(MARK) and word.casefold() not in vocabulary
    }
    assert strays == set()


@pytest.mark.parametrize("output_format", [*FORMATS, *COURSE_FORMATS], ids=lambda it: f"{it.name} of a {it.scope}")
def test_labels_reach_every_product(output_format, marked_targets: list[Target]) -> None:
    made = [target.edition for target in marked_targets if target.format == output_format][:2]
    assert made
    assert all(MARK in " ".join(visible_texts(output_format.name, output_format.make(edition))) for edition in made)


@pytest.mark.client("chromium")
@pytest.mark.parametrize("number", range(0, 36, 7), ids=lambda number: f"lesson {number + 1}")
def test_every_word_on_the_screens_of_a_quiz_is_a_label_or_stands_in_the_content(
    number: int, marked_editions: list[Edition], vocabulary: set[str], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    edition = marked_editions[number]
    page = tmp_path / "quiz.html"
    page.write_bytes(render_html(plan_quiz(edition)))
    visited = visit(page.as_uri())
    seen = _screens(visited, plan_quiz(edition))
    strays = {
        word
        for word in WORD.findall(seen)
        if len(word) > 1 and not word.endswith(MARK) and word.casefold() not in vocabulary
    }
    assert MARK in seen
    assert strays == set()


def _screens(visited: Visit, quiz: QuizPage) -> str:
    """What stands on all screens, and what is only said to a screen reader."""
    texts = []

    def look() -> None:
        texts.append(
            visited.page.evaluate(
                """() => [document.body.innerText,
                         ...['aria-label', 'alt', 'title', 'placeholder'].flatMap(
                           name => [...document.querySelectorAll(`[${name}]`)].map(part => part.getAttribute(name))
                         )].join('\\n')"""
            )
        )

    look()
    visited.page.click(".q-primary")
    for question in quiz.questions:
        look()
        answer(visited.page, question)
        look()
        visited.page.click(NEXT)
    look()
    return "\n".join(texts)
