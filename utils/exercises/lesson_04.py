"""Lesson 4, edge detection: its questions and tasks."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.convolution import cross_correlate
from utils.exercises.cases import given
from utils.exercises.comparing import NotComparable, as_plain
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.kernels import SOBEL_X, SOBEL_Y

__all__ = ["progress"]

ROUNDED = 5e-3  # weights may be typed with three decimals

white_picture = Predict(
    "white_picture",
    right="b",
    choices={
        "a": "Not in the picture. But what lies beyond its border, as the filter sees "
        "it?",
        "b": "Beyond the border lie zeros, black. A white pixel at the rim is brighter "
        "than those neighbours, and the filter says so.",
        "c": "The padding is the dark side of the step. The filter answers for the "
        "white pixels, and these are brighter than their neighbours.",
    },
)

arrows_of_disc = Predict(
    "arrows_of_disc",
    right="a",
    choices={
        "a": "Slopes are positive where brightness grows, so the arrow points from "
        "dark to light, and the disc is the light side.",
        "b": "The arrow points the way in which brightness grows. Where is it brighter "
        "than on the rim?",
        "c": "Along the rim nothing changes. The arrow points where most changes.",
    },
)

noisy_laplacian = Predict(
    "noisy_laplacian",
    right="c",
    choices={
        "a": "To your eye the noise is small beside the edges. A second derivative "
        "weighs it otherwise: grain changes from one pixel to the next.",
        "b": "If the filter treated both alike. But four neighbours minus four times "
        "the middle makes grain larger, and soft edges smaller.",
        "c": "The noise differs from pixel to pixel, which is what the Laplacian "
        "answers to most. A soft edge bends only a little.",
    },
)

best_sigma = Predict(
    "best_sigma",
    right="b",
    choices={
        "a": "So little blur averages hardly more than a single pixel, and the noise "
        "is strong.",
        "b": "Wide enough to calm the noise, narrow enough for bars of 4 pixels.",
        "c": "That calms the noise even better. But what becomes of bars that are "
        "narrower than the blur?",
    },
)

taught_by_barcodes = Predict(
    "taught_by_barcodes",
    right="b",
    choices={
        "a": "On the photo it was so. But in a barcode the three pixels of a column "
        "are equal, so it never shows how their weights differ.",
        "b": "Only the sum of each column's weights reaches the answer. How it is "
        "shared out stays as chance began it.",
        "c": "That would take something that pulls both to the same place. The "
        "examples do not, and the starts differ.",
    },
)


def _direction(across, down):
    """A wrong filter: how much it takes of SOBEL_X and SOBEL_Y at an angle."""

    def sobel(degrees):
        angle = np.radians(degrees)
        return across(angle) * SOBEL_X + down(angle) * SOBEL_Y

    return sobel


def _mixed(degrees):
    return (1 - degrees / 90) * SOBEL_X + degrees / 90 * SOBEL_Y


sobel_towards = Task(
    "sobel_towards",
    code="""
    import numpy as np
    from utils.kernels import SOBEL_X, SOBEL_Y

    def sobel_towards(degrees):
        angle = np.radians(degrees)
        return np.cos(angle) * SOBEL_X + np.sin(angle) * SOBEL_Y
    """,
    why="The gradient is an arrow. Its shadow on a direction is cos times the part to "
    "the right plus sin times the part downwards, and filters add like their answers.",
    hints=[
        "The answer of the sum of two filters is the sum of their answers. So how much "
        "SOBEL_X and how much SOBEL_Y does it take at 0 degrees, at 90, at 45?",
        "One step in the direction of the angle goes cos to the right and sin "
        "downwards. (Rows count downwards, so 90 degrees is down, as on this page.)",
        "NumPy's cos and sin take radians: np.radians(degrees).",
    ],
    notice="Two filters answer for every direction there is; all others are mixtures. "
    "Freeman and Adelson called such filters steerable (1991).",
    cases=[given(angle) for angle in (0, 90, 45, 180, -90, 30, 110, 200, 335.5)],
    mistakes=[
        (
            lambda degrees: np.cos(degrees) * SOBEL_X + np.sin(degrees) * SOBEL_Y,
            "np.cos and np.sin take radians: np.radians(degrees).",
        ),
        (
            _direction(np.sin, np.cos),
            "sin and cos are exchanged: 0 degrees is to the right, where SOBEL_X "
            "counts in full.",
        ),
        (
            _direction(np.cos, lambda angle: -np.sin(angle)),
            "90 degrees is up here, as in school. Rows count downwards: on this page, "
            "90 degrees is down.",
        ),
        (
            _direction(lambda a: abs(np.cos(a)), lambda a: abs(np.sin(a))),
            "the signs of cos and sin are lost. At 180 degrees brightness grows to the "
            "left, and the filter must answer to that.",
        ),
        (
            _direction(lambda a: np.cos(a) ** 2, lambda a: np.sin(a) ** 2),
            "the shares are squared. A step goes cos to the right and sin downwards; "
            "only their squares add up to 1.",
        ),
        (
            _mixed,
            "the two are mixed in proportion to the angle. At 45 degrees that is half "
            "of each; but a step of 1 goes 0.71 to the right and 0.71 down.",
        ),
    ],
)


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


def _thin(
    x, y, sideways=None, combine=np.maximum, stays=np.greater_equal, rim="constant"
):
    """`thin` with its parts to be exchanged, to get it wrong in one of them."""
    magnitude = np.hypot(x, y)
    around = np.pad(magnitude, 1, mode=rim)
    if sideways is None:
        sideways = np.abs(x) >= np.abs(y)
    sides = np.where(
        sideways,
        combine(around[1:-1, :-2], around[1:-1, 2:]),
        combine(around[:-2, 1:-1], around[2:, 1:-1]),
    )
    return np.where(stays(magnitude, sides), magnitude, 0)


def _thin_in_place(x, y):
    """`thin` that goes on with what it has set to 0."""
    around = np.pad(np.hypot(x, y), 1)
    for r, c in np.ndindex(*x.shape):
        sides = [(r + 1, c), (r + 1, c + 2)]
        if abs(x[r, c]) < abs(y[r, c]):
            sides = [(r, c + 1), (r + 2, c + 1)]
        if around[r + 1, c + 1] < max(around[side] for side in sides):
            around[r + 1, c + 1] = 0
    return around[1:-1, 1:-1]


def _slopes(rows, columns):
    return np.random.default_rng(0).normal(size=(2, rows, columns))


_STRAIGHT = np.array([[1.0, 3, 2], [1, 4, 2], [1, 3, 2]])  # an upright edge

thin = Task(
    "thin",
    code="""
    import numpy as np

    def thin(slope_x, slope_y):
        steepness = np.hypot(slope_x, slope_y)
        around = np.pad(steepness, 1)
        sideways = np.maximum(around[1:-1, :-2], around[1:-1, 2:])
        upright = np.maximum(around[:-2, 1:-1], around[2:, 1:-1])
        across = np.where(np.abs(slope_x) >= np.abs(slope_y), sideways, upright)
        return np.where(steepness >= across, steepness, 0)
    """,
    why="The gradient points across the edge, so its longer part says on which two "
    "sides to look. Slices of a padded array hold all neighbours at once.",
    hints=[
        "The gradient points across the edge. Where its part to the right or left is "
        "the longer one, the edge runs up and down. Which two neighbours lie across?",
        "Left and right where |slope_x| >= |slope_y|, else above and below. Pad the "
        "magnitude with zeros by one pixel: slices of it hold all left neighbours, "
        "all right ones, and so on.",
        "np.where(condition, a, b) chooses pixel by pixel: once for the larger of the "
        "two neighbours, and once for the magnitude or 0. Mind the signs of slopes.",
    ],
    notice="This is Canny's thinning, called non-maximum suppression, with two "
    "directions instead of all. Every edge keeps its crest, and no threshold was "
    "needed.",
    cases=[
        given(np.array([[1.0, 3, 2]]), np.zeros((1, 3))),
        given(np.zeros((3, 1)), np.array([[1.0], [3], [2]])),
        given(_STRAIGHT, np.zeros((3, 3))),
        given(-_STRAIGHT, np.zeros((3, 3))),
        given(np.zeros((3, 3)), -_STRAIGHT.T),
        given(np.array([[3.0, 2, 1]]), np.zeros((1, 3))),
        given(np.array([[1.0, 2, 3]]), np.array([[1.0, 2, 3]])),
        given(np.array([[0.0, 2, 2, 1]]), np.zeros((1, 4))),
        given(np.array([[5.0, 1, 1, 6]]), np.zeros((1, 4))),
        given(*_slopes(6, 7)),
    ],
    mistakes=[
        (
            lambda x, y: _thin(x, y, np.abs(x) < np.abs(y)),
            "it compares along the edge. Its crest runs there: the neighbours across "
            "are meant, left and right where the slope is steeper to the right or "
            "left.",
        ),
        (
            lambda x, y: _thin(x, y, True),
            "it looks to the left and right only. Edges that lie flat need the "
            "neighbours above and below.",
        ),
        (
            lambda x, y: np.minimum(_thin(x, y, True), _thin(x, y, False)),
            "it compares with all four neighbours, and of a line nothing is left but "
            "its highest points. Compare across the edge only.",
        ),
        (
            lambda x, y: _thin(x, y, x >= y),
            "a slope of -3 is as steep as one of 3: compare the sizes, np.abs.",
        ),
        (
            lambda x, y: _thin(x, y, combine=np.minimum),
            "a pixel is kept if it reaches one of the two neighbours. A crest is at "
            "least as high as both.",
        ),
        (
            lambda x, y: _thin(x, y, stays=np.greater),
            "two neighbours of equal height remove each other, and the crest is gone. "
            "No smaller than both is enough: >=.",
        ),
        (
            lambda x, y: _thin(x, y, np.abs(x) > np.abs(y)),
            "on a tie, left and right are meant: >=.",
        ),
        (
            _thin_in_place,
            "the array is changed while it is read: write into a new one.",
        ),
        (
            lambda x, y: _thin(x, y, rim="wrap"),
            "np.roll brings in the other end of the picture. Beyond the border there "
            "is nothing, which counts as 0.",
        ),
        (
            lambda x, y: _thin(x, y) > 0,
            "the crests are right, as a yes or no. Wanted is the magnitude there.",
        ),
        (np.hypot, "that is the magnitude, not thinned yet."),
    ],
)


def _windows(image, size):
    return sliding_window_view(image, (size, size)).reshape(-1, size * size)


def _solved(rows, answers, size):
    """Kernel and brightness by least squares; brightness 0 if there is no column."""
    found = np.linalg.lstsq(rows, np.ravel(answers))[0]
    return found[: size * size].reshape(size, size), found[size * size :].sum()


def _with_ones(image, size):
    rows = _windows(image, size)
    return np.column_stack([rows, np.ones(len(rows))])


def _brightness_afterwards(before, after, size):
    kernel, _ = _solved(_windows(before, size), after, size)
    return kernel, np.mean(after - cross_correlate(before, kernel))


def _edited(shape, kernel, brightness):
    """A case: a picture, and what the filter and the brightness make of it."""
    before = np.random.default_rng(0).integers(0, 10, shape).astype(float)
    kernel = np.array(kernel, dtype=float)
    return given(before, cross_correlate(before, kernel) + brightness, len(kernel))


_NO_BIAS = (
    "the kernel is found as if nothing had been added to the brightness, so its "
    "weights have to make up for it. Find both at once."
)

find_filter = Task(
    "find_filter",
    code="""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    def find_filter(before, after, size):
        rows = sliding_window_view(before, (size, size)).reshape(-1, size * size)
        rows = np.column_stack([rows, np.ones(len(rows))])
        *weights, brightness = np.linalg.lstsq(rows, after.ravel())[0]
        return np.reshape(weights, (size, size)), brightness
    """,
    why="The brightness is one weight more, for a number that is 1 in every window. So "
    "least squares finds both at once.",
    hints=[
        "Start from `windows_of` and least squares above. Each window of `before` is a "
        "row of size · size numbers, each pixel of `after` an answer. Which unknown is "
        "not in these rows yet?",
        "The brightness is added to every answer alike: it is the weight of a number "
        "that is always 1. So the table needs one column more.",
        "np.column_stack([rows, np.ones(len(rows))]). The last number of the solution "
        "is the brightness, the others are the kernel, row by row.",
    ],
    notice="A secret filter, found out from one picture before and after. The added 1 "
    "is how every layer of a network learns its bias.",
    tolerance=0.01,
    cases=[
        _edited((2, 3), [[2]], 1),
        _edited((4, 5), [[1, 2], [3, 4]], 10),
        _edited((4, 5), [[1, -1], [2, 0]], 5),
        _edited((12, 10), [[0, 1, 2], [-1, 0, 1], [-2, -1, 0.5]], -0.5),
        _edited((20, 24), np.arange(25).reshape(5, 5) / 25, 3),
    ],
    mistakes=[
        (
            lambda before, after, size: _solved(_windows(before, size), after, size),
            _NO_BIAS,
        ),
        (
            lambda before, after, size: (
                _solved(_windows(before, size), after, size)[0],
                after.mean() - before.mean(),
            ),
            _NO_BIAS,
        ),
        (
            _brightness_afterwards,
            "the kernel is found first, as if nothing had been added, and the "
            "brightness from what is left over. By then the weights are wrong. Find "
            "both at once.",
        ),
        (
            lambda before, after, size: _solved(_with_ones(before, size), after, size)[
                ::-1
            ],
            "both are right, in the other order: first the kernel, then the "
            "brightness.",
        ),
        (
            lambda before, after, size: tuple(
                np.flip(part) for part in _solved(_with_ones(before, size), after, size)
            ),
            "the filter is turned by 180 degrees. It slides as it stands, as in layers "
            "of networks.",
        ),
        (
            lambda before, after, size: (
                _solved(_with_ones(before, size), after, size)[0],
                0.0,
            ),
            "the kernel is right, the brightness that was added is missing.",
        ),
    ],
)
