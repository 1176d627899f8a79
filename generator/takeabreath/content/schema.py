"""JSON Schemas of the content files, so that an editor completes and checks while typing."""

from __future__ import annotations

import json
from pathlib import Path

from takeabreath.content.loader import FOLDERS, SINGLE_FILES, adapter_of

SCHEMA_DIR = Path(__file__).parent / "schema"
_NAMES = {"lessons": "lesson", "regions": "region", "routes": "route", "pages": "page"}


def schemas() -> dict[str, str]:
    """By name (`lesson`, `bands`, ...), the schema's text, ending in a line feed."""
    kinds = {**SINGLE_FILES, **FOLDERS}
    return {
        _NAMES.get(name, name): json.dumps(adapter_of(kind).json_schema(), indent=1, sort_keys=True, ensure_ascii=False)
        + "\n"
        for name, kind in kinds.items()
    }
