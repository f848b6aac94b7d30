"""The task `conv2d_batch` of lesson 1b, six ways to convolve."""

import numpy as np

from utils.arrays.convolution import conv2d
from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_01b import conv2d_batch_mistakes as wrong

TOO_FEW_BITS = (
    "it overflows: products and sums of uint8 need more than 8 bits (up to 255), and "
    "more than 16 (up to 65 535). Convert both to float before you multiply: "
    "`.astype(float)` after the sum comes too late."
)
CUT_OFF = (
    "`astype(int)` cuts the decimals off, and images and filters may have some: "
    "convert to float."
)


def _numbers(shape, dtype=float):
    """Small whole numbers in no order, the same ones each time."""
    return np.random.default_rng(0).integers(-3, 4, shape).astype(dtype)


conv2d_batch = Task(
    "conv2d_batch",
    code="""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    def conv2d_batch(images, filters):
        window_shape = filters.shape[:2]
        windows = sliding_window_view(images.astype(float), window_shape, axis=(1, 2))
        return np.einsum("bijcmn,mncf->bijf", windows, filters)
    """,
    why="c, m and n are missing after the arrow, so they are summed over; b just comes "
    "along. Floats, because 8 bits end at 255.",
    hints=[
        "Take conv2d_windows from above. With a batch, height and width are the axes "
        "1 and 2. Print the shape of `windows`: which letter belongs to which axis?",
        "windows has the axes (batch, row, column, channel, row of the filter, "
        "column of the filter). Only the last three are summed over, so they stand "
        "in both terms and not after the arrow.",
        "The batch's letter stands in the first term and after the arrow. And two "
        "arrays of uint8 are summed in uint8, so convert to float first.",
    ],
    notice="One letter more, and a photo has become a batch of photos. What einsum "
    "leaves out after the arrow, it sums over.",
    cases=[
        given(np.array([[1.0, 2], [3, 4]]).reshape(1, 2, 2, 1), np.ones((1, 2, 1, 1))),
        given(
            np.arange(1, 10.0).reshape(1, 3, 3, 1),
            np.array([[0.5, 0], [0, 2]])[..., None, None],
        ),
        given(
            np.array([[200, 100]], dtype=np.uint8).reshape(1, 1, 2, 1),
            np.ones((1, 2, 1, 1), dtype=np.uint8),
        ),
        # 27 products of 51 000: too much for 8 bits, and for 16.
        given(
            np.full((1, 3, 3, 3), 255, dtype=np.uint8),
            np.full((3, 3, 3, 1), 200, dtype=np.uint8),
        ),
        given(_numbers((1, 3, 3, 2)), _numbers((2, 2, 2, 3))),
        given(
            _numbers((2, 5, 6, 3), np.float32) / 8,
            _numbers((3, 2, 3, 4), np.float32) / 4,
        ),
    ],
    mistakes=[
        (
            lambda images, filters: conv2d(images, np.flip(filters, (0, 1))),
            "the filters are turned by 180 degrees. That is convolution proper; "
            "layers of networks lay them on as they stand.",
        ),
        (
            wrong.summed("bijcmn,nmcf->bijf"),
            "rows and columns of the filter are exchanged: the letters m and n stand "
            "in another order in the two terms.",
        ),
        (
            wrong.summed("bijcmn,mncf->ijf"),
            "the batch axis is summed over: its letter must stand after the arrow too.",
        ),
        (
            wrong.summed("bijcmn,mncf->bijcf"),
            "the channels are kept apart: every filter gives one map, the sum over all "
            "channels. Leave the channels' letter out after the arrow.",
        ),
        (
            wrong.summed("bijcmn,mncf->bfij"),
            "the numbers are right, but the maps come before rows and columns "
            "(PyTorch's order). Here the channels stand last.",
        ),
        (
            wrong.summed("bijcmn,mndf->bijf"),
            "the channels of window and filter have different letters, so every "
            "channel is multiplied with every other: the same letter in both terms.",
        ),
        (wrong.products_in_few_bits, TOO_FEW_BITS),
        *(
            (wrong.summed_in(bits), TOO_FEW_BITS)
            for bits in ("uint8", "uint16", "int16")
        ),
        *((wrong.whole(which), CUT_OFF) for which in ("images", "filters", "both")),
        (
            wrong.over_the_batch,
            "the window slides over batch and rows. Height and width are the axes 1 "
            "and 2 of a batch: sliding_window_view(images, ..., axis=(1, 2)).",
        ),
        (
            lambda images, filters: conv2d(images, filters, padding="same"),
            "padding has come in: without it, the output is smaller than the image.",
        ),
    ],
)
