"""The task `noise_threshold` of lesson 4b, edges by hand."""

import numpy as np

from utils.arrays.kernels import LAPLACIAN, SOBEL_X
from utils.checking.cases import given
from utils.checking.tasks import Task


def _gain(kernel):
    return np.sqrt(np.sum(np.square(kernel)))


noise_threshold = Task(
    "noise_threshold",
    code="""
    import numpy as np

    def noise_threshold(kernel, noise, times):
        return times * noise * np.sqrt(np.sum(np.square(kernel)))
    """,
    why="The filter multiplies the noise by its noise gain; the threshold is so many "
    "times that.",
    hints=[
        "How large is the noise after the filter? Above, the noise gain said it for "
        "the Laplacian.",
        "The noise gain is the root of the sum of the squared weights. The noise "
        "behind the filter is the noise before it, times that.",
        "times · noise · gain, with gain = np.sqrt(np.sum(kernel**2)).",
    ],
    notice="A threshold that nobody tuned by eye: it follows from the kernel and from "
    "the noise of the camera. Three times is a habit: of Gaussian noise about one "
    "pixel in 370 still passes.",
    cases=[
        given(np.array([[1.0]]), 0.1, 3),
        given(np.array([[2.0]]), 0.1, 3),
        given(np.array([[3.0, -4.0]]), 0.1, 2),
        given(LAPLACIAN.astype(float), 0.05, 3),
        given(SOBEL_X.astype(float) / 8, 0.02, 4.5),
    ],
    mistakes=[
        (
            lambda kernel, noise, times: times * noise,
            "the filter is not used: it changes how large the noise is.",
        ),
        (
            lambda kernel, noise, times: noise * _gain(kernel),
            "that is the noise behind the filter. The threshold is `times` as much.",
        ),
        (
            lambda kernel, noise, times: times * noise * np.sum(np.square(kernel)),
            "the root is missing: variances add up, and the noise is their root.",
        ),
        (
            lambda kernel, noise, times: times * noise * np.sum(np.abs(kernel)),
            "the sizes of the weights are added. The grains of the pixels are "
            "independent: their squares add up, and the root comes last.",
        ),
        (
            lambda kernel, noise, times: times * noise * np.sum(kernel),
            "the weights are added as they are. The grains of the pixels are "
            "independent: their squares add up, and the root comes last.",
        ),
        (
            lambda kernel, noise, times: times * noise * np.std(kernel),
            "that is the standard deviation of the weights. No mean is taken off, and "
            "none taken of the squares: they are added up.",
        ),
        (
            lambda kernel, noise, times: times * noise**2 * _gain(kernel),
            "the noise is squared: it is a standard deviation already.",
        ),
    ],
)
