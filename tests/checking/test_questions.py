"""A question says what a choice overlooks, and what is no choice."""

import pytest

from tests.checking.samples import a_question
from utils.checking.verdicts import State

# Questions.


@pytest.mark.parametrize("choice", ["b", "B", " (b) "])
def test_the_right_choice(choice):
    assert a_question().verdict(choice) == (State.RIGHT, "✓ (b) is right. Because.")


def test_a_wrong_choice():
    assert a_question().verdict("c") == (State.WRONG, "✗ Not (c). Too many.")


@pytest.mark.parametrize("choice", ["?", " ", ""])
def test_no_choice_yet(choice):
    verdict = a_question().verdict(choice)
    assert verdict.state is State.OPEN
    assert verdict.text.startswith("Not answered yet: put a, b or c in place")


@pytest.mark.parametrize("choice", ["d", "ab", 3, None, [], lambda: "b", "x" * 9999])
def test_what_is_no_choice(choice):
    verdict = a_question().verdict(choice)
    assert verdict.state is State.OPEN
    assert 'is none of the choices: put a, b or c between quotes, like answer("a")' in (
        verdict.text
    )
    assert len(verdict.text) < 200


def test_a_right_prediction_stays_right(capsys):
    question = a_question()
    for choice, state in [
        ("?", "open"),
        ("a", "wrong"),
        ("b", "right"),
        ("c", "right"),
    ]:
        question.answer(choice)
        assert question.state is State(state)
    assert len(capsys.readouterr().out.splitlines()) == 4
