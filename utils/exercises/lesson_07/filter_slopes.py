"""The task `filter_slopes` of lesson 7, how a CNN learns."""

import numpy as np

from utils.arrays.convolution import cross_correlate
from utils.checking.cases import given
from utils.checking.tasks import Task

FLIPPED = "The flip belongs to the gradient of the input, which comes next."


def _slopes(image, slopes, filter_shape, stride):
    height, width = filter_shape
    return cross_correlate(image, slopes, dilation=stride)[:height, :width]


def _by_slices(image, slopes, filter_shape, stride, apart=1):
    """Slices up to the image's edge; apart: how far apart those of neighbours begin."""
    gradient = np.zeros(filter_shape)
    for a, b in np.ndindex(filter_shape):
        met = image[a * apart :: stride, b * apart :: stride]
        gradient[a, b] = np.sum(slopes * met)
    return gradient


def _cut(image, slopes, filter_shape, stride, apart=1):
    """The same, cut to as many pixels as there are slopes."""
    gradient, (rows, columns) = np.zeros(filter_shape), slopes.shape
    for a, b in np.ndindex(filter_shape):
        met = image[a * apart :: stride, b * apart :: stride]
        gradient[a, b] = np.sum(slopes * met[:rows, :columns])
    return gradient


filter_slopes = Task(
    "filter_slopes",
    code="""
    import numpy as np

    def filter_slopes(image, slopes, filter_shape, stride):
        gradient = np.zeros(filter_shape)
        rows, columns = slopes.shape
        for a, b in np.ndindex(filter_shape):
            met = image[a::stride, b::stride][:rows, :columns]
            gradient[a, b] = np.sum(slopes * met)
        return gradient
    """,
    why="A weight met one pixel for each output. Slope times pixel, added up.",
    hints=[
        "The upper left weight met the pixels in rows and columns 0, s, 2s … Which "
        "slice of the image is that? And for the weight one column further on?",
        "image[a::stride, b::stride] begins at the weight's own place. It may be "
        "longer than the slopes, where the stride leaves a rim over: cut it to their "
        "rows and columns.",
        "for a, b in np.ndindex(filter_shape): gradient[a, b] = the sum of slopes "
        "times those pixels.",
    ],
    notice="In one line: cross_correlate(image, slopes, dilation=stride), cut to the "
    "filter's shape. Stride and dilation change places on the way back: the "
    "gradient of a dilated layer slides with a stride.",
    cases=[
        given(np.array([[1, 2], [3, 4]]), np.array([[2]]), (2, 2), 1),
        given(
            np.array([[1, 2, 0], [0, 3, 1], [2, 0, 1]]),
            np.array([[1, -1], [2, 3]]),
            (2, 2),
            1,
        ),
        given(np.arange(1, 26).reshape(5, 5), np.array([[1, -1], [2, 3]]), (3, 3), 2),
        given(np.arange(35).reshape(5, 7) % 6, np.array([[1, -2, 4]]), (4, 3), 2),
        given(np.arange(48.0).reshape(6, 8) % 7, np.ones((2, 3)) / 2, (3, 3), 2),
        given(
            np.sin(np.arange(49)).reshape(7, 7),
            np.cos(np.arange(9)).reshape(3, 3),
            (1, 1),
            3,
        ),
        given(np.arange(64).reshape(8, 8) % 9, np.array([[1, 2], [-1, 1]]), (3, 5), 3),
    ],
    mistakes=[
        (
            _by_slices,
            "the slice runs to the image's edge: cut it to the slopes' rows and "
            "columns.",
        ),
        (
            lambda image, slopes, shape, s: _cut(image, slopes, shape, s, apart=s),
            "the slices begin a stride apart. The weights of a filter lie side by "
            "side: the slice of the next one begins one pixel further on.",
        ),
        (
            lambda image, slopes, shape, s: _cut(image, slopes, shape, 2),
            "the stride is fixed at 2: use the `stride` that is given.",
        ),
        (
            lambda image, slopes, shape, s: _slopes(image, slopes, shape, 1),
            "the stride is not used yet: with stride 2 the window next door lies two "
            "pixels further on.",
        ),
        (
            lambda image, slopes, shape, s: cross_correlate(image, slopes, dilation=s),
            "where the stride leaves a rim of the image over, the slopes slide too "
            "far: cut the result to filter_shape.",
        ),
        (
            lambda image, slopes, shape, s: _slopes(
                image, slopes[::-1, ::-1], shape, s
            ),
            f"the slopes are flipped. {FLIPPED}",
        ),
        (
            lambda image, slopes, shape, s: _slopes(image, slopes, shape, s)[
                ::-1, ::-1
            ],
            f"the result is turned by 180 degrees. {FLIPPED}",
        ),
        (
            lambda image, slopes, shape, s: _slopes(
                image, np.ones_like(slopes), shape, s
            ),
            "the pixels are added up without their slopes.",
        ),
        (
            lambda image, slopes, shape, s: (
                _slopes(image, slopes, shape, s) / slopes.size
            ),
            "this is the mean over the places. Each of them moves the loss: add up.",
        ),
    ],
)
