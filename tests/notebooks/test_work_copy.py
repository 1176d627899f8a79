"""A person's own copy of the notebooks: trusted, up to date, and safe from us."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from takeabreath.build import Outcome
from takeabreath.cli import OK, WRONG_USAGE, main
from takeabreath.model.curriculum import Curriculum
from takeabreath.notebooks import lab
from takeabreath.notebooks.work_copy import update_work_copy

LESSON = "en/8-10/4-stop-and-keep.ipynb"

Update = Callable[[], dict[str, Outcome]]


@pytest.fixture(autouse=True)
def _own_signatures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Take a Breath"


@pytest.fixture
def update(content_dir: Path, curriculum: Curriculum, folder: Path) -> Update:
    """Brings the copy up to date, and says what became of each notebook."""

    def run() -> dict[str, Outcome]:
        outcomes: dict[str, Outcome] = {}
        update_work_copy(content_dir, curriculum, folder, outcomes.__setitem__)
        return outcomes

    return run


def _is_trusted(path: Path) -> bool:
    notary = NotebookNotary()
    trusted = bool(notary.check_signature(nbformat.read(path, as_version=4)))  # type: ignore[no-untyped-call]
    notary.store.close()
    return trusted


def _change(path: Path, change: Callable[[dict[str, list[dict[str, object]]]], None]) -> str:
    """Change a notebook as a program would that saves it its own way."""
    notebook = json.loads(path.read_text("utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), "utf-8")
    return path.read_text("utf-8")


def test_copy_has_every_notebook_and_all_are_trusted(update: Update, folder: Path, curriculum: Curriculum) -> None:
    assert set(update().values()) == {Outcome.MADE}
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.ipynb"))
    assert found == sorted(
        ["start-here.ipynb", "en/before-and-after.ipynb", *(f"en/{placed.id}.ipynb" for placed in curriculum.lessons)]
    )
    assert [name for name in found if not _is_trusted(folder / name)] == []


def test_second_update_changes_nothing(update: Update) -> None:
    update()
    assert set(update().values()) == {Outcome.FRESH}


def test_notebook_that_a_person_changed_is_kept_and_not_vouched_for(update: Update, folder: Path) -> None:
    update()
    theirs = _change(folder / LESSON, lambda notebook: notebook["cells"][0].update(source="# My own title"))
    assert update()[LESSON] is Outcome.KEPT
    assert update()[LESSON] is Outcome.KEPT
    assert (folder / LESSON).read_text("utf-8") == theirs
    assert not _is_trusted(folder / LESSON)


def test_notebook_that_was_only_run_is_made_anew(update: Update, folder: Path) -> None:
    update()
    made = (folder / LESSON).read_bytes()
    _change(folder / LESSON, lambda notebook: notebook["cells"][1].update(outputs=[], execution_count=7))
    assert update()[LESSON] is Outcome.MADE
    assert (folder / LESSON).read_bytes() == made
    assert _is_trusted(folder / LESSON)


def test_file_that_is_no_notebook_is_kept(update: Update, folder: Path) -> None:
    update()
    (folder / LESSON).write_text("not a notebook", "utf-8")
    assert update()[LESSON] is Outcome.KEPT


def test_command_tells_what_it_kept_and_where_the_notebooks_are(
    update: Update, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    update()
    _change(folder / LESSON, lambda notebook: notebook["cells"][0].update(source="# My own title"))
    served: list[object] = []
    monkeypatch.setattr(lab, "serve", lambda *place, **how: served.append((place, how)) or 0)
    assert main(["notebooks", "--to", str(folder), "--port", "9999", "--no-browser"]) == OK
    assert served == [((folder, None, 9999), {"browser": False})]
    out = capsys.readouterr().out
    assert f"{LESSON}: kept, because it was changed by hand" in out
    assert "To get the new version of a notebook, rename yours" in out
    assert f"Your notebooks are in {folder}." in out


def test_place_that_cannot_be_written_to_is_told_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a-file").write_text("in the way", "utf-8")
    assert main(["notebooks", "--to", str(tmp_path / "a-file")]) == WRONG_USAGE
    assert "cannot be written to" in capsys.readouterr().err
