"""Hits are counted once, and as many as there can be where events lie apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from tests.one_sentence import assert_one_sentence
from utils.arrays.events import count_hits


@pytest.mark.parametrize(
    "found, true, hits",
    [
        ([10, 20], [10, 20], 2),
        ([8, 13], [10], 1),
        ([12], [10], 1),
        ([13], [10], 0),
        ([15], [14, 16], 1),  # one found serves one
        ([14, 16], [15], 1),
        ([], [5], 0),
        ([5], [], 0),
        ([], [], 0),
    ],
)
def test_hits_by_hand(found, true, hits):
    assert count_hits(found, true, 2) == hits
    assert count_hits(found[::-1], true[::-1], 2) == hits


@given(st.integers(0, 2**32 - 1))
def test_as_many_as_the_best_assignment_where_true_events_lie_apart(seed):
    rng = np.random.default_rng(seed)
    true = np.cumsum(rng.uniform(3, 9, rng.integers(1, 20)))  # none shares a found one
    found = rng.uniform(0, true[-1] + 3, rng.integers(1, 30))
    near = np.abs(true[:, np.newaxis] - found) <= 1.4
    rows, columns = linear_sum_assignment(near, maximize=True)
    assert count_hits(found, true, 1.4) == near[rows, columns].sum()


def test_what_is_no_row_is_one_sentence():
    with pytest.raises(ValueError) as caught:
        count_hits(np.zeros((2, 2)), [1], 1)
    assert_one_sentence(caught, "two rows", "(2, 2)")
    with pytest.raises(ValueError) as caught:
        count_hits([1], [1], -1)
    assert_one_sentence(caught, "0 or more", "-1")
