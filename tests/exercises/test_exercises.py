"""Every exercise of every lesson: right answers pass, wrong ones are told why."""

import copy

import numpy as np

from tests.exercises.collected import RIGHT, WRONG
from tests.exercises.each import (
    each_checked_task,
    each_question,
    each_right_answer,
    each_task,
    each_task_with_cases,
    each_wrong_answer,
)
from tests.exercises.lessons import squashed
from utils.checking.verdicts import State


def message(task, answer):
    """The text on a wrong answer, in one line."""
    verdict = task.verdict(answer)
    assert verdict.state is State.WRONG, verdict.text
    return " ".join(verdict.text.split())


@each_checked_task
def test_the_solution_is_right(number, task):
    page = {}
    exec(task.code, page)  # the very text that solution() prints
    verdict = task.verdict(page[task.name])
    assert verdict.state is State.RIGHT, verdict.text
    assert verdict.text.startswith("✓ ")


@each_right_answer
def test_another_right_answer_is_right(number, task, answer):
    verdict = task.verdict(answer)
    assert verdict.state is State.RIGHT, verdict.text


@each_wrong_answer
def test_a_wrong_answer_is_told_why(
    number, task, answer, fragment, seconds, monkeypatch
):
    if seconds:
        monkeypatch.setattr(task, "seconds", seconds)
    assert fragment in message(task, answer)


@each_checked_task
def test_every_mistake_is_told_by_its_own_sentence(number, task):
    for mistake, sentence in task.mistakes:
        assert " ".join(sentence.split()) in message(task, mistake)


@each_task
def test_there_are_enough_answers(number, task):
    assert len(RIGHT[task]) >= 2, "at least two right answers besides the solution"
    assert len(WRONG[task]) >= 4, "at least four wrong answers"
    assert len({answer.fragment for answer in WRONG[task]}) >= 3, "of different kinds"


@each_task_with_cases
def test_a_check_changes_nothing(number, task):
    before, state = copy.deepcopy(task.cases), np.random.get_state()  # noqa: NPY002

    def destroys_its_arguments(*arguments, **options):
        for value in (*arguments, *options.values()):
            if isinstance(value, np.ndarray | list):
                value[:] = 0
        return np.random.rand()  # noqa: NPY002

    task.verdict(destroys_its_arguments)
    for old, new in zip(before, task.cases, strict=True):
        np.testing.assert_equal(new, old)
    np.testing.assert_equal(np.random.get_state(), state)  # noqa: NPY002


@each_task
def test_hints_lead_on_and_do_not_solve(number, task, capsys):
    assert len(task.hints) >= 2
    assert len(set(task.hints)) == len(task.hints)
    code = squashed(task.code.replace("\n", ""))
    assert all(code not in squashed(hint.replace("\n", "")) for hint in task.hints)
    task.hints_given = 0
    for _ in range(len(task.hints) + 1):
        task.hint()
    printed = " ".join(capsys.readouterr().out.split())
    assert all(" ".join(hint.split()) in printed for hint in task.hints)
    assert printed.count(f"exercise.{task.name}.solution()") == 2


@each_task
def test_the_solution_is_printed_with_its_reason(number, task, capsys):
    task.solution()
    printed = capsys.readouterr().out
    assert printed.startswith("# ") and task.code in printed
    exec(printed, {})


@each_question
def test_each_choice_has_its_own_sentence(number, question):
    states = [question.verdict(letter).state for letter in question.choices]
    assert states.count(State.RIGHT) == 1
    assert states.count(State.WRONG) == len(states) - 1 >= 1
    sentences = set(question.choices.values())
    assert len(sentences) == len(question.choices) and all(sentences)
