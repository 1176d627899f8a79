"""The same handouts made by another: WeasyPrint, from HTML with the same words, pictures, fonts and paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from takeabreath.theme.theme import FONTS_DIR, theme_for

if TYPE_CHECKING:
    from takeabreath.plan.booklet import Booklet
    from takeabreath.plan.handout import ClosingPage, FirstPage, HomeCard, Worksheet
    from takeabreath.plan.quiz_paper import PaperQuestion, QuizPaper

_STYLE = """
@font-face {{ font-family: Andika; src: url(file://{fonts}/Andika-Regular.ttf) }}
@font-face {{ font-family: Andika; font-weight: 700; src: url(file://{fonts}/Andika-Bold.ttf) }}
@font-face {{ font-family: Lexend; font-weight: 700; src: url(file://{fonts}/Lexend-Bold.ttf) }}
@page {{ size: A4; margin: 15mm 16mm 20mm; @bottom-left {{ content: "{title}"; font-size: 9pt }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font-size: 9pt }} }}
body {{ font: {size}pt Andika; color: #{ink}; line-height: 1.4 }}
h1, h2 {{ font-family: Lexend; color: #{accent}; break-after: avoid }}
section {{ break-before: page }} section:first-child {{ break-before: auto }}
.panel {{ background: #{tint}; border-radius: 3mm; padding: 4mm }}
.boxes {{ display: grid; grid-template-columns: 1fr 1fr; gap: 3mm }}
.boxes > div {{ border: 0.8pt solid #{ink}; border-radius: 3mm; padding: 4mm }}
.cards > div {{ border: 1pt dashed #{ink}; padding: 6mm; break-inside: avoid }}
.line {{ border-bottom: 0.8pt solid #{ink}; height: {line}mm }}
.keep {{ break-inside: avoid }} img {{ max-height: 60mm; max-width: 100% }} .small {{ max-height: 22mm }}
.mats {{ display: grid; grid-template-columns: 1fr 1fr; gap: 4mm }}
.mats > div {{ border: 1.4pt solid #{accent}; border-radius: 3mm; height: 70mm }}
.fingers {{ display: flex; gap: 4mm }}
.fingers > div {{ border: 2pt solid #{accent}; border-radius: 14mm; height: 90mm; padding: 60mm 2mm 2mm; flex: 1 }}
.comic {{ display: grid; grid-template-columns: 1fr 1fr; gap: 4mm }}
.comic > div {{ border: 1.4pt solid #{accent}; border-radius: 3mm; padding: 3mm; break-inside: avoid }}
.bubble {{ border: 1.4pt solid #{accent}; border-radius: 5mm; padding: 3mm 4mm; width: 75%; margin: 4mm 0;
  position: relative; break-inside: avoid }}
.bubble::after {{ content: ""; position: absolute; bottom: -3mm; left: 8mm; border: 1.5mm solid transparent;
  border-top-color: #{accent} }}
.grown-up {{ margin-left: 25%; background: #{tint} }} .both {{ margin-left: 12% }}
.questions {{ columns: {columns}; column-gap: 8mm }}
.question {{ display: grid; grid-template-columns: 9mm 1fr auto; break-inside: avoid; margin-bottom: 5mm }}
.badge {{ display: inline-block; width: 6mm; height: 6mm; border-radius: 3mm; background: #{accent}; color: white;
  text-align: center; font: 700 10pt Lexend; align-self: start }}
ul.ticks {{ list-style: none; padding: 0 }} ul.ticks li {{ margin: 2mm 0; padding-left: 8mm; text-indent: -8mm }}
.tick {{ display: inline-block; width: 4mm; height: 4mm; border: 1.2pt solid #{ink}; border-radius: 0.5mm;
  margin-right: 3mm }}
.number {{ font: 700 {number}pt Lexend }}
"""


class Weasy:
    """One of them for all handouts, so that it reads its fonts once."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()

    def pdf(self, page: str) -> bytes:
        """A PDF that claims PDF/UA-1, as ours does."""
        made = HTML(string=page).write_pdf(font_config=self._fonts, pdf_variant="pdf/ua-1")
        assert made is not None
        return bytes(made)


#: Everything below each other, which is what WeasyPrint is quickest at.
_PLAIN = """
.boxes, .mats, .fingers, .comic, .question { display: block } .questions { columns: 1 }
"""


def html_of(booklet: Booklet, *, plain: bool = False) -> str:
    """The booklet as one page of HTML, laid out much like ours, or `plain`."""
    parts: dict[str, Any] = {
        "first-page": _first_page, "worksheet": _worksheet, "quiz-paper": _quiz_paper,
        "home-card": _home_card, "closing-page": _closing_page,
    }  # fmt: skip
    body = "".join(f"<section>{''.join(parts[part.kind](part, booklet))}</section>" for part in booklet.parts)
    theme, measures = theme_for(booklet.band), booklet.measures
    style = _STYLE.format(
        fonts=FONTS_DIR, title=booklet.title.replace('"', ""), size=measures.type_pt, line=measures.line_mm,
        ink=theme.ink, accent=theme.accent_dark, tint=theme.tint,
        columns=1 if measures.type_pt > 13 else 2, number=max(20, measures.type_pt * 1.4),
    )  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="{booklet.language}"><head><title>{escape(booklet.title)}</title>'
        f"<style>{style}{_PLAIN if plain else ''}</style></head><body>{body}</body></html>"
    )


def _picture(booklet: Booklet, name: str | None, size: str = "") -> str:
    if name is None:
        return ""
    picture = next(picture for picture in booklet.pictures if picture.id == name)
    code = base64.b64encode(picture.svg).decode()
    return f'<img class="{size}" alt="{escape(str(picture.alt))}" src="data:image/svg+xml;base64,{code}">'


def _items(texts: tuple[str, ...], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{kind}>"


def _ticks(texts: tuple[str, ...]) -> str:
    items = "".join(f'<li><span class="tick"></span>{escape(text)}</li>' for text in texts)
    return f'<ul class="ticks">{items}</ul>' if items else ""


def _lines(count: int) -> str:
    return '<div class="line"></div>' * count


def _first_page(part: FirstPage, booklet: Booklet) -> Iterator[str]:
    yield f'<div class="panel"><h1>{escape(part.title)}</h1><p>{escape(part.strap)}</p>{escape(part.band_name)}</div>'
    yield _picture(booklet, part.picture)
    yield f"<h2>{booklet.labels['i_can']}</h2><p>{escape(part.objective)}</p><h2>{booklet.labels['words']}</h2>"
    words = (
        f"<div>{_picture(booklet, word.picture, 'small')}<b>{escape(word.word)}</b> {escape(word.meaning)}</div>"
        for word in part.words
    )
    yield f'<div class="boxes">{"".join(words)}</div>'


def _worksheet(part: Worksheet, booklet: Booklet) -> Iterator[str]:
    yield f"<h1>{escape(part.title)}</h1>"
    for sheet in part.sheets:
        yield f"<h2>{escape(sheet.title)}</h2><p>{escape(sheet.instructions)}</p>"
        yield from _sheet(sheet, booklet)


def _sheet(sheet: Any, booklet: Booklet) -> Iterator[str]:
    yield from (f"<div>{escape(text)}{_lines(sheet.lines * 2)}</div>" for text in getattr(sheet, "prompts", ()))
    for name, look in (("baskets", "mats"), ("fingers", "fingers")):
        boxes = "".join(f"<div><b>{escape(text)}</b></div>" for text in getattr(sheet, name, ()))
        yield f'<div class="{look}">{boxes}</div>'
    cards = "".join(f"<div>{escape(text)}</div>" for text in getattr(sheet, "cards", ()))
    yield f'<div class="boxes cards">{cards}</div>'
    yield _ticks(getattr(sheet, "points", ()))
    yield _picture(booklet, getattr(sheet, "picture", None))
    panels = (
        f"<div>{_badge(number)} {escape(panel.caption)}{_picture(booklet, panel.picture)}"
        f'<div class="bubble">{escape(panel.speech) or _lines(2)}</div></div>'
        for number, panel in enumerate(getattr(sheet, "panels", ()), 1)
    )
    yield f'<div class="comic">{"".join(panels)}</div>'


def _badge(number: int) -> str:
    return f'<span class="badge">{number}</span>'


def _quiz_paper(part: QuizPaper, booklet: Booklet) -> Iterator[str]:
    yield f"<h1>{booklet.labels['quiz']}</h1><p>{escape(part.intro)}</p>"
    questions = (f'<div class="question">{"".join(_question(it, booklet))}</div>' for it in part.questions)
    yield f'<div class="questions">{"".join(questions)}<div class="panel">{escape(part.finish)}</div></div>'


def _question(question: PaperQuestion, booklet: Booklet) -> Iterator[str]:
    yield f"{_badge(question.number)}<div><b>{escape(question.stem)}</b> {escape(question.how)}"
    yield f"<p>{escape(question.lead)}</p>"
    yield " ".join(f"{place.letter} {escape(place.text)}" for place in question.places)
    yield _lines(2) if question.mark == "write" else ""
    yield _ticks(tuple(f"{choice.letter} {choice.text}" for choice in question.choices))
    for scene in question.scenes:
        yield f"<p>{scene.number}. {escape(scene.text)}</p>"
        yield _ticks(tuple(f"{choice.text} {choice.then}" for choice in scene.choices))
    yield f"</div><div>{_picture(booklet, question.picture, 'small')}</div>"


def _home_card(part: HomeCard, booklet: Booklet) -> Iterator[str]:
    yield f"<h1>{escape(part.heading)}</h1><h2>{escape(part.title)} ({escape(part.minutes)})</h2>"
    yield _items(part.for_grown_ups)
    yield from (
        f'<div class="bubble {line.who}"><b>{escape(line.speaker)}</b> {escape(line.say)}</div>' for line in part.script
    )
    yield f"<h2>{booklet.labels['try_this']}</h2><p>{escape(part.try_this)}</p>"


def _closing_page(part: ClosingPage, booklet: Booklet) -> Iterator[str]:
    yield f"<h1>{booklet.labels['closing']}</h1>"
    yield f'<div class="panel"><h2>{escape(part.not_your_fault)}</h2><p>{escape(part.tell)}</p></div>'
    cards = []
    for service in part.services:
        ways = "".join(
            f'<p>{escape(way.label)} <span class="{"number" if way.dialled else ""}">{escape(way.text)}</span></p>'
            for way in service.ways
        )
        facts = " · ".join((*(f"{fact.label}: {fact.text}" for fact in service.facts), *service.checked))
        cards.append(f"<div><b>{escape(service.name)}</b><br>{escape(service.does)}{ways}{escape(facts)}</div>")
    yield f'<div class="boxes">{"".join(cards)}</div>'
    yield f"<h2>{booklet.labels['what_happens_next']}</h2>{_items(part.what_happens_next, 'ol')}"
    yield f'<div class="panel">{_picture(booklet, part.picture)}<p>{escape(part.calm)}</p></div>'
    yield "".join(f"<p>{escape(text)}</p>" for text in part.cautions)
