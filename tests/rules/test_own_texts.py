"""Routes and pages say things of their own, and the rules hold for them too."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import change, codes_of, example

ROUTE = """number: 1
name: The short way
use_when: There is one hour.
kit: [{item: Pens, per: 1}]
bands:
  - band: 8-10
    minutes: 14
    title: Mira's short way
    strap: Stop and tell.
    objective: I can say what Mira does first.
    objective_seen: A child says it.
    summary: A short way.
    content_note: Nothing more.
    before: [Ring the numbers.]
    after: [Rest.]
    home_card: stop-and-keep
    closing: stop-and-keep
    parts:
      - {kind: lesson, habit: stop-and-keep, steps: [welcome, baseline, story, activity, practise, exit]}
      - kind: own
        step:
          kind: close
          title: The end
          minutes: 2
          purpose: A calm end.
          learners_do: Breathe.
          if_late: Breathe once.
          slides:
            - {kind: help, title: Who can help, say: [Tell a grown-up you trust.]}
            - {kind: what-happens-next, title: What comes next, say: [Helpers listen.]}
            - {kind: calm, title: One breath, picture: calm-heart, say: [Breathe out.]}
"""
PAGE = """title: A page for now
strap: Breathe first.
use_when: It is happening now.
readers: 8-10
cover: open-hand
blocks:
  - kind: points
    style: number
    points: [Stop answering., Keep the messages., Block the person., Tell a grown-up.]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = example(tmp_path)
    for folder, text in (("routes", ROUTE), ("pages", PAGE)):
        (content / folder).mkdir()
        (content / folder / "short.yaml").write_text(text, "utf-8")
    return content


def test_a_good_route_and_a_good_page_are_clean(content: Path) -> None:
    assert codes_of(content) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        ("routes", "minutes: 14", "minutes: 20", ["minutes.sum"]),
        ("routes", "minutes: 14", "minutes: 13", ["minutes.sum"]),
        ("routes", "minutes: 14", "minutes: 19", []),
        ("routes", "welcome, baseline", "baseline", ["step.missing"]),
        ("routes", "kind: help, title: Who can help", "kind: question, title: Who can help?", ["closing.missing"]),
        ("routes", "kind: close\n", "kind: exit\n", ["closing.missing"]),
        ("routes", "say: [Helpers listen.]", "say: [You should have told.]", ["word.banned"]),
        ("routes", "use_when: There is one hour.", "use_when: You should have told.", ["word.banned"]),
        ("routes", "Ring the numbers.", "Ring 03-7627 2929.", ["number.typed"]),
        ("routes", "title: Who can help,", "title: 'Help ☺',", ["text.character"]),
        ("routes", "say: [Breathe out.]", f"say: [{'very ' * 16}calm.]", ["reading.sentence-long"]),
        ("routes", "title: Who can help,", f"title: {'help ' * 40},", ["reading.sentence-long", "slide.words"]),
        ("pages", "Stop answering., Keep the messages., ", "", ["order.block-before-proof"]),
        ("pages", "Breathe first.", "You should have told.", ["word.banned"]),
        ("pages", "Breathe first.", "Ring 100.", ["number.typed"]),
        ("pages", "Breathe first.", "Breathe ☺.", ["text.character"]),
        ("pages", "Breathe first.", f"{'Very ' * 16}calm.", ["reading.sentence-long"]),
    ],
)
def test_the_rules_hold_for_them(content: Path, file: str, old: str, new: str, codes: list[str]) -> None:
    change(content / file / "short.yaml", old, new)
    found = set(codes_of(content))
    assert set(codes) <= found
    assert bool(codes) == bool(found)
