"""Each habit returns in each band with one step more, and what is asked of readers never becomes less."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from takeabreath.model.curriculum import Band, Curriculum
from takeabreath.model.lesson import Lesson
from takeabreath.problems import Problem, ProblemCode


def spiral_problems(curriculum: Curriculum) -> Iterator[Problem]:
    """Lessons that teach nothing that the band below did not, and limits that fall with age.

    What a program can see of a spiral is this: the next band's lesson for the same habit lists a word or a guidance
    point that the one below does not. Whether it is the right step is for a reader to say.
    """
    pupils = [band for band in curriculum.bands.values() if band.audience == "pupils"]
    lessons = {(str(placed.band.id), str(placed.habit.id)): placed.lesson for placed in curriculum.lessons}
    for younger, older in pairwise(pupils):
        yield from _falling_limits(younger, older)
        for habit in curriculum.habits:
            below, above = lessons.get((str(younger.id), habit)), lessons.get((str(older.id), habit))
            if below and above and not _taught(above) - _taught(below):
                message = f"this lesson teaches no word and no guidance point that the one for {younger.id} does not"
                action = "Go one step further, and list what is new in `words` or `teaches`."
                yield Problem(above.words[0].span, ProblemCode.SPIRAL_STEP, message, action)


def _taught(lesson: Lesson) -> set[str]:
    return {*map(str, lesson.words), *map(str, lesson.teaches)}


def _falling_limits(younger: Band, older: Band) -> Iterator[Problem]:
    for name, below, above in zip(_LIMITS, _limits(younger), _limits(older), strict=True):
        if above < below:
            message = f"{name} is {above} for {older.id}, and {below} for {younger.id}"
            action = "Let the older band have as much, or ask less of the younger."
            yield Problem(older.source_span, ProblemCode.SPIRAL_LIMITS, message, action)


_LIMITS = ("core_minutes", "reading: mean_words", "reading: longest_sentence", "reading: grade", "slides: words")


def _limits(band: Band) -> tuple[int, ...]:
    reading = band.reading
    return (band.core_minutes, reading.mean_words, reading.longest_sentence, reading.grade, band.slides.words)
