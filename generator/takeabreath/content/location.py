"""Where the content is: a folder named by the user, the one at hand, or the one in the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def find_content(given: Path | None = None) -> Path:
    """`given`, else `./content`, else the checkout's, else the copy that travels with the package.

    Raises FileNotFoundError where the folder has no `course.yaml`.
    """
    places = [given] if given else [Path("content"), _PACKAGE.parent.parent / "content", _PACKAGE / "bundled"]
    for place in places:
        if (place / "course.yaml").is_file():
            return place.resolve()
    raise FileNotFoundError(f"{places[0]} has no course.yaml")
