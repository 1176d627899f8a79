"""Values from a file to model values; what does not fit becomes problems that a teacher can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from takeabreath.content.syntax import quoted
from takeabreath.model.text import Node, SourceMapping, Text
from takeabreath.problems import Problem, ProblemCode, SourceSpan

T = TypeVar("T")


def read_as(adapter: TypeAdapter[T], value: Any, shown: str) -> tuple[T | None, list[Problem]]:
    """The value as the adapter's type, or None and every problem in it."""
    try:
        return adapter.validate_python(value), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [_problem(details, value, shown) for details in errors if not _follows(details, errors)]


def _follows(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """A problem that goes away with another: a field whose name is misspelt, a list whose entries do not fit."""
    if details["type"] == "too_short":
        return bool(len(details["input"]) >= details["ctx"]["min_length"])
    *place, key = details["loc"] or ("",)
    if details["type"] != "missing":
        return False
    unknown = [other["loc"] for other in errors if other["type"] == "extra_forbidden"]
    misspelt = [str(loc[-1]) for loc in unknown if loc[:-1] == tuple(place)]
    return bool(difflib.get_close_matches(str(key), misspelt, n=1, cutoff=0.6))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """An action that names the nearest known word, or lists the known ones."""
    known = sorted(set(known))
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Use one of: {', '.join(known[:30])}{', ...' if len(known) > 30 else '.'}"


def _problem(details: ErrorDetails, root: Any, shown: str) -> Problem:
    place = _Place(root, shown)
    kind = details["type"]
    loc = details["loc"]
    if kind == "missing":
        place.walk(loc[:-1])
        return _missing(str(loc[-1]), place, loc)
    if kind == "extra_forbidden":
        place.walk(loc[:-1])
        return _unknown(str(loc[-1]), place)
    place.walk(loc)
    if kind == "union_tag_not_found":
        return _missing("kind", place, loc)
    if kind in {"union_tag_invalid", "literal_error", "enum"}:
        return _not_one_of(details, place)
    return _wrong_value(details, place)


class _Place:
    """Follows pydantic's location through the values of a file, and skips the tags of unions."""

    def __init__(self, root: Any, shown: str) -> None:
        self.value = root
        self.span = getattr(root, "span", SourceSpan(shown))
        self.name = "this file"
        self._tag_taken = False

    def walk(self, loc: tuple[int | str, ...]) -> None:
        for part in loc:
            self._step(part)

    def _step(self, part: int | str) -> None:
        value = self.value
        if isinstance(value, SourceMapping) and isinstance(part, str):
            if part == value.get("kind") and not self._tag_taken:
                self._tag_taken = True
            elif part in value:
                self._enter(value[part], f"'{part}'")
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            self._enter(value[part], f"an entry of {self.name}")

    def _enter(self, value: Any, name: str) -> None:
        self.value, self.name, self._tag_taken = value, name, False
        self.span = getattr(value, "span", self.span)


def _missing(key: str, place: _Place, loc: tuple[int | str, ...]) -> Problem:
    code = ProblemCode.CLOSING_MISSING if "closing" in loc else ProblemCode.KEY_MISSING
    return Problem(
        place.span, code, f"'{key}' is missing from {place.name}", f"Add `{key}:` here with its text or entries."
    )


def _unknown(key: str, place: _Place) -> Problem:
    mapping = place.value
    span, known = place.span, []
    if isinstance(mapping, SourceMapping):
        span = mapping.key_spans.get(key, span)
        known = _field_names(mapping.model)
    action = did_you_mean(key, known)
    if isinstance(mapping, SourceMapping) and mapping.span.line == span.line and mapping.get(key) == "":
        action = "Put a text that has a comma in quotes."
    return Problem(span, ProblemCode.KEY_UNKNOWN, f"'{key}' is not a field of {place.name}", action)


def _field_names(model: type[Node] | None) -> list[str]:
    fields = model.model_fields.items() if model else ()
    return [field.alias or name for name, field in fields if name != "source_span"]


def _not_one_of(details: ErrorDetails, place: _Place) -> Problem:
    span, value = place.span, place.value
    context = details.get("ctx", {})
    expected = str(context.get("expected_tags") or context.get("expected") or "")
    known = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]
    name = place.name
    if isinstance(value, SourceMapping) and "kind" in value:
        name, value = "'kind'", value["kind"]
        span = value.span
    if not isinstance(value, Text):
        return Problem(span, ProblemCode.VALUE_WRONG, f"{name} cannot have entries of its own", did_you_mean("", known))
    if not value.strip():
        return Problem(span, ProblemCode.VALUE_EMPTY, f"{name} is empty", did_you_mean("", known))
    return Problem(span, ProblemCode.VALUE_WRONG, f"{name} cannot be '{_short(value)}'", did_you_mean(value, known))


_ACTIONS = {
    "text_empty": "Write the text after the colon, or delete the line if it is not needed.",
    "text_not_mapping": "Put the whole text in quotes: a colon followed by a space makes it an entry.",
    "text_not_list": "Write one text instead of lines that start with a hyphen.",
    "entry_expected": "Write lines such as `title: ...` below it, two spaces to the right.",
    "tuple_type": "Start each item on its own line with a hyphen: `- text`.",
    "whole_number": "Write digits only, without a unit.",
    "yes_or_no": "Write yes or no.",
    "calendar_date": "Write the year, month and day with hyphens.",
    "identifier": "Use small letters, digits and hyphens only.",
    "too_short": "Add what is missing.",
    "too_long": "Take some out, or move them to another entry.",
}


def _wrong_value(details: ErrorDetails, place: _Place) -> Problem:
    kind = details["type"]
    empty = kind == "text_empty" or (isinstance(place.value, Text) and not place.value.strip())
    message = details["msg"]
    if kind == "tuple_type":
        message = "a list is expected here"
    elif kind in {"too_short", "too_long"}:
        message = f"{place.name} has {_entries(details['ctx']['actual_length'])}; {_limit(details)}"
    if empty:
        message = f"{place.name} is empty"
    elif isinstance(place.value, Text):
        message += f", not '{_short(place.value)}'"
    code = ProblemCode.VALUE_EMPTY if empty else ProblemCode.VALUE_WRONG
    action = _ACTIONS["text_empty"] if empty else _ACTIONS.get(kind, "Compare with the same place in another lesson.")
    if kind == "text_not_mapping" and _as_typed(place.value):
        action = f"Put the whole text in quotes: {_as_typed(place.value)}"
    return Problem(place.span, code, message, action)


def _limit(details: ErrorDetails) -> str:
    context = details["ctx"]
    if details["type"] == "too_short":
        return f"it needs at least {context['min_length']}"
    return f"at most {context['max_length']} fit"


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _as_typed(value: object) -> str | None:
    """The quoted text of `Remember: tell` or `{police}`, which without quotes are entries."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    [(key, text)] = value.items()
    if not isinstance(text, Text):
        return None
    return quoted(f"{key}: {text}") if text else quoted(f"{{{key}}}")


def _short(value: object, most: int = 60) -> str:
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"
