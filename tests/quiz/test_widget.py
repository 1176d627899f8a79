"""The quiz in a notebook, seen from Python."""

from __future__ import annotations

import pytest

from takeabreath.model.curriculum import Edition
from takeabreath.quiz import open_quiz
from takeabreath.quiz.widget import QuizWidget, quiz_widget

RESULT = {"stop-and-keep": {"got_it": 1, "nearly": 0, "look_again": 0, "heard": 0, "skipped": 9}}


@pytest.fixture
def widget(editions: dict[str, Edition]) -> QuizWidget:
    return quiz_widget(editions["8-10/4-stop-and-keep"])


def _answer(widget: QuizWidget) -> None:
    """Do as the engine does when a learner has checked an answer."""
    answers = {"first": {"given": [1], "level": "got-it"}}
    message = {"answers": answers, "finished": True, "result": RESULT}
    widget._handle_custom_msg(message, [])


def test_python_sees_answers_and_end(widget: QuizWidget) -> None:
    seen: list[object] = []
    widget.observe(lambda change: seen.append(change["new"]), names=["answers", "finished", "result"])
    _answer(widget)
    assert widget.answers == {"first": {"given": [1], "level": "got-it"}}
    assert seen == [widget.answers, True, RESULT]


def test_answers_are_no_part_of_what_a_notebook_saves(widget: QuizWidget) -> None:
    _answer(widget)
    state = widget.get_state()
    assert {"answers", "finished", "result"} & set(state) == set()
    assert "given" not in str({name: value for name, value in state.items() if name not in {"_esm", "engine"}})


def test_notebook_that_was_not_run_says_what_to_press(widget: QuizWidget) -> None:
    bundle = widget._repr_mimebundle_()
    assert bundle is not None
    assert bundle[0]["text/plain"] == widget.quiz["words"]["not_started"]


def test_cell_that_is_run_again_shows_the_same_quiz_unanswered(
    editions: dict[str, Edition], widget: QuizWidget
) -> None:
    _answer(widget)
    again = quiz_widget(editions["8-10/4-stop-and-keep"])
    assert again is widget
    assert (again.answers, again.finished) == ({}, False)
    assert quiz_widget(editions["5-7/4-stop-and-keep"]) is not widget


def test_quiz_that_was_closed_opens_anew(editions: dict[str, Edition], widget: QuizWidget) -> None:
    widget.close()
    assert quiz_widget(editions["8-10/4-stop-and-keep"]) is not widget


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
