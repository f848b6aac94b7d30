"""The task `quiet_slope` of lesson 4b, edges by hand."""

import numpy as np

from utils.arrays.kernels import SOBEL_X
from utils.checking.comparing import NotComparable, as_plain
from utils.checking.tasks import Task

ROUNDED = 5e-3  # weights may be typed with three decimals


def _slopes_measured(kernel):
    """Answers to an even area of 1, and to ramps of 1 a pixel, right and down."""
    down, right = np.indices((3, 3)) - 1
    return np.sum(kernel), np.sum(kernel * right), np.sum(kernel * down)


def _noise_gain(kernel):
    return np.sqrt(np.sum(kernel**2))


def _examine_slope(answer):
    """Whether a filter measures the slope, and no such filter has less noise gain."""
    try:
        kernel = np.asarray(as_plain(answer), dtype=float)
    except (NotComparable, TypeError, ValueError):
        return "a 3 × 3 grid of numbers is wanted."
    if kernel.shape != (3, 3):
        return f"a 3 × 3 grid of numbers is wanted, not the shape {kernel.shape}."
    even, to_the_right, downwards = _slopes_measured(kernel)
    if not np.isclose(even, 0, atol=ROUNDED):
        return (
            f"an even area has no slope, but where all pixels are 1 it gets {even:.3g}."
            " The weights must add up to 0."
        )
    if np.isclose(downwards, 1, atol=ROUNDED) and np.isclose(
        to_the_right, 0, atol=ROUNDED
    ):
        return "this measures the slope downwards. Exchange rows and columns."
    if np.isclose(to_the_right, -1, atol=ROUNDED):
        return "the sign: where brightness grows to the right, it answers with -1."
    if not np.isclose(to_the_right, 1, atol=ROUNDED):
        return (
            "on a ramp that grows by 1 a pixel to the right, rows like (0, 1, 2), it "
            f"answers {to_the_right:.4g}. The slope there is 1."
        )
    if not np.isclose(downwards, 0, atol=ROUNDED):
        return (
            "on a ramp that grows downwards, columns like (0, 1, 2), it answers "
            f"{downwards:.4g}. To the right, nothing changes there."
        )
    return _examine_noise(kernel)


def _examine_noise(kernel):
    gain, least = _noise_gain(kernel), 1 / np.sqrt(6)
    if gain < (1 + ROUNDED) * least:
        return None
    if np.allclose(kernel, SOBEL_X / 8, atol=ROUNDED):
        return "SOBEL_X / 8 is the one to beat. Share its weights out otherwise."
    sobel = _noise_gain(SOBEL_X / 8)
    word = "more" if gain > sobel else "less"
    return (
        f"it measures the slope, and its noise gain is {gain:.3f}: {word} than that of "
        f"SOBEL_X / 8, {sobel:.3f}, but not the least there is."
    )


quiet_slope = Task(
    "quiet_slope",
    code="""
    import numpy as np

    quiet_slope = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]) / 6
    """,
    why="Three rows measure the same slope, equally well. A mean with equal shares has "
    "the least noise.",
    hints=[
        "Each row alone can measure the slope: (-1, 0, 1) / 2. The filter takes a "
        "weighted mean of the three rows. What are the shares in SOBEL_X / 8?",
        "They are 1/4, 1/2, 1/4. The noise of a mean depends on the sum of the squared "
        "shares. For which shares, adding up to 1, is that the least?",
        "Equal ones: a third of (-1, 0, 1) / 2 in each row.",
    ],
    notice="Prewitt's filter (1970), a little quieter than Sobel's. In return, Sobel's "
    "treats slanted edges more like straight ones: every filter is a trade.",
    examine=_examine_slope,
)
