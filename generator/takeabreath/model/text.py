"""The leaves of the content: text that knows its place, and numbers read from text.

The loader gives every scalar as `Text`; the field's type decides what it means. So `Yes`, `NO`,
`12:30`, `1.10` and `007` stay what the author typed, wherever text is wanted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from takeabreath.problems import SourceSpan

NOWHERE = SourceSpan("content", 1, 1)


class Text(str):
    """A string with the place where it was written; runs of white space are one space."""

    __slots__ = ("span",)
    span: SourceSpan

    def __new__(cls, value: str, span: SourceSpan = NOWHERE) -> Self:
        text = super().__new__(cls, value)
        text.span = span
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, SourceSpan]]:
        return type(self), (str(self), self.span)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._from_content)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Numbers and yes are texts for the loader, so an editor is not to complain of them."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    @classmethod
    def _from_content(cls, value: object) -> Text:
        if isinstance(value, dict):
            raise PydanticCustomError("text_not_mapping", "text is expected here, not entries with keys")
        if isinstance(value, list | tuple):
            raise PydanticCustomError("text_not_list", "one text is expected here, not a list")
        words = " ".join(str(value).split())
        if not words:
            raise PydanticCustomError("text_empty", "the text is empty")
        return cls(words, value.span if isinstance(value, Text) else NOWHERE)


class Audience(Enum):
    """Who meets a text: learners see or hear it; leaders (teachers, parents at home, staff) read it."""

    SHOWN = "shown to learners"
    SAID = "said to learners"


#: Text that learners see: slides, sheets, quiz.
Shown = Annotated[Text, Audience.SHOWN]
#: Text that the leader says aloud to learners.
Said = Annotated[Text, Audience.SAID]


def _whole_number(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("whole_number", "a whole number is expected here, such as 5")


def _yes_or_no(value: object) -> object:
    answers = {"true": True, "false": False, "yes": True, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in answers:
        return answers[value.lower()]
    raise PydanticCustomError("yes_or_no", "yes or no is expected here")


def _calendar_date(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("calendar_date", "a date is expected here, such as 2026-11-22")


_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def _identifier(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(_ID, value):
        return value
    raise PydanticCustomError(
        "identifier", "an id is expected here: small letters, digits and hyphens, such as block-user"
    )


WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer", "minimum": 0})]
YesOrNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no),
    WithJsonSchema({"type": ["boolean", "string"], "enum": [True, False, "yes", "no", "Yes", "No", "YES", "NO"]}),
]
CalendarDate = Annotated[
    date, BeforeValidator(_calendar_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
#: The id of this or another entry; `Text`, so that a dangling one can be pointed at.
Id = Annotated[
    Text, BeforeValidator(_identifier), WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_ID}$"})
]


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks an id that names an entry elsewhere; `to` says where, such as "picture"."""

    to: str


class Places:
    """The names that a label holds between braces, such as `{count}`."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)


PictureId = Annotated[Id, Refers("picture")]
WordId = Annotated[Id, Refers("word")]
GuidanceId = Annotated[Id, Refers("guidance point")]
BandId = Annotated[Id, Refers("band")]
HabitId = Annotated[Id, Refers("habit")]
ServiceId = Annotated[Id, Refers("service")]
QuestionId = Annotated[Id, Refers("question")]
FactId = Annotated[Id, Refers("fact")]
AlsoKnownId = Annotated[Id, Refers("qualifying fact")]
RoleId = Annotated[Id, Refers("role")]
LawNoteId = Annotated[Id, Refers("law note")]

_SPAN = "source_span"


class SourceMapping(dict[str, Any]):
    """Keys and values as they stand in a file, with the places of the mapping and of each key.

    `model` is the class that last read the mapping: it knows which keys there could have been.
    """

    def __init__(self, span: SourceSpan) -> None:
        super().__init__()
        self.span = span
        self.key_spans: dict[str, SourceSpan] = {}
        self.model: type[Node] | None = None


class SourceList(list[Any]):
    """Values as they stand in a file, with the place of the first."""

    def __init__(self, span: SourceSpan) -> None:
        super().__init__()
        self.span = span


class Node(BaseModel):
    """An entry of the content. Unknown keys are refused; `source_span` is where it begins."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    source_span: SkipJsonSchema[SourceSpan] = Field(default=NOWHERE, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _take_span(cls, value: object) -> object:
        if isinstance(value, BaseModel):
            return value
        if not isinstance(value, dict):
            raise PydanticCustomError("entry_expected", "entries with keys are expected here")
        if not isinstance(value, SourceMapping):
            return value
        value.model = cls
        return {**value, _SPAN: value.span}
