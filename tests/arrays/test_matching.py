"""Block matching finds what it should, and agrees with a slow reference."""

import numpy as np
import pytest

from utils.arrays.matching import (
    agreed,
    block_matched,
    filled,
    finer,
    pixel_costs,
    window_means,
    without_local_mean,
)

RANDOM = np.random.default_rng(0)
RIGHT = RANDOM.random((2, 16, 40, 3))


def test_costs_are_those_written_out():
    left = RANDOM.random((1, 5, 9, 3))
    right = RANDOM.random((1, 5, 9, 3))
    costs = pixel_costs(left, right, 4)
    assert costs.shape == (1, 5, 9, 5)
    for y, x, d in np.ndindex(5, 9, 5):
        other = right[0, y, max(x - d, 0)]
        assert np.isclose(costs[0, y, x, d], np.mean(np.abs(left[0, y, x] - other)))


def test_a_window_is_the_mean_around():
    values = RANDOM.random((2, 9, 8, 3))
    means = window_means(values, 3)
    assert np.allclose(means[1, 4, 5, 2], values[1, 3:6, 4:7, 2].mean())
    assert np.allclose(without_local_mean(values, 3), values - means)


@pytest.mark.parametrize("settings", [{}, {"local": 9}, {"checked": True, "median": 3}])
def test_a_shift_is_found(settings):
    left = np.roll(RIGHT, 5, axis=2)
    found = block_matched(left, 0.9 * RIGHT, 8, 5, **settings)
    assert found.shape == left.shape[:3]
    assert np.all(np.abs(found[:, :, 12:36] - 5) < 0.5)


def test_a_brighter_eye_does_not_matter_without_the_local_mean():
    smooth = window_means(RIGHT, 3)
    left = np.roll(smooth, 5, axis=2) + 0.3
    wrong = [
        np.abs(block_matched(left, smooth, 8, 5, local) - 5)[:, :, 12:30].mean()
        for local in (0, 9)
    ]
    assert wrong[1] < 0.2 < wrong[0]


def test_the_tip_of_a_parabola_is_found():
    d = np.arange(7)
    costs = np.stack([(d - 3.3) ** 2, (d - 0.8) ** 2, (d + 1.0) ** 2, (d - 9.0) ** 2])
    assert np.allclose(finer(costs), [3.3, 0.8, 0, 6])
    assert finer(np.zeros(5)) == 0


def test_what_the_other_eye_does_not_confirm_is_known():
    """A wall at 2; a square at 7 hides a strip of it from the right eye."""
    wall, thing = RANDOM.random((12, 60)), RANDOM.random((12, 60))
    left, right = wall.copy(), np.roll(wall, -2, axis=1)
    left[:, 30:40] = thing[:, 30:40]
    right[:, 23:33] = thing[:, 30:40]
    views = (view[np.newaxis, :, :, np.newaxis] for view in (left, right))
    costs = window_means(pixel_costs(*views, 10), 3)
    trusted = agreed(costs)[0]
    assert trusted[:, 12:24].mean() > 0.95 and trusted[:, 42:55].mean() > 0.95
    assert trusted[:, 31:39].mean() > 0.95
    assert trusted[:, 26:29].mean() < 0.5  # 25 to 29 are hidden


def test_agreement_is_that_of_two_matchings():
    left, right = RANDOM.random((2, 1, 6, 20, 1))
    costs = pixel_costs(left, right, 5)
    told = agreed(costs, tolerance=1)
    for y, x in np.ndindex(6, 20):
        d = int(costs[0, y, x].argmin())
        there = x - d
        expected = False
        if there >= 0:
            back = [
                costs[0, y, there + k, k] if there + k < 20 else np.inf
                for k in range(6)
            ]
            expected = abs(int(np.argmin(back)) - d) <= 1
        assert told[0, y, x] == expected


def test_holes_get_the_farther_neighbour():
    row = np.array([[9.0, 4, 0, 0, 7, 0, 3, 8]])
    trusted = np.array([[False, True, False, False, True, False, True, False]])
    assert filled(row, trusted).tolist() == [[4, 4, 4, 4, 7, 3, 3, 3]]
    none = np.zeros((1, 8), bool)
    assert np.array_equal(filled(row, none), row)
