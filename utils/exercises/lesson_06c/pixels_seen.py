"""The task `pixels_seen` of lesson 6c, the receptive field."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _from_below(layers, index, *, early=False):
    """The lesson's walk from the picture upwards; early: the jump is changed first."""
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        step = jump * stride if early else jump
        size += (kernel - 1) * dilation * step
        start -= padding * step
        jump *= stride
    first = start + index * jump
    return first, first + size - 1


def _without(column, neutral):
    """A mistake that overlooks one of the four numbers of each layer."""

    def overlooks(layers, index):
        layers = [(*x[:column], neutral, *x[column + 1 :]) for x in layers]
        return _from_below(layers, index)

    return overlooks


pixels_seen = Task(
    "pixels_seen",
    code="""
    def pixels_seen(layers, index):
        first = last = index
        for size, stride, padding, dilation in reversed(layers):
            first = first * stride - padding
            last = last * stride - padding + dilation * (size - 1)
        return first, last
    """,
    why="Number i of a layer lays its window on the cells from i * stride - padding "
    "on. Follow the first and the last cell down to the picture.",
    hints=[
        "Take one layer. Its number i has its window over some numbers of the layer "
        "below: which is the first of them, which the last?",
        "The first is i * stride - padding, the last dilation * (size - 1) further "
        "on. These two are numbers of the layer below: go on with them.",
        "So begin with the last layer of the list and walk back, with "
        "reversed(layers).",
    ],
    notice="From above you need no jump: the strides multiply by themselves. (From "
    "below, as in the lesson, the same comes out.)",
    cases=[
        given([(3, 1, 0, 1)], 0),
        given([(3, 1, 1, 1)], 0),
        given([(2, 2, 0, 1)], 3),
        given([(3, 1, 0, 2)], 1),
        given([(3, 2, 0, 1), (3, 1, 0, 1)], 0),
        given([(3, 1, 1, 1), (2, 2, 0, 1)], 1),
        given([(3, 1, 1, 1), (2, 2, 0, 1), (3, 1, 1, 1), (2, 2, 0, 1)], 4),
        given([(5, 3, 2, 1), (3, 1, 2, 2), (3, 2, 1, 1)], 2),
    ],
    mistakes=[
        (
            lambda layers, index: _from_below(layers[::-1], index),
            "the layers are walked through in the wrong order. The list begins at "
            "the picture; the number belongs to its last layer.",
        ),
        (
            lambda layers, index: _from_below(layers, index, early=True),
            "a layer's own stride does not widen its own window: only the layers "
            "above it take longer steps.",
        ),
        (
            _without(2, 0),
            "the padding is not used yet: it moves the first window out over the rim, "
            "to pixels below 0.",
        ),
        (_without(1, 1), "the strides are not used yet."),
        (
            _without(3, 1),
            "the dilation is not used yet: the window spans dilation * (size - 1) + 1 "
            "cells.",
        ),
        (
            lambda layers, index: (
                _from_below(layers, index)[0],
                _from_below(layers, index)[1] + 1,
            ),
            "the last pixel is one too far: a window of 3 that begins at pixel 0 "
            "ends at pixel 2.",
        ),
        (
            lambda layers, index: _from_below(
                [(size + 1, *rest) for size, *rest in layers], index
            ),
            "the first of `size` cells is already there: size - 1 steps remain.",
        ),
        (
            lambda layers, index: (
                _from_below(layers, index)[0],
                np.ptp(_from_below(layers, index)) + 1,
            ),
            "the second number is how many pixels there are. The number of the last "
            "pixel is asked for.",
        ),
        (
            lambda layers, index: _from_below(layers, 0),
            "the index is not used yet: this is what number 0 sees.",
        ),
        (
            lambda layers, index: tuple(np.maximum(_from_below(layers, index), 0)),
            "pixels before the rim count too: padding lies at -1, -2 and so on.",
        ),
    ],
)
