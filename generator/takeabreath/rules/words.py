"""Words and phrases that hurt, frighten, blame or promise too much, by band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.labels import Labels
from takeabreath.model.walk import Leaf, leaves, once_for_each
from takeabreath.model.wording import BannedPhrases, Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import page_leaves, shared_leaves
from takeabreath.rules.phrases import PhraseIndex


def banned_in_lesson(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Phrases of the groups that hold for the lesson's band."""
    yield from banned_in((*page_leaves(edition), *shared_leaves(edition)), str(edition.band.id), wording)


def banned_in(found: Iterable[Leaf], band: str, wording: Wording) -> Iterator[Problem]:
    """Phrases in texts on the pages of a band."""
    groups = {number: group for number, group in enumerate(wording.banned) if not group.bands or band in group.bands}
    yield from _banned(found, groups, wording)


def banned_in_labels(labels: Labels, wording: Wording) -> Iterator[Problem]:
    """Labels stand on the pages of all bands, so the groups of every band hold for them."""
    yield from _banned(leaves(labels), dict(enumerate(wording.banned)), wording)


def _banned(found: Iterable[Leaf], groups: dict[int, BannedPhrases], wording: Wording) -> Iterator[Problem]:
    index = _index_of(wording)
    for leaf in found:
        for number, phrases in index.found_in(leaf.text).items():
            group = groups.get(number)
            if group is None or (group.where == "learners" and leaf.audience is None):
                continue
            if not any(key in group.allowed_in for key in leaf.keys):
                for phrase in phrases:
                    message = f"'{phrase}' ({group.id}): {group.why}"
                    yield Problem(leaf.text.span, ProblemCode.WORD_BANNED, message, group.instead)


@once_for_each
def _index_of(wording: Wording) -> PhraseIndex[int]:
    return PhraseIndex({number: group.phrases for number, group in enumerate(wording.banned)})
