"""The task `fold` of lesson 6d, layers that change in use."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_06d import fold_mistakes as wrong


def _layer(seed, *shape):
    """A case: filters of this shape and the six numbers of each channel."""
    rng = np.random.default_rng(seed)
    bias, beta, mean = rng.normal(size=(3, shape[-1])).round(1)
    gamma, variance = rng.uniform(0.5, 2, (2, shape[-1])).round(1)
    filters = rng.normal(size=shape).round(1)
    return given(filters, bias, gamma, beta, mean, variance, 0.5)


fold = Task(
    "fold",
    code="""
    import numpy as np

    def fold(filters, bias, gamma, beta, mean, variance, epsilon):
        scale = gamma / np.sqrt(variance + epsilon)
        return filters * scale, (bias - mean) * scale + beta
    """,
    why="In use, batch normalisation multiplies each map by one number and adds "
    "another. A convolution can do both: in its weights and in its bias.",
    hints=[
        "Put the convolution, filters ⋆ x + bias, in place of the x in the formula "
        "of batch normalisation, and multiply out. What multiplies filters ⋆ x? That "
        "is what the new filters must have in them.",
        "With scale = γ / √(σ² + ε), the result is scale · (filters ⋆ x) + scale · "
        "(bias - μ) + β.",
        "There is one scale for each channel that comes out, and that is the last "
        "axis of the filters: NumPy lines last axes up by itself.",
    ],
    notice="The layer has vanished, and no output has changed. This is done with "
    "most networks before they go on a telephone: same answers, less work.",
    cases=[
        given(
            np.full((1, 1, 1, 1), 2.0),
            np.array([1.0]),
            np.array([1.0]),
            np.array([0.0]),
            np.array([4.0]),
            np.array([4.0]),
            0.0,
        ),
        given(
            np.array([1.0, 1.0]).reshape(1, 1, 1, 2),
            np.array([0.0, 3.0]),
            np.array([2.0, 1.0]),
            np.array([1.0, 2.0]),
            np.array([0.0, 1.0]),
            np.array([4.0, 0.25]),
            0.0,
        ),
        _layer(0, 1, 1, 2, 2),
        _layer(1, 3, 3, 4, 4),
        _layer(2, 3, 2, 1, 5),
    ],
    mistakes=[
        (
            wrong.divided_by_the_variance,
            "divided by the variance: the standard deviation is its root.",
        ),
        (
            wrong.without_epsilon,
            "ε is missing: it is added to the variance, under the root.",
        ),
        (
            wrong.epsilon_beside_the_root,
            "ε stands under the root: it is added to the variance.",
        ),
        (
            wrong.without_gamma,
            "γ is missing: what is normalised is then scaled by it.",
        ),
        (
            wrong.bias_not_scaled,
            "the old bias is not scaled. It is part of what comes out of the "
            "convolution, so it is normalised too.",
        ),
        (wrong.without_mean, "the mean is not subtracted yet."),
        (
            wrong.mean_added,
            "the mean is added where it must be subtracted.",
        ),
        (
            wrong.without_bias,
            "the old bias is lost: the convolution has added it before.",
        ),
        (
            wrong.beta_scaled,
            "β is added last, after the scaling: it is not scaled itself.",
        ),
        (
            wrong.along_the_channels_in,
            "the filters are scaled along the channels that come in. Normalised is "
            "what comes out: the last axis.",
        ),
        (
            wrong.filters_as_they_were,
            "the filters have not changed: what they give is scaled as well, so "
            "their weights must be.",
        ),
    ],
)
