"""The task `nearest_direction` of lesson 5b, features by hand."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _turn(right, down):
    return np.arctan2(down, right) / (2 * np.pi)


nearest_direction = Task(
    "nearest_direction",
    code="""
    import numpy as np

    def nearest_direction(right, down, directions):
        turn = np.arctan2(down, right) / (2 * np.pi)
        return int(np.round(turn * directions)) % directions
    """,
    why="arctan2 gives the angle, divided by a whole turn it is a share of one; times "
    "the number of directions, rounded, it is the nearest. The last and the first are "
    "neighbours: % takes care of that, and of angles below zero.",
    hints=[
        "np.arctan2(down, right) is the angle in radians, from -pi to pi. Which share "
        "of a whole turn, 2 pi, is that?",
        "Times `directions`, it is a number such as 2.9: round it. What about results "
        "below 0, and those that round up to `directions` itself?",
        "% directions takes any whole number to one of 0 … directions - 1: -1 becomes "
        "the last, `directions` becomes 0.",
    ],
    notice="Directions lie on a circle, so the last has the first as its neighbour. "
    "Forget that, and half of the edges that run to the right land in a cell of their "
    "own.",
    cases=[
        given(1, 0, 8),
        given(0, 1, 8),
        given(1, 2, 4),
        given(1, 1, 8),
        given(-1, 0, 8),
        given(0, -1, 8),
        given(5, -1, 8),
        given(5, 3, 8),
        given(-0.3, -0.5, 8),
        given(-2, 1.9, 6),
        given(3, -1, 12),
        given(0.2, 0.9, 9),
        given(4, -0.2, 9),
    ],
    mistakes=[
        (
            lambda right, down, n: int(np.round(_turn(right, down) % 1 * n)),
            "a direction just below a whole turn is nearest to number 0: there are "
            "only the numbers 0 to directions - 1.",
        ),
        (
            lambda right, down, n: int(np.round(_turn(right, down) * n)),
            "numbers begin at 0, and half of the angles lie below zero: % directions "
            "takes them round.",
        ),
        (
            lambda right, down, n: int(_turn(right, down) % 1 * n),
            "that rounds down; the *nearest* direction is asked for.",
        ),
        (
            lambda right, down, n: int(np.round(_turn(down, right) * n)) % n,
            "the two are exchanged: np.arctan2 takes `down` first, then `right`.",
        ),
        (
            lambda right, down, n: int(np.round(np.arctan2(down, right) * n)) % n,
            "the angle comes in radians: divide it by a whole turn, 2 pi.",
        ),
        (
            lambda right, down, n: (
                int(np.round(np.arctan(down / (right or 1e-9)) / (2 * np.pi) * n)) % n
            ),
            "np.arctan cannot tell an angle from the opposite one; np.arctan2(down, "
            "right) can.",
        ),
    ],
)
