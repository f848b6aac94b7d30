"""The task `mix_channels` of lesson 6b, kinds of convolution."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _drawn(seed, *sizes):
    """A case: maps, weights and bias for sizes height, width, channels, filters."""
    height, width, channels, filters = sizes
    rng = np.random.default_rng(seed)
    shapes = (height, width, channels), (channels, filters), (filters,)
    return given(*(rng.normal(size=shape).round(1) for shape in shapes))


mix_channels = Task(
    "mix_channels",
    code="""
    def mix_channels(maps, weights, bias):
        return maps @ weights + bias
    """,
    why="At each place, the channels are a list of numbers, and the layer is a dense "
    "layer for that list. NumPy's @ multiplies along the last axis, in all places.",
    hints=[
        "Take one place. Its `channels` numbers are a list. What does each filter make "
        "of a list?",
        "A filter has one weight for each channel: multiply, add up, add its bias. "
        "That is a dense layer, the same in every place.",
        "For one place it is maps[row, column] @ weights + bias. Does @ need the loop "
        "over rows and columns?",
    ],
    notice="One line. A 1×1 convolution is a matrix product, and that is what "
    "computers are quickest at.",
    cases=[
        given(np.array([[[1.0, 2.0]]]), np.array([[1.0], [10.0]]), np.array([0.0])),
        given(
            np.array([[[1.0, 2.0], [3.0, 4.0]]]),
            np.array([[1.0, 0.0], [2.0, -1.0]]),
            np.array([0.5, 0.0]),
        ),
        _drawn(0, 2, 3, 4, 4),
        _drawn(1, 3, 2, 3, 5),
        _drawn(2, 4, 4, 4, 2),
    ],
    mistakes=[
        (
            lambda maps, weights, bias: maps @ weights,
            "the bias is missing: one number for each filter, the same in all places.",
        ),
        (
            lambda maps, weights, bias: np.maximum(maps @ weights + bias, 0),
            "a ReLU is in it. The convolution alone keeps numbers below 0.",
        ),
        (
            lambda maps, weights, bias: maps.sum(axis=(0, 1)) @ weights + bias,
            "the places are added up. Each place is mixed by itself, and the result "
            "has as many places as before.",
        ),
        (
            lambda maps, weights, bias: maps @ weights + bias.sum(),
            "each filter has a bias of its own: do not add them up.",
        ),
        (
            lambda maps, weights, bias: (maps @ weights + bias)[..., :1],
            "only the first filter is used.",
        ),
    ],
)
