"""The largest type that needs no page more than the smallest does."""

from __future__ import annotations

from collections.abc import Sequence

from takeabreath.plan.booklet import Booklet
from takeabreath.render.to_pdf import render_page_pictures, render_pdf

#: Pictures so small that making them is nothing; only their number counts.
_PPI = 2.0


def render_fewest_pages(booklets: Sequence[Booklet]) -> bytes:
    """The first of the booklets that has as few pages as the last, as PDF; they go from large to small type."""
    *larger, smallest = booklets
    fewest = _pages(smallest) if larger else 0
    return render_pdf(next((booklet for booklet in larger if _pages(booklet) <= fewest), smallest))


def _pages(booklet: Booklet) -> int:
    return len(render_page_pictures(booklet, _PPI))
