"""The folder that a facilitator takes along, as a zip file."""

from __future__ import annotations

import io
import pickle
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from takeabreath.cli import WRONG_USAGE, main
from takeabreath.model.curriculum import Curriculum
from takeabreath.model.print_style import PrintStyle
from takeabreath.pack_targets import PackChoice, PackFile, pack_edition, pack_files
from takeabreath.packing import NotPacked, chosen_route, folder, group_size, is_as_sealed, pack, sealed
from takeabreath.plan.copies import copies_for
from takeabreath.plan.pack_folder import sheets_to_copy
from takeabreath.render.office_zip import archive


def choice(curriculum: Curriculum, name: str, band: str, group: int = 24) -> PackChoice:
    return PackChoice(chosen_route(curriculum, name, band), group, "en", "my", PrintStyle("a4"))


def unheard(_path: str, _total: int) -> None:
    """Nobody listens."""


@pytest.fixture(scope="module")
def workshop(curriculum: Curriculum) -> PackChoice:
    return choice(curriculum, "workshop", "8-10", 30)


@pytest.fixture(scope="module")
def packed(curriculum: Curriculum, workshop: PackChoice, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("packed") / "pack.zip"
    pack(curriculum, workshop, out, unheard, workers=1)
    return out


def test_the_folder_is_in_the_order_of_use(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archived:
        names = [name.removeprefix("workshop-8-10/") for name in archived.namelist()]
        assert archived.testzip() is None
    assert names[:3] == ["README.pdf", "README.txt", "1-print/01-pack.pdf"]
    assert names[2:] == sorted(names[2:])
    assert all(re.fullmatch(r"[0-9a-z-]+/[0-9]{2}-[0-9a-z-]+\.(pdf|pptx|html|docx)", name) for name in names[2:])
    for wanted in (
        *("1-print/09-answer-cards-15-copies.pdf", "2-slides/01-slides.pptx", "2-slides/02-contact-sheet.pdf"),
        *("3-quiz/01-quiz.html", "4-word/01-plan.docx", "5-help/01-helplines.pdf"),
    ):
        assert wanted in names
    assert any("letter-home-8-10.docx" in name for name in names)
    assert sum("happening-now" in name for name in names) >= 3


def test_no_page_for_much_older_learners_is_packed(curriculum: Curriculum) -> None:
    paths = [file.target.path for file in pack_files(curriculum, choice(curriculum, "workshop", "8-10"))]
    assert not any("young-person" in path for path in paths)
    paths = [file.target.path for file in pack_files(curriculum, choice(curriculum, "workshop", "14-18"))]
    assert any("young-person" in path for path in paths)


def test_a_file_name_says_how_many_copies_the_group_needs(curriculum: Curriculum, workshop: PackChoice) -> None:
    edition = pack_edition(curriculum, workshop)
    names = [file.target.path for file in pack_files(curriculum, workshop) if file.target.format.name == "pack-sheet"]
    counts = [int(re.findall(r"-(\d+)-cop(?:y|ies)\.pdf$", name)[0]) for name in names]
    assert counts == [copies_for(sheet.share, 30) for sheet in sheets_to_copy(edition)]


def test_a_route_of_several_days_has_each_lesson_s_files(curriculum: Curriculum) -> None:
    files = pack_files(curriculum, choice(curriculum, "four-lessons", "11-13"))
    paths = [file.target.path for file in files]
    assert [path for path in paths if path.startswith("3-quiz/")] == [
        f"3-quiz/{number:02}-{name}-quiz.html"
        for number, name in enumerate(("3-spot", "4-stop-and-keep", "5-tell", "6-mend"), 1)
    ]
    assert sum(path.endswith(".pptx") for path in paths) == 4
    assert sum("home-card" in path for path in paths) == 4
    assert len(set(paths)) == len(paths)


def test_the_page_on_top_names_every_file(packed: Path, curriculum: Curriculum, workshop: PackChoice) -> None:
    with zipfile.ZipFile(packed) as archived:
        text = archived.read("workshop-8-10/README.txt").decode()
        pages = pypdf.PdfReader(io.BytesIO(archived.read("workshop-8-10/README.pdf"))).pages
    printed = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for file in pack_files(curriculum, workshop):
        assert file.entry.path.rpartition("/")[2] in text
        assert file.entry.path.rpartition("/")[2] in printed
    assert "100 %" in text
    assert max(map(len, text.split("\r\n"))) <= 78
    assert len(pages) <= 3


def test_single_sheets_are_the_pages_of_the_pack(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archived:
        files = {name.rpartition("/")[2]: archived.read(name) for name in archived.namelist() if "1-print" in name}
    whole = {_words(page) for page in pypdf.PdfReader(io.BytesIO(files["01-pack.pdf"])).pages}
    for name in ("07-quiz-paper-30-copies.pdf", "08-home-card-30-copies.pdf", "09-answer-cards-15-copies.pdf"):
        assert {_words(page) for page in pypdf.PdfReader(io.BytesIO(files[name])).pages} <= whole


def _words(page: pypdf.PageObject) -> str:
    """A page's letters without its footer, in no order, since a PDF does not keep that of columns."""
    return "".join(sorted(re.sub(r"[\s\u200b]+", "", page.extract_text().partition("Take a Breath ·")[0])))


def test_the_same_choice_is_the_same_file(
    packed: Path, curriculum: Curriculum, workshop: PackChoice, tmp_path: Path
) -> None:
    again = tmp_path / "again.zip"
    pack(curriculum, workshop, again, unheard, workers=1)
    assert again.read_bytes() == packed.read_bytes()


def test_an_earlier_pack_is_replaced_and_nothing_else(
    packed: Path, curriculum: Curriculum, workshop: PackChoice, tmp_path: Path
) -> None:
    for content in (b"mine", b"", archive([("mine.txt", b"mine")]), packed.read_bytes() + b" "):
        mine = tmp_path / "mine.zip"
        mine.write_bytes(content)
        with pytest.raises(NotPacked, match="is there already"):
            pack(curriculum, workshop, mine, unheard, workers=1)
        assert mine.read_bytes() == content
    earlier = tmp_path / "earlier.zip"
    earlier.write_bytes(sealed(archive([("old.txt", b"old")])))
    pack(curriculum, workshop, earlier, unheard, workers=1)
    assert earlier.read_bytes() == packed.read_bytes()


def test_a_pack_to_which_somebody_added_a_file_is_theirs(packed: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.zip"
    theirs.write_bytes(packed.read_bytes())
    with zipfile.ZipFile(theirs, "a") as archived:
        archived.writestr("my-notes.txt", "notes")
    assert is_as_sealed(packed.read_bytes())
    assert not is_as_sealed(theirs.read_bytes())


@given(st.binary(max_size=200))
def test_only_what_was_sealed_is_as_sealed(content: bytes) -> None:
    assert not is_as_sealed(content)
    file = sealed(archive([("a.txt", content)]))
    assert is_as_sealed(file)
    assert not is_as_sealed(file[:-1])
    with zipfile.ZipFile(io.BytesIO(file)) as archived:
        assert archived.read("a.txt") == content


@pytest.mark.parametrize(("text", "size"), [("1", 1), ("24", 24), ("500", 500), ("007", 7)])
def test_groups_of_1_to_500_are_packed_for(text: str, size: int) -> None:
    assert group_size(text) == size


@pytest.mark.parametrize("text", ["0", "501", "-3", "24.5", "many", "", "²", "9" * 5000])
def test_other_groups_are_not(text: str) -> None:
    with pytest.raises(NotPacked, match="a group has 1 to 500 people"):
        group_size(text)


def test_a_band_may_be_left_out_where_there_is_only_one(curriculum: Curriculum) -> None:
    assert chosen_route(curriculum, "parents-evening", None).band.id == "parents"
    assert chosen_route(curriculum, "route-workshop", "8-10").id == "8-10/route-workshop"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--route", "picnic"], "there is no route 'picnic'. Choose from workshop, something-happened,"),
        (["--route", "workshop"], "is for several bands. Choose one with --band: 5-7, 8-10, 11-13, 14-18."),
        (["--route", "workshop", "--band", "staff"], "is not for the band 'staff'. Choose from 5-7, 8-10,"),
        (["--route", "workshop", "--band", "8-10", "--group", "0"], "a group has 1 to 500 people; '0' is no such"),
        (["--route", "workshop", "--band", "8-10", "--language", "fr"], "there is no language 'fr'"),
        (["--route", "workshop", "--band", "8-10", "--out", "."], "is a folder. Name a file in it, such as"),
        (["--route", "workshop", "--band", "8-10", "--out", "pack.pdf"], "is no name for a zip file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_kindly(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", *arguments]) == WRONG_USAGE
    assert says in capsys.readouterr().err


def test_the_command_packs_on_all_cores(packed: Path, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "pack.zip"
    command = [sys.executable, "-m", "takeabreath", "pack", "--route", "workshop", "--band", "8-10", "--group", "30"]
    done = subprocess.run([*command, "--out", str(out)], check=True, capture_output=True, text=True, timeout=300)
    assert "files for a group of 30" in done.stdout
    assert out.read_bytes() == packed.read_bytes()


def test_what_is_to_be_made_can_be_sent_to_another_process(curriculum: Curriculum, workshop: PackChoice) -> None:
    files = pack_files(curriculum, workshop)
    sent: list[PackFile] = pickle.loads(pickle.dumps(files))  # noqa: S301 - our own
    assert [file.target.path for file in sent] == [file.target.path for file in files]


def test_every_file_is_reported_once(curriculum: Curriculum) -> None:
    told: list[tuple[str, int]] = []
    found = folder(
        curriculum, choice(curriculum, "booster", "5-7", 1), lambda path, total: told.append((path, total)), workers=1
    )
    assert {path for path, _ in told} == set(found) - {"README.txt"}
    assert {total for _, total in told} == {len(told)}
    assert all(found.values())
