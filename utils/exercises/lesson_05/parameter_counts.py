"""The task `parameter_counts` of lesson 5, why convnets."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _units(side, window, stride, filters):
    return ((side - window) // stride + 1) ** 2 * filters


def _counts(units, in_image, in_window, filters):
    return units * in_image, units * in_window, filters * in_window


def _counting(units):
    """A mistake: right, but for how many units the dense and the local layer have."""
    return lambda n, c, k, s, f: _counts(
        units(n, k, s, f), n * n * c + 1, k * k * c + 1, f
    )


parameter_counts = Task(
    "parameter_counts",
    code="""
    def parameter_counts(side, channels, window, stride, filters):
        units = ((side - window) // stride + 1) ** 2 * filters
        in_window = window**2 * channels + 1
        in_image = side**2 * channels + 1
        return units * in_image, units * in_window, filters * in_window
    """,
    why="Each unit pays for all that it sees, and one bias. Dense and local have a "
    "unit for every output; sharing leaves one for each filter.",
    hints=[
        "Begin with the convolution: how many numbers does it put out? The two other "
        "layers need one unit for each of these.",
        "Along one side the window has (side - window) // stride + 1 places; "
        "squared, and times the filters, that is the number of units.",
        "A unit has a weight for each number that it sees (of all channels), and a "
        "bias of its own. A dense unit sees the image, a local one its window. In "
        "the convolution all places share one set for each filter.",
    ],
    notice="Where the window is as large as the image, all three are the same layer. "
    "From there on dense grows with the image and with the places, local with the "
    "places, the convolution with neither.",
    cases=[
        given(3, 1, 3, 1, 1),
        given(4, 1, 3, 1, 1),
        given(4, 1, 3, 1, 2),
        given(5, 3, 3, 2, 1),
        given(28, 1, 5, 2, 8),
        given(32, 3, 3, 1, 16),
        given(10, 2, 4, 3, 5),
    ],
    mistakes=[
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * k * k * c + f,
                f * (k * k * c + 1),
            ),
            "the local layer has too few biases: sharing a bias among all places is "
            "the second bet already. Each unit has its own.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                f * k * k * c + _units(n, k, s, f),
            ),
            "the convolution has too many biases: it shares them as it shares the "
            "weights, one for each filter.",
        ),
        (
            lambda n, c, k, s, f: _counts(_units(n, k, s, f), n * n * c, k * k * c, f),
            "the biases are missing: every unit and every filter has one.",
        ),
        (
            lambda n, c, k, s, f: (
                f * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "that dense layer has one unit for each filter, so it puts out far fewer "
            "numbers than the two others. Give it a unit for every filter in every "
            "place.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
            ),
            "local and convolution cost the same here. What is shared exists once: "
            "count the filters, not the places.",
        ),
        (
            _counting(lambda n, k, s, f: ((n - k) // s + 1) * f),
            "the places are counted along one side only: the window moves in rows "
            "and in columns.",
        ),
        (
            _counting(lambda n, k, s, f: _units(n, k, 1, f)),
            "the stride is not used yet: it decides in how many places a window "
            "stands.",
        ),
        (
            _counting(lambda n, k, s, f: (-(-n // s)) ** 2 * f),
            "so many places there are with padding `same`. Here is no padding.",
        ),
        (
            _counting(lambda n, k, s, f: ((n - k) / s + 1) ** 2 * f),
            "a window that no longer fits in whole does not count: divide with //.",
        ),
        (
            lambda n, c, k, s, f: _counts(_units(n, k, s, f), n * n + 1, k * k + 1, f),
            "the channels are missing: a unit sees all channels of its pixels, with "
            "a weight for each.",
        ),
    ],
)
