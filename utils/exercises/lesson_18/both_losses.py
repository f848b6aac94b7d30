"""The task `both_losses` of lesson 18, who judges a picture."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _judging(on_written, on_drawn):
    return np.mean(-np.log(on_written)) / 2 + np.mean(-np.log(1 - on_drawn)) / 2


def _drawing(on_drawn):
    return np.mean(-np.log(on_drawn))


def _solution(on_written, on_drawn):
    return _judging(on_written, on_drawn), _drawing(on_drawn)


def _all_at_once(on_written, on_drawn):
    each = np.concatenate([-np.log(on_written), -np.log(1 - on_drawn)])
    return each.mean(), _drawing(on_drawn)


both_losses = Task(
    "both_losses",
    code="""
    import numpy as np

    def both_losses(on_written, on_drawn):
        missed = np.mean(-np.log(on_written))
        deceived = np.mean(-np.log(1 - on_drawn))
        return (missed + deceived) / 2, np.mean(-np.log(on_drawn))
    """,
    why="Cross-entropy is minus the log of the probability given to the truth: p for a "
    "written digit, 1 − p for a drawing. The generator wants drawings called real.",
    hints=[
        "Cross-entropy is minus the log of the probability given to the truth. What "
        "was given to the truth, for a written digit and for a drawing?",
        "For a written digit it is p, for a drawing 1 − p. Take the mean of each sort, "
        "then the mean of the two.",
        "The generator's loss looks at drawings only, and wishes them real: the mean "
        "of −log p.",
    ],
    notice="With p = 0.5 everywhere, both losses are log 2, about 0.69: so it looks "
    "when the discriminator can only guess. Numbers near that say that the game is "
    "even, not that the pictures are good.",
    cases=[
        given(np.array([0.5]), np.array([0.5])),
        given(np.array([0.9, 0.8]), np.array([0.1, 0.2])),
        given(np.array([0.9, 0.8, 0.3]), np.array([0.1, 0.7])),
        given(np.array([0.6]), np.array([0.01, 0.02, 0.4, 0.9])),
    ],
    mistakes=[
        (
            lambda on_written, on_drawn: _solution(on_written, on_drawn)[::-1],
            "the two are in the other order: the discriminator's first.",
        ),
        (
            lambda on_written, on_drawn: (
                2 * _judging(on_written, on_drawn),
                _drawing(on_drawn),
            ),
            "the discriminator's loss is the mean of both sorts' means, here it is "
            "their sum.",
        ),
        (
            _all_at_once,
            "the mean over all pictures at once gives the sort with more pictures more "
            "weight: take the mean of each sort first.",
        ),
        (
            lambda on_written, on_drawn: (
                _judging(on_written, on_drawn),
                np.mean(np.log(1 - on_drawn)),
            ),
            "the generator's loss is log(1 − p) here, which is flat where it is seen "
            "through. Take −log p.",
        ),
        (
            lambda on_written, on_drawn: (
                np.mean(-np.log(on_written)) / 2 + np.mean(-np.log(on_drawn)) / 2,
                _drawing(on_drawn),
            ),
            "for a drawing the truth is “drawn”, and that was given 1 − p.",
        ),
        (
            lambda on_written, on_drawn: (
                -_judging(on_written, on_drawn),
                -_drawing(on_drawn),
            ),
            "the signs are turned: a log of a probability is negative, a loss is not.",
        ),
    ],
)
