"""Misspelt exercises and methods, and bare ones, get one sentence."""

import pytest

from tests.checking.samples import a_question, a_task
from utils.checking.spelling import Misspelt
from utils.checking.verdicts import State
from utils.exercises import lesson_03


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: lesson_03.max_pol, "Lesson 3 has no max_pol: did you mean max_pool?"),
        (lambda: lesson_03.progres, "Lesson 3 has no progres: did you mean progress?"),
        (lambda: lesson_03.xyz, "Lesson 3 has no xyz: it has window_3_stride_2, minus"),
        (lambda: a_task().chek, "The task summed has no chek: did you mean check?"),
        (
            lambda: a_task().answer,
            "summed has no answer: it has check, hint, solution, or_solution.",
        ),
        (lambda: a_question().check, "question how_many has no check: it has answer."),
    ],
)
def test_what_does_not_exist_is_said_in_one_sentence(ask, sentence):
    with pytest.raises(Misspelt) as caught:
        ask()
    assert sentence in str(caught.value)
    assert caught.value._render_traceback_() == [str(caught.value)]


@pytest.mark.parametrize("thing", [lesson_03, a_task(), a_question()])
def test_python_itself_is_answered_plainly(thing):
    assert not hasattr(thing, "__wrapped__")
    assert not hasattr(thing, "_ipython_display_")


def test_a_bare_task_says_how_far_it_is_and_what_to_type(capsys):
    task = a_task()
    assert repr(task).startswith(
        "· summed is not solved yet. Type exercise.summed.check("
    )
    task.check(lambda values, axis=0: 3)
    assert repr(task).startswith("✗ summed is wrong so far.")
    task.check(lambda values, axis=0: values.sum(axis))
    assert repr(task).startswith("✓ summed is solved.")
    assert repr(task).endswith("exercise.summed.hint() or exercise.summed.solution().")


def test_a_bare_question_says_how_far_it_is_and_what_to_type(capsys):
    question = a_question()
    assert repr(question) == (
        "· how_many is not answered yet. "
        'Type exercise.how_many.answer("a") for choice a.'
    )
    question.answer("a")
    assert repr(question).startswith("✗ how_many is wrong so far.")
    question.answer("b")
    assert repr(question).startswith("✓ how_many is answered.")


def test_an_empty_check_says_what_to_write(capsys):
    task = a_task()
    task.check()
    task.check(1, 2)
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("check got nothing to look at: write the name of your")
    assert said.endswith("between the brackets, exercise.summed.check(summed).")
    assert "check got 2 things to look at" in said
    assert task.state is State.OPEN
