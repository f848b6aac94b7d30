"""The task `window_of` of lesson 14c, a classifier that looks everywhere."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _window(x, y, factor, side=28, stride=4):
    return tuple(
        factor * n
        for n in (stride * x, stride * y, stride * x + side, stride * y + side)
    )


window_of = Task(
    "window_of",
    code="""
    def window_of(row, column, factor):
        x, y = 4 * column, 4 * row
        return factor * x, factor * y, factor * (x + 28), factor * (y + 28)
    """,
    why="For the network windows stand 4 of its pixels apart and are 28 wide; each of "
    "these is as wide as `factor` pixels of the canvas.",
    hints=[
        "Begin with factor 1. How many pixels lie between the windows of two answers "
        "side by side, and how wide is each?",
        "x counts to the right, so it goes with the column: x1 = 4 * column, and x2 = "
        "x1 + 28. Likewise y and the row.",
        "These are pixels of what the network saw. One of them is `factor` pixels of "
        "the canvas: all four numbers are multiplied by this factor.",
    ],
    notice="The larger the factor, the larger the window in the canvas, and the "
    "farther from the next. Which factor is for what, you find out below.",
    cases=[
        given(0, 0, 1),
        given(0, 1, 1),
        given(1, 0, 1),
        given(2, 5, 1),
        given(0, 0, 2),
        given(3, 1, 2),
        given(7, 4, 1.5),
        given(8, 24, 0.5),
    ],
    mistakes=[
        (
            lambda row, column, factor: _window(row, column, factor),
            "row and column have changed places: x goes to the right, with the column.",
        ),
        (
            lambda row, column, factor: _window(column, row, factor, stride=1),
            "neighbouring answers belong to windows 4 pixels apart: two poolings halve "
            "twice.",
        ),
        (
            lambda row, column, factor: _window(column, row, factor, stride=28),
            "the windows overlap: their neighbours are 4 pixels apart, not 28.",
        ),
        (
            lambda row, column, factor: _window(column, row, 1),
            "the factor is not used: these are pixels of what the network saw.",
        ),
        (
            lambda row, column, factor: _window(column, row, 1 / factor),
            "you divide by the factor. A pixel of what the network saw is `factor` of "
            "the canvas: multiply.",
        ),
        (
            lambda row, column, factor: _window(column, row, factor, side=28 / factor),
            "the corner is right, the size is not: the window is 28 pixels of what the "
            "network saw, so it is multiplied as well.",
        ),
        (
            lambda row, column, factor: (
                *_window(column, row, 1)[:2],
                4 * column + 28 * factor,
                4 * row + 28 * factor,
            ),
            "the size is right, the corner is not: it, too, is counted in pixels of "
            "what the network saw.",
        ),
        (
            lambda row, column, factor: _window(column, row, factor, side=27),
            "a box ends behind its last pixel: it is 28 wide, not 27.",
        ),
        (
            lambda row, column, factor: (
                *_window(column, row, factor)[:2],
                28 * factor,
                28 * factor,
            ),
            "that is corner and size; asked for are two corners.",
        ),
    ],
)
