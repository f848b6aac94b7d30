"""The task `edge_picture` of lesson 4, edge detection."""

import numpy as np

from utils.arrays.convolution import convolve, cross_correlate
from utils.arrays.kernels import OUTLINE, SOBEL_X
from utils.arrays.pooling import pool2d
from utils.checking.cases import given
from utils.checking.tasks import Task

ASYMMETRIC = np.array([[1.0, 2, 0], [0, -1, 0], [0, 0, -3]])


def _image(height, width):
    return np.random.default_rng(0).integers(0, 9, (height, width)).astype(float)


def _rectified(image, kernel):
    return np.maximum(cross_correlate(image, kernel), 0)


edge_picture = Task(
    "edge_picture",
    code="""
    import numpy as np
    from utils.arrays.convolution import cross_correlate
    from utils.arrays.pooling import pool2d

    def edge_picture(image, kernel):
        return pool2d(np.maximum(cross_correlate(image, kernel), 0), size=2)
    """,
    why="Three steps, one after the other: the filter slides as it stands, ReLU takes "
    "what is negative away, pooling keeps the strongest of every 2 × 2.",
    hints=[
        "The demo at the top does it with TensorFlow, for a batch. Which lines of it "
        "do you need, and which axes are to be added before and taken away after?",
        "cross_correlate(image, kernel) of lesson 1 needs no axes added, nor does "
        "pool2d of lesson 3. ReLU is np.maximum(…, 0).",
        "From the inside out: filter, np.maximum with 0, pool2d(…, size=2).",
    ],
    notice="The block that every convolutional network repeats. There, the nine "
    "weights are learnt, and many such filters stand side by side.",
    cases=[
        given(np.array([[0.0, 0, 1, 1]] * 4), SOBEL_X.astype(float)),
        given(np.array([[1.0, 1, 0, 0]] * 4), SOBEL_X.astype(float)),
        given(_image(6, 6), OUTLINE.astype(float)),
        given(_image(6, 8), ASYMMETRIC),
        given(_image(9, 7), ASYMMETRIC),
    ],
    mistakes=[
        (
            lambda image, kernel: pool2d(cross_correlate(image, kernel)),
            "the ReLU is missing: no number of the result may be negative.",
        ),
        (
            _rectified,
            "the pooling is missing: the result has half the height and half the "
            "width.",
        ),
        (
            lambda image, kernel: pool2d(_rectified(image, kernel), mode="average"),
            "that is average pooling. The demo takes the largest of every 2 × 2.",
        ),
        (
            lambda image, kernel: pool2d(_rectified(image, kernel), stride=1),
            "the windows of the pooling overlap: their stride is 2.",
        ),
        (
            lambda image, kernel: _rectified(image, kernel)[::2, ::2],
            "this keeps every second pixel without looking at the others: take the "
            "largest of every 2 × 2.",
        ),
        (
            lambda image, kernel: pool2d(_rectified(image, kernel), padding="same"),
            "where a side is odd, the last row or column falls away, as in the demo: "
            "pool without padding.",
        ),
        (
            lambda image, kernel: pool2d(
                np.maximum(cross_correlate(image, kernel, padding="same"), 0)
            ),
            "the filter is padded: without padding it loses one pixel on every side.",
        ),
        (
            lambda image, kernel: pool2d(np.maximum(convolve(image, kernel), 0)),
            "the filter is turned by 180 degrees. It slides as it stands, as in "
            "layers of networks.",
        ),
        (
            lambda image, kernel: pool2d(np.abs(cross_correlate(image, kernel))),
            "negative answers come back as positive ones. ReLU makes them 0.",
        ),
    ],
)
