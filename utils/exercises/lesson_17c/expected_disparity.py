"""The task `expected_disparity` of dive 17c, depth from two eyes."""

import numpy as np
from scipy.special import softmax

from utils.checking.cases import given
from utils.checking.tasks import Task


def _expected(weights):
    return weights @ np.arange(weights.shape[-1])


def _unguarded(costs, sharpness):
    with np.errstate(all="ignore"):
        weights = np.exp(-sharpness * costs)
        return _expected(weights / weights.sum(axis=-1, keepdims=True))


expected_disparity = Task(
    "expected_disparity",
    code="""
    import numpy as np

    def expected_disparity(costs, sharpness):
        above = costs - costs.min(axis=-1, keepdims=True)
        weights = np.exp(-sharpness * above)
        weights = weights / weights.sum(axis=-1, keepdims=True)
        return weights @ np.arange(costs.shape[-1])
    """,
    why="Low costs become large weights, the weights of a pixel sum to 1, and each "
    "disparity counts by its weight.",
    hints=[
        "The softmax of lesson 2, of the costs times -sharpness: the lower the cost, "
        "the larger the weight.",
        "Along the last axis, so that it works for one pixel and for a whole volume.",
        "exp of a large negative number is 0, and 0 / 0 is not a number. Take the "
        "least cost of each pixel away first: that changes no weight.",
    ],
    notice="The sharper, the nearer to the argmin; and unlike the argmin it has a "
    "slope, so a network can learn through it.",
    cases=[
        given(np.array([0.0, 0.0]), 1.0),
        given(np.array([3.0, 0.0, 3.0]), 1.0),
        given(np.array([0.0, 1.0, 2.0, 0.5]), 2.0),
        given(np.array([[0.3, 0.1, 0.9], [2.0, 0.0, 1.0]]), 3.0),
        given(np.random.default_rng(0).random((2, 3, 5)), 4.0),
        given(np.array([1000.0, 1001.0, 1003.0]), 1.0),
        given(np.array([[0.0, 2000.0], [2000.0, 0.0]]), 1.0),
        given(np.array([[0.0, 1.0], [3000.0, 3001.0]]), 1.0),
    ],
    mistakes=[
        (
            lambda costs, sharpness: costs.argmin(axis=-1),
            "this is the argmin: one disparity gets all the weight.",
        ),
        (
            lambda costs, sharpness: _expected(softmax(sharpness * costs, axis=-1)),
            "high costs get large weights: the sign is the other way round.",
        ),
        (
            lambda costs, sharpness: _expected(softmax(-costs, axis=-1)),
            "`sharpness` is not used.",
        ),
        (
            lambda costs, sharpness: _expected(softmax(-costs / sharpness, axis=-1)),
            "the costs are divided by `sharpness`; multiply.",
        ),
        (
            lambda costs, sharpness: _expected(softmax(-sharpness * costs, axis=None)),
            "the weights of all pixels together sum to 1; those of each pixel should.",
        ),
        (
            lambda costs, sharpness: _expected(np.exp(-sharpness * costs)),
            "the weights do not sum to 1.",
        ),
        (
            lambda costs, sharpness: (
                _expected(softmax(-sharpness * costs, axis=-1)) + 1
            ),
            "the first disparity is 0, not 1.",
        ),
        (
            _unguarded,
            "right for small costs, but large ones give 0 / 0: take the least away "
            "first.",
        ),
    ],
)
