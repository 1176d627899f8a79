"""How hard each lesson is to read, beside its band's limits, as a table."""

from __future__ import annotations

from takeabreath.content.editions import edition_of
from takeabreath.model.curriculum import Band, Curriculum
from takeabreath.rules.matrix import Matrix
from takeabreath.rules.reading import Reading, longest_sentence, measure

_COLUMNS = ("lesson", "sentences", "mean words", "limit", "longest", "limit", "grade", "limit")
_NOTE = (
    "Of the texts that learners see or hear, with the band's own and the meanings of the taught words. "
    "Taught words count as easy; sentences of one or two words are left out of the mean and the grade."
)


def readability(curriculum: Curriculum) -> tuple[Matrix, ...]:
    """A table for each band that has lessons, in the curriculum's own language."""
    bands = [
        band for band in curriculum.bands.values() if any(placed.band.id == band.id for placed in curriculum.lessons)
    ]
    return tuple(
        Matrix(str(band.name), _COLUMNS, tuple(_rows(curriculum, band)), (_NOTE,) if band is bands[-1] else ())
        for band in bands
    )


def _rows(curriculum: Curriculum, band: Band) -> list[tuple[str, ...]]:
    language = str(curriculum.course.language)
    rows = []
    for placed in curriculum.lessons:
        if placed.band.id == band.id:
            edition = edition_of(curriculum, placed, language, str(curriculum.course.region))
            reading = measure(edition, curriculum.wording[language])
            rows.append(_row(placed.name, reading, longest_sentence(edition), band))
    return rows


def _row(name: str, reading: Reading, longest: int, band: Band) -> tuple[str, ...]:
    limits = band.reading
    grade = ("–", "–") if reading.grade is None else (f"{reading.grade:.1f}", str(limits.grade))
    return (
        name, str(reading.sentences), f"{reading.mean_words:.1f}", str(limits.mean_words),
        str(longest), str(limits.longest_sentence), *grade,
    )  # fmt: skip
