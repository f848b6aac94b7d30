"""The task `unpool` of lesson 15, which pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _pooled(maps):
    """The largest number of each 2×2 window, and where in the map it stands."""
    rows, columns = maps.shape
    windows = maps.reshape(rows // 2, 2, columns // 2, 2).swapaxes(1, 2)
    windows = windows.reshape(rows // 2, columns // 2, 4)
    within = windows.argmax(axis=-1)
    down, along = np.indices(within.shape) * 2 + np.stack(np.divmod(within, 2))
    return windows.max(axis=-1), down * columns + along


def _case(seed, rows, columns):
    maps = np.random.default_rng(seed).permutation(rows * columns)
    return given(*_pooled(maps.reshape(rows, columns)), (rows, columns))


def _put(numbers, places, shape):
    large = np.zeros(shape, dtype=np.asarray(numbers).dtype)
    large.flat[places.ravel()] = numbers.ravel()
    return large


def _top_left(numbers, places, shape):
    large = np.zeros(shape)
    large[::2, ::2] = numbers
    return large


def _nearest(numbers, places, shape):
    return numbers.repeat(2, axis=0).repeat(2, axis=1)


def _down_first(numbers, places, shape):
    """Places counted down the columns."""
    return _put(numbers, places, shape[::-1]).T


def _ones(numbers, places, shape):
    return _put(np.ones_like(numbers), places, shape)


unpool = Task(
    "unpool",
    code="""
    import numpy as np

    def unpool(numbers, places, shape):
        large = np.zeros(shape)
        large.flat[places.ravel()] = numbers.ravel()
        return large
    """,
    why="`flat` counts the cells of an array row by row, as the places do; all that "
    "no number comes to stays 0.",
    hints=[
        "Begin with zeros of the large shape. How many of its cells get a number?",
        "A place counts the cells row by row from 0. In a map of `columns` columns "
        "place p is row p // columns and column p % columns.",
        "One loop over all numbers and their places will do. Without a loop: "
        "large.flat[…] takes a whole list of places.",
    ],
    notice="Three of four cells are 0: what the maximum won against is gone for good. "
    "*Where* it stood is not, and that is all that SegNet carries past its pooling.",
    cases=[
        given(np.array([[9]]), np.array([[3]]), (2, 2)),
        given(np.array([[9, 5]]), np.array([[4, 3]]), (2, 4)),
        given(np.array([[9], [5]]), np.array([[1], [6]]), (4, 2)),
        _case(0, 4, 4),
        given(-_case(1, 4, 6)[0] / 4, *_case(1, 4, 6)[1:]),
        _case(2, 8, 6),
    ],
    mistakes=[
        (_top_left, "each number stands top left in its window. Use its place."),
        (
            _nearest,
            "each number fills its window: that is the nearest neighbour. Only the "
            "cell where the maximum stood gets it.",
        ),
        (
            _down_first,
            "the places are counted down the columns. They count row by row.",
        ),
        (
            _ones,
            "the cells are the right ones, but hold 1: put the numbers there.",
        ),
        (
            lambda numbers, places, shape: _put(places, places, shape),
            "the cells are the right ones, but hold their places: put the numbers "
            "there.",
        ),
        (
            lambda numbers, places, shape: _put(numbers, places, shape).ravel(),
            "all in one row: give it the large shape.",
        ),
        (
            lambda numbers, places, shape: np.zeros(shape),
            "all zeros: no number has arrived. `flatten()` makes a copy, and what is "
            "written there is lost.",
        ),
        (
            lambda numbers, places, shape: _put(numbers, places - 1, shape),
            "one cell too early: places count from 0.",
        ),
        (
            lambda numbers, places, shape: _put(numbers, places[::-1], shape),
            "the numbers stand at one another's places.",
        ),
    ],
)
