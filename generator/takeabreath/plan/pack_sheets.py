"""What a facilitator's pack holds, part by part, and how often each is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import groupby

from takeabreath.model.curriculum import BandEdition, Edition, RouteEdition, Setting
from takeabreath.plan.answer_cards import answer_cards, corner_signs
from takeabreath.plan.answer_key import plan_answer_key
from takeabreath.plan.booklet import Part
from takeabreath.plan.copies import EACH, LEADER, PAIR, ROOM, Share
from takeabreath.plan.document import Block, Heading
from takeabreath.plan.handout import Worksheet, closing_page, first_page, home_card, worksheet
from takeabreath.plan.helplines import HelplinesPoster, helplines_check, helplines_poster
from takeabreath.plan.lesson_plan import plan_lesson_plan
from takeabreath.plan.paper_quiz import callers_script, corner_walk, tally_sheet
from takeabreath.plan.posters import StepsPoster, steps_poster
from takeabreath.plan.printed_document import document_part
from takeabreath.plan.quiz_paper import plan_quiz_paper
from takeabreath.plan.worksheet import AnySheet

#: A page of answer cards holds two sets.
_ANSWER_CARDS = Share(1, sets=2)

#: Sheets with cards to cut out, which two people sort together.
_CUT_APART = ("order", "sort")


@dataclass(frozen=True, slots=True)
class PackSheet:
    """Parts that are printed together; `name` is that of a file of them.

    `both_sides` is false where pages are cut or hung up.
    """

    name: str
    title: str
    share: Share
    parts: tuple[Part, ...]
    both_sides: bool = True
    listed: int = 1


def session_sheets(edition: Edition, title: str, *, says: str = "") -> Iterator[PackSheet]:
    """What one session needs: its plan under this title, the quiz without a computer, and the sheets to hand out."""
    plan = document_part(plan_lesson_plan(edition))
    if edition.habit is None:
        labels = edition.labels.plan
        plan = replace(plan, blocks=_without(plan.blocks, (str(labels.materials), str(labels.before))))
    plan = replace(plan, title=title, strap=says or plan.title)
    yield PackSheet("session", title, LEADER, (plan,), listed=2)
    yield from _paper_quiz(edition)
    yield from learners_sheets(edition)


def _without(blocks: tuple[Block, ...], titles: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks without those parts, which a route's pack has in its first pages."""
    kept, skips = [], False
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            skips = block.text in titles
        if not skips:
            kept.append(block)
    return tuple(kept)


def _paper_quiz(edition: Edition) -> Iterator[PackSheet]:
    script, walk, tally = callers_script(edition), corner_walk(edition), tally_sheet(edition)
    parts: tuple[Part, ...] = (script, walk, tally) if walk.questions else (script, tally)
    yield PackSheet("quiz-to-call-out", script.title, LEADER, parts)


def learners_sheets(edition: Edition) -> Iterator[PackSheet]:
    """What learners get in their hands, in the order of the session."""
    labels = edition.labels
    first = first_page(edition)
    yield PackSheet("what-we-learn", str(labels.pack.what_we_learn), ROOM, (first,), both_sides=False)
    yield from _worksheets(edition)
    paper = plan_quiz_paper(edition)
    if paper.questions:
        yield PackSheet("quiz-paper", str(labels.pack.quiz_paper), EACH, (paper,))
    home, closing = home_card(edition), closing_page(edition)
    title = labels.pack.home_and_help.format(card=home.heading, closing=labels.handout.closing)
    yield PackSheet("home-card", title, EACH, (home, closing))


def _worksheets(edition: Edition) -> Iterator[PackSheet]:
    """Sheets in their order; those to cut apart and those to write on are printed in different numbers."""
    whole, labels = worksheet(edition), edition.labels.pack
    for number, (is_cut, group) in enumerate(groupby(whole.sheets, key=_is_cut_apart), 1):
        sheets = tuple(group)
        titles = ", ".join(sheet.title for sheet in sheets)
        title = (labels.cards if is_cut else labels.worksheet).format(titles=titles)
        share = PAIR if is_cut else EACH
        heading = str(labels.cards_heading if is_cut else labels.worksheet_heading)
        part = Worksheet(heading, sheets, whole.pictures)
        yield PackSheet(f"worksheet-{number}", title, share, (part,), both_sides=not is_cut, listed=2)


def _is_cut_apart(sheet: AnySheet) -> bool:
    return sheet.kind in _CUT_APART


def answer_sheets(edition: RouteEdition) -> tuple[PackSheet, ...]:
    """What the quiz without a computer is played with, whatever the questions."""
    band = _band_edition(edition)
    cards, signs = answer_cards(band), corner_signs(band)
    return (
        PackSheet("answer-cards", cards.title, _ANSWER_CARDS, (cards,), both_sides=False),
        PackSheet("corner-signs", signs.title, ROOM, (signs,), both_sides=False),
    )


def wall_sheets(edition: Setting) -> tuple[PackSheet, ...]:
    """What hangs on the wall."""
    posters: tuple[tuple[str, StepsPoster | HelplinesPoster], ...] = (
        ("steps-poster", steps_poster(edition)),
        ("helplines-poster", helplines_poster(edition)),
    )
    poster = edition.labels.pack.poster
    return tuple(
        PackSheet(name, poster.format(title=part.title), ROOM, (part,), both_sides=False) for name, part in posters
    )


def check_sheet(edition: Setting) -> PackSheet:
    """The services to ring or open before the day."""
    check = helplines_check(edition)
    return PackSheet("helplines-check", check.title, LEADER, (check,))


def key_sheet(editions: tuple[Edition, ...]) -> PackSheet:
    """The answers of all sessions, in one place."""
    title = str(editions[0].labels.pack.answers)
    return PackSheet("answers", title, LEADER, tuple(plan_answer_key(edition) for edition in editions))


def sessions(edition: RouteEdition) -> tuple[Edition, ...]:
    """What is taught in one go: the route as a whole, or its lessons one by one."""
    return edition.lessons if edition.route.meetings else (edition.whole,)


def _band_edition(edition: RouteEdition) -> BandEdition:
    shared = {field.name: getattr(edition, field.name) for field in fields(Setting)}
    return BandEdition(**shared, lessons=edition.lessons)
