"""The task `greedy` of dive 19b, where did it go."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from utils.checking.cases import given
from utils.checking.tasks import Task


def _taken(overlaps, least, frees_column=True, frees_row=True, beyond=np.greater_equal):
    free, pairs = np.array(overlaps, dtype=float), []
    while free.size and beyond(free.max(), least):
        row, column = (int(n) for n in np.unravel_index(free.argmax(), free.shape))
        pairs.append((row, column))
        free[row, column] = -np.inf
        if frees_row:
            free[row] = -np.inf
        if frees_column:
            free[:, column] = -np.inf
    return pairs


def _row_by_row(overlaps, least):
    pairs, taken = [], set()
    for row, line in enumerate(overlaps):
        left = [n for n in range(len(line)) if n not in taken and line[n] >= least]
        if left:
            best = max(left, key=lambda n: line[n])
            pairs.append((row, best))
            taken.add(best)
    return pairs


def _best_of_all(overlaps, least):
    gains = np.where(overlaps >= least, overlaps, 0)
    pairs = np.transpose(linear_sum_assignment(gains, maximize=True)).tolist()
    return [(row, column) for row, column in pairs if gains[row, column] > 0]


def _random(seed, shape):
    """Overlaps of which no two are equal."""
    rng = np.random.default_rng(seed)
    numbers = rng.permutation(np.prod(shape)) / np.prod(shape)
    return given(np.round(numbers.reshape(shape), 3), 0.3)


greedy = Task(
    "greedy",
    code="""
    import numpy as np

    def greedy(overlaps, least):
        free, pairs = overlaps.astype(float), []
        while free.size and free.max() >= least:
            row, column = np.unravel_index(free.argmax(), free.shape)
            pairs.append((int(row), int(column)))
            free[row, :], free[:, column] = -np.inf, -np.inf
        return pairs
    """,
    why="What is taken leaves the table with its whole row and its whole column, so no "
    "track and no box is taken twice.",
    hints=[
        "Work on a copy, or the caller's table is gone afterwards.",
        "np.unravel_index(free.argmax(), free.shape) is the row and the column of the "
        "largest.",
        "Set the row and the column to something that never is the largest, and go on "
        "until the largest is below `least`.",
    ],
    notice="Suppression of lesson 14 is greedy, too: the best first, then the best of "
    "what is left.",
    cases=[
        given(np.array([[0.6]]), 0.3),
        given(np.array([[0.2]]), 0.3),
        given(np.array([[0.3]]), 0.3),
        given(np.array([[0.6, 0.5], [0.55, 0.1]]), 0.3),
        given(np.array([[0.43, 0.0], [0.54, 0.43]]), 0.2),
        given(np.array([[0.4, 0.7, 0.5], [0.6, 0.8, 0.1]]), 0.3),
        given(np.empty((0, 2)), 0.3),
        _random(1, (3, 4)),
        _random(2, (5, 3)),
        _random(3, (4, 4)),
    ],
    mistakes=[
        (
            _row_by_row,
            "the tracks choose in turn. Wanted is the largest of the whole table.",
        ),
        (
            _best_of_all,
            "this is the best sum of all, not the largest first.",
        ),
        (
            lambda overlaps, least: _taken(overlaps, least, frees_column=False),
            "a box is given to two tracks.",
        ),
        (
            lambda overlaps, least: _taken(overlaps, least, frees_row=False),
            "a track is given two boxes.",
        ),
        (
            lambda overlaps, least: _taken(overlaps, least, beyond=np.greater),
            "an overlap of exactly `least` is a pair, too.",
        ),
        (
            lambda overlaps, least: _taken(overlaps, -1.0),
            "overlaps below `least` are no pairs.",
        ),
        (
            lambda overlaps, least: sorted(_taken(overlaps, least)),
            "the pairs are right, but sorted by track: return them as they are taken.",
        ),
        (
            lambda overlaps, least: [pair[::-1] for pair in _taken(overlaps, least)],
            "the pairs are turned round: track first, then box.",
        ),
    ],
)
