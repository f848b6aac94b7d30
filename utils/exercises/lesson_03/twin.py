"""The task `twin` of lesson 3, pooling."""

import numpy as np

from utils.arrays.pooling import pool2d
from utils.checking.comparing import NotComparable, as_plain
from utils.checking.describing import describe
from utils.checking.tasks import Task

GRID = np.arange(1.0, 17).reshape(4, 4)
WINDOWS = ("top left", "top right", "bottom left", "bottom right")


def _windows(grid):
    """The four numbers of each 2×2 window, sorted: (4, 4), in reading order."""
    blocks = grid.reshape(2, 2, 2, 2).swapaxes(1, 2)
    return np.sort(blocks.reshape(4, 4), axis=1)


def _examine_twin(answer):
    """None if the map pools like 1 to 16, and no window holds the same numbers."""
    try:
        grid = np.asarray(as_plain(answer), dtype=float)
    except (NotComparable, TypeError, ValueError):
        return "a 4×4 grid of numbers is wanted, four rows of four."
    if grid.shape != (4, 4):
        return f"a 4×4 grid of numbers is wanted, not the shape {grid.shape}."
    for name, mode in (("maxima", "max"), ("means", "average")):
        pooled, wanted = pool2d(grid, mode=mode), pool2d(GRID, mode=mode)
        if not np.allclose(pooled, wanted):
            return (
                f"the {name} are {describe(pooled)}, and those of the grid "
                f"{describe(wanted)}."
            )
    is_same = np.all(_windows(grid) == _windows(GRID), axis=1)
    if is_same.any():
        where = WINDOWS[int(np.argmax(is_same))]
        return (
            "maxima and means are the same, but the window at the "
            f"{where} holds the same four numbers as in the grid."
        )
    return None


twin = Task(
    "twin",
    code="""
    twin = [[0, 3, 2, 5], [5, 6, 7, 8], [8, 11, 10, 13], [13, 14, 15, 16]]
    """,
    why="In every window the largest number stays, one of the others grows by 1 and "
    "another shrinks by 1: maximum and sum are as before.",
    hints=[
        "Take one window, with 1, 2, 5 and 6. Its largest number must stay 6. What "
        "else must stay, so that the mean does?",
        "The sum: 14. Which other three numbers, none above 6, add up to 8?",
        "Let one of the smaller numbers grow by a half and another shrink by a half. "
        "Do the same in every window.",
    ],
    notice="Two numbers a window are left, of four: there is no end of maps that "
    "the layers behind take for one and the same.",
    examine=_examine_twin,
)
