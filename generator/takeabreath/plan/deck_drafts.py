"""What stands on the slides of each kind, before it is set in type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from string import ascii_uppercase
from typing import Any

from takeabreath.model.curriculum import Edition, Picture
from takeabreath.model.fill import fill
from takeabreath.model.lesson import (
    ActivitySlide,
    AnySlide,
    CalmSlide,
    ChatSlide,
    Column,
    CompareSlide,
    GroundRulesSlide,
    HelpSlide,
    Message,
    NextSlide,
    PictureSlide,
    PointsSlide,
    QuestionSlide,
    QuizSlide,
    SayAloudSlide,
    Step,
    WordsSlide,
)
from takeabreath.model.text import Id, Text
from takeabreath.plan.deck_quiz import quiz_drafts
from takeabreath.plan.services import service_cards
from takeabreath.plan.short_ways import ShortWay, short_ways
from takeabreath.plan.slides import ROOM_FOR_WIDER_FONTS, Draft, Paragraph, count_words, plain, set_texts
from takeabreath.theme.card_layouts import HELP_ROW, MOST_SERVICES
from takeabreath.theme.layout_parts import CONTENT, Box
from takeabreath.theme.slide_layouts import LAYOUTS
from takeabreath.theme.text_fit import PARAGRAPH_GAP, Style, height, line_width

#: From this ratio of width to height on, a picture gets the wide layout.
WIDE = 1.25

NO_BREAK_SPACE = "\u00a0"

#: The guidance point that leads to the take-down service, and the part that this service plays in a region.
TAKE_DOWN_TAUGHT, TAKE_DOWN_ROLE = "picture-can-come-down", "take-down"


def drafts_of(edition: Edition, step: Step, slide: AnySlide) -> tuple[Draft, ...]:
    """The slides that a slide of the content becomes: a quiz question becomes a vote and mostly its answer."""
    if isinstance(slide, QuizSlide):
        vote, answer = quiz_drafts(edition, slide)
        return (vote, answer) if step.shows_answers else (vote,)
    draft = _DRAFTED_BY[type(slide)](edition, slide)
    if isinstance(slide, ActivitySlide) and slide.minutes is not None:
        words = edition.labels.common
        minutes = words.minute if slide.minutes == 1 else words.minutes.format(count=slide.minutes)
        draft = replace(draft, texts={**draft.texts, "minutes": plain(minutes)}, words=draft.word_count())
    return (replace(draft, span=slide.source_span),)


def is_wide(picture: Picture) -> bool:
    return picture.width >= WIDE * picture.height


def _filled(edition: Edition, *texts: Text) -> tuple[Paragraph, ...]:
    return plain(*(fill(text, edition.region) for text in texts))


def _art(edition: Edition, picture: Id | None) -> dict[str, Picture]:
    return {} if picture is None else {"picture": edition.pictures[picture]}


def _with_picture(
    edition: Edition, layout: str, picture: Id | None, texts: dict[str, Any], *, numbered: bool = False
) -> Draft:
    name = layout if picture is None else f"{layout} with picture"
    return Draft(name, texts, _art(edition, picture), "numbers" if numbered else None)


def _lettered(draft: Draft) -> Draft:
    """The draft with points that begin with letters of their own, `A. ...` and `B. ...`, as a list with letters."""
    points = draft.texts["points"]
    starts = [f"{letter}. " for letter in ascii_uppercase]
    if len(points) < 2 or not all(point.text.startswith(start) for point, start in zip(points, starts, strict=False)):
        return draft
    bare = plain(*(point.text[len(starts[0]) :] for point in points))
    return replace(draft, texts={**draft.texts, "points": bare}, counted="letters")


def _picture(edition: Edition, slide: PictureSlide) -> Draft:
    picture = edition.pictures[slide.picture]
    texts = {"title": _filled(edition, slide.title)}
    if slide.text is not None:
        texts["text"] = _filled(edition, slide.text)
    if not is_wide(picture):
        return Draft("Picture", texts, {"picture": picture})
    return Draft("Large picture" if slide.text is None else "Wide picture", texts, {"picture": picture})


def _question(edition: Edition, slide: QuestionSlide) -> Draft:
    return _with_picture(edition, "Question", slide.picture, {"title": _filled(edition, slide.title)})


def _points(edition: Edition, slide: PointsSlide) -> Draft:
    texts = {"title": _filled(edition, slide.title), "points": _filled(edition, *slide.points)}
    return _lettered(_with_picture(edition, "Points", slide.picture, texts, numbered=slide.numbered))


def _ground_rules(edition: Edition, slide: GroundRulesSlide) -> Draft:
    texts = {"title": _filled(edition, slide.title), "points": _filled(edition, *edition.band.ground_rules)}
    return Draft("Points", texts)


def _next(edition: Edition, slide: NextSlide) -> Draft:
    points = _filled(edition, *(slide.own_closing or edition.lesson.closing).what_happens_next)
    return _with_picture(edition, "Points", slide.picture, {"title": _filled(edition, slide.title), "points": points})


def _activity(edition: Edition, slide: ActivitySlide) -> Draft:
    texts = {"title": _filled(edition, slide.title), "points": _filled(edition, *slide.instructions)}
    numbered = len(slide.instructions) > 1
    return _lettered(_with_picture(edition, "Activity", slide.picture, texts, numbered=numbered))


def _compare(edition: Edition, slide: CompareSlide) -> Draft:
    def side(column: Column, name: str) -> dict[str, tuple[Paragraph, ...]]:
        return {f"{name}-heading": _filled(edition, column.heading), name: _filled(edition, *column.points)}

    title = {"title": _filled(edition, slide.title)}
    return Draft("Compare", {**title, **side(slide.left, "left"), **side(slide.right, "right")})


def _say_aloud(edition: Edition, slide: SayAloudSlide) -> Draft:
    texts = {
        "title": _filled(edition, slide.title),
        "sentence": _filled(edition, slide.sentence),
        "answer": _filled(edition, slide.answer),
    }
    return _with_picture(edition, "Say aloud", slide.picture, texts)


def _words(edition: Edition, slide: WordsSlide) -> Draft:
    taught = [edition.words[word] for word in slide.words]
    texts = {"title": _filled(edition, slide.title)}
    pictures: dict[str, Picture] = {}
    for i, word in enumerate(taught, 1):
        meaning = word.meaning_for(edition.band.id)
        texts[f"word-{i}"] = _filled(edition, word.word)
        if meaning is not None:
            texts[f"meaning-{i}"] = _filled(edition, meaning)
        if word.picture is not None:
            pictures[f"picture-{i}"] = edition.pictures[word.picture]
    count = f"{len(taught)} word{'s' if len(taught) > 1 else ''}"
    if len(pictures) == len(taught):
        return Draft(f"{count} with pictures", texts, pictures)
    return Draft(count, texts)


def _calm(edition: Edition, slide: CalmSlide) -> Draft:
    closing = slide.own_closing or edition.lesson.closing
    texts = {"title": _filled(edition, slide.title), "text": _filled(edition, closing.calm)}
    art = _art(edition, slide.picture)
    return Draft("Wide calm" if any(map(is_wide, art.values())) else "Calm", texts, art)


def _help(edition: Edition, slide: HelpSlide) -> Draft:
    """As many services as can be read from the back of the room, most important first."""
    closing, body_pt = slide.own_closing or edition.lesson.closing, edition.band.slides.type_pt
    fault, tell = fill(closing.not_your_fault, edition.region), fill(closing.tell, edition.region)
    texts = {"title": _filled(edition, slide.title), "message": (Paragraph("", fault), Paragraph(tell))}
    words = sum(count_words(part.whole) for parts in texts.values() for part in parts)
    services, listed = _services_to_show(edition), len(service_cards(edition))
    drafts: list[Draft] = []
    for count in range(len(services), 0, -1):
        more = {"more": plain(str(edition.labels.slides.more_helpers))} if count < listed else {}
        for label in (str(edition.labels.slides.service_online), "{name}"):
            rows = [_help_row(service, label) for service in services[:count]]
            drafts.append(_help_with({**texts, **more}, rows, words, body_pt))
    return next((draft for draft in drafts if all(text.fits for text in set_texts(draft, body_pt))), drafts[-1])


def _services_to_show(edition: Edition) -> list[ShortWay]:
    """The first of the band's services; the last of them gives way to the take-down service where it is taught."""
    ways = dict(zip((card.id for card in service_cards(edition)), short_ways(edition), strict=True))
    shown = list(ways)[:MOST_SERVICES]
    take_down = next((str(role.service) for role in edition.region.roles if role.role == TAKE_DOWN_ROLE), None)
    if TAKE_DOWN_TAUGHT in edition.lesson.teaches and take_down in ways and take_down not in shown:
        shown[-1] = take_down
    return [ways[service] for service in shown]


def _help_row(service: ShortWay, online: str) -> tuple[str, str | None]:
    """The name, with the address of a service online, and the number to ring, kept on one line."""
    if service.dialled:
        return service.name, service.reach.replace(" ", NO_BREAK_SPACE)
    return (online.format(name=service.name, address=service.reach) if service.address else service.name), None


def _help_with(
    texts: dict[str, tuple[Paragraph, ...]], rows: list[tuple[str, str | None]], words: int, body_pt: int
) -> Draft:
    """The services' names beside their numbers, which all take as much room as the longest."""
    layout = LAYOUTS[f"Help, {len(rows)} place{'s' if len(rows) > 1 else ''}"]
    texts, boxes = dict(texts), {}
    wide = _number_width([number for _, number in rows if number], body_pt)
    for i, (name, number) in enumerate(rows, 1):
        row = layout.placeholder(f"service-{i}").box
        texts[f"service-{i}"] = plain(name)
        boxes[f"service-{i}"] = Box(row.left, row.top, HELP_ROW - (wide + 12 if number else 0), row.height)
        if number:
            texts[f"number-{i}"] = plain(number)
            boxes[f"number-{i}"] = Box(row.left + HELP_ROW - wide, row.top, wide, row.height)
    return Draft(layout.name, texts, words=words, boxes=boxes)


def _number_width(numbers: list[str], body_pt: int) -> float:
    """Room for the longest number at the largest size that leaves half of the row to the name."""
    style = Style(bold=True, heading=True)
    sizes = LAYOUTS["Help, 1 place"].placeholder("number-1").role.sizes(body_pt)
    longest = max((line_width(number, 1, style) for number in numbers), default=0.0) * ROOM_FOR_WIDER_FONTS
    return longest * next((size for size in sizes if longest * size <= HELP_ROW / 2), sizes[-1])


def _chat(edition: Edition, slide: ChatSlide) -> Draft:
    """Bubbles as large as their messages, from top to bottom, at the largest size that fits all of them."""
    role = LAYOUTS["Chat"].placeholder("left-1").role
    sizes = role.sizes(edition.band.slides.type_pt)
    bubbles = [_bubble(edition, i, message) for i, message in enumerate(slide.messages, 1)]
    area = CONTENT.inset(24, 16)
    tall = {size: [_bubble_size(text, size, area.width) for _, text in bubbles] for size in sizes}
    size = next((s for s in sizes if sum(h for _, h in tall[s]) + 10 * (len(bubbles) - 1) <= area.height), sizes[-1])
    boxes: dict[str, Box] = {}
    top = area.top + (area.height - sum(high for _, high in tall[size]) - 10 * (len(bubbles) - 1)) / 2
    for (key, _), (wide, high) in zip(bubbles, tall[size], strict=True):
        left = area.left if key.startswith("left") else area.left + area.width - wide
        boxes[key] = Box(left, top, wide, high)
        top += high + 10
    texts = {"title": _filled(edition, slide.title), **{key: (text,) for key, text in bubbles}}
    return Draft("Chat", texts, boxes=boxes)


def _bubble(edition: Edition, number: int, message: Message) -> tuple[str, Paragraph]:
    lead = f"{fill(message.sender, edition.region)}:"
    return f"{message.side}-{number}", Paragraph(fill(message.text, edition.region), lead)


def _bubble_size(text: Paragraph, size: int, room: float) -> tuple[float, float]:
    padding, plain_style = 14, Style()
    bolder = line_width(text.lead, size, Style(bold=True)) - line_width(text.lead, size, plain_style)
    wide = min(room * 0.92, line_width(text.whole, size, plain_style) + bolder + 2 * padding + 4)
    high = height([text.whole], wide - 2 * padding - bolder, size, plain_style)
    return wide, high + padding + size * PARAGRAPH_GAP


_DRAFTED_BY: dict[type, Callable[[Edition, Any], Draft]] = {
    PictureSlide: _picture,
    QuestionSlide: _question,
    PointsSlide: _points,
    CompareSlide: _compare,
    ChatSlide: _chat,
    ActivitySlide: _activity,
    SayAloudSlide: _say_aloud,
    WordsSlide: _words,
    GroundRulesSlide: _ground_rules,
    HelpSlide: _help,
    NextSlide: _next,
    CalmSlide: _calm,
}
