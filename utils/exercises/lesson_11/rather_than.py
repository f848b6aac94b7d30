"""The task `rather_than` of lesson 11, what a network sees."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _evidence(maps, weights, which):
    return maps @ weights[:, which] / (maps.shape[0] * maps.shape[1])


rather_than = Task(
    "rather_than",
    code="""
    import numpy as np

    def rather_than(maps, weights, this, other):
        rows, columns, _ = maps.shape
        worth = (weights[:, this] - weights[:, other]) / (rows * columns)
        return np.maximum(maps @ worth, 0)
    """,
    why="The gradient of a difference of scores is the difference of their "
    "gradients, so each channel is worth its two dense weights' difference, over Z; "
    "the ReLU comes last.",
    hints=[
        "Start from the formula: y is now the score of `this` minus the score of "
        "`other`. What is α then, in a network with global average pooling and one "
        "dense layer?",
        "Channel k is worth its weight for `this` minus its weight for `other`, "
        "divided by the number of places.",
        "Sum over the channels, maps @ worth, and only then set to 0 what is below 0.",
    ],
    notice="What speaks *against* a 9 is evidence for a 4 rather than a 9. A plain "
    "map for 4 would never show it: its ReLU has nothing to do with the 9.",
    cases=[
        given(np.array([[[2.0], [1.0]]]), np.array([[3.0, -1.0]]), 0, 1),
        given(np.array([[[2.0, 1.0]]]), np.array([[1.0, 3.0], [1.0, -4.0]]), 0, 1),
        given(np.array([[[1.0, 2.0], [3.0, 0.0]]]), np.array([[1.0, 2], [4, 1]]), 1, 0),
        given(
            np.random.default_rng(0).random((3, 4, 6)),
            np.random.default_rng(1).normal(size=(6, 10)),
            4,
            9,
        ),
        given(
            np.random.default_rng(2).random((8, 7, 16), np.float32),
            np.random.default_rng(3).normal(size=(16, 4)),
            2,
            0,
        ),
    ],
    mistakes=[
        (
            lambda maps, weights, this, other: np.maximum(
                np.maximum(_evidence(maps, weights, this), 0)
                - np.maximum(_evidence(maps, weights, other), 0),
                0,
            ),
            "each map was cut off at 0 before you subtracted, so what speaks against "
            "`other` is lost. Subtract first, and cut off once, at the end.",
        ),
        (
            lambda maps, weights, this, other: (
                np.maximum(_evidence(maps, weights, this), 0)
                - np.maximum(_evidence(maps, weights, other), 0)
            ),
            "these are two finished maps, one minus the other: what speaks against "
            "`other` was lost in its ReLU. Subtract first, then cut off at 0.",
        ),
        (
            lambda maps, weights, this, other: (
                _evidence(maps, weights, this) - _evidence(maps, weights, other)
            ),
            "the ReLU is missing: keep what speaks for `this`, and set to 0 what "
            "speaks for `other`.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                _evidence(maps, weights, other) - _evidence(maps, weights, this), 0
            ),
            "this is the evidence for `other` rather than `this`: the difference the "
            "other way round.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                _evidence(maps, weights, this), 0
            ),
            "this is Grad-CAM for `this` alone; `other` is not used yet.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                maps @ (weights[:, this] - weights[:, other]), 0
            ),
            "every number is too large by the number of places: the score holds the "
            "*mean* of each map, so one place counts for 1/Z of it.",
        ),
        (
            lambda maps, weights, this, other: (
                maps @ (weights[:, this] - weights[:, other])
            ),
            "two things are missing: the score holds the *mean* of each map, and "
            "Grad-CAM ends with a ReLU.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                maps @ (weights[:, this] - weights[:, other]) / 49, 0
            ),
            "49 is the number of places of the lesson's maps. These have another.",
        ),
        (
            lambda maps, weights, this, other: _evidence(
                maps, np.maximum(weights[:, [this]] - weights[:, [other]], 0), 0
            ),
            "the ReLU comes too early: what a channel says for `other` is lost before "
            "the channels are added up.",
        ),
    ],
)
