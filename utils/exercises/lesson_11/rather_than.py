"""The task `rather_than` of lesson 11, what a network sees."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _sums(maps, weights, which):
    return maps @ weights[:, which]


def _two_maps(maps, weights, this, other):
    one, two = (np.maximum(_sums(maps, weights, c), 0) for c in (this, other))
    return one - two


def _difference(maps, weights, this, other):
    return _sums(maps, weights, this) - _sums(maps, weights, other)


def _channel_by_channel(maps, weights, this, other):
    return _sums(maps, np.maximum(weights[:, [this]] - weights[:, [other]], 0), 0)


def _this_alone(maps, weights, this, other):
    return _sums(maps, weights, this)


def _cut_off(sums):
    return lambda *given: np.maximum(sums(*given), 0)


def _swapped(sums):
    return lambda maps, weights, this, other: sums(maps, weights, other, this)


def _over_places(sums):
    """The mean over the places in place of the sum: divided by their number."""
    return lambda maps, *given: sums(maps, *given) / maps[..., 0].size


def _with_and_without_mean(sums, message):
    """The mistake, by who thought of the mean and by who did not."""
    undivided = " And the score holds the *mean* of each map: a place counts for 1/Z."
    return [(_over_places(sums), message), (sums, message + undivided)]


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
        *_with_and_without_mean(
            _cut_off(_two_maps),
            "each map was cut off at 0 before you subtracted, so what speaks against "
            "`other` is lost. Subtract first, and cut off once, at the end.",
        ),
        *_with_and_without_mean(
            _two_maps,
            "these are two finished maps, one minus the other: what speaks against "
            "`other` was lost in its ReLU. Subtract first, then cut off at 0.",
        ),
        (
            _over_places(_difference),
            "the ReLU is missing: keep what speaks for `this`, and set to 0 what "
            "speaks for `other`.",
        ),
        *_with_and_without_mean(
            _swapped(_cut_off(_difference)),
            "this is the evidence for `other` rather than `this`: the difference the "
            "other way round.",
        ),
        *_with_and_without_mean(
            _swapped(_difference),
            "this is the difference the other way round, and the ReLU is missing.",
        ),
        *_with_and_without_mean(
            _swapped(_cut_off(_two_maps)),
            "two mistakes: it is `other` rather than `this`, and each map was cut off "
            "at 0 before you subtracted.",
        ),
        *_with_and_without_mean(
            _cut_off(_this_alone),
            "this is Grad-CAM for `this` alone; `other` is not used yet.",
        ),
        *_with_and_without_mean(
            _this_alone,
            "this is CAM for `this` alone: `other` is not used yet, and the ReLU is "
            "missing.",
        ),
        (
            _cut_off(_difference),
            "every number is too large by the number of places: the score holds the "
            "*mean* of each map, so one place counts for 1/Z of it.",
        ),
        (
            _difference,
            "two things are missing: the score holds the *mean* of each map, and "
            "Grad-CAM ends with a ReLU.",
        ),
        (
            lambda *given: _cut_off(_difference)(*given) / 49,
            "49 is the number of places of the lesson's maps. These have another.",
        ),
        *_with_and_without_mean(
            _channel_by_channel,
            "the ReLU comes too early: what a channel says for `other` is lost before "
            "the channels are added up.",
        ),
    ],
)
