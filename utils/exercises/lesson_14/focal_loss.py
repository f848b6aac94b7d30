"""The task `focal_loss` of lesson 14, detection."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _right_share(shares, there):
    return np.where(there == 1, shares, 1 - shares)


def _weighted(weight):
    """A loss whose weight is a function of the probability of what is true."""

    def focal_loss(shares, there, gamma):
        right = _right_share(shares, there)
        return -weight(right, gamma) * np.log(right)

    return focal_loss


def _as_if_all_were_there(shares, there, gamma):
    return -((1 - shares) ** gamma) * np.log(shares)


def _share_as_weight(shares, there, gamma):
    return -((1 - shares) ** gamma) * np.log(_right_share(shares, there))


def _only_where_there(shares, there, gamma):
    return there * _as_if_all_were_there(shares, there, gamma)


RIGHT = _weighted(lambda right, gamma: (1 - right) ** gamma)

focal_loss = Task(
    "focal_loss",
    code="""
    import numpy as np

    def focal_loss(shares, there, gamma):
        right = np.where(there == 1, shares, 1 - shares)
        return -((1 - right) ** gamma) * np.log(right)
    """,
    why="Both factors ask how much probability the truth got: log for the loss, one "
    "minus it for the weight.",
    hints=[
        "First the probability that was given to the truth: the share where something "
        "is there, one minus it where nothing is. np.where chooses cell by cell.",
        "With that, q: the cross-entropy of a cell is -np.log(q).",
        "The weight is (1 - q) ** gamma: near 0 where the truth got nearly all.",
    ],
    notice="With gamma = 2 an empty cell that got 0.01 weighs a ten-thousandth: a "
    "hundred thousand such cells no longer drown the one that is wrong.",
    cases=[
        given(np.array([0.5]), np.array([1.0]), 0.0),
        given(np.array([0.9]), np.array([1.0]), 2.0),
        given(np.array([0.1]), np.array([0.0]), 2.0),
        given(np.array([[0.2, 0.7], [0.6, 0.05]]), np.array([[1.0, 0], [0, 0]]), 2.0),
        given(np.array([0.3, 0.8, 0.99]), np.array([0.0, 1.0, 0.0]), 0.5),
    ],
    mistakes=[
        (
            _as_if_all_were_there,
            'in empty cells the truth is "nothing": it got one minus the share.',
        ),
        (
            _only_where_there,
            "empty cells count as well; their truth got one minus the share.",
        ),
        (
            _share_as_weight,
            "the logarithm is right; the weight, too, takes the probability of what is "
            "true: in empty cells one minus the share.",
        ),
        (
            _weighted(lambda right, gamma: np.ones_like(right)),
            "that is the plain cross-entropy: its weight is missing.",
        ),
        (
            _weighted(lambda right, gamma: right**gamma),
            "the weight is the wrong way round: easy cells weigh most.",
        ),
        (
            _weighted(lambda right, gamma: gamma * (1 - right)),
            "gamma is an exponent, not a factor.",
        ),
        (
            lambda *given: -RIGHT(*given),
            "the sign: the logarithm of a probability is negative, a loss is not.",
        ),
        (
            lambda *given: RIGHT(*given).mean(),
            "one number for each cell is asked for, not their mean.",
        ),
        (
            lambda *given: RIGHT(*given).sum(),
            "one number for each cell is asked for, not their sum.",
        ),
    ],
)
