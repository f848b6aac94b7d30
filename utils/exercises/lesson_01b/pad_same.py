"""The task `pad_same` of lesson 1b, six ways to convolve."""

import numpy as np

from utils.arrays.convolution import padding_amounts
from utils.checking.cases import given
from utils.checking.tasks import Task


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
