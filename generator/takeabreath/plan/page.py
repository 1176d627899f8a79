"""The pages around the lessons: what helps when it is happening now, and what a school sends, signs and keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from takeabreath.model.curriculum import PageEdition
from takeabreath.model.fill import fill
from takeabreath.model.page import (
    CutCardsBlock,
    HeadingBlock,
    LessonsBlock,
    LinesBlock,
    PageBlock,
    PointsBlock,
    SayBlock,
    ServicesBlock,
    StepsBlock,
    TextBlock,
)
from takeabreath.plan.booklet import Booklet, Measures, booklet_of, print_labels
from takeabreath.plan.document import (
    Block,
    Callout,
    CutCards,
    Document,
    Heading,
    Line,
    Paragraph,
    Points,
    Services,
    SmallPrint,
    Step,
    Steps,
    Table,
    WriteLines,
    cell,
    filled,
    plain,
    strong,
)
from takeabreath.plan.printed_document import document_part
from takeabreath.plan.service_table import service_table
from takeabreath.plan.services import service_cards

#: A page may be set in this many sizes of type, half a point apart.
_SIZES = 5


def plan_page_print(edition: PageEdition) -> tuple[Booklet, ...]:
    """The page by itself, for the printer: the same in smaller and smaller type, down to the least for its readers.

    The last stands close together besides.
    """
    page = plan_page(edition)
    part = document_part(page, for_adults=edition.band.audience != "pupils")
    booklet = booklet_of(edition, page.title, page.summary, (part,), print_labels(edition.labels))
    sizes = [replace(booklet, measures=measures) for measures in _sizes(booklet.measures, edition)]
    return (*sizes, replace(sizes[-1], parts=(replace(part, snug=True),)))


def _sizes(own: Measures, edition: PageEdition) -> Iterator[Measures]:
    """Learners get their own size or a larger one; adults down to that of small print, unless large print is wanted."""
    if edition.style.large_type:
        yield own
    elif edition.band.audience != "pupils":
        yield from (replace(own, adult_pt=own.adult_pt - step / 2) for step in range(_SIZES))
    else:
        yield from (replace(own, type_pt=own.type_pt + step / 2) for step in reversed(range(_SIZES)))


def plan_page(edition: PageEdition) -> Document:
    """The page for its readers, with the note for adults that the page asks for."""
    page, labels = edition.page, edition.labels
    about = () if edition.about is None else (str(edition.about.name),)
    shown = [step.picture for block in page.blocks if isinstance(block, StepsBlock) for step in block.steps]
    return Document(
        title=fill(page.title, edition.region),
        strap=fill(page.strap, edition.region),
        summary=fill(page.use_when, edition.region),
        source_note=labels.plan.generated.format(file=edition.source_file),
        source_file=edition.source_file,
        footer=" · ".join((str(edition.course.title), fill(page.title, edition.region), *about)),
        page=str(labels.plan.page),
        page_of=str(labels.plan.page_of),
        language=edition.language,
        locale=str(labels.common.locale),
        creator=str(edition.course.creator),
        band=str(edition.band.id),
        paper=edition.style.paper,
        cover=edition.pictures[page.cover],
        blocks=(*(_block(block, edition) for block in page.blocks), *_small_print(edition)),
        pictures=tuple(edition.pictures[name] for name in dict.fromkeys(shown) if name is not None),
        is_form=True,
    )


def _block(block: PageBlock, edition: PageEdition) -> Block:
    return _BLOCKS[type(block)](block, edition)


def _heading(block: HeadingBlock, edition: PageEdition) -> Heading:
    return Heading(1, fill(block.text, edition.region))


def _text(block: TextBlock, edition: PageEdition) -> Paragraph:
    return Paragraph(plain(fill(block.text, edition.region)))


def _points(block: PointsBlock, edition: PageEdition) -> Points:
    return Points(block.style, filled(block.points, edition.region))


def _say(block: SayBlock, edition: PageEdition) -> Callout:
    return Callout(block.tone, fill(block.label, edition.region), filled(block.lines, edition.region))


def _lines(block: LinesBlock, edition: PageEdition) -> WriteLines:
    return WriteLines(fill(block.prompt, edition.region), block.lines)


def _cards(block: CutCardsBlock, edition: PageEdition) -> CutCards:
    cards = tuple(fill(card, edition.region) for card in block.cards)
    return CutCards(str(edition.labels.handout.cut_out), cards)


def _services(_block: ServicesBlock, edition: PageEdition) -> Services:
    cards = service_cards(edition)
    return Services(cards, service_table(edition, cards))


def _steps(block: StepsBlock, edition: PageEdition) -> Steps:
    return Steps(
        tuple(
            Step(
                do=fill(step.do, edition.region),
                how=None if step.how is None else fill(step.how, edition.region),
                picture=None if step.picture is None else str(step.picture),
            )
            for step in block.steps
        )
    )


def _lessons(_block: LessonsBlock, edition: PageEdition) -> Table:
    labels = edition.labels.page
    rows = tuple(
        (
            (strong(fill(lesson.lesson.title, edition.region)),),
            cell(fill(lesson.lesson.objective, edition.region)),
        )
        for lesson in edition.lessons
    )
    return Table(str(labels.lessons), (str(labels.lesson), str(labels.afterwards)), rows, (38, 62))


#: What each kind of block becomes.
_BLOCKS: dict[type[Any], Callable[[Any, PageEdition], Block]] = {
    HeadingBlock: _heading,
    TextBlock: _text,
    PointsBlock: _points,
    StepsBlock: _steps,
    SayBlock: _say,
    LinesBlock: _lines,
    CutCardsBlock: _cards,
    ServicesBlock: _services,
    LessonsBlock: _lessons,
}


def _small_print(edition: PageEdition) -> Iterator[SmallPrint]:
    """What adults are to know: to try the services before use, and that nobody has reviewed this yet."""
    lines: list[Line] = []
    shows_services = any(isinstance(block, ServicesBlock) for block in edition.page.blocks)
    if shows_services and edition.band.audience != "pupils":
        lines.append(plain(fill(edition.region.check_before_use, edition.region)))
    if edition.page.unreviewed:
        lines.append(plain(fill(edition.course.reviewed, edition.region)))
    if lines:
        yield SmallPrint(str(edition.labels.handout.before_use), tuple(lines))
