"""A quiz that is fair, and fits its band."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, example, problems_of

from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.rules.questions import quiz_problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_real_quizzes_are_fair(curriculum: Curriculum, editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        assert list(quiz_problems(edition, curriculum.wording["en"])) == []


def test_every_real_band_meets_the_kinds_that_it_has(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        assert {question.kind for question in edition.lesson.quiz.questions} <= set(edition.band.quiz.kinds)


def told(content: Path) -> list[tuple[str, str]]:
    return [(str(problem.code), problem.message) for problem in problems_of(content)]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "said"),
    [
        ("bands.yaml", "most_questions: 8", "most_questions: 7", None, None),
        ("bands.yaml", "fewest_questions: 6\n    most_questions: 8", "fewest_questions: 2\n    most_questions: 4",
         "quiz.count", "the quiz has 7 questions; 8-10 has 2 to 4"),
        ("bands.yaml", "most_options: 3", "most_options: 2", "quiz.options",
         "the question has 3 options; 8-10 has 2 to 2"),
        ("bands.yaml", "true-false, ", "", "quiz.kind", "'true-false' is no kind for 8-10"),
        (LESSON, "        - text: Send a few coins.\n          level: look-again",
         "        - text: Send a few coins.\n          level: got-it", "quiz.key", "2 options have the level got-it"),
        (LESSON, "          level: got-it\n          feedback: Yes. A grown-up helps Ken",
         "          level: nearly\n          feedback: Yes. A grown-up helps Ken", "quiz.key",
         "0 options have the level got-it"),
        (LESSON, "text: Wait for a week.", "text: All of the above", "quiz.all-of-the-above",
         "'All of the above' can be guessed without knowing"),
        (LESSON, "      pair: exit\n", "      pair: baseline\n", "quiz.pair", "2 questions have `pair: baseline`"),
    ],
)  # fmt: skip
def test_what_is_unfair_is_named(
    content: Path, file: str, old: str, new: str, code: str | None, said: str | None
) -> None:
    change(content / file, old, new)
    found = told(content)
    assert (code, said) in found if code else found == []


TICKS = """    - id: four-steps
      kind: choose-many
      stem: What belongs to the proof?
      hint: Think of the chat.
      talk_about: Who keeps it with us?
      options:
        - {text: The words, belongs: yes, feedback: Yes. They show it.}
        - {text: The name, belongs: %s, feedback: Yes. It can help.}
      feedback: {got_it: You know it., nearly: So close., look_again: Look once more.}
"""


@pytest.mark.parametrize(("belongs", "found"), [("no", []), ("yes", [("quiz.key", "all options are alike")])])
def test_some_ticks_belong_and_some_do_not(content: Path, belongs: str, found: list[tuple[str, str]]) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("    - id: four-steps\n"), text.index("    - id: whose-fault\n")
    (content / LESSON).write_text(text[:start] + TICKS % belongs + text[end:], "utf-8")
    change(content / "bands.yaml", "put-in-order, ", "choose-many, ")
    assert told(content) == found


def test_sayings_are_not_all_true(content: Path) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("    - id: does-giving-help\n"), text.index("    - id: four-steps\n")
    saying = text[start:end]
    others = {"two": "Player 9 only wants to be friends.", "three": "A threat ends sooner when nobody knows of it."}
    more = "".join(
        saying.replace("does-giving-help", f"saying-{name}")
        .replace("If Mira gives the gems, it stops.", stem)
        .replace("It rarely stops.", f"Mira is not alone ({name}).")
        for name, stem in others.items()
    )
    (content / LESSON).write_text(text[:end] + more + text[end:], "utf-8")
    change(content / "bands.yaml", "most_questions: 8", "most_questions: 9")
    assert told(content) == [("quiz.key-position", "every saying has the same answer")]
    change(content / LESSON, more, more.replace("true: no", "true: yes", 1))
    assert told(content) == []


def test_two_questions_show_no_pattern(content: Path) -> None:
    text = (content / LESSON).read_text("utf-8")
    start, end = text.index("    - id: whose-fault\n"), text.index("    - id: after-the-story\n")
    (content / LESSON).write_text(text[:start] + text[end:], "utf-8")
    change(content / "bands.yaml", "fewest_questions: 6", "fewest_questions: 5")
    assert told(content) == []
