"""The task `safe_dice` of dive 15d, when hardly a pixel counts."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _parts(truth, shares, axes=(1, 2)):
    """What is shared, and what both add up to."""
    shared = np.sum(truth * shares, axis=axes)
    return shared, np.sum(truth, axis=axes) + np.sum(shares, axis=axes)


def _all_together(truth, shares, extra):
    shared, both = _parts(truth, shares, None)
    return 1 - (2 * shared + extra) / (both + extra)


def _score(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return np.mean((2 * shared + extra) / (both + extra))


def _each(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return 1 - (2 * shared + extra) / (both + extra)


def _below_only(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return np.mean(1 - 2 * shared / (both + extra))


def _once_above(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return np.mean(1 - (shared + extra) / (both + extra))


def _extra_twice(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return np.mean(1 - 2 * (shared + extra) / (both + extra))


def _over_the_union(truth, shares, extra):
    shared, both = _parts(truth, shares)
    return np.mean(1 - (shared + extra) / (both - shared + extra))


def _squared(truth, shares, extra):
    shared, both = _parts(truth, shares)
    both = both - np.sum(shares, axis=(1, 2)) + np.sum(shares**2, axis=(1, 2))
    return np.mean(1 - (2 * shared + extra) / (both + extra))


def _without(truth, shares, extra):
    shared, both = _parts(truth, shares)
    with np.errstate(all="ignore"):
        return np.mean(1 - 2 * shared / both)


def _summed(truth, shares, extra):
    return np.sum(_each(truth, shares, extra))


def _random(seed, many, share):
    rng = np.random.default_rng(seed)
    truth = (rng.random((many, 5, 6)) < share).astype(float)
    return truth, rng.random(truth.shape).round(2)


safe_dice = Task(
    "safe_dice",
    code="""
    import numpy as np

    def safe_dice(truth, shares, extra):
        shared = np.sum(truth * shares, axis=(1, 2))
        both = np.sum(truth, axis=(1, 2)) + np.sum(shares, axis=(1, 2))
        return np.mean(1 - (2 * shared + extra) / (both + extra))
    """,
    why="Sums over rows and columns leave one number for each picture; the mean comes "
    "last.",
    hints=[
        "Three sums for each picture: truth times share, truth, shares. Over which "
        "axes?",
        "axis=(1, 2) adds up rows and columns and leaves the pictures. Then `extra` "
        "goes above the line and below it.",
        "1 - (2 * shared + extra) / (both + extra) is the loss of each picture; "
        "np.mean makes one number of them.",
    ],
    notice="A picture that holds nothing, and is called nothing, now costs 0, and what "
    "is invented in it costs the more, the smaller `extra` is.",
    cases=[
        given(np.array([[[1.0, 0.0]]]), np.array([[[0.5, 0.0]]]), 1.0),
        given(np.array([[[1.0, 1.0, 0.0]]]), np.array([[[0.5, 0.25, 0.5]]]), 1.0),
        given(np.zeros((1, 2, 2)), np.zeros((1, 2, 2)), 1.0),
        given(np.zeros((1, 2, 2)), np.array([[[0.5, 0.0], [0.0, 0.5]]]), 0.1),
        given(np.eye(2)[None].repeat(2, 0), np.array([np.eye(2), np.ones((2, 2))]), 1),
        given(*_random(0, 3, 0.2), 1.0),
        given(*_random(1, 4, 0.05), 0.5),
    ],
    mistakes=[
        (
            _all_together,
            "all pictures are added up together. Wanted is the loss of each picture, "
            "and the mean of these.",
        ),
        (_each, "this is the loss of each picture: take the mean."),
        (_summed, "the losses of the pictures are added up: take the mean."),
        (_score, "this is the score, 1 where all is right: the loss is 1 less that."),
        (_below_only, "`extra` stands above the line, too."),
        (_once_above, "what is shared counts twice above the line."),
        (_extra_twice, "only what is shared counts twice, `extra` once."),
        (
            _over_the_union,
            "below the line stand both sums, in which what is shared counts twice.",
        ),
        (_squared, "the shares are squared below the line, as in V-Net: not here."),
        (_without, "`extra` is not used: what if a picture holds nothing?"),
    ],
)
