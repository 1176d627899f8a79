"""Wording rules of a language: phrases that hurt, frighten, blame or promise too much."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.text import BandId, Id, Node, Text


class BannedPhrases(Node):
    """Phrases that may not appear. A phrase matches whole words, in any case; `*` stands for a word's end.

    `bands` empty means every band. `where: learners` looks at what learners see or hear, and for
    the bands of adults at their own pages; `everywhere` also at notes for teachers.
    `allowed_in` names keys (such as `instead_of`) where the phrase is quoted as a thing not to say.
    """

    id: Id
    phrases: Annotated[tuple[Text, ...], Field(min_length=1)]
    bands: tuple[BandId, ...] = ()
    where: Literal["learners", "everywhere"]
    why: Text
    instead: Text
    allowed_in: tuple[Text, ...] = ()


class Wording(Node):
    """All wording rules of one language, and the words that mark the steps of keeping proof and blocking.

    What is counted in a claim of fact, such as `children` after a number, stands in `counted_words`; what marks such a
    claim by itself, such as `one in five`, in `claim_words`.
    """

    banned: Annotated[tuple[BannedPhrases, ...], Field(min_length=1)]
    proof_words: Annotated[tuple[Text, ...], Field(min_length=1)]
    block_words: Annotated[tuple[Text, ...], Field(min_length=1)]
    fault_words: Annotated[tuple[Text, ...], Field(min_length=1)]
    all_of_the_above: Annotated[tuple[Text, ...], Field(min_length=1)]
    counted_words: tuple[Text, ...] = ()
    claim_words: tuple[Text, ...] = ()
    grade_formula: Literal["flesch-kincaid", "none"]
