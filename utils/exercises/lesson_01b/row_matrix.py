"""The task `row_matrix` of lesson 1b, six ways to convolve."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _matrix(weights, n, step=1, first=0):
    """The weights in every row, each `step` further on than in the row above."""
    rows = n - len(weights) + 1
    matrix = np.zeros((rows, n))
    for i in range(rows):
        for m, weight in enumerate(weights):
            place = first + i * step + m
            if 0 <= place < n:
                matrix[i, place] = weight
    return matrix


def _same(weights, n):
    padded = _matrix(weights, n + len(weights) - 1)
    before = (len(weights) - 1) // 2
    return padded[:, before : before + n]


row_matrix = Task(
    "row_matrix",
    code="""
    import numpy as np

    def row_matrix(weights, n):
        k = len(weights)
        matrix = np.zeros((n - k + 1, n))
        for i in range(n - k + 1):
            matrix[i, i : i + k] = weights
        return matrix
    """,
    why="Row i makes output i, whose window begins at cell i: there stand the weights.",
    hints=[
        "How many outputs are there, and how many cells? So many rows and columns has "
        "the matrix.",
        "Output 0 is made from the cells 0 to k - 1. So the first row holds the "
        "weights there, and zeros after them. Where do they stand in row 1?",
        "matrix = np.zeros((n - k + 1, n)), and in row i: matrix[i, i : i + k] = "
        "weights.",
    ],
    notice="The same weights in every row, one cell further on: row_matrix(weights, n) "
    "@ row is the sliding window.",
    cases=[
        given([2.0], 2),
        given([1.0, 2.0], 3),
        given([1.0, 0.0, -2.0], 5),
        given([0.5, 3.0, -1.0, 2.0], 4),
        given([1.0, 2.0, 3.0, 4.0], 7),
    ],
    mistakes=[
        (
            lambda weights, n: _matrix(weights[::-1], n),
            "the weights are turned: that is convolution proper. Lay them on as they "
            "stand.",
        ),
        (
            lambda weights, n: _matrix(weights, n, step=0),
            "all rows are alike: the window moves one cell from output to output.",
        ),
        (
            lambda weights, n: _matrix(weights, n).T,
            "rows and columns are exchanged: a row for each output, a column for each "
            "cell.",
        ),
        (
            _same,
            "padding has come in: without it there are n - k + 1 outputs.",
        ),
        (
            lambda weights, n: _matrix(weights, n)[:-1],
            "one row too few: the last window ends at the last cell.",
        ),
    ],
)
