"""The texts of a lesson with those of its band and its taught words: all that its pages carry."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition, TaughtWord
from takeabreath.model.text import Audience
from takeabreath.model.walk import Leaf, leaves


def lesson_leaves(edition: Edition) -> tuple[Leaf, ...]:
    """Texts of the lesson itself; ids left out."""
    return tuple(leaf for leaf in leaves(edition.lesson) if not leaf.is_id)


def page_leaves(edition: Edition) -> Iterator[Leaf]:
    """Texts of the lesson, of its band, and the meanings of its words for the band."""
    yield from lesson_leaves(edition)
    yield from (leaf for leaf in leaves(edition.band) if not leaf.is_id and leaf.keys[0] != "quiz")
    for word in taught_words(edition):
        for meaning in word.meanings:
            if meaning.band == edition.band.id:
                yield from (leaf for leaf in leaves(meaning, ("meanings",)) if not leaf.is_id)


def shared_leaves(edition: Edition) -> Iterator[Leaf]:
    """Texts of other files on the lesson's pages: its course, habit, services, words, and pictures described."""
    own = () if edition.habit is None else (edition.habit,)
    nodes = (edition.course, *own, *edition.region.help_for_band(str(edition.band.id)))
    yield from (leaf for node in nodes for leaf in leaves(node) if not leaf.is_id and "sources" not in leaf.keys)
    for word in taught_words(edition):
        yield Leaf(word.word, ("word",), Audience.SHOWN, None, is_id=False)
    for picture in (leaf.text for leaf in leaves(edition.lesson) if leaf.refers_to == "picture"):
        yield Leaf(edition.pictures[str(picture)].alt, ("alt",), Audience.SHOWN, None, is_id=False)


def taught_words(edition: Edition) -> Iterator[TaughtWord]:
    """The words that the lesson lists."""
    return (edition.words[str(word)] for word in edition.lesson.words)
