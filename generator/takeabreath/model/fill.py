"""Named places in texts: `{police}` becomes what the region calls its police."""

from __future__ import annotations

import re

from takeabreath.model.region import Region
from takeabreath.model.text import Text

PLACE = re.compile(r"\{([^{}]*)\}")


def named_places(text: str) -> list[str]:
    """The names between braces, in order; an empty pair of braces gives an empty name."""
    return PLACE.findall(text)


def fill(text: Text, region: Region) -> str:
    """The text with every `{role}` replaced by the short name of the region's service for it.

    A role at the beginning of a sentence gets a capital letter. Raises KeyError for an unknown role.
    """
    if "{" not in text:
        return str(text)
    roles = {str(role.role): str(region.service(role.service).short_name) for role in region.roles}

    def name(match: re.Match[str]) -> str:
        service = roles[match[1]]
        before = text[: match.start()].rstrip("\"'“‘( ")
        return service[:1].upper() + service[1:] if not before or before[-1] in ".!?:" else service

    return PLACE.sub(name, text)
