"""The survey as content: linked, and with answers to tell apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import example, problems_of

ITEM = """\
- id: first
  for: [8-10]
  stem: What can she do first?
  options:
    - {text: Stop and leave it, counts: yes}
    - {text: Do what it says, counts: no}
  about: stop-and-keep
  reteach: Walk the steps again.
"""


def _found(folder: Path, text: str) -> list[tuple[str, int, str]]:
    content = example(folder)
    (content / "survey.yaml").write_text(text, "utf-8")
    return [(problem.code, problem.span.line, problem.message) for problem in problems_of(content)]


def test_a_survey_may_be_absent_or_there(tmp_path: Path) -> None:
    assert problems_of(example(tmp_path / "without")) == []
    assert _found(tmp_path / "with", ITEM) == []


@pytest.mark.parametrize(
    ("typed", "instead", "code", "line", "says"),
    [
        ("about: stop-and-keep", "about: stop-and-kepp", "id.unknown", 7, "there is no habit 'stop-and-kepp'"),
        ("[8-10]", "[8-11]", "id.unknown", 2, "there is no band '8-11'"),
        ("[8-10]", "[8-10, 8-10]", "id.duplicate", 2, "'8-10' is used twice"),
        ("for:", "fro:", "key.unknown", 2, "'fro' is not a field"),
        ("counts: no", "counts: yes", "quiz.key", 1, "the answers of 'first' are all of one kind"),
        ("reteach: Walk the steps again.", "reteach: Ring {polise}.", "id.unknown", 8, "has no role 'polise'"),
        ("  about:", "  target: 101\n  about:", "value.wrong", 7, "100"),
    ],
)
def test_a_slip_is_told_with_its_place(
    tmp_path: Path, typed: str, instead: str, code: str, line: int, says: str
) -> None:
    assert typed in ITEM
    found = _found(tmp_path, ITEM.replace(typed, instead))
    assert [(found_code, found_line) for found_code, found_line, _ in found] == [(code, line)]
    assert says in found[0][2]


def test_the_same_id_twice_is_told(tmp_path: Path) -> None:
    assert [code for code, _, _ in _found(tmp_path, ITEM + ITEM)] == ["id.duplicate"]
