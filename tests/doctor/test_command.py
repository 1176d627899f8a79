"""`takeabreath doctor`, as a teacher meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from doctor_decks import SPOILT, edited, last, old_deck, sound_deck, write

from takeabreath.cli import OK, PROBLEMS, WRONG_USAGE, main
from takeabreath.doctor.findings import Fault


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "trip.pptx"
    path.write_bytes(sound_deck())
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.pptx"
    path.write_bytes(old_deck())
    return path


def test_a_sound_deck_is_read_aloud_and_needs_nothing(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(deck)]) == OK
    assert capsys.readouterr().out == (
        "How a screen reader reads it\n"
        "  Slide 1\n"
        "    1. Title: Our class trip\n"
        "    2. Text: We meet at eight.\n"
        "  Slide 2\n"
        "    1. Title: What to bring\n"
        "    2. Text: A hat and water.\n"
        "\n"
        "trip.pptx: 2 slides, nothing to mend.\n"
    )


def test_a_fault_is_numbered_and_says_where_why_and_what_to_do(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_bytes(edited(edited(sound_deck(), SPOILT[Fault.NOTES_MISSING][0]), SPOILT[Fault.TYPE_SMALL][0]))
    assert main(["doctor", "--brief", str(deck)]) == PROBLEMS
    assert capsys.readouterr().out == (
        "To mend\n"
        "  1. Type too small for a room\n"
        '     - slide 1: "Small print" is 12 pt; at least 18 pt is needed\n'
        "     Why: What is smaller than this is not read from the back row.\n"
        "     What to do: Home > Increase Font Size; if it no longer fits, split the slide in two.\n"
        "  2. Slides without speaker notes: slide 1\n"
        "     Why: Whoever stands in for you does not know what to say, and somebody who reads the deck later\n"
        "       misses it.\n"
        "     What to do: View > Notes, and write below the slide what you say and ask.\n"
        "\n"
        "trip.pptx: 2 slides, 2 things to mend in 2 places.\n"
    )


def test_the_readme_shows_a_report_as_it_is(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def spoil(presentation) -> None:
        SPOILT[Fault.ALT_EMPTY_WORDS][0](presentation)
        write(last(presentation), "Small print", size=12)

    deck.write_bytes(edited(sound_deck(), spoil))
    main(["doctor", "--brief", str(deck)])
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"```\n{capsys.readouterr().out}```\n" in readme


def test_a_remark_alone_is_nothing_to_mend(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_bytes(edited(sound_deck(), SPOILT[Fault.SLIDES_HIDDEN][0]))
    assert main(["doctor", "--brief", str(deck)]) == OK
    out = capsys.readouterr().out
    assert "To look at yourself\n  1. Hidden slides: slide 2" in out
    assert "nothing to mend" in out


def test_fix_mends_a_copy_and_leaves_the_deck_as_it_was(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(old), "--fix", "--language", "en-GB"]) == PROBLEMS
    out = capsys.readouterr().out
    assert out.startswith(f"Mended in {old.with_name('old.mended.pptx')}:\n  - 9 pieces of text marked as en-GB\n")
    assert "\nold.mended.pptx: 4 slides, " in out
    assert old.read_bytes() == old_deck()
    assert sorted(path.name for path in old.parent.iterdir()) == ["old.mended.pptx", "old.pptx"]


def test_fix_writes_no_copy_where_it_can_mend_nothing(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(deck), "--fix"]) == OK
    assert "There is nothing that --fix can mend, so no copy was made." in capsys.readouterr().out
    assert [path.name for path in deck.parent.iterdir()] == ["trip.pptx"]


def test_fix_never_overwrites(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mended = old.with_name("old.mended.pptx")
    mended.write_text("mine", encoding="utf-8")
    assert main(["doctor", str(old), "--fix"]) == WRONG_USAGE
    assert main(["doctor", str(old), "--fix", "--out", str(old)]) == WRONG_USAGE
    assert capsys.readouterr().err.count("is there already. Rename it, or name another file with --out.") == 2
    assert mended.read_text("utf-8") == "mine"
    assert old.read_bytes() == old_deck()


def test_the_copy_goes_where_it_is_asked_for(old: Path, tmp_path: Path) -> None:
    main(["doctor", str(old), "--fix", "--out", str(tmp_path / "new" / "copy.pptx")])
    assert main(["doctor", str(tmp_path / "new" / "copy.pptx")]) == PROBLEMS


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("deck.pptx", b"", "deck.pptx: The file is empty."),
        ("deck.pptx", b"Dear parents", "deck.pptx: This is not a PowerPoint file (.pptx)."),
        ("nowhere", None, "there is no file"),
        (".", None, "there is no file"),
    ],
)
def test_what_cannot_be_read_is_told_kindly(
    name: str, content: bytes | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["doctor", str(tmp_path / name)]) == WRONG_USAGE
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("language", ["english", "", "ms_MY", "x" * 50])
def test_a_language_that_is_no_code_is_refused(language: str, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(old), "--fix", "--language", language]) == WRONG_USAGE
    assert "is no language's code; write it like ms-MY or en-GB" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deck.pptx")
    assert main(["doctor", str(tmp_path / "deck.pptx")]) == WRONG_USAGE


def test_looking_at_a_deck_needs_no_writer_of_files(deck: Path) -> None:
    code = f"""
import sys
from takeabreath.cli import main
assert main(["doctor", {str(deck)!r}]) == 0
heavy = {{"pptx", "docx", "typst", "jinja2", "nbformat", "yaml", "pydantic"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
