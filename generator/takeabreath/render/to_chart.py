"""The report of a survey as HTML: bars that read well in grey, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from takeabreath.plan.change_report import Bar, ChangeReport, QuestionChange, TeachAgain
from takeabreath.theme.theme import Theme

#: The chart's measures, in units of its own; it grows and shrinks with its place.
_WIDTH, _AXIS, _BAR, _GAP = 640, 350, 22, 8
_HEIGHT = 2 * _BAR + 3 * _GAP


def render_chart(report: ChangeReport, theme: Theme) -> str:
    """Everything that the facilitator sees, as one piece of HTML without a script."""
    return (
        f'<div lang="{escape(report.language)}" style="background:#{theme.paper};color:#{theme.ink};'
        'padding:16px;max-inline-size:48rem;line-height:1.5">'
        f"{_style(theme)}{''.join(_parts(report, theme))}</div>"
    )


def _style(theme: Theme) -> str:
    """For what JupyterLab would style its own way."""
    return (
        "<style>.tb-table{border-collapse:collapse;inline-size:100%}"
        f".tb-table th,.tb-table td{{text-align:start;padding:6px;border-block-end:1px solid #{theme.muted};"
        f"vertical-align:top;color:#{theme.ink};background:#{theme.paper}}}</style>"
    )


def _parts(report: ChangeReport, theme: Theme) -> Iterator[str]:
    yield _heading(3, report.title)
    yield from (_question(question, theme) for question in report.questions)
    yield _heading(3, report.again_title)
    yield "".join(map(_again, report.again)) or f"<p>{escape(report.nothing_again)}</p>"
    yield _heading(3, report.table_title)
    yield _table(report)
    yield _heading(3, report.notes_title)
    yield f"<ul>{''.join(f'<li>{escape(note)}</li>' for note in report.notes)}</ul>"


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _question(question: QuestionChange, theme: Theme) -> str:
    told = ". ".join((*(f"{bar.name}: {bar.text}" for bar in question.bars), question.target_text, question.verdict))
    sign = "✓" if question.reached else "→"
    return (
        f'<h4 style="margin-block:1.2em 0.2em">{escape(question.title)}</h4>'
        f'<svg role="img" aria-label="{escape(told)}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'style="display:block;inline-size:100%;block-size:auto" font-family="inherit" font-size="14">'
        f"{_drawn(question, theme)}</svg>"
        f'<p style="margin-block:0"><strong>{sign} {escape(question.verdict)}.</strong> '
        f"{escape(question.target_text)}</p>"
    )


def _drawn(question: QuestionChange, theme: Theme) -> str:
    """The first bar is empty and the second full, so that nobody needs the colour."""
    target = round(_AXIS * question.target, 1)
    looks = (f'fill="#{theme.paper}" stroke-width="2"', f'fill="#{theme.accent_dark}" stroke-width="2"')
    bars = "".join(
        _bar(bar, look, _GAP + place * (_BAR + _GAP), theme)
        for place, (bar, look) in enumerate(zip(question.bars, looks, strict=True))
    )
    return (
        f'<line x1="1" y1="0" x2="1" y2="{_HEIGHT}" stroke="#{theme.ink}" stroke-width="2"/>'
        f'<line x1="{_AXIS}" y1="0" x2="{_AXIS}" y2="{_HEIGHT}" stroke="#{theme.line}"/>{bars}'
        f'<line x1="{target}" y1="0" x2="{target}" y2="{_HEIGHT}" stroke="#{theme.paper}" stroke-width="5"/>'
        f'<line x1="{target}" y1="0" x2="{target}" y2="{_HEIGHT}" stroke="#{theme.ink}" stroke-width="2" '
        'stroke-dasharray="5 3"/>'
    )


def _bar(bar: Bar, look: str, top: int, theme: Theme) -> str:
    length = round(_AXIS * min(max(bar.length, 0.0), 1.0), 1)
    return (
        f'<rect x="1" y="{top}" width="{length}" height="{_BAR}" stroke="#{theme.accent_dark}" {look}/>'
        f'<text x="{_AXIS + 10}" y="{top + _BAR - 6}" fill="#{theme.ink}">'
        f"{escape(bar.name)}: {escape(bar.text)}</text>"
    )


def _again(entry: TeachAgain) -> str:
    return f"{_heading(4, entry.title)}<p>{escape(entry.text)} {escape(entry.lesson)}</p>"


def _table(report: ChangeReport) -> str:
    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in report.header)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(text)}</td>" for text in rest)}</tr>'
        for first, *rest in report.rows
    )
    return (
        f'<table class="tb-table" aria-label="{escape(report.table_title)}"><thead><tr>{header}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
