"""The task `average_pool_backward` of lesson 7b, it trains."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _maps(*numbers):
    return np.array(numbers, dtype=float)[np.newaxis, :, :, np.newaxis]


def _widened(gradient):
    return gradient.repeat(2, axis=1).repeat(2, axis=2)


def _upper_left(gradient):
    n, height, width, channels = gradient.shape
    slopes = np.zeros((n, 2 * height, 2 * width, channels))
    slopes[:, ::2, ::2] = gradient
    return slopes


average_pool_backward = Task(
    "average_pool_backward",
    code="""
    def average_pool_backward(gradient):
        wide = gradient.repeat(2, axis=1).repeat(2, axis=2)
        return wide / 4
    """,
    why="Each of the four numbers of a window moves the mean by a quarter of its own "
    "move, so each gets a quarter of the slope.",
    hints=[
        "Nudge one number of a 2 × 2 window by 1. By how much does the mean of the "
        "window move?",
        "By a quarter, whichever of the four it is. So all four get the same: a "
        "quarter of the window's slope.",
        "np.repeat(array, 2, axis=1) writes each row twice, one copy next to the "
        "other. The columns are axis 2.",
    ],
    notice="No winner here: nothing has to be remembered on the way forward, and the "
    "slopes of a window add up to what came in.",
    cases=[
        given(_maps([4])),
        given(_maps([4, 8])),
        given(_maps([1, -1], [2, 3])),
        given(np.arange(1.0, 25).reshape(2, 2, 3, 2) / 8),
        given(np.arange(1, 10, dtype="float32").reshape(1, 3, 1, 3)),
    ],
    mistakes=[
        (
            _widened,
            "every number of the window gets the whole slope, four times too much: "
            "nudged alone, it moves the mean by a quarter only.",
        ),
        (
            lambda gradient: _widened(gradient) / 2,
            "halved: a window has four numbers, two in each direction.",
        ),
        (
            lambda gradient: np.tile(gradient, (1, 2, 2, 1)) / 4,
            "the whole map is repeated, as np.tile does. The four numbers of one "
            "window lie next to each other: repeat each row and each column.",
        ),
        (
            _upper_left,
            "only one number of each window gets a slope: that is max pooling. All "
            "four have moved the mean.",
        ),
        (
            lambda gradient: _upper_left(gradient) / 4,
            "the quarter is right, but it must go to all four numbers of the window.",
        ),
    ],
)
