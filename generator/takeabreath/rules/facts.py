"""Every claim of fact has a source: its signs are known, and a lesson that makes it lists it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from takeabreath.model.curriculum import Curriculum, Edition
from takeabreath.model.evidence import Fact
from takeabreath.model.text import Text
from takeabreath.model.walk import Leaf, once_for_each
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.lesson_texts import lesson_leaves
from takeabreath.rules.phrases import PhraseIndex, contains_phrase

#: What is asked, or quoted as a thing not to say, claims nothing.
_QUOTED = frozenset({"instead_of", "avoid", "question"})
#: What is to be done or brought is counted too, and claims nothing.
_INSTRUCTIONS = frozenset({
    "before", "after", "materials", "do", "kit", "props", "support", "stretch", "purpose", "learners_do", "if_late",
    "instructions", "objective_seen", "summary",
})  # fmt: skip

FactIndex = PhraseIndex[str]
#: By fact, a text that claims it, and the sign as it stands there.
Claimed = dict[str, tuple[Text, str]]


def fact_index(facts: Mapping[str, Fact]) -> FactIndex:
    """The signs of all facts, to look for at once."""
    return PhraseIndex({name: fact.signs for name, fact in facts.items()})


def fact_problems(edition: Edition, index: FactIndex, wording: Wording) -> Iterator[Problem]:
    """Claims of facts that the lesson does not list, facts that it lists and does not claim, numbers without one."""
    found = lesson_leaves(edition)
    claimed = _first_signs(found, index)
    yield from _not_listed(claimed, edition.lesson.facts)
    for fact in edition.lesson.facts:
        if fact not in claimed:
            message = f"no text of the lesson has a sign of the fact '{fact}'"
            action = "Take it out of `facts`, or add the lesson's wording to the fact's `signs`."
            yield Problem(fact.span, ProblemCode.FACT_UNUSED, message, action)
    if edition.band.audience != "pupils":
        yield from numbers_without_source(found, index, wording)


def claims_not_listed(found: Iterable[Leaf], listed: Collection[str], index: FactIndex) -> Iterator[Problem]:
    """Claims in texts, of facts that are not listed: one problem for each fact, at its first sign."""
    yield from _not_listed(_first_signs(found, index), listed)


def numbers_without_source(found: Iterable[Leaf], index: FactIndex, wording: Wording) -> Iterator[Problem]:
    """Shares, counts of people and studies that stand in a text without any fact's sign."""
    counted = _counted(wording)
    for leaf in found:
        if (_INSTRUCTIONS | _QUOTED) & set(leaf.keys) or index.found_in(leaf.text):
            continue
        count = counted.search(leaf.text)
        claim = count[0] if count else contains_phrase(leaf.text, wording.claim_words)
        if claim:
            message = f"'{claim}' is a claim, and no fact in facts.yaml has a sign of it"
            action = "Add the fact with its source, or say it without."
            yield Problem(leaf.text.span, ProblemCode.FACT_MISSING, message, action)


def facts_without_source(curriculum: Curriculum) -> Iterator[Problem]:
    """Facts that rest on nothing."""
    for fact in curriculum.facts.values():
        if not fact.has_sources:
            message = f"the fact '{fact.id}' names nothing that it rests on"
            action = "Add `sources`, or name entries in `guidance`, `also_known`, `roles` or `law_notes`."
            yield Problem(fact.id.span, ProblemCode.FACT_SOURCE, message, action)


def _not_listed(claimed: Claimed, listed: Collection[str]) -> Iterator[Problem]:
    for fact, (text, sign) in claimed.items():
        if fact not in listed:
            message = f"'{sign}' is a sign of the fact '{fact}', which is not listed"
            action = f"Add {fact} to the lesson's `facts`, or say it in another way."
            yield Problem(text.span, ProblemCode.FACT_MISSING, message, action)


def _first_signs(found: Iterable[Leaf], index: FactIndex) -> Claimed:
    """By fact, the first text that has a sign of it, and the sign as it stands there."""
    first: Claimed = {}
    for leaf in found:
        if not _QUOTED & set(leaf.keys):
            for fact, signs in index.found_in(leaf.text).items():
                first.setdefault(fact, (leaf.text, signs[0]))
    return first


@once_for_each
def _counted(wording: Wording) -> re.Pattern[str]:
    words = "".join(rf"|\s+{re.escape(word)}\b" for word in wording.counted_words)
    return re.compile(rf"\d+(?:[.,]\d+)*(?:\s*%{words})", re.IGNORECASE)
