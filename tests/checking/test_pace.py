"""Whether an answer is far slower than the solution."""

import itertools

import numpy as np
import pytest

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
