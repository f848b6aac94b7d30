"""The task `most_mixed_up` of dive 16c, which language is this."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _pair(table):
    return tuple(
        sorted(int(k) for k in np.unravel_index(np.argmax(table), table.shape))
    )


def _off_diagonal(confusions):
    return confusions * (1 - np.eye(len(confusions), dtype=int))


def _one_way(confusions):
    return _pair(_off_diagonal(confusions))


def _with_the_diagonal(confusions):
    return _pair(confusions + confusions.T)


def _as_found(confusions):
    both = _off_diagonal(confusions)
    both = both + both.T
    return tuple(int(k) for k in np.unravel_index(both.argmax(), both.shape))[::-1]


def _least(confusions):
    both = (confusions + confusions.T).astype(float)
    np.fill_diagonal(both, np.inf)
    return _pair(-both)


def _case(seed, classes):
    """Random mistakes; no two pairs are equal."""
    rng = np.random.default_rng(seed)
    pairs = classes * (classes - 1) // 2
    sums = rng.permutation(np.arange(3, 3 + 2 * pairs, 2))
    rows, columns = np.triu_indices(classes, 1)
    split = rng.integers(0, sums + 1)
    confusions = np.diag(rng.integers(50, 90, classes))
    confusions[rows, columns] = split
    confusions[columns, rows] = sums - split
    return given(confusions)


most_mixed_up = Task(
    "most_mixed_up",
    code="""
    import numpy as np

    def most_mixed_up(confusions):
        both = confusions + confusions.T
        np.fill_diagonal(both, 0)
        first, second = np.unravel_index(both.argmax(), both.shape)
        return first, second
    """,
    why="The transposed array holds the mistakes the other way round; the diagonal "
    "holds what was right, so it goes first. Of two equal cells `argmax` takes the one "
    "further up, which has the smaller number first.",
    hints=[
        "The mistakes the other way round are in confusions.T.",
        "The diagonal holds the right answers. Set it to 0, in a copy.",
        "np.unravel_index(both.argmax(), both.shape) gives the place of the largest.",
    ],
    notice="The lesson finds its pair in the same way, among 120.",
    cases=[
        given(np.array([[9, 3], [1, 8]])),
        given(np.array([[5, 1], [0, 6]])),
        given(np.array([[90, 5, 0], [5, 80, 9], [0, 0, 70]])),
        given(np.array([[60, 1, 2], [0, 70, 3], [11, 12, 80]])),
        _case(1, 4),
        _case(2, 5),
        _case(3, 5),
        _case(4, 6),
    ],
    mistakes=[
        (
            _one_way,
            "only one direction is counted. Add how often each is taken for the other.",
        ),
        (
            _with_the_diagonal,
            "the diagonal holds what was right: it does not count.",
        ),
        (_as_found, "the right pair, but the smaller number comes first."),
        (_least, "these two are mixed up least."),
    ],
)
