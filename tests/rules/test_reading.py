"""How hard a text is to read, against values counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_content import LESSON, change, example, problems_of

from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.model.curriculum import Curriculum
from takeabreath.rules.reading import measure, measure_sentences, reading_problems, sentences, syllables

SYLLABLES = {
    1: "I a the stop asked helped played stopped scared tried times eyes sees does cries whole breathe don't it's "
       "friends safe threat proof block hurt school game stays known",
    2: "message people table little wanted needed agreed uses going doing trying saying being playing "
       "kinder account private picture secret police report someone something sometimes careful lonely safety afraid "
       "answer delete grown-up worry",
    3: "messages together evidence remember important officer everyone threatening somebody",
    4: "information television",
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), [(word, n) for n, words in SYLLABLES.items() for word in words.split()])
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word.lower()) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Stop. Tell a grown-up!", ["Stop.", "Tell a grown-up!"]),
        ("No. He did nothing bad.", ["No.", "He did nothing bad."]),
        ('"Stop!" he says.', ['"Stop!" he says.']),
        ("“Is it fair?” she asks. No.", ["“Is it fair?” she asks.", "No."]),
        ('"Thank you." "Sit down."', ['"Thank you."', '"Sit down."']),
        ("Take something, e.g. a list. Go.", ["Take something, e.g. a list.", "Go."]),
        ("Take a list, i.e. the names.", ["Take a list, i.e. the names."]),
        ("Dr. Lim helps Mrs. Tan. Good.", ["Dr. Lim helps Mrs. Tan.", "Good."]),
        ("It is 3.5 km. Go on.", ["It is 3.5 km.", "Go on."]),
        ("Well… Then he tells.", ["Well…", "Then he tells."]),
        ("well… then he tells", ["well… then he tells"]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("A heading without a mark", ["A heading without a mark"]),
        ("He said (very softly.) Then he left.", ["He said (very softly.)", "Then he left."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_grade_is_kincaids() -> None:
    # 6 + 8 words, 14 syllables in 2 sentences: 0.39 * 7 + 11.8 * 1 - 15.59
    reading = measure_sentences(["The cat sat on the mat.", "It was a good day for a walk."], "flesch-kincaid")
    assert (reading.sentences, reading.mean_words) == (2, 7.0)
    assert reading.grade == pytest.approx(-1.06)
    # 4 words, 13 syllables in 1 sentence: 0.39 * 4 + 11.8 * 13 / 4 - 15.59
    assert measure_sentences(["Remember important information together."], "flesch-kincaid").grade == pytest.approx(
        24.32
    )


def test_headings_and_single_words_are_no_sentences() -> None:
    assert measure_sentences(["Stop!", "Our rules", "Tell a grown-up."], "none").sentences == 1


def test_a_text_without_sentences_has_no_grade() -> None:
    assert measure_sentences([], "flesch-kincaid").grade is None


def test_other_languages_have_no_grade() -> None:
    reading = measure_sentences(["Beritahu orang dewasa yang kamu percaya."], "none")
    assert (reading.mean_words, reading.grade) == (6.0, None)


def test_taught_words_count_as_easy(tmp_path: Path) -> None:
    content = example(tmp_path)
    before = _measured(content)
    change(content / "words.yaml", "word: threat\n  forms: [threats]", "word: grown-up\n  forms: [grown-ups, messages]")
    after = _measured(content)
    assert after.mean_words == before.mean_words
    assert after.grade < before.grade


def _measured(content: Path):
    curriculum = load_curriculum(content)
    return measure(edition_of(curriculum, curriculum.lessons[0], "en", "rimba"), curriculum.wording["en"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Helpers listen first.", "- {}"),
        ("title: A message for Mira", "title: {}"),
        ("hint: Who could help her?", "hint: {}"),
        ("calm: Breathe in slowly. Breathe out slowly.", "calm: {}"),
        ("instructions: Cut out the cards and put them in order.", "instructions: {}"),
    ],
)
def test_a_long_sentence_is_found_in_all_that_learners_meet(tmp_path: Path, old: str, new: str) -> None:
    content = example(tmp_path)
    change(content / LESSON, old, new.format("It is a long one and it goes on and on and on for a child."))
    [problem] = problems_of(content)
    assert (problem.code, problem.message[:24]) == ("reading.sentence-long", "a sentence of 16 words; ")


def test_notes_for_the_teacher_may_be_long(tmp_path: Path) -> None:
    content = example(tmp_path)
    change(content / LESSON, "content_note: The threat", f"content_note: {'Very ' * 40}long. The threat")
    assert problems_of(content) == []


def test_real_lessons_read_easily(curriculum: Curriculum) -> None:
    for placed in curriculum.lessons:
        edition = edition_of(curriculum, placed, "en", "my")
        assert list(reading_problems(edition, curriculum.wording["en"])) == []
