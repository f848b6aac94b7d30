"""The task `max_pool` of lesson 3, pooling."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.arrays.pooling import pool2d
from utils.checking.cases import given
from utils.checking.tasks import Task

LOW_NUMBERS = (-1, -10, -100, -999, -1000, -9999, -10_000, -1e5, -1e6, -1e9)


def _cut(maps, size, stride):
    windows = sliding_window_view(maps, (size, size), axis=(1, 2))
    return windows[:, ::stride, ::stride]


def _alike(pooled, axis):
    """Each number replaced by the largest along the axis, in the same shape."""
    return np.broadcast_to(pooled.max(axis=axis, keepdims=True), pooled.shape)


def _started_at(low):
    """Right, but for maxima that lie below this number."""
    return lambda maps, size, stride: np.maximum(
        _cut(maps, size, stride).max(axis=(-2, -1)), low
    )


def _random_numbers(*shape):
    return np.random.default_rng(0).uniform(-1, 1, shape)


def _map(*rows):
    return np.array(rows)[np.newaxis, :, :, np.newaxis]


max_pool = Task(
    "max_pool",
    code="""
    from numpy.lib.stride_tricks import sliding_window_view

    def max_pool(maps, size, stride):
        windows = sliding_window_view(maps, (size, size), axis=(1, 2))
        return windows[:, ::stride, ::stride].max(axis=(-2, -1))
    """,
    why="The view holds a window at every position; every stride-th row and column of "
    "them is kept. Batch and channels just come along.",
    hints=[
        "One loop over the windows' rows, one over their columns. Down there are "
        "(height - size) // stride + 1 of them; along, count in the same way.",
        "Window (i, j) begins at row i · stride and column j · stride. Cut it out of "
        "all images and channels at once: height and width are the axes 1 and 2, and "
        "the maximum runs over these two.",
        "Without loops: sliding_window_view has an argument `axis`. In its view of "
        "shape (n, rows, columns, channels, size, size) stride thins the axes 1 and 2, "
        "and the maximum runs over the last two.",
    ],
    notice="Rows and columns shrink; images and channels never meet. That is all "
    "that a pooling layer does, and it has no weights.",
    cases=[
        given(_map([1, 2, 3, 4], [5, 6, 7, 8]), 2, 2),
        given(_map([1, 8, 3], [4, 5, 6]), 2, 1),
        given(_map([-4, -3], [-2, -1]), 2, 2),
        given(_map([0.5, 2.5], [1.5, 0.5]), 2, 2),
        given(_map([1, 5, 2, 9, 4], [0, 3, 7, 1, 6]), 2, 2),
        given(np.array([[[[1, 7], [2, 6]], [[3, 5], [4, 8]]]]), 2, 2),
        given(_random_numbers(2, 7, 8, 3), 3, 2),
        given(_random_numbers(3, 9, 6, 2).astype(np.float32), 2, 3),
        # below whatever low number somebody may start from
        given(_map([-5e20, -4e20], [-3e20, -2e20]), 2, 2),
    ],
    mistakes=[
        (
            lambda maps, size, stride: _cut(maps, size, size).max(axis=(-2, -1)),
            "the windows lie side by side: the stride is not used yet.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, 1).max(axis=(-2, -1)),
            "there is a window at every position: only every stride-th counts.",
        ),
        (
            lambda maps, size, stride: pool2d(maps, size, stride, "same"),
            "there are windows that hang over the border. Without padding, only "
            "windows that fit in whole count.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).mean(axis=(-2, -1)),
            "that is average pooling.",
        ),
        (
            lambda maps, size, stride: np.maximum(
                _cut(maps, size, stride).max(axis=(-2, -1)), 0
            ),
            "where all numbers of a window are negative, something starts from 0, and "
            "0 wins. Start from -inf, or from a number of the window.",
        ),
        *(
            (
                _started_at(low),
                "right for most maps. But where all numbers of a window are lower than "
                "the number that you start from, that one wins. Start from -inf, or "
                "from a number of the window.",
            )
            for low in LOW_NUMBERS
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).max(axis=(-3, -2, -1)),
            "the largest of all channels is taken. Each channel is pooled for itself.",
        ),
        (
            lambda *args: _alike(pool2d(*args), axis=3),
            "the channels are mixed: each is pooled for itself; take the maximum over "
            "rows and columns only.",
        ),
        (
            lambda *args: _alike(pool2d(*args), axis=(0, 3)),
            "images and channels are mixed: each is pooled for itself; take the "
            "maximum over rows and columns only.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).max(axis=(0, -2, -1)),
            "the largest of all images is taken. Each image is pooled for itself.",
        ),
    ],
)
