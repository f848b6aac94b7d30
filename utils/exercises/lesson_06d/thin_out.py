"""The task `thin_out` of lesson 6d, layers that change in use."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _drawn(seed, *shape):
    """A case: numbers of both signs, and as many that were drawn from 0 to 1."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=shape).round(1) + 0.05, rng.uniform(size=shape).round(2)


thin_out = Task(
    "thin_out",
    code="""
    import numpy as np

    def thin_out(numbers, drawn, rate):
        return np.where(drawn < rate, 0, numbers / (1 - rate))
    """,
    why="A share of rate falls out. The others are divided by what is left of the "
    "whole, 1 - rate, so that the sum stays about the same.",
    hints=[
        "Two things happen: some numbers become 0, and the others grow. Which ones "
        "fall out? With numbers drawn evenly from 0 to 1, a share of `rate` lies below "
        "what?",
        "With rate 0.5 the survivors count double. With rate 0.75 a quarter survives: "
        "how often must each count, so that the sum stays the same?",
        "Where drawn < rate, the result is 0; elsewhere it is the number divided by "
        "1 - rate. np.where(condition, this, that) chooses.",
    ],
    notice="That is all of dropout in training. In use it is nothing at all, because "
    "the survivors have been paid for already.",
    cases=[
        given(np.ones(2), np.array([0.3, 0.7]), 0.5),
        given(np.array([1.0, 2.0, 3.0, -4.0]), np.array([0.1, 0.9, 0.3, 0.6]), 0.75),
        given(np.array([2.0, 3.0]), np.array([0.2, 0.9]), 0.2),
        given(np.array([5.0, -6.0]), np.array([0.0, 0.4]), 0.0),
        given(*_drawn(0, 3, 4), 0.2),
        given(*_drawn(1, 2, 5, 2), 0.4),
    ],
    mistakes=[
        (
            lambda numbers, drawn, rate: np.where(drawn < rate, 0, numbers),
            "the right ones fall out, but the survivors must grow, so that the sum "
            "stays about the same.",
        ),
        (
            lambda numbers, drawn, rate: np.where(drawn < rate, 0, 2 * numbers),
            "the survivors count double only with rate 0.5. How often must they count "
            "with another rate?",
        ),
        (
            lambda numbers, drawn, rate: np.where(
                drawn < rate, 0, numbers / (rate or 1)
            ),
            "the survivors are divided by the share that fell out. Divide by the "
            "share that is left.",
        ),
        (
            lambda numbers, drawn, rate: (
                np.where(drawn < rate, 0, numbers) * (1 - rate)
            ),
            "the survivors must grow, not shrink: divide by 1 - rate.",
        ),
        (
            lambda numbers, drawn, rate: (
                np.where(drawn >= rate, 0, numbers) / (1 - rate)
            ),
            "the others fall out: a share of `rate` lies *below* rate.",
        ),
        (
            lambda numbers, drawn, rate: (
                np.where(drawn <= rate, 0, numbers) / (1 - rate)
            ),
            "a number drawn equal to rate stays: with rate 0, nothing may fall out.",
        ),
        (
            lambda numbers, drawn, rate: np.where(drawn < rate, 0, 1 / (1 - rate)),
            "what is returned are the factors: multiply the numbers by them.",
        ),
        (
            lambda numbers, drawn, rate: numbers[drawn >= rate] / (1 - rate),
            "those that fall out become 0, they are not left out: the shape stays.",
        ),
    ],
)
