"""Problems in content: where they are, what they are called, and how a teacher reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class SourceSpan:
    """A place in a content file; line and column count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class ProblemCode(StrEnum):
    """Stable names of everything `takeabreath check` can find; `content/README.md` explains each."""

    # reading a file
    FILE_MISSING = "file.missing"
    FILE_TOO_LARGE = "file.too-large"
    FILE_NOT_TEXT = "file.not-text"
    FILE_UNEXPECTED = "file.unexpected"
    YAML_SYNTAX = "yaml.syntax"
    YAML_TAB = "yaml.tab"
    YAML_COLON = "yaml.colon"
    YAML_SPACE = "yaml.space"
    YAML_QUOTES = "yaml.quotes"
    YAML_HASH = "yaml.hash"
    YAML_DUPLICATE_KEY = "yaml.duplicate-key"
    YAML_ALIAS = "yaml.alias"
    YAML_TAG = "yaml.tag"
    # the shape of an entry
    KEY_UNKNOWN = "key.unknown"
    KEY_MISSING = "key.missing"
    VALUE_EMPTY = "value.empty"
    VALUE_WRONG = "value.wrong"
    ID_DUPLICATE = "id.duplicate"
    ID_UNKNOWN = "id.unknown"
    PICTURE_MISSING = "picture.missing"
    PICTURE_UNSAFE = "picture.unsafe"
    # the rules that never break
    WORD_BANNED = "word.banned"
    TEXT_CHARACTER = "text.character"
    NUMBER_TYPED = "number.typed"
    FACT_MISSING = "fact.missing"
    FACT_UNUSED = "fact.unused"
    FACT_SOURCE = "fact.source"
    CLOSING_MISSING = "closing.missing"
    ORDER_BLOCK_BEFORE_PROOF = "order.block-before-proof"
    READING_SENTENCE_LONG = "reading.sentence-long"
    READING_MEAN_LONG = "reading.mean-long"
    READING_GRADE_HIGH = "reading.grade-high"
    WORD_UNUSED = "word.unused"
    SLIDE_WORDS = "slide.words"
    SLIDE_OVERFLOW = "slide.overflow"
    STEP_MISSING = "step.missing"
    STEP_ORDER = "step.order"
    MINUTES_SUM = "minutes.sum"
    QUIZ_COUNT = "quiz.count"
    QUIZ_KIND = "quiz.kind"
    QUIZ_OPTIONS = "quiz.options"
    QUIZ_KEY = "quiz.key"
    QUIZ_KEY_POSITION = "quiz.key-position"
    QUIZ_KEY_LENGTH = "quiz.key-length"
    QUIZ_ALL_OF_THE_ABOVE = "quiz.all-of-the-above"
    QUIZ_PAIR = "quiz.pair"
    QUIZ_TWICE = "quiz.twice"
    QUIZ_FEEDBACK = "quiz.feedback"
    QUIZ_ALIKE = "quiz.alike"
    QUIZ_SLIDE = "quiz.slide"
    STORY_ENDING = "story.ending"
    STORY_LOOP = "story.loop"
    STORY_UNREACHABLE = "story.unreachable"
    SERVICE_UNPUBLISHED = "service.unpublished"
    SERVICE_STALE = "service.stale"
    # the curriculum as a whole
    COVERAGE_HABIT = "coverage.habit"
    COVERAGE_GUIDANCE = "coverage.guidance"
    COVERAGE_FRAMEWORK = "coverage.framework"
    SPIRAL_STEP = "spiral.step"
    SPIRAL_LIMITS = "spiral.limits"


#: Never sent to a terminal: some of these move its cursor or change its colours.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
#: A line would say nothing about them, and may be as long as the file.
_OF_WHOLE_FILES = frozenset({ProblemCode.FILE_TOO_LARGE, ProblemCode.FILE_UNEXPECTED})

#: Problems that are reported and do not stop a build: the printed page carries its own caution.
WARNINGS = frozenset({ProblemCode.SERVICE_STALE})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: a fact with the offending value, and one action to take."""

    span: SourceSpan
    code: ProblemCode
    message: str
    action: str

    @property
    def is_warning(self) -> bool:
        return self.code in WARNINGS


class ContentProblems(Exception):
    """Content could not be read; `problems` holds every one that was found, in reading order."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = sorted_problems(problems)


def sorted_problems(problems: list[Problem]) -> list[Problem]:
    """In reading order: by file, line and column; the same problem is listed once."""
    return sorted(set(problems), key=lambda problem: (problem.span, problem.code, problem.message))


def layout_problem(problem: Problem, content_dir: Path) -> str:
    """The problem as a teacher reads it: place, code and fact; the line; a caret; what to do."""
    severity = "warning" if problem.is_warning else "error"
    lines = [f"{problem.span}: {severity}[{problem.code}]: {problem.message}"]
    source = None
    if problem.code not in _OF_WHOLE_FILES:
        source = _source_line(content_dir.parent / problem.span.file, problem.span.line)
    if source is not None:
        shown, column = _cut_line(source, problem.span.column)
        lines += [f"  {shown}", f"  {' ' * (column - 1)}^"]
    lines.append(f"  what to do: {problem.action}")
    return "\n".join(lines)


def _source_line(path: Path, line: int) -> str | None:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as stream:
            for number, text in enumerate(stream, 1):
                if number == line:
                    return None if "\0" in text else _CONTROL.sub("�", text.rstrip("\r\n").replace("\t", " "))
    except OSError:
        return None
    return None


def _cut_line(text: str, column: int, width: int = 100) -> tuple[str, int]:
    """A window of a long line around the column, so that the caret stays below its place."""
    if len(text) <= width:
        return text, max(1, min(column, len(text) + 1))
    start = max(0, min(column - 1 - width // 2, len(text) - width))
    return text[start : start + width], column - start
