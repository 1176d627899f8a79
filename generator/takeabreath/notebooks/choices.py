"""The choices of the first notebook, as widgets: who it is for, which lesson, which files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import ipywidgets as widgets

from takeabreath.build import Outcome, build
from takeabreath.content.editions import edition_of
from takeabreath.content.loader import load_curriculum
from takeabreath.content.location import find_content
from takeabreath.fingerprint import fingerprint
from takeabreath.model.curriculum import Curriculum, Edition, PlacedLesson
from takeabreath.model.fill import fill
from takeabreath.model.labels import StartHereLabels
from takeabreath.model.text import Text
from takeabreath.notebooks.previews import pages_html, slides_html
from takeabreath.notebooks.work_copy import in_work_copy, vouch_for
from takeabreath.problems import ContentProblems
from takeabreath.render.formats import LESSON_FORMATS
from takeabreath.targets import Target, targets_of

#: What a click opens in JupyterLab; any other file is handed to the browser, so that the choices stay where they are.
_OPENED_HERE = ".ipynb"
_TICKED_AT_FIRST = {"slides", "handout", "quiz", "notebook"}
_FULL = widgets.Layout(width="auto", max_width="calc(100% - 1rem)")
_WIDE = widgets.Layout(width="min(100%, 40rem)")
_NAMES_BESIDE = {"description_width": "7rem"}


def choices(here: Path | None = None) -> widgets.VBox:
    """The choices; files go into the folder `here`, which is the notebook's own."""
    try:
        content_dir = find_content()
        curriculum = load_curriculum(content_dir)
    except (FileNotFoundError, ContentProblems) as error:
        return widgets.VBox([widgets.HTML(_message(str(error)))])
    return Choices(content_dir, curriculum, here or Path.cwd()).box


class Choices:
    """What was picked, and what came of it. `here` is the notebook's folder."""

    def __init__(self, content_dir: Path, curriculum: Curriculum, here: Path) -> None:
        self._content_dir, self._curriculum, self._here = content_dir, curriculum, here
        course = curriculum.course
        self.words: StartHereLabels = curriculum.labels[course.language].start_here
        self.language = _dropdown(
            self.words.language,
            [(str(labels.common.language_name), code) for code, labels in curriculum.labels.items()],
        )
        self.region = _dropdown(
            self.words.region, [(str(region.name), code) for code, region in curriculum.regions.items()]
        )
        self.language.value, self.region.value = str(course.language), str(course.region)
        self.band = _dropdown(self.words.band, list(self._bands()))
        self.lesson = _dropdown(self.words.lesson, self._lessons())
        self.formats = {
            output_format.name: widgets.Checkbox(
                description=str(self._name_of(output_format.name)),
                value=output_format.name in _TICKED_AT_FIRST,
                indent=False,
                layout=_WIDE,
            )
            for output_format in LESSON_FORMATS
        }
        self.look = self._button(self.words.look, self.show_pages)
        self.make = self._button(self.words.make, self.make_files, "primary")
        self.message, self.links, self.previews = widgets.HTML(), widgets.Output(), widgets.HTML(layout=_FULL)
        self.band.observe(self._band_changed, "value")
        self.lesson.observe(self._forget, "value")
        self.box = widgets.VBox(list(self._parts()))

    def _parts(self) -> Iterator[widgets.Widget]:
        several = [choice for choice in (self.language, self.region) if len(choice.options) > 1]
        yield from (self.band, self.lesson, *(several or [self.language]))
        yield widgets.HTML(f"<h3>{escape(self.words.what_you_need)}</h3>")
        yield from self.formats.values()
        yield widgets.HBox([self.look, self.make], layout=widgets.Layout(flex_flow="row wrap", margin="12px 0"))
        yield from (self.message, self.links, self.previews)

    def _button(self, text: Text, press: Callable[[], None], style: str = "") -> widgets.Button:
        """A button that says when it is at work, and kindly when something went amiss."""

        def pressed(_button: widgets.Button) -> None:
            self.message.value = _message(self.words.working)
            try:
                press()
            except Exception as error:  # noqa: BLE001  a parent sees words, never a traceback
                self.message.value = _message(self.words.trouble.format(problem=error))

        button = widgets.Button(description=str(text), button_style=style, layout=widgets.Layout(width="auto"))
        button.on_click(pressed)
        return button

    def _bands(self) -> Iterator[tuple[str, str]]:
        taught = {placed.band.id for placed in self._curriculum.lessons}
        return ((str(band.name), name) for name, band in self._curriculum.bands.items() if band.id in taught)

    def _name_of(self, output_format: str) -> Text:
        name: Text = getattr(self.words, output_format.replace("-", "_"))
        return name

    def _band_changed(self, _change: object = None) -> None:
        self.lesson.options = self._lessons()

    def _lessons(self) -> list[tuple[str, str]]:
        region = self._curriculum.regions[self.region.value]
        return [
            (fill(placed.lesson.title, region), placed.id)
            for placed in self._curriculum.lessons
            if placed.band.id == self.band.value
        ]

    def _forget(self, _change: object = None) -> None:
        self.message.value, self.links.outputs, self.previews.value = "", (), ""

    def show_pages(self) -> None:
        """Show slides and handout pages as pictures."""
        edition = self._edition()
        title = self.words.previews.format(lesson=fill(edition.lesson.title, edition.region))
        self.previews.value = "".join(
            (
                f"<h3>{escape(title)}</h3>",
                f"<h4>{escape(self.words.slides)}</h4>{slides_html(edition)}",
                f"<h4>{escape(self.words.handout)}</h4>{pages_html(edition)}",
            )
        )
        self.message.value = ""

    def make_files(self) -> None:
        """Make what is ticked, and show where it is."""
        self.links.outputs = ()
        wanted = [output_format for output_format in LESSON_FORMATS if self.formats[output_format.name].value]
        if not wanted:
            self.message.value = _message(self.words.choose_something)
            return
        folder, place = self._folder()
        inputs = fingerprint(self._content_dir, self.language.value, self.region.value)
        targets = [
            place(target)
            for target in targets_of(
                self._curriculum, [self._placed()], wanted, self.language.value, self.region.value, inputs
            )
        ]
        outcomes: dict[str, Outcome] = {}
        build(
            targets, folder, full=False, inputs=inputs, curriculum=self._curriculum,
            report=outcomes.__setitem__, workers=1,
        )  # fmt: skip
        vouch_for(targets, folder)
        self.message.value = _message(*self._told(outcomes))
        self.links.outputs = ({"output_type": "display_data", "metadata": {}, "data": self._files(targets, folder)},)

    def _told(self, outcomes: dict[str, Outcome]) -> Iterator[str]:
        yield self.words.made.format(count=len(outcomes))
        for path, outcome in outcomes.items():
            if outcome is Outcome.KEPT:
                yield self.words.kept.format(file=path)
            elif outcome is Outcome.BUSY:
                yield self.words.busy.format(file=path)

    def _files(self, targets: list[Target], folder: Path) -> dict[str, str]:
        """Links to the files as the notebook sees them, and the folder's name for everyone else."""
        folders = sorted({str((folder / target.path).parent) for target in targets})
        places = [self.words.folder.format(folder=name) for name in folders]
        links = "".join(self._link(target, folder) for target in targets)
        heading = f"<h3>{escape(self.words.files)}</h3>"
        html = f"{heading}<ul>{links}</ul>{''.join(f'<p>{escape(place)}</p>' for place in places)}"
        return {"text/html": html, "text/plain": "\n".join(places)}

    def _link(self, target: Target, folder: Path) -> str:
        path = folder / target.path
        address = quote(Path(os.path.relpath(path, self._here)).as_posix())
        opening = "" if path.suffix == _OPENED_HERE else " download"
        name = f"{self._name_of(target.format.name)} ({path.name})"
        return f'<li><a href="{address}"{opening}>{escape(name)}</a></li>'

    def _folder(self) -> tuple[Path, Callable[[Target], Target]]:
        """Where files go and how: beside the notebook, and in a checkout where `takeabreath build` puts them."""
        if self._here.name == "notebooks" and (self._here.parent / "content" / "course.yaml").is_file():
            return self._here.parent, lambda target: target
        return self._here, in_work_copy

    def _placed(self) -> PlacedLesson:
        return next(placed for placed in self._curriculum.lessons if placed.id == self.lesson.value)

    def _edition(self) -> Edition:
        return edition_of(self._curriculum, self._placed(), self.language.value, self.region.value)


def _dropdown(name: Text, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(description=str(name), options=options, layout=_WIDE, style=_NAMES_BESIDE)


def _message(*sentences: str) -> str:
    """Words that a screen reader says as soon as they are there."""
    return f'<div role="alert">{"".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)}</div>'
