"""Kinds, spread and nearness, against SciPy and cases done by hand."""

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from scipy.stats import entropy

from utils.arrays.kinds import effective_kinds, spread_within, to_the_nearest


def test_kinds_are_counted_by_their_shares():
    assert effective_kinds([3, 3, 3]) == 1
    assert effective_kinds([0, 1, 2, 9]) == pytest.approx(4)
    kinds = np.random.default_rng(0).integers(0, 10, 200)
    assert effective_kinds(kinds) == pytest.approx(np.exp(entropy(np.bincount(kinds))))


def test_spread_by_hand():
    points = [[0, 0], [2, 0], [10, 10], [10, 14]]
    assert spread_within(points, [1, 1, 5, 5]) == (1 + 1 + 4 + 4) / 4
    assert spread_within(points, [0, 1, 2, 3]) == 0


def test_within_and_between_make_the_whole():
    rng = np.random.default_rng(1)
    points, kinds = rng.normal(size=(300, 7)), rng.integers(0, 4, 300)
    means = np.array([points[kinds == kind].mean(axis=0) for kind in range(4)])
    between = np.sum((means[kinds] - points.mean(axis=0)) ** 2) / 300
    whole = points.var(axis=0).sum()
    assert spread_within(points, kinds) == pytest.approx(whole - between)


@pytest.mark.parametrize("at_once", [1, 7, 20, 500])
def test_the_nearest_is_scipys(at_once):
    rng = np.random.default_rng(2)
    points, others = rng.normal(size=(20, 6)), rng.normal(size=(31, 6))
    expected = cdist(points, others, "sqeuclidean").min(axis=1)
    found = to_the_nearest(points, others, at_once)
    np.testing.assert_allclose(found, expected, rtol=1e-4)
    assert to_the_nearest(others[:3], others).max() < 1e-5


@pytest.mark.parametrize(
    "call",
    [
        lambda: effective_kinds([]),
        lambda: spread_within([[1, 2]], [0, 1]),
        lambda: to_the_nearest([[1, 2]], [[1, 2, 3]]),
    ],
)
def test_what_is_no_crowd_is_refused(call):
    with pytest.raises(ValueError):
        call()
