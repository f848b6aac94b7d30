"""The task `shrink` of lesson 2, ReLU."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _relu(x):
    return np.maximum(x, 0)


shrink = Task(
    "shrink",
    code="""
    import numpy as np

    def shrink(x, limit):
        return np.maximum(x - limit, 0) - np.maximum(-x - limit, 0)
    """,
    why="Two ReLUs with the bias -limit: one for the positive numbers, one for the "
    "negative, which sees them with the other sign and gives them back so.",
    hints=[
        "relu(x - limit) is right for the positive numbers, and 0 for all others. "
        "Which ReLU does the same for the negative ones?",
        "Turn the signs: relu(-x - limit) answers only where x lies below -limit, and "
        "with a positive number.",
        "So take it off: relu(x - limit) - relu(-x - limit). One of the two is always "
        "0.",
    ],
    notice="This is called soft thresholding, an old cure for noise in photos. Two "
    "units with a bias do it.",
    cases=[
        given(np.array([5.0]), 2.0),
        given(np.array([-5.0]), 2.0),
        given(np.array([-1.0, 1.0]), 2.0),
        given(np.array([-4.0, -2.0, 0.0, 2.0, 3.0]), 2.0),
        given(np.array([-1.0, 0.0, 4.0]), 0.0),
        given(np.array([[-7, 3], [4, -2]]), 3),
        given(np.random.default_rng(0).normal(0, 2, (4, 5)), 0.5),
        given(np.random.default_rng(1).normal(0, 2, (2, 3, 4)), 1.5),
    ],
    mistakes=[
        (
            lambda x, limit: _relu(x - limit),
            "the strong negative numbers are lost: they want a ReLU of their own.",
        ),
        (
            lambda x, limit: _relu(x - limit) + _relu(-x - limit),
            "the negative numbers come back with the wrong sign.",
        ),
        (
            lambda x, limit: np.where(np.abs(x) > limit, x, 0),
            "the weak numbers are gone, but the strong ones are as they were: they "
            "move towards 0 by limit.",
        ),
        (
            lambda x, limit: _relu(x - limit) - _relu(x + limit),
            "the second ReLU is to answer to negative numbers, so it must see -x.",
        ),
        (
            lambda x, limit: _relu(x + limit) - _relu(-x + limit),
            "a positive bias lets weak numbers through; it must be negative.",
        ),
        (
            lambda x, limit: x - limit,
            "all numbers move down by limit, the negative ones away from 0. (Two ReLUs "
            "do that if the bias of the second is limit, not -limit.)",
        ),
        (
            lambda x, limit: np.sign(x) * (np.abs(x) - limit),
            "the weak numbers move past 0 to the other side; they are to become 0.",
        ),
        (
            lambda x, limit: np.clip(x, -limit, limit),
            "this keeps what is to be thrown away: the weak numbers, and the strong "
            "ones cut off at the limit.",
        ),
    ],
)
