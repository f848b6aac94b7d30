"""The task `batches_needed` of lesson 10b, what is wrong with it."""

import math

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _nothing_to_forget(answer):
    if np.any(np.asarray(answer(0.9, 1)) != 0):
        return "if all may be left (a share of 1), not a single batch is needed."
    return None


batches_needed = Task(
    "batches_needed",
    code="""
    import math

    def batches_needed(momentum, share):
        return math.ceil(math.log(share) / math.log(momentum))
    """,
    why="After t batches momentum to the power of t is left; the logarithm brings t "
    "down, and a batch is a whole one.",
    hints=[
        "Each batch multiplies what is left of the start value by the momentum. What "
        "is left after 2 batches, after 3, after t?",
        "momentum ** t must be at most `share`. Try t = 0, 1, 2, … in a loop, or "
        "take logarithms on both sides.",
        "t is at least log(share) / log(momentum). (Both logarithms are negative.) "
        "Round up.",
    ],
    notice="From 0.9 to 0.99 the memory becomes ten times as long: 44 batches "
    "against 459 until a hundredth is left. One more 9, and it is ten times that.",
    cases=[
        given(0.5, 0.25),
        given(0.5, 0.2),
        given(0.9, 0.01),
        given(0.99, 0.01),
        given(0.99, 0.5),
        given(0.999, 0.1),
    ],
    examine=_nothing_to_forget,
    mistakes=[
        (
            lambda momentum, share: math.log(share) / math.log(momentum),
            "this is no whole number of batches. Round it so that at most the share "
            "is left.",
        ),
        (
            lambda momentum, share: round(math.log(share) / math.log(momentum)),
            "rounded to the nearest: where that is down, more than the share is left.",
        ),
        (
            lambda momentum, share: math.floor(math.log(share) / math.log(momentum)),
            "rounded down: after so many batches a little more than the share is left.",
        ),
        (
            lambda momentum, share: (
                math.floor(math.log(share) / math.log(momentum)) + 1
            ),
            "one too many where the share is met exactly: half of a half is a "
            "quarter, after two batches.",
        ),
        (
            lambda momentum, share: math.ceil((1 - share) / (1 - momentum)),
            "each batch takes away a part of what is *left*, not the same amount "
            "each time. So it goes slower and slower.",
        ),
        (
            lambda momentum, share: math.ceil(round(1 / (1 - momentum), 6)),
            "1 / (1 - momentum) batches are how far such an average looks back, "
            "roughly. About a third of the start value is left then; the share asked "
            "for is not used yet.",
        ),
        (
            lambda momentum, share: math.ceil(math.log(1 - share) / math.log(momentum)),
            "this waits until `share` of the start value is *gone*. Asked is when no "
            "more than that is *left*.",
        ),
        (
            lambda momentum, share: math.ceil(math.log(share) / math.log(1 - momentum)),
            "this keeps 1 - momentum of the average with each batch. It keeps "
            "momentum, and takes 1 - momentum of what is new.",
        ),
    ],
)
