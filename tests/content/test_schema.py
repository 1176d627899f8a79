"""The schemas for editors: fresh, and in agreement with the loader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from takeabreath.content.schema import SCHEMA_DIR, schemas

NAMES = {"lessons": "lesson", "regions": "region", "routes": "route", "pages": "page"}
CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: only true, false, null and numbers are not text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def schema_of(name: str) -> Any:
    first, *rest = name.split("/")
    schema = NAMES.get(first, first) if rest else Path(first).stem
    return json.loads((SCHEMA_DIR / f"{schema}.json").read_text("utf-8"))


def with_text_keys(value: Any) -> Any:
    """As JSON has it: `true:` is the key "true"."""
    if isinstance(value, dict):
        return {str(key).lower() if key is True else key: with_text_keys(entry) for key, entry in value.items()}
    return [with_text_keys(entry) for entry in value] if isinstance(value, list) else value


def complaints(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema_of(name))
    content = with_text_keys(yaml.load(text, Loader=EditorLoader))  # noqa: S506
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)]


def test_schemas_are_fresh() -> None:
    written = {path.stem: path.read_text("utf-8") for path in SCHEMA_DIR.glob("*.json")}
    assert written == schemas(), "run `takeabreath schema`"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize("name", FILES)
def test_an_editor_does_not_complain_of_the_real_content(name: str) -> None:
    assert complaints(name, (CONTENT / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_schema(name: str) -> None:
    first_line = (CONTENT / name).read_text("utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first_line)
    assert named
    schema = json.loads(((CONTENT / name).parent / named[1]).resolve().read_text("utf-8"))
    assert schema == schema_of(name)


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("title:", "titel:"),
        ("minutes: 2", "minutes: 2 min"),
        ("numbered: yes", "numbered: perhaps"),
        ("kind: baseline", "kind: before"),
        ("kind: chat", "kind: talk"),
        ("cover: wei-jie-worried", "cover: Wei Jie"),
        ("teaches: [", "teaches: [Breathe, "),
    ],
)
def test_an_editor_complains_of_what_the_loader_refuses(typed: str, instead: str) -> None:
    name = "lessons/8-10/4-stop-and-keep.yaml"
    text = (CONTENT / name).read_text("utf-8")
    assert typed in text
    assert complaints(name, text.replace(typed, instead, 1)) != []


@pytest.mark.parametrize("typed", ["1.10", "007", "true", "Yes", "12:30", "2026"])
def test_an_editor_does_not_complain_of_natural_text(typed: str) -> None:
    name = "lessons/8-10/4-stop-and-keep.yaml"
    text = (CONTENT / name).read_text("utf-8")
    assert complaints(name, re.sub(r"^strap: .*$", f"strap: {typed}", text, flags=re.MULTILINE)) == []


def test_entries_are_explained_while_typing() -> None:
    lesson = json.loads(schemas()["lesson"])
    assert [
        name for name, entry in lesson["$defs"].items() if "properties" in entry and "description" not in entry
    ] == []
