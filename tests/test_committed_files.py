"""What is committed is what the content makes, and speaks only of the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from takeabreath.model.curriculum import Curriculum
from takeabreath.targets import Target

ROOT = Path(__file__).resolve().parent.parent


def test_committed_plans_and_notebooks_are_fresh(targets: list[Target]) -> None:
    stale = []
    for target in targets:
        if target.format.name in {"plan", "notebook", "start-here", "before-and-after"}:
            path = ROOT / target.path
            if not path.is_file() or path.read_bytes() != target.format.make(target.edition):
                stale.append(target.path)
    assert stale == [], "run `takeabreath build` and commit what it makes"


def test_no_lesson_left_files_behind(targets: list[Target]) -> None:
    wanted = {target.path for target in targets}
    kept = subprocess.run(
        ["git", "ls-files", "lessons", "notebooks"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {name for name in kept.stdout.split() if not name.endswith("README.md")} <= wanted


def test_lock_files_name_no_download_address() -> None:
    locks = [
        ROOT / "requirements.lock",
        ROOT / "requirements-test.lock",
        ROOT / "tests" / "clients" / "package-lock.json",
        ROOT / "benchmarks" / "package-lock.json",
        ROOT / "benchmarks" / "marp" / "package-lock.json",
    ]
    funding = re.compile(r'"url": "[^"]*"')
    assert [path.name for path in locks if "://" in funding.sub("", path.read_text("utf-8"))] == []


def test_every_number_on_the_front_page_is_one_of_the_region(curriculum: Curriculum) -> None:
    services = [service for service in curriculum.regions["my"].services if service.publish]
    known = {str(number) for service in services for number in service.call}
    named = re.search(r"In Malaysia: .*?any hour", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert named is not None
    numbers = set(re.findall(r"\d+", named[0]))
    assert numbers >= {"999", "15999"}
    assert numbers <= known
