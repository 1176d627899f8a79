"""Every lesson begins with ground rules and ends in safety: not your fault, who to tell, what next, calm."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.model.curriculum import Edition
from takeabreath.model.lesson import ActivitySlide, CalmSlide, GroundRulesSlide, HelpSlide, NextSlide, Step, StepKind
from takeabreath.model.wording import Wording
from takeabreath.problems import Problem, ProblemCode
from takeabreath.rules.phrases import contains_phrase

_PUPILS_NEED = tuple(StepKind)
_ADULTS_NEED = (StepKind.WELCOME, StepKind.ACTIVITY, StepKind.PRACTISE, StepKind.CLOSE)


def step_problems(edition: Edition, _wording: Wording) -> Iterator[Problem]:
    """Steps that are missing or out of order, minutes that do not add up, a welcome without ground rules."""
    lesson, band = edition.lesson, edition.band
    kinds = [step.kind for step in lesson.steps]
    for kind in _PUPILS_NEED if band.audience == "pupils" else _ADULTS_NEED:
        if kind not in kinds:
            yield Problem(
                lesson.source_span,
                ProblemCode.STEP_MISSING,
                f"the lesson has no step of the kind '{kind}'",
                f"Add a step with `kind: {kind}`.",
            )
    order = list(StepKind)
    for before, step in zip(lesson.steps, lesson.steps[1:], strict=False):
        if order.index(step.kind) < order.index(before.kind):
            yield Problem(
                step.source_span,
                ProblemCode.STEP_ORDER,
                f"'{step.kind}' comes after '{before.kind}'",
                f"Keep the order: {', '.join(order)}.",
            )
    if lesson.minutes != band.core_minutes:
        yield Problem(lesson.steps[0].source_span, ProblemCode.MINUTES_SUM, "the steps take "
        f"{lesson.minutes} minutes; the core path of {band.id} takes {band.core_minutes}",
                      "Change the steps' minutes so that they add up.")  # fmt: skip
    for step, slide in lesson.slides():
        if isinstance(slide, ActivitySlide) and (slide.minutes or 0) > step.minutes:
            message = f"the activity takes {slide.minutes} minutes; its step has {step.minutes}"
            yield Problem(
                slide.source_span, ProblemCode.MINUTES_SUM, message, "Shorten the activity, or give the step more."
            )
    yield from needs(lesson.steps[0], GroundRulesSlide, "ground-rules", ProblemCode.STEP_MISSING)


def closing_problems(edition: Edition, wording: Wording) -> Iterator[Problem]:
    """A close without its slides, a closing that does not say whose fault it is not, an end that is not calm."""
    lesson = edition.lesson
    if not contains_phrase(lesson.closing.not_your_fault, wording.fault_words):
        yield Problem(lesson.closing.not_your_fault.span, ProblemCode.CLOSING_MISSING, "not_your_fault does "
        "not say that it is not their fault",
                      f"Say it in so many words: {wording.fault_words[0]}.")  # fmt: skip
    close = lesson.steps[-1]
    if close.kind is StepKind.CLOSE:
        yield from needs(close, HelpSlide, "help", ProblemCode.CLOSING_MISSING)
        yield from needs(close, NextSlide, "what-happens-next", ProblemCode.CLOSING_MISSING)
        if not isinstance(close.slides[-1], CalmSlide):
            yield Problem(
                close.slides[-1].source_span,
                ProblemCode.CLOSING_MISSING,
                "the last slide is not the calm close",
                "End the lesson with a slide of `kind: calm`.",
            )


def needs(step: Step, slide: type, kind: str, code: ProblemCode) -> Iterator[Problem]:
    """A step without a slide of this kind."""
    if not any(isinstance(shown, slide) for shown in step.slides):
        yield Problem(
            step.source_span,
            code,
            f"the step '{step.title}' has no slide of the kind '{kind}'",
            f"Add a slide with `kind: {kind}`.",
        )
