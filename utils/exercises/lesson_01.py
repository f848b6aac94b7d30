"""Lesson 1, convolution: its questions and tasks."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.convolution import conv2d, padding_amounts
from utils.exercises.cases import given
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.kernels import SOBEL_X, SOBEL_Y

__all__ = ["progress"]

first_number = Predict(
    "first_number",
    right="b",
    choices={
        "a": "45 is the sum of the whole window. The filter's zeros leave out 2, 4 "
        "and 6.",
        "b": "1 + 3 + 5 + 7 + 8 + 9: the six numbers that meet a 1 in the filter.",
        "c": "27 comes out with the filter upside down. Lay it on as it stands.",
    },
)

convolve2d = Predict(
    "convolve2d",
    right="c",
    choices={
        "a": "A fair expectation. But SciPy begins with the 27 from above: how does "
        "the filter have to lie for that?",
        "b": "Turning the output would reorder the numbers. SciPy turns the filter, "
        "and other numbers meet.",
        "c": "SciPy turns the filter by 180° first, so other numbers meet and other "
        "sums come out.",
    },
)

outline_of_sky = Predict(
    "outline_of_sky",
    right="c",
    choices={
        "a": "The filter is strong only where neighbours differ. Here 8 times the "
        "grey is taken away again by eight neighbours of the same grey.",
        "b": "A filter keeps the grey if its weights sum to 1. What do these sum to?",
        "c": "8 times the grey minus 8 times the same grey. Weights that sum to 0 "
        "answer nothing to even areas.",
    },
)

same_at_stride_2 = Predict(
    "same_at_stride_2",
    right="b",
    choices={
        "a": "So does PyTorch's padding=1. `same` adds only what ⌈n / 2⌉ stops take: "
        "with 6 cells, three stops reach over 7.",
        "b": "Three stops reach over 2 · 2 + 3 = 7 cells, four over 9. So 6 cells "
        "lack one, which goes after; 7 cells lack two.",
        "c": "Without padding the last cell of 6 is never a window's middle: only "
        "two stops fit, and `same` promises three.",
    },
)

large_filter = Predict(
    "large_filter",
    right="c",
    choices={
        "a": "The table of im2col has 1875 columns now (25 · 25 · 3), and every number "
        "in it is copied.",
        "b": "Fast code, but it still does 625 multiplications for each pixel, of "
        "every channel, for every filter.",
        "c": "The transform costs the same for any filter; 625 weights become one "
        "product for each wave.",
    },
)


shift_kernel = Task(
    "shift_kernel",
    code="""
    import numpy as np

    shift_kernel = np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]])
    """,
    why="Each output pixel copies its left neighbour, so all that was there moves "
    "right.",
    hints=[
        "Every output pixel is a weighted sum of nine neighbours. If the picture has "
        "moved to the right, which neighbour does an output pixel have to copy?",
        "It copies its left neighbour. So one weight is 1, and all others are 0.",
        "The left neighbour lies under the first weight of the middle row.",
    ],
    notice="The 1 stands on the left, and the picture moves to the right: the filter "
    "says where to look, not where to go.",
    mistakes=[
        (
            [[0, 0, 0], [0, 0, 1], [0, 0, 0]],
            "this one moves the picture to the left, [1 2 3] becomes [2 3 0]. The "
            "weight says where an output pixel looks. (With the filter turned, as in "
            "convolution proper, it would be right.)",
        ),
        (
            [[0, 1, 0], [0, 0, 0], [0, 0, 0]],
            "this one moves the picture down: rows come first, and the 1 is in the row "
            "above the middle.",
        ),
        (
            [[0, 0, 0], [0, 0, 0], [0, 1, 0]],
            "this one moves the picture up: rows come first, and the 1 is in the row "
            "below the middle.",
        ),
        (
            [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
            "this is the identity: every pixel copies itself, and nothing moves.",
        ),
        (
            [[0, 0, 0], [1, 1, 0], [0, 0, 0]],
            "the picture and its shifted copy are added, [1 2 3] becomes [1 3 5]. "
            "Only one weight may be other than 0.",
        ),
        (
            [[0, 0, 0], [1, -1, 0], [0, 0, 0]],
            "this is the difference of neighbours, [1 2 3] becomes [-1 -1 -1]: it "
            "finds edges. To copy a pixel takes one weight of 1.",
        ),
    ],
)


sobel_y = Task(
    "sobel_y",
    code="""
    import numpy as np

    difference, blur = np.array([[-1], [0], [1]]), np.array([[1, 2, 1]])
    sobel_y = difference * blur
    """,
    why="A column that compares below with above, times a row that blurs along the "
    "edge.",
    hints=[
        "Sobel is a difference in one direction times a little blur (1, 2, 1) in the "
        "other. Which direction does the brightness change in, here?",
        "The difference is a column: pixel below minus pixel above, with 0 in the "
        "middle. The blur is a row.",
        "So the first row is (-1, -2, -1). The middle row is 0. And the last row?",
    ],
    notice="Its rows sum to -4, 0 and 4: even areas cancel, and brighter below is "
    "positive.",
    mistakes=[
        (
            SOBEL_X,
            "this is Sobel x, which answers to changes from left to right. Exchange "
            "rows and columns.",
        ),
        (
            -SOBEL_Y,
            "the sign: this one answers with positive numbers where it gets darker "
            "downwards. The filter is not turned, so the positive row is the lower "
            "one.",
        ),
        (
            -SOBEL_X,
            "this answers to changes from left to right, and with the other sign. "
            "Exchange rows and columns, and put the positive weights where it is "
            "brighter.",
        ),
        (
            np.sign(SOBEL_Y),
            "these are Prewitt's weights: the middle of the blur counts double in "
            "Sobel's.",
        ),
        (
            np.abs(SOBEL_Y),
            "all weights are positive, so an even area gives 8 times its brightness. A "
            "difference needs minus signs in one of the rows.",
        ),
        (
            [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
            "this is the Laplacian: it answers to changes in every direction.",
        ),
        (
            [[-1], [0], [1]],
            "this is the difference alone. Times the blur, (1, 2, 1) as a row, it is "
            "3 × 3.",
        ),
    ],
)


def _same(n, k, stride):
    return padding_amounts(n, k, stride, "same")


pad_same = Task(
    "pad_same",
    code="""
    import numpy as np

    def pad_same(image, k, stride):
        around = []
        for n in image.shape:
            stops = (n + stride - 1) // stride
            missing = max((stops - 1) * stride + k - n, 0)
            around.append((missing // 2, missing - missing // 2))
        return np.pad(image, around)
    """,
    why="The stops reach over (stops - 1) * stride + k cells; what the image lacks "
    "of that is split, and an odd cell goes after.",
    hints=[
        "How many stops does `same` promise along n cells? And over how many cells "
        "do so many windows of k reach, if each stands `stride` further than the "
        "last?",
        "⌈n / stride⌉ stops reach over (stops - 1) · stride + k cells. What n lacks "
        "of that is the padding, before and after together; it is never below 0.",
        "Half of it, rounded down, goes before, the rest after. Rows and columns "
        "apart: np.pad(image, ((top, bottom), (left, right))) adds zeros.",
    ],
    notice="The padding depends on the size: 4 columns get one cell, 5 get two. "
    "PyTorch's padding=1 does not know that.",
    cases=[
        given(np.array([[1, 2], [3, 4]]), 3, 1),
        given(np.array([[1, 2], [3, 4]]), 3, 2),
        given(np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), 2, 1),
        given(np.array([[1.5, 2, 3], [4, 5, 6]], dtype=np.float32), 3, 2),
        given(np.arange(1, 21).reshape(4, 5), 1, 3),
        given(np.arange(1, 57).reshape(7, 8), 4, 2),
    ],
    mistakes=[
        (
            lambda image, k, s: np.pad(image, k // 2),
            "this pads k // 2 cells on every side, as for odd k and stride 1. With "
            "stride 2, an even size needs fewer.",
        ),
        (
            lambda image, k, s: np.pad(image, (k - 1) // 2),
            "this pads (k - 1) // 2 cells on every side, as for odd k and stride 1. "
            "With stride 2, an even size needs fewer; and an even k needs one more "
            "after.",
        ),
        (
            lambda image, k, s: np.pad(
                image, [_same(n, k, s)[::-1] for n in image.shape]
            ),
            "an odd cell of padding goes after the image (below, on the right), not "
            "before.",
        ),
        (
            lambda image, k, s: np.pad(image, [_same(n, k, 1) for n in image.shape]),
            "the padding depends on the stride too: with stride 2 the last stop may "
            "stand further left, and less padding is enough.",
        ),
        (
            lambda image, k, s: np.pad(
                image, [_same(n, k, s) for n in image.shape], mode="edge"
            ),
            "the number of cells is right, but they must be zeros: the border is "
            "repeated.",
        ),
        (
            lambda image, k, s: np.pad(image, [_same(image.shape[0], k, s)] * 2),
            "columns are padded like rows, but a width needs its own count.",
        ),
    ],
)


output_shape = Task(
    "output_shape",
    code="""
    def output_shape(image_shape, filters_shape, stride):
        (height, width, _), (kh, kw, _, maps) = image_shape, filters_shape
        return (height - kh) // stride + 1, (width - kw) // stride + 1, maps
    """,
    why="The window's left end has n - k + 1 places, of which every stride-th is used; "
    "each filter leaves one map, however many channels come in.",
    hints=[
        "Treat height and width apart, each with the output-size formula, p = 0 and "
        "d = 1.",
        "Along one axis: (n - k) // stride + 1. The double stroke rounds down.",
        "The channels of the image are summed over. The number of maps is the last "
        "number of filters_shape.",
    ],
    notice="The channels that come in do not show in the output; the number of filters "
    "does.",
    cases=[
        given((5, 5, 1), (3, 3, 1, 1), 1),
        given((5, 5, 1), (3, 3, 1, 4), 1),
        given((5, 5, 1), (3, 3, 1, 1), 2),
        given((6, 6, 3), (3, 3, 3, 2), 2),
        given((5, 8, 3), (3, 3, 3, 2), 1),
        given((9, 9, 1), (3, 5, 1, 7), 3),
        given((34, 40, 3), (5, 3, 3, 12), 2),
    ],
    mistakes=[
        (
            lambda i, f, s: ((i[0] - f[0]) // s, (i[1] - f[1]) // s, f[3]),
            "one too few: a window that fits exactly still has one place to stand.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[1]) // s + 1, i[2]),
            "all channels go into one number, so each filter leaves one map: count the "
            "filters, not the channels of the image.",
        ),
        (
            lambda i, f, s: (
                (i[0] - f[0]) // s + 1,
                (i[1] - f[1]) // s + 1,
                i[2] * f[3],
            ),
            "the channels are summed into one number; each filter leaves one map.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0] + 1) // s, (i[1] - f[1] + 1) // s, f[3]),
            "n − k + 1 places, of which the first and then every s-th count: divide "
            "n − k, then add 1.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[1]) // s + 1),
            "height and width are right; the third number, how many maps, is missing.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) / s + 1, (i[1] - f[1]) / s + 1, f[3]),
            "a window cannot stand in half a place: round down, with //.",
        ),
        (
            lambda i, f, s: (
                -(-(i[0] - f[0]) // s) + 1,
                -(-(i[1] - f[1]) // s) + 1,
                f[3],
            ),
            "rounded up: the last window would hang over the border. Round down, "
            "with //.",
        ),
        (
            lambda i, f, s: (i[0] - f[0] + 1, i[1] - f[1] + 1, f[3]),
            "the stride is not used yet: only every stride-th place counts.",
        ),
        (
            lambda i, f, s: (-(-i[0] // s), -(-i[1] // s), f[3]),
            "that is the size for padding `same`. Here is no padding.",
        ),
        (
            lambda i, f, s: ((i[1] - f[1]) // s + 1, (i[0] - f[0]) // s + 1, f[3]),
            "width and height are exchanged: the rows (height) come first.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[0]) // s + 1, f[3]),
            "the filter's width is not its height: filters_shape gives both.",
        ),
    ],
)


def _windows(images, filters):
    return sliding_window_view(images.astype(float), filters.shape[:2], axis=(1, 2))


def _summed(letters):
    """The convolution in one einsum, with these letters."""
    return lambda images, filters: np.einsum(
        letters, _windows(images, filters), filters
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
        given(_numbers((1, 3, 3, 2)), _numbers((2, 2, 2, 3))),
        given(
            _numbers((2, 5, 6, 3), np.float32), _numbers((3, 2, 3, 4), np.float32) / 4
        ),
    ],
    mistakes=[
        (
            lambda images, filters: conv2d(images, np.flip(filters, (0, 1))),
            "the filters are turned by 180 degrees. That is convolution proper; "
            "layers of networks lay them on as they stand.",
        ),
        (
            _summed("bijcmn,nmcf->bijf"),
            "rows and columns of the filter are exchanged: the letters m and n stand "
            "in another order in the two terms.",
        ),
        (
            _summed("bijcmn,mncf->ijf"),
            "the batch axis is summed over: its letter must stand after the arrow too.",
        ),
        (
            _summed("bijcmn,mncf->bijcf"),
            "the channels are kept apart: every filter gives one map, the sum over all "
            "channels. Leave the channels' letter out after the arrow.",
        ),
        (
            _summed("bijcmn,mncf->bfij"),
            "the numbers are right, but the maps come before rows and columns "
            "(PyTorch's order). Here the channels stand last.",
        ),
        (
            _summed("bijcmn,mndf->bijf"),
            "the channels of window and filter have different letters, so every "
            "channel is multiplied with every other: the same letter in both terms.",
        ),
        (
            lambda images, filters: conv2d(images, filters, padding="same"),
            "padding has come in: without it, the output is smaller than the image.",
        ),
    ],
)
