"""What all lessons share: guidance, bands, habits, words, pictures, and the whole they form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from takeabreath.model.evidence import Fact, Framework
from takeabreath.model.labels import Labels
from takeabreath.model.lesson import Lesson
from takeabreath.model.page import Page
from takeabreath.model.print_style import PrintStyle
from takeabreath.model.region import Region, Source
from takeabreath.model.route import BandRoute, Route
from takeabreath.model.survey import Survey
from takeabreath.model.text import BandId, Id, Node, PictureId, Shown, Text, WholeNumber, YesOrNo
from takeabreath.model.wording import Wording

Texts = tuple[Text, ...]

#: How many people take part in a route where nobody says.
USUAL_GROUP = 24


class QualifyingFact(Node):
    """A later or local fact that limits or sharpens a guidance point. Other facts may name its `id` as a source."""

    id: Id | None = None
    fact: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class GuidancePoint(Node):
    """A point of the guidance that the curriculum exists to teach, in our words."""

    id: Id
    name: Text
    says: Text
    said_by: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    qualified_by: tuple[QualifyingFact, ...] = ()


class ReadingLimits(Node):
    """Words a sentence (mean and longest) and Flesch-Kincaid grade (English only) that a band reads with ease."""

    mean_words: WholeNumber
    longest_sentence: WholeNumber
    grade: WholeNumber


class SlideLimits(Node):
    """Most words on a slide, and the smallest body type, in points."""

    words: WholeNumber
    type_pt: WholeNumber


class PrintLimits(Node):
    """Body type in points and the height of a line to write on, in millimetres."""

    type_pt: WholeNumber
    line_mm: WholeNumber


class QuizLimits(Node):
    """Which kinds of question a band gets, how many questions, and how many options each may have."""

    kinds: Annotated[Texts, Field(min_length=1)]
    fewest_questions: WholeNumber
    most_questions: WholeNumber
    fewest_options: WholeNumber
    most_options: WholeNumber


class SafeStep(Node):
    """One of the steps when somebody is threatened: what to do, in a few words, and a line on how."""

    picture: PictureId
    do: Shown
    how: Shown


class Band(Node):
    """An age band, or the adults around it: limits, ground rules, telling sentence, and first aid for feelings.

    `safe_steps` are what to do when somebody is threatened, in the order that fits the age. `all_guidance` says that
    the band's lessons together are to teach every guidance point.
    """

    id: Id
    name: Shown
    short_name: Shown
    audience: Literal["pupils", "parents", "staff"]
    core_minutes: WholeNumber
    read_aloud: YesOrNo
    all_guidance: YesOrNo = True
    reading: ReadingLimits
    slides: SlideLimits
    print: PrintLimits
    quiz: QuizLimits
    ground_rules: Annotated[tuple[Shown, ...], Field(min_length=2, max_length=6)]
    safe_steps: Annotated[tuple[SafeStep, ...], Field(min_length=3, max_length=6)]
    telling_sentence: Shown
    grown_up_answer: Shown
    if_upset: Annotated[Texts, Field(min_length=2)]
    if_tells: Annotated[Texts, Field(min_length=3)]
    question_box: Text


class Habit(Node):
    """One of the six habits that return in every band; `number` is its place in the sequence."""

    id: Id
    number: WholeNumber
    name: Shown
    means: Text
    picture: PictureId


class Meaning(Node):
    """What a taught word means, in words for one band."""

    band: BandId
    meaning: Shown


class TaughtWord(Node):
    """A word that lessons teach; it and its `forms` are left out of the reading grade."""

    id: Id
    word: Shown
    forms: tuple[Text, ...] = ()
    picture: PictureId | None = None
    meanings: Annotated[tuple[Meaning, ...], Field(min_length=1)]

    def meaning_for(self, band: str) -> Text | None:
        """The meaning written for a band, or None where the word is not taught there."""
        return next((entry.meaning for entry in self.meanings if entry.band == band), None)


class PictureEntry(Node):
    """A line of the picture index."""

    id: Id
    alt: Shown
    licence: Text
    creator: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its bytes, so that no renderer opens a file. `alt` describes it in words."""

    id: str
    alt: Text
    licence: str
    creator: str
    svg: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedLesson:
    """A lesson and its place: `id` is `8-10/4-stop-and-keep`, `name` is `4-stop-and-keep`."""

    band: Band
    habit: Habit
    lesson: Lesson
    file: str

    @property
    def name(self) -> str:
        return f"{self.habit.number}-{self.habit.id}"

    @property
    def id(self) -> str:
        return f"{self.band.id}/{self.name}"

    @property
    def source(self) -> str:
        """The file below the content folder, such as `lessons/8-10/4-stop-and-keep.yaml`."""
        return self.file.split("/", 1)[1]


class Course(Node):
    """The curriculum's name, the languages its content is written in, and its licence."""

    title: Shown
    subtitle: Shown
    language: Id
    region: Id
    creator: Text
    licence: Text
    licence_url: Text
    reviewed: Text


@dataclass(frozen=True, slots=True)
class PlacedRoute:
    """A route as one band takes it: `id` is `8-10/route-workshop`, `name` is `route-workshop`."""

    band: Band
    route_id: str
    route: Route
    way: BandRoute
    file: str

    @property
    def name(self) -> str:
        return f"route-{self.route_id}"

    @property
    def id(self) -> str:
        return f"{self.band.id}/{self.name}"


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page for its readers; `about` is the band that it is about, where it is made once for each."""

    page_id: str
    page: Page
    readers: Band
    about: Band | None
    file: str

    @property
    def name(self) -> str:
        return self.page_id if self.about is None else f"{self.page_id}-{self.about.id}"


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All content, read and linked. Mappings are in the order of their files."""

    course: Course
    guidance: dict[str, GuidancePoint]
    bands: dict[str, Band]
    habits: dict[str, Habit]
    words: dict[str, TaughtWord]
    pictures: dict[str, Picture]
    facts: dict[str, Fact]
    frameworks: dict[str, Framework]
    regions: dict[str, Region]
    labels: dict[str, Labels]
    wording: dict[str, Wording]
    lessons: tuple[PlacedLesson, ...]
    routes: tuple[PlacedRoute, ...]
    pages: tuple[PlacedPage, ...]
    survey: Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """For whom something is made, in one language, for one region, on one paper; and what all lessons share."""

    course: Course
    band: Band
    habits: dict[str, Habit]
    guidance: dict[str, GuidancePoint]
    words: dict[str, TaughtWord]
    pictures: dict[str, Picture]
    facts: dict[str, Fact]
    frameworks: dict[str, Framework]
    region: Region
    region_id: str
    labels: Labels
    language: str
    style: PrintStyle
    survey: Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Setting):
    """One lesson: everything that a plan of it may look at. The steps of a route are a lesson too, of no one habit."""

    habit: Habit | None
    lesson: Lesson
    lesson_id: str
    source_file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandEdition(Setting):
    """All that is made once for a band: its lessons, in the order of the habits."""

    lessons: tuple[Edition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteEdition(Setting):
    """A route for a group of so many people: its steps as one lesson, and the lessons that they come from."""

    route: Route
    way: BandRoute
    whole: Edition
    lessons: tuple[Edition, ...]
    group: int = USUAL_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEdition(Setting):
    """A page; `lessons` are those of the band that it is about, if any."""

    page: Page
    page_id: str
    source_file: str
    about: Band | None
    lessons: tuple[Edition, ...]
