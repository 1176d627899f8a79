"""YAML as teachers write it: every scalar stays text, every value knows its place.

Nothing is guessed: `Yes`, `NO`, `12:30`, `1.10` and `007` stay as they were typed, and a key that
stands twice, a tab, an anchor or a tag is a problem instead of a silent surprise.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from takeabreath.content.syntax import missing_space_after_hyphen, syntax_problem
from takeabreath.model.text import SourceList, SourceMapping, Text
from takeabreath.problems import Problem, ProblemCode, SourceSpan

#: Far above any lesson (about 30 KB) and far below what would make the reader wait.
LARGEST_FILE = 1_000_000
DEEPEST = 30
#: Line breaks for YAML, but white space within a line for editors.
_OTHER_LINE_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}
_INVISIBLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HASH = re.compile(r"\s+(#\S+)")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_source(path: Path, shown: str) -> tuple[Any, list[Problem]]:
    """The file's content as `SourceMapping`, `SourceList` or `Text`, or None and its problems.

    `shown` is the file's name in messages.
    """
    span = SourceSpan(shown)
    try:
        size = path.stat().st_size
        raw = b"" if size > LARGEST_FILE else path.read_bytes()
    except OSError:
        return None, [
            Problem(span, ProblemCode.FILE_MISSING, f"{shown} cannot be read", "Put the file back, or check its name.")
        ]
    if size > LARGEST_FILE:
        return None, [Problem(
            span, ProblemCode.FILE_TOO_LARGE, f"the file has {size:,} bytes; content files stay below {LARGEST_FILE:,}",
            "Check that this is the right file; a lesson has about 30,000 bytes.",
        )]  # fmt: skip
    text, problem = _decode(raw, span)
    if problem:
        return None, [problem]
    problems = _tab_problems(text, shown)
    return (None, problems) if problems else _Reader(text, shown).read()


def _decode(raw: bytes, span: SourceSpan) -> tuple[str, Problem | None]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = raw.rfind(b"\n", 0, error.start) + 1
        column = len(raw[line_start : error.start].decode("utf-8-sig")) + 1
        span = SourceSpan(span.file, raw.count(b"\n", 0, error.start) + 1, column)
    else:
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_OTHER_LINE_BREAKS)
        odd = _INVISIBLE.search(text)
        if odd is None:
            return text, None
        column = odd.start() - text.rfind("\n", 0, odd.start())
        span = SourceSpan(span.file, text.count("\n", 0, odd.start()) + 1, column)
        if odd[0] != "\0":
            return "", Problem(
                span, ProblemCode.FILE_NOT_TEXT, f"an invisible control character (U+{ord(odd[0]):04X}) stands here",
                "Delete the characters around this place and type them again.",
            )  # fmt: skip
    return "", Problem(
        span, ProblemCode.FILE_NOT_TEXT, "the file is not plain text (UTF-8)",
        "Save it as a plain text file with the encoding UTF-8, not as a Word or spreadsheet file.",
    )  # fmt: skip


def _tab_problems(text: str, shown: str) -> list[Problem]:
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            span = SourceSpan(shown, number, indent.index("\t") + 1)
            problems.append(
                Problem(
                    span,
                    ProblemCode.YAML_TAB,
                    "a tab stands before the text",
                    "Use two spaces for each step to the right.",
                )
            )
    return problems


class _Reader:
    """Builds values from YAML events, so that aliases are never followed and no type is guessed."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.shown = shown
        self.problems: list[Problem] = []
        self.stack: list[SourceMapping | SourceList] = []
        self.keys: list[Text | None] = []
        self.root: Any = None
        self.documents = 0

    def read(self) -> tuple[Any, list[Problem]]:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                if not self._take(event):
                    break
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(error, self.text, self.shown))
        except yaml.YAMLError as error:
            message = f"the file cannot be read: {error}".split("\n", 1)[0]
            self._report(SourceSpan(self.shown), ProblemCode.YAML_SYNTAX, message, "Remove the unusual character.")
        if not self.problems and self.root is None:
            self._report(
                SourceSpan(self.shown),
                ProblemCode.VALUE_EMPTY,
                "the file is empty",
                "Write its entries, or delete the file.",
            )
        return (None, self.problems) if self.problems else (self.root, [])

    def _report(self, span: SourceSpan, code: ProblemCode, message: str, action: str) -> None:
        self.problems.append(Problem(span, code, message, action))

    def _span(self, event: Any) -> SourceSpan:
        return SourceSpan(self.shown, event.start_mark.line + 1, event.start_mark.column + 1)

    def _take(self, event: yaml.Event) -> bool:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._report(self._span(event), ProblemCode.YAML_SYNTAX, "a line of three hyphens starts a "
                "second document",
                             "Remove the line `---`; one file holds one thing.")  # fmt: skip
                return False
        elif isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} copies another part of the file, and content files do not copy"
            action = "Write the text out here; a text that begins with * needs quotes."
            self._report(self._span(event), ProblemCode.YAML_ALIAS, message, action)
            return False
        elif isinstance(event, yaml.NodeEvent):
            return self._take_node(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
            self.keys.pop()
        return True

    def _take_node(self, event: Any) -> bool:
        span = self._span(event)
        if event.anchor is not None:
            message = f"&{event.anchor} marks a part of the file for copying, and content files do not copy"
            self._report(span, ProblemCode.YAML_ALIAS, message, "Remove it; a text that begins with & needs quotes.")
            return False
        if event.tag is not None:
            message = "a text that begins with an exclamation mark is read as a technical tag"
            self._report(span, ProblemCode.YAML_TAG, message, "Put the whole text in quotes.")
        if isinstance(event, yaml.ScalarEvent):
            if event.style in {None, ""}:
                self._check_plain(event)
            self._put(Text(event.value, span))
            return True
        if len(self.stack) >= DEEPEST:
            self._report(
                span,
                ProblemCode.YAML_SYNTAX,
                "entries are nested too deeply",
                "Check the indentation around this line.",
            )
            return False
        value = SourceMapping(span) if isinstance(event, yaml.MappingStartEvent) else SourceList(span)
        self._put(value)
        self.stack.append(value)
        self.keys.append(None)
        return True

    def _check_plain(self, event: Any) -> None:
        """Text without quotes that YAML reads in another way than it was meant, and says nothing."""
        first, last = event.start_mark.line, event.end_mark.line
        if first == last and "#" not in "".join(self.lines[first : last + 1]):
            return
        lines = self.lines[first : last + 1]
        hashed = _HASH.match(lines[-1], event.end_mark.column) if lines else None
        if hashed:
            span = SourceSpan(self.shown, last + 1, hashed.start(1) + 1)
            self._report(
                span, ProblemCode.YAML_HASH, f"'{hashed[1]}' starts a remark here, so the words from there on are lost",
                "Put the whole text in quotes, or type a space after the # if it is a remark.",
            )  # fmt: skip
        for number, line in enumerate(lines[1:], first + 2):
            column = len(line) - len(line.lstrip()) + 1
            problem = missing_space_after_hyphen(line, SourceSpan(self.shown, number, column))
            self.problems += [problem] if problem else []

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        container, key = self.stack[-1], self.keys[-1]
        if isinstance(container, SourceList):
            container.append(value)
        elif key is not None:
            container[str(key)] = value
            self.keys[-1] = None
        else:
            self._put_key(container, value)

    def _put_key(self, container: SourceMapping, key: Any) -> None:
        if not isinstance(key, Text):
            self._report(
                key.span,
                ProblemCode.YAML_SYNTAX,
                "a list or entry stands where a key is expected",
                "Check the indentation, brackets and question marks here.",
            )
            key = Text("", key.span)
        elif key in container:
            first = container.key_spans[str(key)]
            self._report(key.span, ProblemCode.YAML_DUPLICATE_KEY, f"'{key}' stands here for the second "
            f"time (first in line {first.line})",
                         "Keep one of the two and delete the other.")  # fmt: skip
        container.key_spans.setdefault(str(key), key.span)
        self.keys[-1] = key
