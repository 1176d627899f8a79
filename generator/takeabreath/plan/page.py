"""The pages around the lessons: what helps when it is happening now, and what a school sends, signs and keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    """The page by itself, for the printer: the same in smaller and smaller type, down to the least for its readers."""
    page, for_adults = plan_page(edition), edition.band.audience != "pupils"
    part = document_part(page, for_adults=for_adults)
    booklet = booklet_of(edition, page.title, page.summary, (part,), print_labels(edition.labels))
    return tuple(replace(booklet, measures=measures) for measures in _sizes(booklet.measures, edition, for_adults))


def _sizes(own: Measures, edition: PageEdition, for_adults: bool) -> Iterator[Measures]:
    """Learners get their own size or a larger one; adults down to that of small print, unless large print is wanted."""
    if edition.style.large_type:
        yield own
    elif for_adults:
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
    region = edition.region
    match block:
        case HeadingBlock():
            return Heading(1, fill(block.text, region))
        case TextBlock():
            return Paragraph(plain(fill(block.text, region)))
        case PointsBlock():
            return Points(block.style, filled(block.points, region))
        case StepsBlock():
            return _steps(block, edition)
        case SayBlock():
            return Callout(block.tone, fill(block.label, region), filled(block.lines, region))
        case LinesBlock():
            return WriteLines(fill(block.prompt, region), block.lines)
        case CutCardsBlock():
            return CutCards(str(edition.labels.handout.cut_out), tuple(fill(card, region) for card in block.cards))
        case ServicesBlock():
            cards = service_cards(edition)
            return Services(cards, service_table(edition, cards))
        case LessonsBlock():
            return _lessons(edition)


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


def _lessons(edition: PageEdition) -> Table:
    labels = edition.labels.page
    rows = tuple(
        (
            (strong(fill(lesson.lesson.title, edition.region)),),
            cell(fill(lesson.lesson.objective, edition.region)),
        )
        for lesson in edition.lessons
    )
    return Table(str(labels.lessons), (str(labels.lesson), str(labels.afterwards)), rows, (38, 62))


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
