"""The task `relu6_backward` of lesson 2b, activations."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

CUTS_OFF = (
    "this cuts off the signal. It is z that says where ReLU6 is flat; the signal may "
    "be negative, or larger than 6."
)


def _inside(z):
    return (z > 0) & (z < 6)


relu6_backward = Task(
    "relu6_backward",
    code="""
    import numpy as np

    def relu6_backward(z, signal):
        return np.where((z > 0) & (z < 6), signal, 0)
    """,
    why="The slope is 1 between 0 and 6 and 0 elsewhere: z opens or closes the gate, "
    "and the signal passes unchanged or not at all.",
    hints=[
        "Draw ReLU6. Where is it flat, where does it climb, and how steeply?",
        "The slope is 1 where z lies between 0 and 6, and 0 elsewhere. What does the "
        "walk backwards do with slope and signal?",
        "They multiply. (z > 0) & (z < 6) is an array of True and False, which count "
        "as 1 and 0.",
    ],
    notice="z decides, the signal passes: a negative signal comes through as it is. "
    "But no signal comes back from above 6: the price of the lid.",
    cases=[
        given(np.array([-2.0, 3.0]), np.array([5.0, 5.0])),
        given(np.array([3.0, 8.0]), np.array([5.0, 5.0])),
        given(np.array([-2.0, 3.0, 8.0]), np.array([-4.0, -4.0, -4.0])),
        given(np.array([3.0, 0.5]), np.array([9.0, 7.0])),
        given(np.array([0.0, 6.0]), np.array([1.0, 2.0])),
        given(
            np.random.default_rng(0).normal(3, 4, (4, 5)),
            np.random.default_rng(1).normal(0, 5, (4, 5)),
        ),
        given(
            np.random.default_rng(2).normal(3, 4, (2, 3, 2, 4)),
            np.random.default_rng(3).normal(0, 5, (2, 3, 2, 4)),
        ),
    ],
    mistakes=[
        (
            lambda z, signal: np.where(z > 0, signal, 0),
            "that is the slope of the plain ReLU. ReLU6 is flat above 6 too.",
        ),
        (
            lambda z, signal: np.clip(signal, 0, 6),
            CUTS_OFF,
        ),
        (
            lambda z, signal: np.where(_inside(signal), signal, 0),
            CUTS_OFF,
        ),
        (
            lambda z, signal: np.where(_inside(z), np.maximum(signal, 0), 0),
            "z is treated rightly, but negative signals are lost: they say that the "
            "loss falls when this number grows, and the layers before must hear it.",
        ),
        (
            lambda z, signal: _inside(z) * 1.0,
            "that is the slope alone. The walk backwards multiplies it by the signal.",
        ),
        (
            lambda z, signal: np.clip(z, 0, 6) * signal,
            "the signal is multiplied by what ReLU6 gives, not by its slope.",
        ),
        (
            lambda z, signal: np.clip(z, 0, 6),
            "that is the way forward, ReLU6 itself. Backwards, its slope is wanted, "
            "times the signal.",
        ),
        (
            lambda z, signal: np.where((z >= 0) & (z <= 6), signal, 0),
            "right but at the two corners, 0 and 6, where this course takes the slope "
            "0.",
        ),
    ],
)
