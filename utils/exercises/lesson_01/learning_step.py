"""The task `learning_step` of lesson 1, convolution."""

import numpy as np

from utils.arrays.convolution import cross_correlate
from utils.checking.cases import given
from utils.checking.tasks import Task


def _slopes(picture, wanted, kernel):
    """How the mean squared miss changes with each weight, exactly."""
    misses = cross_correlate(picture, kernel) - wanted
    return 2 * cross_correlate(picture, misses) / misses.size


def _one_after_the_other(picture, wanted, kernel, rate):
    kernel = np.array(kernel, dtype=float)
    for place in np.ndindex(kernel.shape):
        kernel[place] -= rate * _slopes(picture, wanted, kernel)[place]
    return kernel


def _by_absolute_misses(picture, wanted, kernel, rate):
    signs = np.sign(cross_correlate(picture, kernel) - wanted)
    return kernel - rate * cross_correlate(picture, signs) / signs.size


learning_step = Task(
    "learning_step",
    code="""
    import numpy as np
    from utils.arrays.convolution import cross_correlate

    def learning_step(picture, wanted, kernel, rate):
        def error(weights):
            return np.mean((cross_correlate(picture, weights) - wanted) ** 2)

        nudge = 0.0001
        slopes = np.zeros(kernel.shape)
        for place in np.ndindex(kernel.shape):
            nudged = kernel.copy()
            nudged[place] += nudge
            slopes[place] = (error(nudged) - error(kernel)) / nudge
        return kernel - rate * slopes

    # Faster, without nudging. Nudge a weight by a hair h, and a miss grows by
    # h times the pixel under that weight, its square by 2 * miss * pixel * h.
    # So the slope is the mean of 2 * miss * pixel over all stops, and for all
    # weights at once the misses slide over the picture like a filter:
    #     misses = cross_correlate(picture, kernel) - wanted
    #     slopes = 2 * cross_correlate(picture, misses) / misses.size
    """,
    why="The body of the lesson's loop, with an error of the picture and the wanted "
    "result that are handed over.",
    hints=[
        "Take the loop of the lesson: its body does one step. What of it was a fixed "
        "picture there, and is an argument here? (`error` uses two such names.)",
        "The error is the mean of (cross_correlate(picture, kernel) - wanted) ** 2. "
        "For each weight: copy the kernel, raise that weight by 0.0001, see by how "
        "much the error has grown, and divide by 0.0001.",
        "Collect all slopes first, in an array like np.zeros(kernel.shape), and only "
        "then return kernel - rate * slopes.",
    ],
    notice="Repeat it, and the weights come out that made `wanted`. Nothing in it asks "
    "for 3 × 3, nor for one filter: networks do the same to millions of weights.",
    cases=[
        given(np.array([[1.0, 2]]), np.array([[2.0, 4]]), np.array([[1.0]]), 0.1),
        given(
            np.array([[0.5, 1, 0]]), np.array([[1.0, 0.5]]), np.array([[0, 1.0]]), 0.5
        ),
        given(
            np.array([[0.2, 0.9, 0.4], [0.7, 0.1, 0.8], [0.3, 0.6, 0.5]]),
            np.array([[0.5, -0.5], [1, 0.25]]),
            np.array([[0.5, -1], [0.25, 1]]),
            0.25,
        ),
        given(
            np.array([[0.1, 0.8, 0.3, 0.9], [0.6, 0.2, 0.7, 0.4], [0.9, 0.5, 0, 0.3]]),
            np.array([[-1.0, 2, 0.5]]),
            np.array([[1, 0.5], [-0.5, 0], [0.25, -1]]),
            0.5,
        ),
    ],
    mistakes=[
        (
            lambda p, w, k, rate: k + rate * _slopes(p, w, k),
            "uphill: where a larger weight means a larger error, the weight must fall.",
        ),
        (
            lambda p, w, k, rate: _slopes(p, w, k),
            "these are the slopes. The step goes from the kernel, against them, times "
            "the rate.",
        ),
        (
            lambda p, w, k, rate: rate * _slopes(p, w, k),
            "this is how far to go: the kernel, minus that, is the answer.",
        ),
        (
            lambda p, w, k, rate: k - _slopes(p, w, k),
            "the rate is not used yet: the step is rate times slope.",
        ),
        (
            lambda p, w, k, rate: k - rate * w.size * _slopes(p, w, k),
            "the error is the mean of the squared misses, not their sum.",
        ),
        (
            lambda p, w, k, rate: k - rate / 2 * _slopes(p, w, k),
            "half the step: the slope of a miss squared is twice the miss, times the "
            "pixel.",
        ),
        (
            _one_after_the_other,
            "each weight is moved before the next one's slope is measured: measure all "
            "slopes at the same kernel, then move.",
        ),
        (
            _by_absolute_misses,
            "the misses must be squared; this goes down their absolute values.",
        ),
    ],
    tolerance=2e-3,
)
