"""The task `effective_kinds` of lesson 18, who judges a picture."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _shares(counts):
    counts = np.asarray(counts, dtype=float)
    return counts[counts > 0] / counts.sum()


def _entropy(counts):
    shares = _shares(counts)
    return -np.sum(shares * np.log(shares))


effective_kinds = Task(
    "effective_kinds",
    code="""
    import numpy as np

    def effective_kinds(counts):
        shares = np.array(counts) / np.sum(counts)
        shares = shares[shares > 0]
        return np.exp(-np.sum(shares * np.log(shares)))
    """,
    why="Equal shares have the entropy log(number), and e to the power of that is the "
    "number again. Kinds that do not occur are left out, as 0 log 0 counts as 0.",
    hints=[
        "Turn the counts into shares that add up to 1.",
        "log 0 is minus infinity, and 0 times that is no number: leave the kinds out "
        "that do not occur.",
        "np.exp(-np.sum(shares * np.log(shares))), with the shares that are left.",
    ],
    notice="Generators that draw few kinds are said to have collapsed. Try it on a "
    'stored game: effective_kinds(stored["runs"][0]["read_as"]) is its first look, '
    "[11] its last. Which digit is rare to the end?",
    cases=[
        given(np.array([50, 50])),
        given(np.array([7, 0, 0])),
        given(np.full(10, 100)),
        given(np.array([90, 10])),
        given(np.array([0, 12, 3, 0, 45, 0, 20, 1, 0, 9])),
    ],
    mistakes=[
        (
            lambda counts: np.count_nonzero(counts),
            "this counts the kinds that occur at all, however rarely.",
        ),
        (_entropy, "this is the entropy itself. How many equal kinds have it?"),
        (
            lambda counts: np.exp(-_entropy(counts)),
            "the sign is turned: logs of shares are negative.",
        ),
        (
            lambda counts: 2 ** _entropy(counts),
            "this is 2 to the power of an entropy in natural logs: take e.",
        ),
        (
            lambda counts: 1 / np.sum(_shares(counts) ** 2),
            "this is one over the sum of squared shares, another way to count kinds. "
            "Wanted is e to the entropy.",
        ),
    ],
)
