"""The task `match_row` of dive 17c, depth from two eyes."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

_RIGHT = np.array([3.0, 7, 1, 9, 4, 4, 6, 2, 8, 5, 0, 1])


def _best(left, right, column, reach, most, step=-1, cost=None, last=0, choose=None):
    """The answer, with one thing done otherwise."""
    cost = cost or (lambda a, b: np.sum(np.abs(a - b)))
    here, costs = left[column - reach : column + reach + 1], []
    for d in range(most + 1 - last):
        first = column + step * d - reach
        if 0 <= first and first + len(here) <= len(right):
            costs.append(cost(here, right[first : first + len(here)]))
    return int((choose or np.argmin)(costs))


def _moved(disparity, column, reach, most, brighter=0.0):
    """A case in which everything has the same disparity."""
    left = np.concatenate([np.full(disparity, 5.0), _RIGHT])[: len(_RIGHT)] + brighter
    return given(left, _RIGHT, column, reach, most)


def _random(seed, column, reach, most):
    left, right = np.random.default_rng(seed).integers(0, 10, (2, 14)).astype(float)
    return given(left, right, column, reach, most)


match_row = Task(
    "match_row",
    code="""
    import numpy as np

    def match_row(left, right, column, reach, most):
        here = left[column - reach : column + reach + 1]
        costs = []
        for d in range(most + 1):
            first = column - d - reach
            if first >= 0:
                there = right[first : first + len(here)]
                costs.append(np.sum(np.abs(here - there)))
        return int(np.argmin(costs))
    """,
    why="The window around `column` in the left row is compared with windows that "
    "lie ever farther to the left in the right row; the least sum wins.",
    hints=[
        "What the left eye sees at `column`, the right eye sees at `column - d`.",
        "For each d: the sum of the absolute differences of two windows. Then the "
        "place of the least.",
        "A window of the right row that would begin before its first number is left "
        "out: a negative start of a slice counts from the end.",
    ],
    notice="One row, one place. For a picture, do it everywhere: that is block "
    "matching.",
    cases=[
        _moved(2, 6, 1, 4),
        _moved(0, 5, 1, 3),
        _moved(4, 7, 1, 4),
        _moved(3, 8, 2, 8),
        _moved(4, 5, 1, 9),
        _moved(2, 9, 0, 3),
        given(np.array([1.0, 2, 9, 0]), np.array([2.0, 9, 0, 4]), 2, 1, 3),
        *[
            _random(seed, *[(6, 1, 4), (9, 2, 5), (7, 3, 6)][seed % 3])
            for seed in range(9)
        ],
    ],
    mistakes=[
        (
            lambda *given: _best(*given, step=1),
            "the window is moved to the right. In the right eye's row, things lie "
            "farther to the left.",
        ),
        (
            lambda *given: _best(*given, cost=lambda a, b: np.sum((a - b) ** 2)),
            "these are squared differences. Wanted are absolute ones.",
        ),
        (
            lambda *given: _best(*given, cost=lambda a, b: np.sum(a - b)),
            "differences above and below 0 cancel: take each without its sign.",
        ),
        (
            lambda *given: _best(*given, last=1),
            "`most` itself is a disparity, too: one is missing.",
        ),
        (
            lambda *given: _best(*given, choose=np.argmax),
            "this is where the windows differ most.",
        ),
        (
            lambda left, right, column, reach, most: _best(
                left, right, column, 0, most
            ),
            "single numbers are compared: use the whole window.",
        ),
    ],
)
