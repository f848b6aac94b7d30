"""Whether an answer is far slower than the solution."""

import itertools

import numpy as np
import pytest

from tests.checking.samples import a_task
from utils.checking import pace
from utils.checking.cases import given


@pytest.mark.parametrize(("longer", "slow"), [(1, False), (29, False), (31, True)])
def test_slow_is_what_takes_many_times_as_long(longer, slow, monkeypatch):
    clock = itertools.count().__next__  # a second passes whenever it is read
    spent = {"more": 0}

    def now():
        return clock() + spent["more"]

    def answer(values):
        spent["more"] += longer - 1

    monkeypatch.setattr(pace.time, "perf_counter", now)
    assert pace.is_slow(answer, lambda values: None, given(1)) is slow


def test_an_answer_does_not_see_what_another_call_has_changed():
    seen = []

    def answer(values):
        seen.append(values[0])
        values += 1

    pace.is_slow(answer, answer, given(np.zeros(2)))
    assert set(seen) == {0}


def by_a_loop(values, axis=0):
    total = 0 * values.sum(axis)
    for place, value in np.ndenumerate(values):
        total[place[1 - axis]] += value
    return total


def test_a_lesson_goes_on_with_its_own_where_the_answer_is_far_too_slow(capsys):
    task = a_task(at_work=lambda: given(np.ones((1000, 20))))
    assert task.or_solution(by_a_loop) is task.reference.value
    assert "yours is right, but slow on large arrays" in capsys.readouterr().out
    assert task.or_solution(lambda values, axis=0: values.sum(axis))
    assert "goes on with yours" in capsys.readouterr().out


def test_what_is_slow_is_not_asked_of_a_task_without_work(capsys):
    a_task().or_solution(by_a_loop)
    assert "goes on with yours" in capsys.readouterr().out
