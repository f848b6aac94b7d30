"""The task `input_slopes` of lesson 7b, it trains."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

FIXED = "the stride is fixed at {}: use the `stride` that is given."


def _stamped(slopes, kernel, input_shape, stride, add=np.add):
    """The stamps; add: how one comes upon what lies there already."""
    gradient, (height, width) = np.zeros(input_shape), kernel.shape
    for (i, j), slope in np.ndenumerate(slopes):
        place = np.s_[i * stride :, j * stride :]
        under = gradient[place][:height, :width]
        rows, columns = under.shape
        under[...] = add(under, slope * kernel[:rows, :columns])
    return gradient


input_slopes = Task(
    "input_slopes",
    code="""
    import numpy as np

    def input_slopes(slopes, kernel, input_shape, stride):
        gradient = np.zeros(input_shape)
        height, width = kernel.shape
        for (row, column), slope in np.ndenumerate(slopes):
            top, left = stride * row, stride * column
            gradient[top : top + height, left : left + width] += slope * kernel
        return gradient
    """,
    why="Each output hands its slope to the pixels that it was made from, each times "
    "its weight; where windows overlap, slopes add.",
    hints=[
        "Begin with np.zeros(input_shape), and go through the slopes: for (row, "
        "column), slope in np.ndenumerate(slopes).",
        "The window of that output begins at row stride * row and column stride * "
        "column. How large is it?",
        "gradient[top : top + height, left : left + width] are the pixels under it. "
        "Add slope * kernel there: add, for another stamp may lie there already.",
    ],
    notice="Pixels that no window covers keep the slope 0: they cannot move the loss.",
    cases=[
        given(np.array([[2]]), np.array([[1, 3], [-1, 0]]), (2, 2), 1),
        given(np.array([[1, 2]]), np.array([[1, 3], [-1, 2]]), (2, 6), 4),
        given(np.array([[1, 2]]), np.array([[1, 3], [-1, 2]]), (2, 3), 1),
        given(np.array([[1, -1], [2, 3]]), np.arange(1, 10).reshape(3, 3), (5, 5), 2),
        given(np.array([[1.5, -2]]), np.arange(6.0).reshape(2, 3), (2, 7), 4),
        given(np.array([[1, -1], [2, 3]]), np.arange(1, 7).reshape(3, 2), (6, 5), 2),
        given(
            np.cos(np.arange(6)).reshape(3, 2),
            np.sin(np.arange(9)).reshape(3, 3),
            (5, 4),
            1,
        ),
    ],
    mistakes=[
        (
            lambda slopes, kernel, shape, s: _stamped(slopes, kernel, shape, 2),
            FIXED.format(2),
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(slopes, kernel, shape, 3),
            FIXED.format(3),
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(
                slopes, kernel, shape, s, lambda under, stamp: np.trunc(under + stamp)
            ),
            "the sums are cut to whole numbers: begin with np.zeros(input_shape), "
            "which holds fractions.",
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(
                slopes, kernel, shape, s, lambda under, stamp: stamp
            ),
            "a later stamp wipes out what lay there before. Where stamps overlap, "
            "slopes add: +=.",
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(
                slopes, kernel[::-1, ::-1], shape, s
            ),
            "the stamps are turned by 180 degrees. A stamp is the filter as it is; "
            "the flip only appears when you look from the pixel's side.",
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(slopes, kernel, shape, 1),
            "the stride is not used yet: with stride 2 the next window lies two pixels "
            "further on.",
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(
                np.ones_like(slopes), kernel, shape, s
            ),
            "every stamp is the plain filter: multiply it by the slope of its output.",
        ),
        (
            lambda slopes, kernel, shape, s: _stamped(
                slopes, np.ones_like(kernel), shape, s
            ),
            "the weights are not used yet: each pixel gets the slope times the weight "
            "that lay on it.",
        ),
    ],
)
