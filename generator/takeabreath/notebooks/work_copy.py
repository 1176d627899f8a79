"""A person's own copy of the notebooks: kept up to date, trusted, and never overwritten once they changed it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

from takeabreath.build import Outcome, build
from takeabreath.fingerprint import bytes_digest, fingerprint
from takeabreath.manifest import Manifest, digest_of
from takeabreath.model.curriculum import Curriculum
from takeabreath.render.formats import LESSON_FORMATS
from takeabreath.targets import Target, targets_of

START_HERE_NOTEBOOK = "start-here.ipynb"

_NOTEBOOKS = "notebooks/"


def default_folder() -> Path:
    """Where a work copy is made unless the person says otherwise."""
    return Path.home() / "Take a Breath"


def update_work_copy(
    content_dir: Path, curriculum: Curriculum, folder: Path, report: Callable[[str, Outcome], None]
) -> None:
    """Put every notebook of every language in the folder and mark them trusted; `report` hears of each.

    A notebook that was only run is made anew, because running leaves nothing that a person wrote. One whose cells
    were changed is kept, and its trust is left to JupyterLab.
    """
    for language in curriculum.labels:
        region = str(curriculum.course.region)
        inputs = fingerprint(content_dir, language, region)
        formats = [output_format for output_format in LESSON_FORMATS if output_format.name == "notebook"]
        targets = [
            in_work_copy(target)
            for target in targets_of(curriculum, curriculum.lessons, formats, language, region, inputs)
        ]
        _forget_runs(targets, folder)
        build(targets, folder, full=False, inputs=inputs, curriculum=curriculum, report=report, workers=1)
        vouch_for(targets, folder)


def in_work_copy(target: Target) -> Target:
    """The target where a work copy has it: notebooks stand at the top."""
    return replace(target, path=target.path.removeprefix(_NOTEBOOKS))


def _forget_runs(targets: Iterable[Target], folder: Path) -> None:
    """Take notebooks whose cells are as they were for our own, so that they are made anew."""
    manifest = Manifest.load(folder)
    for target in targets:
        entry, path = manifest.files.get(target.path, {}), folder / target.path
        if path.is_file() and digest_of(path) != entry.get("digest") and _cells(path) == entry.get("cells", ""):
            manifest.files[target.path] = {"key": "", "digest": str(digest_of(path))}
    manifest.save(folder)


def vouch_for(targets: Iterable[Target], folder: Path) -> None:
    """Sign the notebooks that are as we made them as this person's own, which is what JupyterLab calls trust.

    What their cells say is remembered, to know later whether a person changed them.
    """
    manifest, notary = Manifest.load(folder), NotebookNotary()  # type: ignore[no-untyped-call]
    for target in targets:
        path, entry = folder / target.path, manifest.files.get(target.path, {})
        if path.suffix == ".ipynb" and path.is_file() and digest_of(path) == entry.get("digest"):
            notary.sign(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
            entry["cells"] = _cells(path) or ""
    notary.store.close()
    manifest.save(folder)


def _cells(path: Path) -> str | None:
    """The digest of what the cells say, without what came of running them; None where it is no notebook."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        said = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (ValueError, KeyError, TypeError):
        return None
    return bytes_digest(json.dumps(said).encode())
