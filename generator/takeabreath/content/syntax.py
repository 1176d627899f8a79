"""What the YAML parser cannot read, said in a teacher's words: what stands where, and one thing to do."""

from __future__ import annotations

import re

import yaml

from takeabreath.problems import Problem, ProblemCode, SourceSpan

#: A line's indentation, hyphens and key, and what comes after them.
_ENTRY = re.compile(r"(?P<lead>\s*(?:- +)*(?:[\w-]+: +)?)(?P<value>.*?)\s*$")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[a-z_]+):(?P<value>\S.*?)\s*$")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"\s*-(?P<value>[^\s-].*?)\s*$")
_NEEDS_QUOTES = frozenset("\"'{[@`%*&!>|?")
_INDENTATION = "Start it in the same column as the lines that it belongs to."


def syntax_problem(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    """The parser's complaint about a file, with the place where a person would mend it."""
    return _Complaint(error, text, shown).explained()


def quoted(value: str) -> str:
    """A text in quotes that change nothing in it; quotes that stand around it already are replaced."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] in value[1:-1]:
        value = value[1:-1]
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


class _Complaint:
    def __init__(self, error: yaml.MarkedYAMLError, text: str, shown: str) -> None:
        self.said = str(error.problem)
        self.shown = shown
        self.lines = text.split("\n")
        mark = error.problem_mark or error.context_mark
        self.span = self._span(mark)
        self.start = self._span(error.context_mark or mark)

    def _span(self, mark: yaml.Mark | None) -> SourceSpan:
        return SourceSpan(self.shown, mark.line + 1, mark.column + 1) if mark else SourceSpan(self.shown)

    def _line(self, span: SourceSpan) -> str:
        return self.lines[span.line - 1] if span.line <= len(self.lines) else ""

    def explained(self) -> Problem:
        for explanation in (
            self._colon, self._tab, self._space, self._never_closed, self._quotes, self._bracket, self._no_colon,
        ):  # fmt: skip
            problem = explanation()
            if problem:
                return problem
        line = self._line(self.span)
        begins = SourceSpan(self.shown, self.span.line, len(line) - len(line.lstrip()) + 1)
        message = "this line does not go with the lines above it"
        return self._problem(ProblemCode.YAML_SYNTAX, message, _INDENTATION, begins)

    def _problem(self, code: ProblemCode, message: str, action: str, span: SourceSpan | None = None) -> Problem:
        return Problem(span or self.span, code, message, action)

    def _colon(self) -> Problem | None:
        """A second colon in the line; a first one belongs to a key that is out of its column."""
        if "mapping values are not allowed" not in self.said:
            return None
        line = self._line(self.span)
        entry = _ENTRY.match(line)
        if entry is None or ":" not in line[: self.span.column - 1]:
            return None
        return self._problem(
            ProblemCode.YAML_COLON, "a colon followed by a space starts a new entry here",
            f"Put the text in quotes: {_in_quotes(entry)}",
        )  # fmt: skip

    def _tab(self) -> Problem | None:
        if self._line(self.span)[self.span.column - 1 : self.span.column] != "\t":
            return None
        return self._problem(ProblemCode.YAML_TAB, "a tab stands before the text", "Type a space instead.")

    def _space(self) -> Problem | None:
        found = _NO_SPACE.match(self._line(self.start))
        if "expected ':'" in self.said and found:
            action = f"Write `{found['key']}: {found['value']}`."
            message = f"a space is missing after '{found['key']}:'"
            return self._problem(ProblemCode.YAML_SPACE, message, action, self.start)
        return missing_space_after_hyphen(self._line(self.start), self.start) if "expected ':'" in self.said else None

    def _never_closed(self) -> Problem | None:
        opener = self._line(self.start)[self.start.column - 1 : self.start.column]
        if "unexpected end of stream" not in self.said or opener not in {'"', "'"}:
            return None
        message = "the quotation mark that opens here never closes"
        return self._problem(ProblemCode.YAML_QUOTES, message, f"Put {opener} at the end of the text.", self.start)

    def _quotes(self) -> Problem | None:
        """A text in one line that begins with a sign which means something to the parser."""
        entry = _ENTRY.match(self._line(self.span))
        if entry is None or entry["value"][:1] not in _NEEDS_QUOTES or self.span.column <= entry.start("value"):
            return None
        sign, span = entry["value"][0], SourceSpan(self.shown, self.span.line, entry.start("value") + 1)
        if sign in "\"'" and self.span.column == span.column + 1:
            message, action = "this quotation mark closes a text that began above", "Close the quotation mark above."
        elif sign in "[{" and entry["value"][-1] in "]}":
            message = f"a comma or a colon stands in a text between {sign} and {entry['value'][-1]}"
            action = "Put each text in quotes."
        else:
            message = f"a text that begins with {sign} needs quotes around the whole of it"
            action = f"Write: {_in_quotes(entry)}"
        return self._problem(ProblemCode.YAML_QUOTES, message, action, span)

    def _bracket(self) -> Problem | None:
        opener = self._line(self.start)[self.start.column - 1 : self.start.column]
        closer = {"[": "]", "{": "}"}.get(opener)
        if closer is None or self.start.line == self.span.line:
            return None
        message = f"the {opener} that opens here is not closed before line {self.span.line}"
        return self._problem(ProblemCode.YAML_SYNTAX, message, f"Put {closer} where the list ends.", self.start)

    def _no_colon(self) -> Problem | None:
        if "expected ':'" not in self.said:
            return None
        return self._problem(
            ProblemCode.YAML_SYNTAX, f"'{self._line(self.start).strip()}' is neither an entry nor part of a text",
            "Write its name, a colon and a space before it, or move it to the right below its text.", self.start,
        )  # fmt: skip


def _in_quotes(entry: re.Match[str]) -> str:
    return f"{entry['lead'].strip()} {quoted(entry['value'])}".strip()


def missing_space_after_hyphen(line: str, span: SourceSpan) -> Problem | None:
    """The problem of a line that was to be an item of a list, or None where it is none."""
    found = _NO_SPACE_AFTER_HYPHEN.match(line)
    if found is None:
        return None
    action = f"Write `- {found['value']}`."
    return Problem(span, ProblemCode.YAML_SPACE, "a space is missing after the hyphen", action)
