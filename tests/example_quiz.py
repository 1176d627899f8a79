"""A question of every kind, with short invented texts, for tests of the engine and of pages."""

from __future__ import annotations

from dataclasses import replace

from takeabreath.plan.quiz import QuizPage
from takeabreath.plan.quiz_questions import QuizChoice, QuizOption, QuizQuestion, QuizScene, WholeFeedback

_WHOLE = WholeFeedback("All of it fits. Mira's aunt helps.", "Nearly all fits.", "We can look at it once more.")


def _question(kind: str, stem: str, **parts: object) -> QuizQuestion:
    fields = {"hints": ("Think of Mira.", "Who is near her?"), "talk_about": "Who could help Mira?", "picture": None}
    return QuizQuestion(kind, kind, stem, **{**fields, **parts})  # type: ignore[arg-type]  # each kind has its own parts


def _choices(*levels: str) -> tuple[QuizOption, ...]:
    texts = ("Give the gems", "Tell her aunt", "Delete the game")
    return tuple(QuizOption(text, level, f"Feedback on: {text}.") for text, level in zip(texts, levels, strict=False))


def _cards(*places: int) -> tuple[QuizOption, ...]:
    texts = ("A hug from Gran", "Or else!", "Do not tell", "A new game")
    return tuple(
        QuizOption(text, feedback=f"Why it is there: {text}.", place=place)
        for text, place in zip(texts, places, strict=False)
    )


_STORY = (
    QuizScene("A message comes to Mira.", None, (
        QuizChoice("She answers it", "look-again", "Many would. It can make more trouble.", 1),
        QuizChoice("She tells her aunt", "got-it", "Yes. Now she is not alone.", 2),
    ), ""),
    QuizScene("More messages come.", None, (
        QuizChoice("She tells her aunt", "got-it", "Yes. It is never too late.", 2),
        QuizChoice("She waits", "nearly", "Waiting is heavy. A teacher sees it.", 3),
    ), ""),
    QuizScene("Her aunt listens.", None, (), "Mira's aunt helps. It is not Mira's fault."),
    QuizScene("Her teacher asks.", None, (), "Mira tells her teacher, who helps."),
)  # fmt: skip

EXAMPLES = (
    _question("choose-one", "What helps Mira?", options=_choices("look-again", "got-it", "nearly")),
    _question("true-false", "If Mira pays, it stops.", options=(
        QuizOption("True", "look-again", "It rarely stops."), QuizOption("Not true", "got-it", "It rarely stops."))),
    _question("feelings", "How may Mira feel?", options=(
        QuizOption("Sad", "heard", "Yes, she may."), QuizOption("Cross", "heard", "Yes, she may."))),
    _question("confidence", "How sure is Ken whom to tell?", options=tuple(
        QuizOption(text, "heard", f"That is fine: {text}.") for text in ("Not sure", "A bit sure", "Very sure"))),
    _question("choose-many", "What is proof?", options=_choices("got-it", "got-it", "look-again"), feedback=_WHOLE),
    _question("spot-the-trick", "Which parts are tricks?", lead="Player 9", feedback=_WHOLE, options=(
        QuizOption("Hi Mira!", "look-again", "A friendly hello."),
        QuizOption("Be quick,", "got-it", "Hurry is a trick."),
        QuizOption("or all will see it.", "got-it", "A threat is a trick."))),
    _question("put-in-order", "What comes first?", options=tuple(map(QuizOption, ("Stop", "Leave it", "Tell"))),
              feedback=_WHOLE),
    _question("sort", "Kind or bossy?", options=_cards(0, 1, 1, 0), places=("Kind", "Bossy"), feedback=_WHOLE),
    _question("match", "Who helps?", options=_cards(0, 1, 2), places=("Her aunt", "Her teacher", "A doctor"),
              feedback=_WHOLE),
    _question("triage", "What first?", options=_cards(0, 1, 2, 2), places=("First", "Next", "Later"), feedback=_WHOLE),
    _question("story", "What does Mira do?", scenes=_STORY),
    _question("finish-the-sentence", "What could Ken say?", lead="I need help because", reply="Any ending is fine.",
              options=tuple(map(QuizOption, ("something online scares me.", "I do not know what to do.")))),
)  # fmt: skip
KINDS = tuple(question.kind for question in EXAMPLES)


def example_page(page: QuizPage, *kinds: str) -> QuizPage:
    """A page with the examples of these kinds, or of all, in place of its own questions."""
    return replace(page, questions=tuple(question for question in EXAMPLES if not kinds or question.kind in kinds))
