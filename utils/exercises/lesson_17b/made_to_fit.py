"""The task `made_to_fit` of dive 17b, more pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(0)
LARGE = RNG.integers(0, 9, (3, 4, 6)) / 8
SMALL = RNG.integers(0, 9, (3, 2, 3)) / 8
TALL = RNG.integers(0, 9, (6, 2)) / 8


def _means(large):
    rows, columns = np.shape(large)
    return np.reshape(large, (rows // 2, 2, columns // 2, 2)).mean(axis=(1, 3))


def _spread(small):
    return np.kron(small, np.ones((2, 2)))


def _in_one_corner(large, small):
    fitted = np.array(large, float)
    fitted[::2, ::2] += 4 * (np.asarray(small) - _means(large))
    return fitted


made_to_fit = Task(
    "made_to_fit",
    code="""
    import numpy as np

    def made_to_fit(large, small):
        rows, columns = small.shape
        means = large.reshape(rows, 2, columns, 2).mean(axis=(1, 3))
        missing = np.repeat(small - means, 2, axis=0)
        return large + np.repeat(missing, 2, axis=1)
    """,
    why="If each pixel of a square gets what the square's mean lacks, the mean gets "
    "it, and the differences within the square stay.",
    hints=[
        "Make `large` small, by means of 2 × 2. How far is each of its pixels from "
        "the one in `small`?",
        "Each of the four pixels of a square gets the whole of what its mean lacks.",
        "np.repeat(np.repeat(missing, 2, axis=0), 2, axis=1) brings what is missing to "
        "the size of `large`.",
    ],
    notice="If the small picture was made by means, this never moves `large` further "
    "from the truth. But what fits may be wrong all the same, as with six letters.",
    cases=[
        given(np.zeros((2, 2)), np.array([[0.5]])),
        given(np.array([[0.0, 1.0], [0.5, 0.5]]), np.array([[0.25]])),
        given(LARGE[0], _means(LARGE[0])),
        given(LARGE[1], SMALL[1]),
        given(LARGE[2], SMALL[2]),
        given(TALL, np.array([[0.5], [0.25], [1.0]])),
    ],
    mistakes=[
        (
            lambda large, small: _spread(small),
            "the means fit, but all that was drawn within the squares is gone: *add* "
            "what is missing.",
        ),
        (
            lambda large, small: np.asarray(large) + _spread(small),
            "the whole of the small picture is added. Only what is missing to it is.",
        ),
        (
            lambda large, small: np.asarray(large) - _spread(small - _means(large)),
            "the difference is the other way round: small − means.",
        ),
        (
            lambda large, small: np.asarray(large) + _spread(small - _means(large)) / 4,
            "a quarter of what is missing, four times, divided by four: that is still "
            "a quarter. Each pixel gets the whole.",
        ),
        (
            _in_one_corner,
            "the means fit, but one pixel of each square got all of it. Give each of "
            "the four the same.",
        ),
    ],
)
