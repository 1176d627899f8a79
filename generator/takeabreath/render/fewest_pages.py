"""The largest type that needs no page more than the smallest does."""

from __future__ import annotations

from collections.abc import Sequence

from takeabreath.plan.booklet import Booklet
from takeabreath.render.to_pdf import render_page_pictures, render_pdf

#: The pages of one leaf: to stay on it, a document may come in the last and closest of its forms.
_ONE_LEAF = 2
#: Pictures so small that making them is nothing; only their number counts.
_PPI = 2.0


def render_fewest_pages(booklets: Sequence[Booklet]) -> bytes:
    """The first of the booklets that has as few pages as the last, as PDF; they go from large to small.

    What does not fit one leaf even in the last form has no need of it, and is measured against the one before.
    """
    if len(booklets) == 1:
        return render_pdf(booklets[0])
    *larger, smallest = booklets
    fewest = _pages(smallest)
    if fewest > _ONE_LEAF:
        *larger, smallest = larger
        fewest = _pages(smallest)
    return render_pdf(next((booklet for booklet in larger if _pages(booklet) <= fewest), smallest))


def _pages(booklet: Booklet) -> int:
    return len(render_page_pictures(booklet, _PPI))
