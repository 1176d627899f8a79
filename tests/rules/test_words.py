"""Phrases are found as a reader would find them, and innocent words are left alone."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from example_content import LESSON, change, example, problems_of
from hypothesis import given
from hypothesis import strategies as st

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.model.text import Text
from takeabreath.rules.phrases import contains_phrase
from takeabreath.rules.words import banned_in_labels, banned_in_lesson

INNOCENT = """
The sextant is an instrument for sailors.
The letter is late. Let's go. Let us begin. Let me know.
My sister has many skills; she skims the skyline.
They found a strategy in the library.
The classic grapes of Essex are grown in Sussex.
He is a confectioner and admires admirals.
She scrapes the grapes from the drapes.
The block of flats has a blockade in front.
An interest in statics.
The proofreader is correctly dressed.
We all have rights; nobody is a loss to us.
A nudge can help. The abuttals are new.
""".strip().splitlines()


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("You should have told.", "you should have", "You should have"),
        ("you  should\nhave", "you should have", "you  should\nhave"),
        ("SEXTORTION", "sextort*", "SEXTORTION"),
        ("sextort", "sextort*", "sextort"),
        ("a sextortionist’s trick", "sextort*", "sextortionist"),
        ("Don’t be silly", "don't be silly", "Don't be silly"),
        ("Don't be silly", "don’t be silly", "Don't be silly"),
        ("self-harm", "self harm", "self-harm"),
        ("self harm", "self-harm", "self harm"),
        ("semi-nude", "nude*", "nude"),
        ("(stupid)", "stupid", "stupid"),
        ("“stupid,”", "stupid", "stupid"),
        ("stupid", "stupid*", "stupid"),
        ("a stupidly long way", "stupid", None),
        ("the letter", "let", None),
        ("Let's go", "let", "Let"),
        ("sextant", "sex", None),
        ("Essex", "sex", None),
        ("unblock", "block", None),
        ("blocks", "block", None),
        ("a+b", "a b", None),
        ("what.ever", "what ever", None),
        ("C++ is fun", "c++", "C++"),
        ("café", "caf", None),
        ("naïve", "na", None),
        ("phrase_one", "one", None),
    ],
)
def test_phrase_is_found_as_whole_words(text: str, phrase: str, found: str | None) -> None:
    assert contains_phrase(text, (Text("never there"), Text(phrase))) == found


@given(st.text(string.ascii_letters + " -'’*.", min_size=1).filter(lambda text: text.strip(" -*")))
def test_any_phrase_is_found_in_itself(phrase: str) -> None:
    words = " ".join(phrase.split())
    assert contains_phrase(f"So: {words.replace('*', '')}.", (Text(words),)) is not None


@pytest.mark.parametrize("text", INNOCENT)
@pytest.mark.parametrize("band", ["5-7", "8-10", "11-13", "14-18"])
def test_innocent_words_are_left_alone(curriculum: Curriculum, band: str, text: str) -> None:
    groups = [group for group in curriculum.wording["en"].banned if not group.bands or band in group.bands]
    assert [contains_phrase(text, group.phrases) for group in groups if contains_phrase(text, group.phrases)] == []


BANNED = [
    ("5-7", "Sextortion is a crime."),
    ("5-7", "Somebody is naked."),
    ("8-10", "This is about sexual pictures."),
    ("8-10", "He watched porn."),
    ("11-13", "She thought of suicide."),
    ("14-18", "She committed suicide."),
    ("8-10", "Just don’t send it."),
    ("11-13", "You shouldn't have sent it."),
    ("11-13", "Why did you send it?"),
    ("14-18", "He let her take a picture."),
    ("14-18", "She admits that she sent it."),
    ("11-13", "It is out there forever."),
    ("11-13", "There is no turning back."),
    ("14-18", "It will be deleted."),
    ("14-18", "You cannot get into trouble."),
    ("8-10", "Have you ever had a message like this?"),
    ("8-10", "Your answer is wrong. Try harder."),
    ("14-18", "Send it to your girlfriend."),
    ("11-13", "She uses TikTok."),
    ("5-7", "I will keep your secret."),
    ("5-7", "Show me the picture."),
    ("parents", "We should have told her."),
]


@pytest.mark.parametrize(("band", "text"), BANNED)
def test_what_hurts_is_found(curriculum: Curriculum, band: str, text: str) -> None:
    groups = [group for group in curriculum.wording["en"].banned if not group.bands or band in group.bands]
    assert [contains_phrase(text, group.phrases) for group in groups if contains_phrase(text, group.phrases)] != []


def test_real_lessons_and_labels_say_nothing_that_hurts(curriculum: Curriculum, editions: dict[str, Edition]) -> None:
    wording = curriculum.wording["en"]
    assert [problem for edition in editions.values() for problem in banned_in_lesson(edition, wording)] == []
    assert list(banned_in_labels(curriculum.labels["en"], wording)) == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return example(tmp_path)


def messages(content: Path) -> list[str]:
    return [f"{problem.code} {problem.message.split(':')[0]}" for problem in problems_of(content)]


def test_every_phrase_of_a_text_is_told_in_one_run(content: Path) -> None:
    change(content / LESSON, "- Helpers listen first.", "- Why did you? You should have told. Stupid, stupid.")
    assert sorted(messages(content)) == [
        "word.banned 'Stupid' (blame)", "word.banned 'Why did you' (blame)", "word.banned 'You should have' (blame)",
        "word.banned 'stupid' (blame)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bands.yaml", "- You may pass at any time.", "- You may be stupid."),
        ("bands.yaml", "- Stop, listen, and keep", "- Never be stupid, and keep"),
        ("words.yaml", "Words that say: do this", "Stupid words: do this"),
        ("pictures.yaml", "An open hand held up: stop.", "A stupid hand."),
        ("course.yaml", "title: A small example", "title: A stupid example"),
        ("habits.yaml", "name: Stop and keep", "name: Stop, stupid"),
        ("regions/rimba.yaml", "does: They listen and help.", "does: They are not stupid."),
        ("labels/en.yaml", "  minute: ", "  minute: stupid "),
        (LESSON, "content_note: The threat", "content_note: The stupid threat"),
        (LESSON, "if_late: Ask at the door.", "if_late: Do not be stupid."),
        (LESSON, "listen_for: Scared,", "listen_for: Stupid,"),
    ],
)
def test_a_phrase_is_found_wherever_the_lesson_is_read(content: Path, file: str, old: str, new: str) -> None:
    change(content / file, old, new)
    [problem] = problems_of(content)
    assert (problem.code, problem.span.file) == ("word.banned", f"content/{file}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- instead_of: Why did you draw that?", "- instead_of: Stupid, why did you draw that?"),
        ('- Saying "you should have told sooner" to anyone.', '- Saying "stupid" to anyone.'),
    ],
)
def test_a_phrase_may_be_quoted_as_a_thing_not_to_say(content: Path, old: str, new: str) -> None:
    change(content / LESSON, old, new)
    assert problems_of(content) == []


def test_a_word_for_learners_alone_may_stand_in_notes(content: Path) -> None:
    change(
        content / LESSON,
        "content_note: The threat",
        "content_note: This prepares for the lesson on sextortion. The threat",
    )
    assert problems_of(content) == []
    change(content / LESSON, "- Helpers listen first.", "- Sextortion is a word.")
    assert messages(content) == ["word.banned 'Sextortion' (words-8-10)"]


def test_a_word_may_be_banned_in_one_band_alone(content: Path) -> None:
    change(content / LESSON, "- Helpers listen first.", "- Sextortion is a word.")
    curriculum = load_curriculum(content)
    edition = edition_of(curriculum, curriculum.lessons[0], "en", "rimba")
    [group] = [group for group in curriculum.wording["en"].banned if group.id == "words-8-10"]
    for bands, count in (((Text("8-10"),), 1), ((Text("5-7"),), 0), ((), 1)):
        wording = curriculum.wording["en"].model_copy(update={"banned": (group.model_copy(update={"bands": bands}),)})
        assert len(list(banned_in_lesson(edition, wording))) == count
