"""The quiz in a notebook, seen from Python."""

from __future__ import annotations

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.quiz import open_quiz
from takeabreath.quiz.widget import QuizWidget, quiz_widget


@pytest.fixture
def widget(editions: dict[str, Edition]) -> QuizWidget:
    return quiz_widget(editions["8-10/4-stop-and-keep"])


def _answer(widget: QuizWidget) -> None:
    """Do as the engine does when a learner has checked an answer."""
    message = {"answers": {"first": {"given": [1], "level": "got-it"}}, "finished": True}
    widget._handle_custom_msg(message, [])


def test_python_sees_answers_and_end(widget: QuizWidget) -> None:
    seen: list[object] = []
    widget.observe(lambda change: seen.append(change["new"]), names=["answers", "finished"])
    _answer(widget)
    assert widget.answers == {"first": {"given": [1], "level": "got-it"}}
    assert seen == [widget.answers, True]


def test_answers_are_no_part_of_what_a_notebook_saves(widget: QuizWidget) -> None:
    _answer(widget)
    state = widget.get_state()
    assert {"answers", "finished"} & set(state) == set()
    assert "given" not in str({name: value for name, value in state.items() if name != "_esm"})


def test_notebook_that_was_not_run_says_what_to_press(widget: QuizWidget) -> None:
    bundle = widget._repr_mimebundle_()
    assert bundle is not None
    assert bundle[0]["text/plain"] == widget.quiz["words"]["not_started"]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("8-10/no-such-lesson", "en", "my"), "There is no lesson '8-10/no-such-lesson'. Choose one of: "),
        (("8-10/4-stop-and-keep", "xx", "my"), "There is no language 'xx'. Choose one of: en"),
        (("8-10/4-stop-and-keep", "en", "xx"), "There is no region 'xx'. Choose one of: "),
    ],
)
def test_unknown_names_are_answered_with_what_there_is(names: tuple[str, str, str], says: str) -> None:
    with pytest.raises(ValueError, match=r"There is no") as raised:
        open_quiz(*names)
    assert says in str(raised.value)
