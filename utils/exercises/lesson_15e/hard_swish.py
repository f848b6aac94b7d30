"""The task `hard_swish` of dive 15e, a person cut out."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _ramp(x):
    return np.clip((np.asarray(x) + 3) / 6, 0, 1)


hard_swish = Task(
    "hard_swish",
    code="""
    import numpy as np

    def hard_swish(x):
        share = np.clip((x + 3) / 6, 0, 1)
        return x * share
    """,
    why="The ramp says how much of x passes: nothing up to -3, all from 3 on.",
    hints=[
        "First the ramp alone: a straight line through (-3, 0) and (3, 1).",
        "That line is (x + 3) / 6. np.clip(line, 0, 1) keeps it between 0 and 1.",
        "Then multiply: x times the ramp.",
    ],
    notice="Additions, a multiplication, a comparison: a phone computes that faster "
    "than the exponential in a sigmoid.",
    cases=[
        given(np.array([0.0, 3.0])),
        given(np.array([-4.0, -3.0, -1.5, 0.0, 1.5, 3.0, 4.0])),
        given(np.array([[1.0, -1.0], [0.6, -2.4]])),
        given(np.random.default_rng(0).normal(0, 3, (4, 5, 2))),
    ],
    mistakes=[
        (_ramp, "this is the ramp alone. It says what share of x passes: multiply."),
        (
            lambda x: np.maximum(x, 0),
            "this is ReLU. Between -3 and 3 only a share of x passes.",
        ),
        (
            lambda x: x / (1 + np.exp(-x)),
            "this is swish, with the sigmoid. The hard one has a straight ramp in its "
            "place.",
        ),
        (
            lambda x: x * np.clip(x + 3, 0, 6),
            "six times too much: the ramp ends at 1.",
        ),
        (
            lambda x: x * (x + 3) / 6,
            "the ramp must stay between 0 and 1: clip it.",
        ),
        (
            lambda x: x * np.maximum((x + 3) / 6, 0),
            "the ramp must end at 1: clip it from above, too.",
        ),
        (
            lambda x: x * np.clip(x / 6, 0, 1),
            "the ramp is 0 at -3, not at 0: add 3 before you divide.",
        ),
        (
            lambda x: np.clip(x * (x + 3) / 6, 0, 1),
            "clip the ramp, not the product: from 3 on all of x passes.",
        ),
        (
            lambda x: np.maximum(x, 0) * _ramp(x),
            "below 0 something passes as well: between -3 and 0 the result is "
            "negative.",
        ),
    ],
)
