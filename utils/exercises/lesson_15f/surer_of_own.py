"""The task `surer_of_own` of dive 15f, a mask in each box."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RANDOM = np.random.default_rng(0)


def _strictly(own, strangers):
    return np.mean(np.subtract.outer(own, strangers) > 0)


def _ties_whole(own, strangers):
    return np.mean(np.subtract.outer(own, strangers) >= 0)


def _strangers_first(own, strangers):
    return 1 - _right(own, strangers)


def _right(own, strangers):
    return (_strictly(own, strangers) + _ties_whole(own, strangers)) / 2


def _side_by_side(own, strangers):
    n = min(len(own), len(strangers))
    return np.mean(own[:n] > strangers[:n])


def _above_the_mean(own, strangers):
    return np.mean(own > strangers.mean())


def _counted(own, strangers):
    return _right(own, strangers) * len(own) * len(strangers)


surer_of_own = Task(
    "surer_of_own",
    code="""
    import numpy as np

    def surer_of_own(own, strangers):
        ahead = np.subtract.outer(own, strangers)
        return np.mean(ahead > 0) + np.mean(ahead == 0) / 2
    """,
    why="A table of all differences has one number for each pair; the share above 0, "
    "and half of the share at 0.",
    hints=[
        "Own pixels 0.9 and 0.4, one stranger of 0.6. There are two pairs; in how many "
        "is the own pixel ahead?",
        "np.subtract.outer(own, strangers) has one row for each own pixel and one "
        "column for each stranger's: the differences of all pairs.",
        "np.mean(differences > 0) is the share of pairs with the own pixel ahead; add "
        "half of np.mean(differences == 0).",
    ],
    notice="Only the order counts: a mask that is pale everywhere gets the same as one "
    "that is bright everywhere. One half is what guessing gets. (Statistics knows this "
    "as the area under the ROC curve.)",
    cases=[
        given(np.array([0.9]), np.array([0.2])),
        given(np.array([0.9, 0.4]), np.array([0.6])),
        given(np.array([0.5]), np.array([0.5, 0.7])),
        given(np.array([0.8, 0.3, 0.6]), np.array([0.6, 0.6, 0.1, 0.9])),
        given(RANDOM.random(7).round(1), RANDOM.random(4).round(1)),
        given(RANDOM.random(3).round(1), RANDOM.random(9).round(1)),
    ],
    mistakes=[
        (_strictly, "pairs that are level are left out: each counts half."),
        (_ties_whole, "pairs that are level count half, not whole."),
        (_strangers_first, "this counts the pairs in which the stranger's is ahead."),
        (
            _side_by_side,
            "this compares the first with the first, the second with the second. Each "
            "own pixel makes a pair with every stranger's.",
        ),
        (
            _above_the_mean,
            "this compares with the strangers' mean. Compare with each of them.",
        ),
        (_counted, "this counts the pairs. The share of all pairs is asked for."),
        (
            lambda own, strangers: own.mean() - strangers.mean(),
            "this says by how much own pixels are brighter on average. Count pairs.",
        ),
    ],
)
