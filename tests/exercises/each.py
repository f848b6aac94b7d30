"""A test for each lesson, question, task or answer, to be chosen by its id.

An id begins with the lesson: `-k 03`, `-k "03 and not 03b"`, `-k 03-max_pool`. What
trains a network is marked `long`.
"""

import pytest

from tests.exercises.collected import RIGHT, WRONG
from tests.exercises.lessons import DECLARED, QUESTIONS, TASKS, trains


def _each(names, rows, is_long=lambda *row: False):
    """Parametrize by rows that begin with a lesson and an exercise."""
    marks = {True: pytest.mark.long, False: ()}
    return pytest.mark.parametrize(
        names,
        [
            pytest.param(*row, id=f"{row[0]}-{row[1].name}", marks=marks[is_long(*row)])
            for row in rows
        ],
    )


def _each_answer(names, answers):
    """As _each; the id goes on with the name of an answer, or a letter for a value."""
    rows = []
    for number, task in TASKS:
        mark = pytest.mark.long if trains(number, task) else ()
        for count, (answer, *more) in enumerate(answers(task)):
            name = getattr(answer, "__name__", chr(ord("a") + count))
            identity = f"{number}-{task.name}-{name}"
            rows.append(
                pytest.param(number, task, answer, *more, id=identity, marks=mark)
            )
    return pytest.mark.parametrize(names, rows)


each_lesson = pytest.mark.parametrize("number", DECLARED)
each_question = _each(("number", "question"), QUESTIONS)
each_task = _each(("number", "task"), TASKS)
each_checked_task = _each(("number", "task"), TASKS, is_long=trains)
each_task_with_cases = _each(
    ("number", "task"),
    [(n, t) for n, t in TASKS if t.reference.is_function and not callable(t.cases)],
)
each_right_answer = _each_answer(
    ("number", "task", "answer"), lambda task: [(answer,) for answer in RIGHT[task]]
)
each_wrong_answer = _each_answer(
    ("number", "task", "answer", "fragment", "seconds"), lambda task: WRONG[task]
)
