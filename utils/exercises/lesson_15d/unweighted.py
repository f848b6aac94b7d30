"""The task `unweighted` of dive 15d, when hardly a pixel counts."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

unweighted = Task(
    "unweighted",
    code="""
    def unweighted(said, weight):
        return said / (said + weight * (1 - said))
    """,
    why="Foreground was counted `weight` times, so the odds, said to 1 - said, are "
    "`weight` times too high. Divide them, and make a share of them again.",
    hints=[
        "Think of odds: a share of 0.8 is 0.8 to 0.2, four to one. If foreground "
        "counts four times, what were the odds without?",
        "The odds without the weight are said / (1 - said) / weight. Odds of a to b "
        "are a share of a / (a + b).",
        "So a is said, and b is weight * (1 - said).",
    ],
    notice="Nothing of the order of the pixels has changed. What a weight moves, where "
    "the network learns all it can, is the threshold.",
    cases=[
        given(0.8, 4.0),
        given(0.5, 1.0),
        given(0.5, 200.0),
        given(0.9, 3.0),
        given(np.array([0.1, 0.5, 0.75, 0.99]), 9.0),
        given(np.array([[0.2, 0.4], [0.6, 0.8]]), 0.5),
        given(np.array([0.002, 0.998]), 20.0),
    ],
    mistakes=[
        (
            lambda said, weight: said / weight,
            "the share itself is divided: divide the odds, said to 1 - said.",
        ),
        (
            lambda said, weight: weight * said / (weight * said + 1 - said),
            "the other way round: this is what the weight makes of a true share.",
        ),
        (
            lambda said, weight: said / (weight * (1 - said)),
            "these are the odds: make a share of them, a / (a + b).",
        ),
        (
            lambda said, weight: weight * (1 - said) / (said + weight * (1 - said)),
            "this is the share of the ground.",
        ),
        (lambda said, weight: said, "the weight is not used yet."),
    ],
)
