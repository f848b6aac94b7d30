"""The task `bilinear` of dive 15f, a mask in each box."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

SLOPE = np.array([[0.0, 10.0], [100.0, 110.0]])
ROUGH = np.random.default_rng(0).integers(0, 10, (4, 5)).astype(float)


def _shares(grid, y, x):
    """The four pixels around a point, and how far it is on the way, down and across."""
    top, left = int(y), int(x)
    low, right = min(top + 1, grid.shape[0] - 1), min(left + 1, grid.shape[1] - 1)
    corners = grid[top, left], grid[top, right], grid[low, left], grid[low, right]
    return *corners, y - top, x - left


def _exchanged(grid, y, x):
    a, b, c, d, down, across = _shares(grid, y, x)
    above, below = across * a + (1 - across) * b, across * c + (1 - across) * d
    return down * above + (1 - down) * below


def _turned(grid, y, x):
    a, b, c, d, down, across = _shares(grid, y, x)
    above, below = (1 - down) * a + down * b, (1 - down) * c + down * d
    return (1 - across) * above + across * below


def _across_alone(grid, y, x):
    a, b, _, _, _, across = _shares(grid, y, x)
    return (1 - across) * a + across * b


def _down_alone(grid, y, x):
    a, _, c, _, down, _ = _shares(grid, y, x)
    return (1 - down) * a + down * c


bilinear = Task(
    "bilinear",
    code="""
    def bilinear(grid, y, x):
        top, left = int(y), int(x)
        low = min(top + 1, grid.shape[0] - 1)
        right = min(left + 1, grid.shape[1] - 1)
        down, across = y - top, x - left
        above = (1 - across) * grid[top, left] + across * grid[top, right]
        below = (1 - across) * grid[low, left] + across * grid[low, right]
        return (1 - down) * above + down * below
    """,
    why="First between the two pixels above and between the two below, then between "
    "these two values: the nearer counts for more.",
    hints=[
        "The four pixels around the point are at rows int(y) and int(y) + 1, columns "
        "int(x) and int(x) + 1. How far is the point on the way from one to the next?",
        "down = y - int(y), across = x - int(x). Between two values a and b that is "
        "(1 - across) * a + across * b.",
        "Do that in the upper row and in the lower one; then once more with down. "
        "Where a point stands on the last row or column there is no next one: take "
        "the last itself, by min(…).",
    ],
    notice="Move the point a little, and the value changes a little. So a loss can "
    "say which way, and where to look can be learnt.",
    cases=[
        given(SLOPE, 0, 0.5),
        given(SLOPE, 0.25, 0),
        given(SLOPE, 0.25, 0.5),
        given(ROUGH, 1.75, 2.5),
        given(ROUGH, 2.2, 3.9),
        given(ROUGH, 2, 1),
        given(ROUGH, 3, 0.3),
        given(ROUGH, 1.6, 4),
        given(ROUGH, 3, 4),
    ],
    mistakes=[
        (
            lambda grid, y, x: grid[round(y), round(x)],
            "this is the nearest pixel: rounding is what is to be avoided.",
        ),
        (
            lambda grid, y, x: grid[int(y), int(x)],
            "this is the pixel above and to the left, wherever the point is.",
        ),
        (_exchanged, "the shares are exchanged: the nearer pixel counts for more."),
        (_turned, "y and x are exchanged: y counts rows, downwards."),
        (_across_alone, "only x is used: there are two rows to mix, too."),
        (_down_alone, "only y is used: there are two columns to mix, too."),
        (
            lambda grid, y, x: sum(_shares(grid, y, x)[:4]) / 4,
            "this is the mean of the four: the nearer pixel counts for more.",
        ),
    ],
)
