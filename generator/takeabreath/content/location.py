"""Where the content is: a folder named by the user, the one at hand, or the one in the package."""

from __future__ import annotations

import os
from pathlib import Path

#: What `takeabreath notebooks --content DIR` tells the notebooks that it opens.
CONTENT_VARIABLE = "TAKEABREATH_CONTENT"

_PACKAGE = Path(__file__).resolve().parent.parent


def find_content(given: Path | None = None) -> Path:
    """`given`, else what the environment names, else `./content`, else the checkout's, else the copy in the package.

    Raises FileNotFoundError where the folder has no `course.yaml`.
    """
    named = os.environ.get(CONTENT_VARIABLE)
    given = given or (Path(named) if named else None)
    places = [given] if given else [Path("content"), _PACKAGE.parent.parent / "content", _PACKAGE / "bundled"]
    for place in places:
        if (place / "course.yaml").is_file():
            return place.resolve()
    raise FileNotFoundError(f"{places[0]} has no course.yaml")
