"""The task `find_filter` of lesson 4, edge detection."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.arrays.convolution import cross_correlate
from utils.checking.cases import given
from utils.checking.tasks import Task

NO_BIAS = (
    "the kernel is found as if nothing had been added to the brightness, so its "
    "weights have to make up for it. Find both at once."
)


def _windows(image, size):
    return sliding_window_view(image, (size, size)).reshape(-1, size * size)


def _solved(rows, answers, size):
    """Kernel and brightness by least squares; brightness 0 if there is no column."""
    found = np.linalg.lstsq(rows, np.ravel(answers))[0]
    return found[: size * size].reshape(size, size), found[size * size :].sum()


def _with_ones(image, size):
    rows = _windows(image, size)
    return np.column_stack([rows, np.ones(len(rows))])


def _brightness_afterwards(before, after, size):
    kernel, _ = _solved(_windows(before, size), after, size)
    return kernel, np.mean(after - cross_correlate(before, kernel))


def _edited(shape, kernel, brightness):
    """A case: a picture, and what the filter and the brightness make of it."""
    before = np.random.default_rng(0).integers(-5, 10, shape) / 2
    kernel = np.array(kernel, dtype=float)
    return given(before, cross_correlate(before, kernel) + brightness, len(kernel))


find_filter = Task(
    "find_filter",
    code="""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    def find_filter(before, after, size):
        rows = sliding_window_view(before, (size, size)).reshape(-1, size * size)
        rows = np.column_stack([rows, np.ones(len(rows))])
        *weights, brightness = np.linalg.lstsq(rows, after.ravel())[0]
        return np.reshape(weights, (size, size)), brightness
    """,
    why="The brightness is one weight more, for a number that is 1 in every window. So "
    "least squares finds both at once.",
    hints=[
        "Start from `windows_of` and least squares above. Each window of `before` is a "
        "row of size · size numbers, each pixel of `after` an answer. Which unknown is "
        "not in these rows yet?",
        "The brightness is added to every answer alike: it is the weight of a number "
        "that is always 1. So the table needs one column more.",
        "np.column_stack([rows, np.ones(len(rows))]). The last number of the solution "
        "is the brightness, the others are the kernel, row by row.",
    ],
    notice="A secret filter, found out from one picture before and after. The added 1 "
    "is how every layer of a network learns its bias.",
    tolerance=0.01,
    cases=[
        _edited((2, 3), [[2]], 1),
        _edited((4, 5), [[1, 2], [3, 4]], 10),
        _edited((4, 5), [[1, -1], [2, 0]], 5),
        _edited((12, 10), [[0, 1, 2], [-1, 0, 1], [-2, -1, 0.5]], -0.5),
        _edited((20, 24), np.arange(25).reshape(5, 5) / 25, 3),
    ],
    mistakes=[
        (
            lambda before, after, size: _solved(_windows(before, size), after, size),
            NO_BIAS,
        ),
        (
            lambda before, after, size: (
                _solved(_windows(before, size), after, size)[0],
                after.mean() - before.mean(),
            ),
            NO_BIAS,
        ),
        (
            lambda before, after, size: (
                _solved(_with_ones(before, size), after, size)[0],
                after.mean() - before.mean(),
            ),
            "the kernel is right. But the filter changes the mean brightness, too, so "
            "the difference of the two means is not what was added: the weight of the "
            "column of ones is.",
        ),
        (
            _brightness_afterwards,
            "the kernel is found first, as if nothing had been added, and the "
            "brightness from what is left over. By then the weights are wrong. Find "
            "both at once.",
        ),
        (
            lambda before, after, size: _solved(_with_ones(before, size), after, size)[
                ::-1
            ],
            "both are right, in the other order: first the kernel, then the "
            "brightness.",
        ),
        (
            lambda before, after, size: tuple(
                np.flip(part) for part in _solved(_with_ones(before, size), after, size)
            ),
            "the filter is turned by 180 degrees. It slides as it stands, as in layers "
            "of networks.",
        ),
        (
            lambda before, after, size: (
                _solved(_with_ones(before, size), after, size)[0],
                0.0,
            ),
            "the kernel is right, the brightness that was added is missing.",
        ),
    ],
)
