"""Ids and roles that lead somewhere, and what is said of those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, example, problems_of

from takeabreath.content.links import link_problems
from takeabreath.model.curriculum import Curriculum

REGION = "regions/rimba.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def add_band(content: Path) -> None:
    bands = (content / "bands.yaml").read_text("utf-8")
    (content / "bands.yaml").write_text(bands + bands.replace("- id: 8-10", "- id: 11-13"), "utf-8")


def test_every_id_of_the_real_content_leads_somewhere(curriculum: Curriculum) -> None:
    assert link_problems(curriculum) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (LESSON, "cover: open-hand", "cover: closed-hand", "there is no picture 'closed-hand'"),
        (LESSON, "        picture: calm-heart", "        picture: heart", "there is no picture 'heart'"),
        (LESSON, "words: [threat]", "words: [secret]", "there is no word 'secret'"),
        (LESSON, "teaches: [talk-early]", "teaches: [talk]", "there is no guidance point 'talk'"),
        (LESSON, "question: after-the-story", "question: after", "there is no question 'after'"),
        ("habits.yaml", "picture: open-hand", "picture: hand", "there is no picture 'hand'"),
        ("words.yaml", "  meanings:", "  picture: wave\n  meanings:", "there is no picture 'wave'"),
        ("wording/en.yaml", "bands: [8-10]", "bands: [9-10]", "there is no band '9-10'"),
        (REGION, "service: child-line}", "service: kid-line}", "there is no service 'kid-line'"),
        (REGION, "at_night: [emergency]", "at_night: [police]", "there is no service 'police'"),
    ],
)
def test_an_id_that_leads_nowhere_is_named(content: Path, file: str, old: str, new: str, said: str) -> None:
    change(content / file, old, new)
    [problem] = problems_of(content)
    assert (problem.code, problem.message, problem.span.file) == ("id.unknown", said, f"content/{file}")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LESSON, "strap: Stop.", 'strap: "{police}.'),
        (LESSON, "  calm: Breathe in", '  calm: "{Emergency} Breathe in'),
        (LESSON, "  calm: Breathe in", '  calm: "{ emergency } Breathe in'),
        (LESSON, "  calm: Breathe in", '  calm: "{} Breathe in'),
        ("bands.yaml", "    - You may pass at any time.", '    - "Ask {teacher}."\n    - "x y z'),
        ("guidance.yaml", "  says: Whoever", '  says: "{helpers} Whoever'),
        ("habits.yaml", "  means: Stop", '  means: "{stop} Stop'),
        ("pictures.yaml", "  alt: A big heart", '  alt: "{kancil} A big heart'),
        ("course.yaml", "reviewed: Nobody", 'reviewed: "{nobody} Nobody'),
        (REGION, "check_before_use: Ring", 'check_before_use: "{line} Ring'),
        (REGION, "    caution: Closed", '    caution: "{line} Closed'),
    ],
)
def test_a_role_that_nobody_plays_is_named(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    change(path, old, new)
    lines = path.read_text("utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.count('"') == 1)
    lines[number] += '"'
    path.write_text("\n".join(lines), "utf-8")
    [problem] = problems_of(content)
    assert (problem.code, problem.span.file) == ("id.unknown", f"content/{file}")
    assert problem.message.startswith("the region rimba has no role '")


def test_a_role_must_be_played_in_every_region(content: Path) -> None:
    other = content / "regions" / "other.yaml"
    other.write_text((content / REGION).read_text("utf-8").replace("role: child-helpline", "role: helpline"), "utf-8")
    [problem] = problems_of(content)
    assert problem.message == "the region other has no role 'child-helpline'"


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        (LESSON, "- id: whose-fault", "- id: four-steps", "four-steps"),
        (REGION, "  - id: old-line", "  - id: child-line", "child-line"),
        (REGION, "  - {role: child-helpline,", "  - {role: emergency,", "emergency"),
        (REGION, "\nat_night", "  - band: 8-10\n    services: [child-line]\n\nat_night", "8-10"),
        ("words.yaml", "  meanings:", "  meanings:\n    - {band: 8-10, meaning: Harm.}", "8-10"),
        ("pictures.yaml", "- id: calm-heart", "- id: open-hand", "open-hand"),
    ],
)
def test_an_id_that_is_used_twice_is_named(content: Path, file: str, old: str, new: str, name: str) -> None:
    change(content / file, old, new)
    assert ("id.duplicate", True) in {
        (str(problem.code), f"'{name}'" in problem.message) for problem in problems_of(content)
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{minutes} min", "'minutes' needs {count}, and has {minutes}"),
        ("{count} of {total}", "'minutes' needs {count}, and has {count} and {total}"),
        ("minutes", "'minutes' needs {count}, and has none"),
        ("{count} {min", "'minutes' needs {count}, and has { and {count}"),
        ("{count:d} min", "'minutes' needs {count}, and has {count:d}"),
    ],
)
def test_a_label_holds_the_places_that_are_filled(content: Path, typed: str, said: str) -> None:
    change(content / "labels" / "en.yaml", "{count} minutes", typed)
    [problem] = problems_of(content)
    assert (problem.code, problem.message) == ("value.wrong", said)


def test_a_label_without_places_has_no_braces(content: Path) -> None:
    change(content / "labels" / "en.yaml", 'minute: "1 minute"', 'minute: "{count} minute"')
    assert [problem.message for problem in problems_of(content)] == ["'minute' needs no braces, and has {count}"]


def test_a_word_needs_a_meaning_for_the_band(content: Path) -> None:
    add_band(content)
    words = (content / "words.yaml").read_text("utf-8")
    other = words.replace("threat", "proof").replace("8-10", "11-13")
    (content / "words.yaml").write_text(words + other, "utf-8")
    change(content / REGION, "\nat_night", "  - band: 11-13\n    services: [child-line]\n\nat_night")
    change(content / LESSON, "words: [threat]", "words: [threat, proof]")
    [problem] = problems_of(content)
    assert problem.message == "the word 'proof' has no meaning for the band 8-10"


def test_every_band_needs_services(content: Path) -> None:
    add_band(content)
    [problem] = problems_of(content)
    assert (problem.code, problem.span.file) == ("closing.missing", f"content/{REGION}")


@pytest.mark.parametrize(
    "place", ["at_night: [emergency]", "service: child-line}", "services: [emergency, child-line]"]
)
def test_an_unpublished_service_is_shown_nowhere(content: Path, place: str) -> None:
    change(content / REGION, place, place.replace("child-line", "old-line").replace("[emergency]", "[old-line]"))
    [problem] = problems_of(content)
    assert problem.code == "service.unpublished"
