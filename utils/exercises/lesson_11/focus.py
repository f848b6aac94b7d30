"""The task `focus` of lesson 11, what a network sees."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

ONLY_THE_HEAT = (
    "this is the share of the heat alone. Divide by the share of the places that lie "
    "inside: what a map that knows nothing would get."
)
BY_THE_NUMBER = (
    "divided by the *number* of places inside: divide by their share of all places."
)
MULTIPLIED = "multiplied by the share of the places: divide by it."
OUTSIDE = "this is the heat outside: heat[inside] is where `inside` is True."
ONLY_THE_MEAN = (
    "this is the mean heat inside. It depends on the scale of the map: divide by the "
    "mean of the whole map."
)
AGAINST_OUTSIDE = (
    "this compares inside with outside. Compare inside with the whole map."
)
EMPTY_TOO = " And a map that is 0 everywhere must get a 0."


def _share(heat, inside):
    return heat[inside].sum() / heat.sum()


def _guarded(score):
    """That score, but 0 for a map that is 0 everywhere."""
    return lambda heat, inside: score(heat, inside) if heat.any() else 0


def _with_and_without_guard(score, message):
    """The mistake, by who thought of an empty map and by who did not."""
    return [(_guarded(score), message), (score, message + EMPTY_TOO)]


focus = Task(
    "focus",
    code="""
    def focus(heat, inside):
        if not heat.any():
            return 0
        share_of_heat = heat[inside].sum() / heat.sum()
        return share_of_heat / inside.mean()
    """,
    why="heat[inside] picks the places where `inside` is True, and the mean of truths "
    "is the share of those that are True.",
    hints=[
        "Two shares, one divided by the other: of the heat, how much lies inside; of "
        "the places, how many lie inside. heat[inside] picks the heat inside.",
        "inside.mean() is the share of places inside: True counts as 1. And an empty "
        "map would divide by 0: return 0 before that.",
    ],
    notice="1 is what a map gets that knows nothing, whatever the size of the thing. "
    "Without that control, a large cat makes every map look good.",
    cases=[
        given(np.array([[3.0, 1.0]]), np.array([[True, False]])),
        given(np.ones((2, 4)), np.arange(8).reshape(2, 4) < 3),
        given(np.array([[1.0, 2.0], [4.0, 1.0]]), np.eye(2, dtype=bool)),
        given(np.zeros((2, 3)), np.arange(6).reshape(2, 3) < 2),
        given(
            np.random.default_rng(0).random((7, 5), np.float32),
            np.random.default_rng(1).random((7, 5)) < 0.3,
        ),
        given(np.array([[0.0, 0, 5], [0, 0, 0]]), np.arange(6).reshape(2, 3) == 2),
    ],
    mistakes=[
        *_with_and_without_guard(_share, ONLY_THE_HEAT),
        *_with_and_without_guard(
            lambda heat, inside: _share(heat, inside) / inside.sum(), BY_THE_NUMBER
        ),
        *_with_and_without_guard(
            lambda heat, inside: _share(heat, inside) * inside.mean(), MULTIPLIED
        ),
        *_with_and_without_guard(
            lambda heat, inside: _share(heat, ~inside) / inside.mean(), OUTSIDE
        ),
        (lambda heat, inside: heat[inside].mean(), ONLY_THE_MEAN),
        (
            lambda heat, inside: heat[inside].mean() / heat.mean(),
            "right, but for a map that is 0 everywhere: 0/0 is no number. Return 0 "
            "there.",
        ),
        *_with_and_without_guard(
            lambda heat, inside: heat[inside].mean() / heat[~inside].mean(),
            AGAINST_OUTSIDE,
        ),
    ],
)
