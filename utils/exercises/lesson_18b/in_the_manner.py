"""The task `in_the_manner` of dive 18b, one painter, many manners."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(18)
MAPS = RNG.normal(2, 3, (4, 5, 3))
GAMMA, BETA = RNG.normal(1, 0.5, (2, 2, 3))
STRIPE = np.array([[[0.0], [3], [0]]] * 3)
FLAT = np.full((2, 2, 1), 7.0)
EPSILON = 1e-5


def _normal(maps, axis=(0, 1), epsilon=EPSILON):
    mean = maps.mean(axis=axis, keepdims=True)
    return (maps - mean) / np.sqrt(maps.var(axis=axis, keepdims=True) + epsilon)


def _in_the_manner(maps, gamma, beta, weights):
    return _normal(maps) * (weights @ gamma) + weights @ beta


in_the_manner = Task(
    "in_the_manner",
    code="""
    import numpy as np

    def in_the_manner(maps, gamma, beta, weights):
        mean = maps.mean(axis=(0, 1))
        variance = maps.var(axis=(0, 1))
        normal = (maps - mean) / np.sqrt(variance + 0.00001)
        return normal * (weights @ gamma) + weights @ beta
    """,
    why="Mean and variance of each map over its places; then the mixture's factor and "
    "summand for each map, one row times a matrix.",
    hints=[
        "Each map is normalised by itself: over which axes is its mean taken?",
        "axis=(0, 1) leaves one mean for each channel, and NumPy lines these up with "
        "the last axis of maps. The variance has its 0.00001 before the root.",
        "weights @ gamma is the mixed factor of each channel.",
    ],
    notice="This is all that tells 26 manners apart. The gammas and betas can also be "
    "computed by a second network from any painting: so work painters that have "
    "never seen your picture of a style.",
    cases=[
        given(STRIPE, np.array([[2.0]]), np.array([[1.0]]), np.array([1.0])),
        given(MAPS, GAMMA, BETA, np.array([1.0, 0])),
        given(MAPS, GAMMA, BETA, np.array([0.25, 0.75])),
        given(FLAT, np.array([[2.0]]), np.array([[0.5]]), np.array([1.0])),
        given(0.001 * MAPS, GAMMA, BETA, np.array([0, 1.0])),
    ],
    mistakes=[
        (
            lambda maps, gamma, beta, weights: (
                _normal(maps, axis=(0, 1, 2)) * (weights @ gamma) + weights @ beta
            ),
            "one mean for all maps together. Each map has its own.",
        ),
        (
            lambda maps, gamma, beta, weights: (
                _normal(maps, axis=2) * (weights @ gamma) + weights @ beta
            ),
            "the mean is taken over the maps of a place. Take it over the places of a "
            "map.",
        ),
        (
            lambda maps, gamma, beta, weights: (
                maps * (weights @ gamma) + weights @ beta
            ),
            "the maps are not normalised yet.",
        ),
        (
            lambda maps, gamma, beta, weights: (
                (maps - maps.mean(axis=(0, 1)))
                / (maps.var(axis=(0, 1)) + EPSILON)
                * (weights @ gamma)
                + weights @ beta
            ),
            "divided by the variance. Wanted is its root, the standard deviation.",
        ),
        (
            lambda maps, gamma, beta, weights: (
                _normal(maps) * (weights @ beta) + weights @ gamma
            ),
            "gamma and beta have changed places: gamma multiplies.",
        ),
        (
            lambda maps, gamma, beta, weights: _normal(maps) * (weights @ gamma),
            "beta is not added yet.",
        ),
    ],
)
