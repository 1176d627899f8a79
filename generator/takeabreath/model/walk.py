"""Every text of a content value with what the model says about it: who meets it, what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from takeabreath.model.text import Audience, Id, Node, Places, Refers, Text

N = TypeVar("N", bound=Node)
T = TypeVar("T")

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


class _Same:
    """A node that is told apart by where it is in memory: comparing whole lessons would take too long."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.node is other.node


def once_for_each(function: Callable[[N], T]) -> Callable[[N], T]:
    """Keep what a function makes of a node: nodes never change, and many rules look at each."""

    @lru_cache(maxsize=1000)
    def kept(same: _Same) -> T:
        return function(same.node)  # type: ignore[arg-type]  # it is the node that was given

    return lambda node: kept(_Same(node))


def leaves(value: object, keys: tuple[str, ...] = ()) -> tuple[Leaf, ...]:
    """All texts of a node, or of a tuple of nodes, in the order of their fields."""
    if isinstance(value, Node) and not keys:
        return _leaves_of_node(value)
    found: list[Leaf] = []
    _walk(value, keys, found)
    return tuple(found)


@once_for_each
def _leaves_of_node(node: Node) -> tuple[Leaf, ...]:
    found: list[Leaf] = []
    _walk(node, (), found)
    return tuple(found)


def _walk(value: object, keys: tuple[str, ...], found: list[Leaf]) -> None:
    if isinstance(value, Node):
        for name, marks in _fields(type(value)):
            _walk_field(getattr(value, name), (*keys, name), marks, found)
    elif isinstance(value, tuple | list):
        for entry in value:
            _walk(entry, keys, found)


def _walk_field(value: object, keys: tuple[str, ...], marks: _Marks, found: list[Leaf]) -> None:
    if isinstance(value, Text):
        found.append(Leaf(value, keys, marks.audience, marks.refers_to, marks.is_id, marks.places))
    elif isinstance(value, tuple):
        for entry in value:
            _walk_field(entry, keys, marks, found)
    elif isinstance(value, Node):
        _walk(value, keys, found)


@cache
def _fields(node: type[Node]) -> tuple[tuple[str, _Marks], ...]:
    return tuple(
        (name, _marks((field.annotation, *field.metadata)))
        for name, field in node.model_fields.items()
        if name != "source_span"
    )


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
