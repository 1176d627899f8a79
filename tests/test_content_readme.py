"""The teachers' page tells of every code, field and kind, and its examples are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from takeabreath.content.loader import FOLDERS, SINGLE_FILES, adapter_of
from takeabreath.content.schema import schemas
from takeabreath.content.source import read_source
from takeabreath.content.validate import read_as
from takeabreath.model.lesson import Closing, Lesson, StepKind
from takeabreath.problems import ProblemCode

CONTENT = Path(__file__).resolve().parent.parent / "content"
README = (CONTENT / "README.md").read_text("utf-8")
LESSON = yaml.safe_load(schemas()["lesson"])["$defs"]
TABLES = re.findall(r"^\| `([a-z.-]+)` \|", README, re.MULTILINE)


def test_every_code_is_explained_once() -> None:
    assert [name for name in TABLES if "." in name and not name.endswith(".yaml")] == [
        str(code) for code in ProblemCode
    ]


def test_every_file_is_named() -> None:
    assert [
        name for name in (*SINGLE_FILES, *FOLDERS) if f"`{name}.yaml`" not in README and f"`{name}/<" not in README
    ] == []


@pytest.mark.parametrize("name", [*Lesson.model_fields, *Closing.model_fields, *StepKind])
def test_every_field_of_a_lesson_is_named(name: str) -> None:
    assert name == "source_span" or f"`{name}`" in README


def _entries(base: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, entry["properties"]) for name, entry in LESSON.items() if name.endswith(base)]


@pytest.mark.parametrize(("name", "fields"), _entries("Slide"))
def test_every_kind_of_slide_is_named_with_its_fields(name: str, fields: dict[str, Any]) -> None:
    kind = fields["kind"]["const"]
    row = re.search(rf"^\| `{kind}` \|.*$", README, re.MULTILINE)
    assert row, f"no row for {kind}"
    shared = {"kind", "say", "ask", "do", "avoid"}
    assert [field for field in set(fields) - shared if f"`{field}" not in row[0] and field != "title"] == []


@pytest.mark.parametrize("name", ["ChooseOne", "TrueFalse", "Feelings", "ChooseMany", "PutInOrder"])
def test_every_kind_of_question_is_named_with_its_fields(name: str) -> None:
    fields = LESSON[name]["properties"]
    row = re.search(rf"^\| `{fields['kind']['const']}` \|.*$", README, re.MULTILINE)
    assert row
    shared = {"id", "kind", "stem", "hint", "talk_about", "picture", "pair"}
    assert [field for field in set(fields) - shared if f"`{field}" not in row[0]] == []
    assert [field for field in shared if f"`{field}" not in README] == []


def test_the_yaml_of_the_page_is_right(tmp_path: Path) -> None:
    block, survey = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "sample.yaml"
    path.write_text(block, "utf-8")
    value, problems = read_source(path, "content/sample.yaml")
    assert problems == []
    assert value["say"] == ["Mira drew a picture.", "Mira thinks: I can tell."]
    path.write_text(survey, "utf-8")
    value, problems = read_source(path, "content/survey.yaml")
    assert (problems, read_as(adapter_of(SINGLE_FILES["survey"]), value, "content/survey.yaml")[1]) == ([], [])


def test_links_lead_to_files() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (CONTENT / link).exists()] == []
