"""JupyterLab for a person who came for the notebooks: in the document view, quiet, on this machine alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from takeabreath.content.location import CONTENT_VARIABLE
from takeabreath.manifest import write_atomically
from takeabreath.notebooks.work_copy import START_HERE_NOTEBOOK

_SETTINGS = ".takeabreath"
_WITHOUT_NEWS = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
_SECONDS_TO_STOP = 15


def serve(folder: Path, content_dir: Path | None, port: int | None, *, browser: bool) -> int:
    """Run JupyterLab on the folder until it is stopped; returns its exit code.

    `content_dir` is what the notebooks read instead of the content that they find themselves.
    """
    settings = folder / _SETTINGS
    write_atomically(settings / "labconfig" / "page_config.json", json.dumps(_WITHOUT_NEWS).encode())
    command, environment = _command(folder, port, browser=browser), _environment(settings, content_dir)
    with subprocess.Popen(command, env=environment) as server:  # noqa: S603  our own command
        try:
            return server.wait()
        except KeyboardInterrupt:
            return _stopped(server)


def _command(folder: Path, port: int | None, *, browser: bool) -> list[str]:
    command = [
        sys.executable, "-m", "jupyterlab", "-y", "--log-level=WARN",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/doc/tree/{START_HERE_NOTEBOOK}",
        "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    if port is not None:
        command += [f"--port={port}", "--ServerApp.port_retries=0"]
    return command if browser else [*command, "--no-browser"]


def _environment(settings: Path, content_dir: Path | None) -> dict[str, str]:
    """Our settings come before the person's own, which stay as they are."""
    environment = dict(os.environ)
    others = environment.get("JUPYTER_CONFIG_PATH")
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, (str(settings), others)))
    if content_dir is not None:
        environment[CONTENT_VARIABLE] = str(content_dir)
    return environment


def _stopped(server: subprocess.Popen[bytes]) -> int:
    """Wait for a server that was told to stop by the same Ctrl-C; insist where it was not told."""
    for insist in (server.terminate, server.kill):
        try:
            server.wait(_SECONDS_TO_STOP / 3)
        except subprocess.TimeoutExpired:
            insist()
    server.wait()
    return 0
