"""The task `focal` of dive 15d, when hardly a pixel counts."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _right(truth, shares):
    """What was said of the true answer."""
    return np.where(truth > 0, shares, 1 - shares)


def _made(damp, of=_right):
    """A focal loss whose pixels count as `damp` says of q, said of the true answer."""

    def loss(truth, shares, gamma):
        q = of(truth, shares)
        return np.mean(-damp(q, gamma) * np.log(q))

    return loss


def _foreground_only(truth, shares, gamma):
    return np.mean(-truth * (1 - shares) ** gamma * np.log(shares))


def _damped_by_share(truth, shares, gamma):
    q = _right(truth, shares)
    return np.mean(-((1 - shares) ** gamma) * np.log(q))


def _random(seed, shape):
    rng = np.random.default_rng(seed)
    return (rng.random(shape) < 0.3).astype(float), rng.uniform(0.01, 0.99, shape)


focal = Task(
    "focal",
    code="""
    import numpy as np

    def focal(truth, shares, gamma):
        q = truth * shares + (1 - truth) * (1 - shares)
        return np.mean(-((1 - q) ** gamma) * np.log(q))
    """,
    why="q is what was said of the answer that is true. Near 1 the pixel is easy, and "
    "1 - q to the power gamma makes it count next to nothing.",
    hints=[
        "First q for each pixel: the share where the truth is 1, one minus the share "
        "where it is 0.",
        "Cross-entropy is the mean of -log(q). Each pixel now counts (1 - q) ** gamma.",
        "np.mean(-((1 - q) ** gamma) * np.log(q)).",
    ],
    notice="With gamma 0 it is cross-entropy. With 2, a pixel called rightly with 0.99 "
    "counts a ten-thousandth.",
    cases=[
        given(np.array([1.0]), np.array([0.75]), 2.0),
        given(np.array([0.0]), np.array([0.25]), 2.0),
        given(np.array([0.0]), np.array([0.9]), 1.0),
        given(np.array([1.0, 0.0]), np.array([0.6, 0.3]), 0.0),
        given(
            np.array([[1.0, 0.0], [0.0, 0.0]]), np.array([[0.2, 0.1], [0.7, 0.4]]), 2
        ),
        given(*_random(0, (6, 7)), 2.0),
        given(*_random(1, (2, 4, 4)), 0.5),
    ],
    mistakes=[
        (
            _made(lambda q, gamma: np.ones_like(q)),
            "this is cross-entropy: gamma is not used yet.",
        ),
        (
            _made(lambda q, gamma: q**gamma),
            "the wrong way round: pixels that are right already count most.",
        ),
        (
            _made(lambda q, gamma: gamma * (1 - q)),
            "gamma is a power: (1 - q) ** gamma.",
        ),
        (
            _made(lambda q, gamma: (1 - q) ** gamma, lambda truth, shares: shares),
            "ground is judged like foreground: where the truth is 0, q is 1 - share.",
        ),
        (_foreground_only, "only foreground counts: ground has a loss, too."),
        (
            _damped_by_share,
            "1 - share is taken where 1 - q should be: for ground that is the share.",
        ),
        (
            lambda truth, shares, gamma: (
                -_made(lambda q, g: (1 - q) ** g)(truth, shares, gamma)
            ),
            "the sign: log(q) is negative, a loss is not.",
        ),
        (
            lambda truth, shares, gamma: np.sum(
                -((1 - _right(truth, shares)) ** gamma) * np.log(_right(truth, shares))
            ),
            "this is the sum over the pixels: take the mean.",
        ),
    ],
)
