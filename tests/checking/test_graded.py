"""A task as a test: silent where it is solved, else it raises the check's sentence."""

import os
import sys

import pytest

from utils.checking.cases import given
from utils.checking.graded import NotRight, require_right
from utils.checking.tasks import Task


@pytest.fixture
def twice():
    return Task(
        "twice",
        code="def twice(x):\n    return 2 * x",
        why="Two of them.",
        hints=["Add it to itself."],
        notice="That is twice.",
        cases=[given(3), given(-1)],
    )


def test_a_right_answer_passes_in_silence(twice, capfd):
    require_right(twice, {"twice": lambda x: x + x})
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ({}, "there is no answer of this name"),
        ({"twice": ...}, "Not solved yet"),
        ({"twice": lambda x: x}, "✗"),
        ({"twice": lambda x: 1 / 0}, "ZeroDivisionError"),
    ],
)
def test_another_raises_the_checks_sentence(twice, names, sentence):
    with pytest.raises(NotRight, match=f"^twice: .*{sentence}"):
        require_right(twice, names)


def test_the_best_try_counts(twice, capsys):
    twice.check(lambda x: 2 * x)
    twice.check(lambda x: x)
    require_right(twice, {})


def test_what_an_answer_writes_to_stderr_costs_no_point(twice, capfd):
    def answer(x):
        print("loading", file=sys.stderr)
        os.write(2, b"loading more")  # as what is written in C does
        return 2 * x

    require_right(twice, {"twice": answer})
    assert capfd.readouterr().err == ""
