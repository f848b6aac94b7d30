"""The task `filter_slopes` of lesson 7, how a CNN learns."""

import numpy as np

from utils.arrays.convolution import cross_correlate
from utils.checking.cases import given
from utils.checking.tasks import Task

filter_slopes = Task(
    "filter_slopes",
    code="""
    from utils.arrays.convolution import cross_correlate

    def filter_slopes(image, slopes, dilation):
        return cross_correlate(image, slopes, stride=dilation)
    """,
    why="The weight next door met the pixels `dilation` columns further on. So the "
    "slopes slide over the image as they are, in steps of `dilation`.",
    hints=[
        "As in fact 2: which pixels did the filter's upper left weight meet, one for "
        "each output? Slope times pixel, added up.",
        "And its neighbour to the right? With dilation 2 it met those two columns "
        "further on. So how far do the slopes move from weight to weight?",
        "A filter of k rows spans dilation · (k - 1) + 1 rows, and leaves image rows - "
        "span + 1 outputs. So k = (image rows - output rows) // dilation + 1.",
        "The slopes are a window that slides over the image. Nothing is spread this "
        "time; what cross_correlate calls it, you know from lesson 1.",
    ],
    notice="Stride and dilation change places on the way back: the gradient of a "
    "layer with stride slides dilated slopes, that of a layer with dilation slides "
    "with a stride.",
    cases=[
        given(np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), np.array([[2]]), 2),
        given(
            np.array([[1, 2, 0], [0, 3, 1], [2, 0, 1]]), np.array([[1, -1], [2, 3]]), 1
        ),
        given(
            np.arange(1, 26).reshape(5, 5),
            np.array([[1, 0, -1], [0, 2, 0], [3, 0, 0]]),
            2,
        ),
        given(np.arange(35).reshape(5, 7) % 6, np.array([[1, -2, 4]]), 2),
        given(
            np.sin(np.arange(49)).reshape(7, 7), np.cos(np.arange(9)).reshape(3, 3), 2
        ),
        given(np.arange(49.0).reshape(7, 7) % 5, np.array([[-1.5]]), 3),
        # Filters of 2 × 3 and of 4 × 4: the others fit into 3 × 3.
        given(np.arange(25.0).reshape(5, 5) % 7, np.array([[1.0], [2], [-1]]), 2),
        given(np.arange(64).reshape(8, 8) % 9, np.array([[1, 2], [-1, 1]]), 2),
    ],
    mistakes=[
        (
            lambda image, slopes, d: cross_correlate(image, slopes, dilation=d),
            "the slopes are spread out, as for a layer with stride. Here the outputs "
            "lie next to each other; it is the weights that lie apart.",
        ),
        (
            lambda image, slopes, d: cross_correlate(image, slopes),
            "the dilation is not used yet: this gives a slope for every pixel that "
            "the filter spans, also for those between its weights.",
        ),
        (
            lambda image, slopes, d: cross_correlate(
                image, slopes[::-1, ::-1], stride=d
            ),
            "the slopes are flipped. The flip belongs to the gradient of the input "
            "(fact 3).",
        ),
        (
            lambda image, slopes, d: cross_correlate(image, slopes, stride=d)[
                ::-1, ::-1
            ],
            "the result is turned by 180 degrees. The flip belongs to the gradient "
            "of the input (fact 3).",
        ),
        (
            lambda image, slopes, d: cross_correlate(
                image, np.ones_like(slopes), stride=d
            ),
            "the pixels are added up without their slopes.",
        ),
    ],
)
