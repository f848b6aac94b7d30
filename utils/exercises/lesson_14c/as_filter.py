"""The task `as_filter` of lesson 14c, a classifier that looks everywhere."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _numbered(side, channels, units):
    """Weights that are all different, so that a wrong order shows."""
    weights = np.arange(side * side * channels * units, dtype=float)
    return given(weights.reshape(-1, units), side)


def _channels_first(weights, side):
    by_channel = weights.reshape(-1, side, side, weights.shape[1])
    return np.moveaxis(by_channel, 0, 2)


def _columns_first(weights, side):
    return weights.reshape(side, side, -1, weights.shape[1]).swapaxes(0, 1)


as_filter = Task(
    "as_filter",
    code="""
    def as_filter(weights, side):
        return weights.reshape(side, side, -1, weights.shape[1])
    """,
    why="Flatten went through the map row by row, in a row column by column, at each "
    "place channel by channel: the very order in which reshape fills the axes.",
    hints=[
        "How many weights has one unit, and how many has one filter? Nothing is "
        "computed, the numbers only get other axes.",
        "A filter's axes are rows, columns, channels and filters. Flatten goes through "
        "them in this order, and each unit of the dense layer becomes a filter.",
        "weights.reshape(side, side, channels, units): the units are "
        "weights.shape[1], and -1 lets NumPy find out the channels.",
    ],
    notice="Not a number has changed, only the axes. Every network that ends in "
    "Flatten and dense layers can be opened up like this.",
    cases=[
        given(np.array([[3.0]]), 1),
        _numbered(side=2, channels=1, units=1),
        _numbered(side=2, channels=1, units=3),
        _numbered(side=2, channels=3, units=2),
        _numbered(side=3, channels=4, units=5),
        _numbered(side=1, channels=6, units=10),
        given(np.random.default_rng(0).normal(size=(75, 4)).astype(np.float32), 5),
    ],
    mistakes=[
        (
            _channels_first,
            "the channels are taken as the first axis. Flatten writes all channels of "
            "one place, then those of the next.",
        ),
        (
            _columns_first,
            "rows and columns have changed places: the filter sees the map mirrored.",
        ),
        (
            lambda weights, side: weights.reshape(side, side, weights.shape[1], -1),
            "channels and units have changed places: the units are the last axis, as "
            "they are in `weights`.",
        ),
        (
            lambda weights, side: weights.T.reshape(side, side, -1, weights.shape[1]),
            "`weights` is turned before it is reshaped: the units are its last axis "
            "already, and a filter's last axis as well.",
        ),
        (
            lambda weights, side: np.moveaxis(
                weights.reshape(side, side, -1, weights.shape[1]), -1, 0
            ),
            "the units come first. Keras has the filters last: rows, columns, "
            "channels, filters.",
        ),
        (
            lambda weights, side: weights.reshape(side, side, -1, weights.shape[1])[
                ::-1, ::-1
            ],
            "the filter is flipped. Keras does not flip filters when it slides them, "
            "so they stay as they are.",
        ),
        (
            lambda weights, side: weights.reshape(1, 1, *weights.shape),
            "a filter of 1 × 1 sees one place of the map. This one must see all the "
            "places that the dense layer saw, side × side.",
        ),
    ],
)
