"""Every text of a content value with what the model says about it: who meets it, what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from takeabreath.model.text import Audience, Id, Node, Places, Refers, Text

_ID_MARK = get_args(Id)[1]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in its place. `keys` are the fields on the way to it, outermost first."""

    text: Text
    keys: tuple[str, ...]
    audience: Audience | None
    refers_to: str | None
    is_id: bool
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Marks:
    audience: Audience | None
    refers_to: str | None
    is_id: bool
    places: frozenset[str]


def leaves(value: object, keys: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """All texts of a node, or of a tuple of nodes, in the order of their fields."""
    if isinstance(value, Node):
        for name, marks in _fields(type(value)).items():
            yield from _leaves_of_field(getattr(value, name), (*keys, name), marks)
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from leaves(entry, keys)


def _leaves_of_field(value: object, keys: tuple[str, ...], marks: _Marks) -> Iterator[Leaf]:
    if isinstance(value, Text):
        yield Leaf(value, keys, marks.audience, marks.refers_to, marks.is_id, marks.places)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _leaves_of_field(entry, keys, marks)
    else:
        yield from leaves(value, keys)


@cache
def _fields(node: type[Node]) -> dict[str, _Marks]:
    return {
        name: _marks((field.annotation, *field.metadata))
        for name, field in node.model_fields.items()
        if name != "source_span"
    }


def _marks(annotations: tuple[Any, ...]) -> _Marks:
    found = list(_metadata(annotations))
    return _Marks(
        next((mark for mark in found if isinstance(mark, Audience)), None),
        next((mark.to for mark in found if isinstance(mark, Refers)), None),
        any(mark is _ID_MARK for mark in found),
        next((mark.names for mark in found if isinstance(mark, Places)), frozenset()),
    )


def _metadata(annotations: tuple[Any, ...]) -> Iterator[Any]:
    for annotation in annotations:
        yield annotation
        if get_origin(annotation) is Annotated or get_args(annotation):
            yield from _metadata(get_args(annotation))
