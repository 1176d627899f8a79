"""Branching stories: every way leads on, none leads back, and each ends where someone helps."""

from __future__ import annotations

from collections.abc import Iterator

from takeabreath.content.validate import did_you_mean
from takeabreath.model.quiz import Choice, Scene, Story
from takeabreath.problems import Problem, ProblemCode


def story_problems(story: Story) -> Iterator[Problem]:
    """Choices that lead nowhere or back, and ends without help; if there are none, scenes that nobody reaches."""
    scenes = {str(scene.id): scene for scene in story.scenes}
    astray = [*_unknown(story, scenes), *_loops(story, scenes)]
    yield from astray
    for scene in story.scenes:
        yield from _ending(scene)
        if not astray and scene.id not in _walk(scenes, str(story.scenes[0].id))[1]:
            yield Problem(
                scene.id.span,
                ProblemCode.STORY_UNREACHABLE,
                f"no choice leads to the scene '{scene.id}'",
                f"Write `to: {scene.id}` at a choice, or delete the scene.",
            )


def _unknown(story: Story, scenes: dict[str, Scene]) -> Iterator[Problem]:
    for scene in story.scenes:
        for choice in scene.choices:
            if choice.to not in scenes:
                yield Problem(choice.to.span, ProblemCode.ID_UNKNOWN, f"there is no scene '{choice.to}'",
                              did_you_mean(choice.to, scenes))  # fmt: skip


def _loops(story: Story, scenes: dict[str, Scene]) -> Iterator[Problem]:
    for choice in _walk(scenes, str(story.scenes[0].id))[0]:
        yield Problem(
            choice.to.span,
            ProblemCode.STORY_LOOP,
            f"this choice leads back to '{choice.to}', which came before",
            "Lead on to a later scene, so that every way ends at help.",
        )


def _ending(scene: Scene) -> Iterator[Problem]:
    if bool(scene.choices) == bool(scene.help):
        amiss = "has choices and help" if scene.help else "is a dead end: it has neither choices nor help"
        yield Problem(
            scene.id.span,
            ProblemCode.STORY_ENDING,
            f"the scene '{scene.id}' {amiss}",
            "Write `choices` where the story goes on, and `help` where it ends.",
        )


def _walk(scenes: dict[str, Scene], first: str) -> tuple[list[Choice], set[str]]:
    """The choices that lead back to a scene on their own way, and all scenes that the first one leads to."""
    loops: list[Choice] = []
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        for choice in scenes[name].choices:
            if choice.to in (*way, name):
                loops.append(choice)
            elif choice.to in scenes and choice.to not in done:
                visit(str(choice.to), (*way, name))
        done.add(name)

    visit(first, ())
    return loops, done
