"""The fields of the facilitator's notebook, as widgets: totals of a group before and after the lessons."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import ipywidgets as widgets

from takeabreath.content.editions import band_edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.content.location import find_content
from takeabreath.model.curriculum import BandEdition, Curriculum
from takeabreath.model.labels import BeforeAfterLabels
from takeabreath.model.text import Text
from takeabreath.plan.before_after import Counted
from takeabreath.plan.change_report import plan_change_report, trouble_texts
from takeabreath.plan.survey import SurveyQuestion, survey_for, survey_questions
from takeabreath.problems import ContentProblems
from takeabreath.render.to_chart import render_chart
from takeabreath.theme.theme import theme_for

_MOST = 9999
_FULL = widgets.Layout(width="auto", max_width="calc(100% - 1rem)")
_FIELD = widgets.Layout(width="16rem")
_NAME_BESIDE = {"description_width": "9rem"}

#: A whole number for each answer of a question, at one time.
Fields = tuple[widgets.BoundedIntText, ...]


def totals(language: str, region: str) -> widgets.VBox:
    """The fields, or what is amiss with the content."""
    try:
        curriculum = load_curriculum(find_content())
    except (FileNotFoundError, ContentProblems) as error:
        return widgets.VBox([widgets.HTML(_message(str(error)))])
    if not curriculum.survey:
        return widgets.VBox([widgets.HTML(_message(curriculum.labels[language].before_after.no_survey))])
    return BeforeAfter(curriculum, language, region).box


class BeforeAfter:
    """What was typed, which is kept nowhere but here, and what came of it."""

    def __init__(self, curriculum: Curriculum, language: str, region: str) -> None:
        self._curriculum, self._language, self._region = curriculum, language, region
        self.words: BeforeAfterLabels = curriculum.labels[language].before_after
        survey = curriculum.labels[language].survey
        self._times, self._none = (str(survey.before), str(survey.after)), str(survey.no_answer)
        self.band = widgets.Dropdown(
            description=str(self.words.group), options=list(self._bands()), layout=_FULL, style=_NAME_BESIDE
        )
        self.papers: Fields = ()
        self.ticks: tuple[tuple[Fields, Fields], ...] = ()
        self.fields, self.message, self.result = widgets.VBox(), widgets.HTML(), widgets.HTML(layout=_FULL)
        self.show, self.clear = _button(self.words.show, "primary"), _button(self.words.clear)
        self.show.on_click(lambda _: self.show_changes())
        self.clear.on_click(lambda _: self._ask())
        self.band.observe(lambda _: self._ask(), "value")
        self._ask()
        buttons = widgets.HBox([self.show, self.clear], layout=widgets.Layout(flex_flow="row wrap", margin="12px 0"))
        self.box = widgets.VBox([self.band, self.fields, buttons, self.message, self.result])

    def _bands(self) -> Iterator[tuple[str, str]]:
        taught = {placed.band.id for placed in self._curriculum.lessons}
        for name, band in self._curriculum.bands.items():
            if name in taught and survey_for(self._curriculum.survey, name):
                yield str(band.name), name

    def _edition(self) -> BandEdition:
        band = self._curriculum.bands[self.band.value]
        return band_edition_of(self._curriculum, band, self._language, self._region)

    def _ask(self) -> None:
        """Empty fields for the chosen group, and nothing of what was typed before."""
        self.message.value = self.result.value = ""
        self.papers = tuple(_field(time) for time in self._times)
        questions = survey_questions(self._edition())
        self.ticks = tuple(self._fields_for(question) for question in questions)
        self.fields.children = (
            _heading(self.words.papers),
            widgets.HBox(self.papers, layout=widgets.Layout(flex_flow="row wrap")),
            *(part for number, question in enumerate(questions) for part in self._parts(question, self.ticks[number])),
        )

    def _fields_for(self, question: SurveyQuestion) -> tuple[Fields, Fields]:
        letters = (*(answer.letter for answer in question.answers), self._none)
        before, after = (
            tuple(_field(self.words.field.format(letter=letter, when=time)) for letter in letters)
            for time in self._times
        )
        return before, after

    def _parts(self, question: SurveyQuestion, fields: tuple[Fields, Fields]) -> Iterator[widgets.Widget]:
        yield _heading(f"{question.number}. {question.stem}")
        texts = (*(f"{answer.letter}. {answer.text}" for answer in question.answers), self._none)
        for text, before, after in zip(texts, *fields, strict=True):
            shown = widgets.HTML(escape(text), layout=widgets.Layout(width="20rem"))
            yield widgets.HBox([shown, before, after], layout=widgets.Layout(flex_flow="row wrap"))

    def _counted(self, time: int) -> Counted:
        ticks = tuple(tuple(field.value for field in fields[time]) for fields in self.ticks)
        return Counted(self.papers[time].value, ticks)

    def show_changes(self) -> None:
        """Show the chart, or say kindly why these totals give none."""
        edition, counts = self._edition(), (self._counted(0), self._counted(1))
        troubles = trouble_texts(edition, counts)
        self.message.value = _message(*troubles) if troubles else ""
        theme = theme_for(str(edition.band.id))
        self.result.value = "" if troubles else render_chart(plan_change_report(edition, counts), theme)


def _field(name: str) -> widgets.BoundedIntText:
    return widgets.BoundedIntText(
        0, min=0, max=_MOST, description=name, layout=_FIELD, style={"description_width": "11.5rem"}
    )


def _button(name: Text, style: str = "") -> widgets.Button:
    return widgets.Button(description=str(name), button_style=style, layout=widgets.Layout(width="auto"))


def _heading(text: str) -> widgets.HTML:
    return widgets.HTML(f"<h3>{escape(text)}</h3>")


def _message(*sentences: str) -> str:
    """Words that a screen reader says as soon as they are there."""
    return f'<div role="alert">{"".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)}</div>'
