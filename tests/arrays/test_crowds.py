"""The Fréchet distance, against SciPy's root of a matrix and cases done by hand."""

import warnings

import numpy as np
import pytest
from scipy.linalg import sqrtm

from utils.arrays.crowds import frechet_distance


def by_the_formula(first, second):
    one, other = np.cov(first.T), np.cov(second.T)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of singular matrices
        root = sqrtm(one @ other).real
    means = np.sum((first.mean(axis=0) - second.mean(axis=0)) ** 2)
    return means + np.trace(one + other - 2 * root)


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_formulas(seed):
    rng = np.random.default_rng(seed)
    features = rng.integers(2, 40)
    first, second = (
        rng.normal(rng.normal(), rng.uniform(0.1, 3), (rng.integers(50, 200), features))
        @ rng.normal(size=(features, features))
        for _ in range(2)
    )
    expected = by_the_formula(first, second)
    assert frechet_distance(first, second) == pytest.approx(expected, rel=1e-6)


def test_one_feature_by_hand():
    # Two normal distributions on a line: (difference of means)² + (of deviations)².
    first, second = np.array([[-1.0], [0], [1]]), np.array([[3.0], [5], [7]])
    assert frechet_distance(first, second) == pytest.approx(5**2 + (2 - 1) ** 2)


def test_a_crowd_from_itself_moved_and_turned_about():
    crowd = np.random.default_rng(0).normal(size=(100, 5))
    assert frechet_distance(crowd, crowd) == pytest.approx(0, abs=1e-6)
    assert frechet_distance(crowd, crowd + np.array([3, 4, 0, 0, 0])) == pytest.approx(
        25
    )
    other = 2 * crowd[:60]
    assert frechet_distance(crowd, other) == pytest.approx(
        frechet_distance(other, crowd)
    )


def test_a_feature_that_never_changes():
    crowd = np.random.default_rng(0).normal(size=(50, 3)) * [1, 0, 1]
    assert frechet_distance(crowd, crowd) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (np.zeros(3), np.zeros((2, 3)), "shape (3,)"),
        (np.zeros((1, 3)), np.zeros((2, 3)), "at least two points"),
        (np.zeros((2, 0)), np.zeros((2, 0)), "shape (2, 0)"),
        (np.zeros((2, 3)), np.zeros((2, 4)), "not 3 and 4"),
        ([[0, 1], [np.nan, 1]], np.zeros((2, 2)), "finite"),
    ],
)
def test_what_is_no_crowd_is_refused(first, second, said):
    with pytest.raises(ValueError) as refused:
        frechet_distance(first, second)
    assert said in str(refused.value)
