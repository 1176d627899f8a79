"""The plan as Markdown: literal, readable, and the same every time."""

from __future__ import annotations

from itertools import pairwise, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from takeabreath.model.curriculum import Edition
from takeabreath.plan.document import Document, Heading, Points, Table, plain
from takeabreath.plan.lesson_plan import plan_lesson_plan
from takeabreath.render.to_md import literal, opening, render_md

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _texts(tokens: list[Token]) -> list[str]:
    return ["".join(_shown(child) for child in token.children or []) for token in tokens if token.type == "inline"]


def _shown(token: Token) -> str:
    if token.type == "text":
        return token.content
    return "\n" if token.type in {"softbreak", "hardbreak", "html_inline"} else ""


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading", "- not a list", "+ not a list", "12. not a number", "1) not a number", "= = =", "---", "~~~",
        "*not strong* and __not strong__", "`not code`", "[not](a link)", "![not](a picture)", "<b>not HTML</b>",
        "a | b", "&amp; and &lt;", "AT&T", "~~not struck~~", "$x$ and $$y$$", r"back\slash \* \\", "> not quoted",
        "5 > 3 < 7", "snake_case_word", "#hashtag", "100 %!", "***", "_ _ _", ":--- | ---:", "Setext\\", "\u00a0- x",
    ],
)  # fmt: skip
def test_a_text_that_looks_like_markdown_stays_literal(text: str) -> None:
    tokens = MARKDOWN.parse(opening(plain(text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _texts(tokens) == [text.strip()]


@given(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(lambda text: " ".join(text.split()))
)
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    assert _texts(MARKDOWN.parse(opening(plain(text)))) == ([text] if text else [])


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_any_text_in_a_table_cell_reads_back_as_it_was_written(text: str) -> None:
    tokens = MARKDOWN.parse(f"| a | b |\n| --- | --- |\n| {literal(text)} | end |\n")
    assert _texts(tokens)[2:] == [text, "end"]


def _written(document: Document) -> str:
    return render_md(document).decode("utf-8")


def test_the_plan_opens_with_the_name_of_its_source(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        first = _written(plan_lesson_plan(edition)).splitlines()[0]
        assert first.startswith("<!--")
        assert edition.source_file in first


def test_headings_lists_and_tables_arrive_as_they_were_planned(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        document = plan_lesson_plan(edition)
        tokens = MARKDOWN.parse(_written(document))
        headings = [
            (int(token.tag[1]), _texts([following])[0])
            for token, following in pairwise(tokens)
            if token.type == "heading_open"
        ]
        planned = [(block.level + 1, block.text) for block in document.blocks if isinstance(block, Heading)]
        assert headings == [(1, document.title), *planned]
        tables = [token for token in tokens if token.type == "table_open"]
        assert len(tables) == sum(isinstance(block, Table) for block in document.blocks)
        numbered = [token for token in tokens if token.type == "ordered_list_open"]
        assert len(numbered) == sum(isinstance(block, Points) and block.style == "number" for block in document.blocks)


def test_every_line_of_the_plan_is_in_the_markdown(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        document = plan_lesson_plan(edition)
        shown = "\n".join(_texts(MARKDOWN.parse(_written(document))))
        assert [line for line in document.lines() if line not in shown] == []


def test_the_file_is_tidy(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        text = _written(plan_lesson_plan(edition))
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\n\n\n" not in text
        assert "\r" not in text
        assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_the_first_heading_stands_alone_at_the_top(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        tokens = MARKDOWN.parse(_written(plan_lesson_plan(edition)))
        before = list(takewhile(lambda token: token.type != "heading_open", tokens))
        assert [token.type for token in before] == ["html_block"]
