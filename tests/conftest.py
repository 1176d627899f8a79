"""What all tests share: the real content, its editions, its built files, and the real clients."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import real_clients

from takeabreath.content.editions import band_edition_of, edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.fingerprint import Fingerprint
from takeabreath.model.curriculum import BandEdition, Curriculum, Edition
from takeabreath.render.formats import FORMATS
from takeabreath.targets import Target, subjects_of, targets_of

pytest_plugins = ["browser_fixtures"]

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="write golden files anew; read them before you keep them"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with what a person has reviewed, in a file beside the test."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        assert text == path.read_text("utf-8"), "look at the difference; `pytest --update-goldens` accepts it"

    return compare


@pytest.fixture(scope="session")
def content_dir() -> Path:
    """The real content."""
    return ROOT / "content"


@pytest.fixture(scope="session")
def curriculum(content_dir: Path) -> Curriculum:
    return load_curriculum(content_dir)


@pytest.fixture(scope="session")
def editions(curriculum: Curriculum) -> dict[str, Edition]:
    """Every lesson in English for Malaysia, by its id."""
    return {placed.id: edition_of(curriculum, placed, "en", "my") for placed in curriculum.lessons}


@pytest.fixture(scope="session")
def band_editions(curriculum: Curriculum) -> dict[str, BandEdition]:
    """Every band in English for Malaysia, by its id."""
    return {str(band.id): band_edition_of(curriculum, band, "en", "my") for band in curriculum.bands.values()}


@pytest.fixture(scope="session")
def targets(curriculum: Curriculum) -> list[Target]:
    """Every file that the real content makes, in English for Malaysia."""
    return targets_of(curriculum, subjects_of(curriculum), FORMATS, "en", "my", Fingerprint("", {}))


@pytest.fixture(scope="session")
def built(targets: list[Target], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every lesson, route, band and page in every format."""
    out = tmp_path_factory.mktemp("built")
    for target in targets:
        path = out / target.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(target.format.make(target.edition))
    return out


@pytest.fixture
def client(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """How to start the client that the test's marker names."""
    marker = request.node.get_closest_marker("client")
    found = real_clients.command(marker.args[0])
    assert found is not None
    return found


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose client is not here; in CI every client must be."""
    for marker in item.iter_markers("client"):
        for name in marker.args:
            if real_clients.command(name) is None:
                reason = f"{name} is not installed; `python tests/real_clients.py --install` says how to get it"
                if os.environ.get("CI"):
                    pytest.fail(reason)
                pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Say loudly which tests could not run, so that green never means unseen."""
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr[2]}")
