"""Answers to `in_the_manner`: right ones, and those that learners write."""

import numpy as np
from keras import layers

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18b as exercise


@right(exercise.in_the_manner)
def by_keras(maps, gamma, beta, weights):
    normal = layers.GroupNormalization(
        groups=maps.shape[-1], epsilon=1e-5, center=False, scale=False
    )
    normalised = np.asarray(normal(maps[None].astype("float32")))[0]
    return normalised * (weights @ gamma) + weights @ beta


@right(exercise.in_the_manner)
def map_by_map(maps, gamma, beta, weights):
    painted = np.zeros_like(maps)
    for k in range(maps.shape[-1]):
        centred = maps[..., k] - maps[..., k].mean()
        scatter = np.sqrt((centred**2).mean() + 1e-5)
        painted[..., k] = centred / scatter * sum(weights * gamma[:, k])
        painted[..., k] += sum(weights * beta[:, k])
    return painted


def _by(maps, gamma, beta, weights, axis=(0, 1), power=0.5):
    mean = maps.mean(axis=axis, keepdims=True)
    scatter = (maps.var(axis=axis, keepdims=True) + 1e-5) ** power
    return (maps - mean) / scatter * (weights @ gamma) + weights @ beta


@wrong(exercise.in_the_manner, "one mean for all maps")
def all_maps_together(maps, gamma, beta, weights):
    return _by(maps, gamma, beta, weights, axis=None)


@wrong(exercise.in_the_manner, "over the maps of a place")
def across_the_maps(maps, gamma, beta, weights):
    return _by(maps, gamma, beta, weights, axis=-1)


@wrong(exercise.in_the_manner, "not normalised yet")
def not_normalised(maps, gamma, beta, weights):
    return maps * (weights @ gamma) + weights @ beta


@wrong(exercise.in_the_manner, "its root")
def by_the_variance(maps, gamma, beta, weights):
    return _by(maps, gamma, beta, weights, power=1)


@wrong(exercise.in_the_manner, "changed places")
def swapped(maps, gamma, beta, weights):
    return _by(maps, beta, gamma, weights)


@wrong(exercise.in_the_manner, "beta is not added")
def without_beta(maps, gamma, beta, weights):
    return _by(maps, gamma, 0 * beta, weights)
