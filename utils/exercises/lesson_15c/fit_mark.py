"""The task `fit_mark` of dive 15c, roads that were never driven."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _mask(slope, offset, rows, columns=24, wrong=()):
    """A mask with one pixel of a line in each of the rows, and some wrong pixels."""
    mask = np.zeros((16, columns), bool)
    for row in rows:
        mask[row, round(slope * row + offset)] = True
    for row, column in wrong:
        mask[row, column] = True
    return mask


def _fit(mask):
    rows, columns = np.nonzero(mask)
    return np.polyfit(rows, columns, 1)


def _other_axis(mask):
    """The row as a function of the column; where that is endless, what is right."""
    rows, columns = np.nonzero(mask)
    return np.polyfit(columns, rows, 1) if np.ptp(columns) else _fit(mask)


def _solved_for_columns(mask):
    """The mistake of who fits rows over columns, and then solves for the column."""
    if not np.ptp(np.nonzero(mask)[1]):
        return _fit(mask)
    slope, offset = _other_axis(mask)
    return np.array([1 / slope, -offset / slope])


def _first_to_last(mask):
    rows, columns = np.nonzero(mask)
    slope = (columns[-1] - columns[0]) / (rows[-1] - rows[0])
    return np.array([slope, columns[0] - slope * rows[0]])


def _through_zero(mask):
    rows, columns = np.nonzero(mask)
    return np.array([np.sum(rows * columns) / np.sum(rows**2), 0])


def _one_for_each_row(mask):
    rows = np.flatnonzero(mask.any(axis=1))
    columns = [np.flatnonzero(mask[row]).mean() for row in rows]
    return np.polyfit(rows, columns, 1)


fit_mark = Task(
    "fit_mark",
    code="""
    import numpy as np

    def fit_mark(mask):
        rows, columns = np.nonzero(mask)
        return np.polyfit(rows, columns, 1)
    """,
    why="np.nonzero lists the pixels that are mark. Their columns are what the line "
    "has to hit, their rows where: a polynomial of degree 1.",
    hints=[
        "np.nonzero(mask) gives the rows and the columns of all pixels that are mark.",
        "np.polyfit(x, y, 1) fits y = slope * x + offset by least squares. Here the "
        "column depends on the row: which of them is x?",
        "np.polyfit(rows, columns, 1) gives the slope first, then the offset.",
    ],
    notice="Marks run down the picture, so the column is asked as a function of the "
    "row: an upright mark has slope 0, where the other way round it would be endless. "
    "One wrong pixel far off pulls the line towards it: fits that resist it are called "
    "robust.",
    cases=[
        given(_mask(0, 5, range(4, 12))),
        given(_mask(1, 2, range(4, 16))),
        given(_mask(-0.5, 15, range(0, 16, 2))),
        given(_mask(1, 2, range(2, 14), wrong=[(3, 20), (12, 4)])),
        given(_mask(0.5, 3, (4, 5, 6, 12, 13, 14), wrong=[(5, 6), (5, 7), (13, 9)])),
    ],
    mistakes=[
        (
            lambda mask: _fit(mask)[::-1],
            "slope and offset are exchanged: the slope comes first.",
        ),
        (
            _other_axis,
            "this fits the row over the column. Wanted is the column as slope * row + "
            "offset.",
        ),
        (
            _solved_for_columns,
            "rows are fitted over columns, and solved for the column. That makes the "
            "errors along the rows small, not those along the columns.",
        ),
        (
            _first_to_last,
            "this is the line through the first pixel and the last. All pixels count.",
        ),
        (
            _through_zero,
            "this line is forced through row 0, column 0: the offset is missing.",
        ),
        (
            _one_for_each_row,
            "every pixel counts once; here every row does, however many it has.",
        ),
    ],
)
