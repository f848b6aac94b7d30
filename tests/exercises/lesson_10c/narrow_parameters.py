"""Answers to `narrow_parameters`: right ones, and those that learners write."""

from itertools import pairwise

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10c as exercise


@right(exercise.narrow_parameters)
def with_arrays(channels):
    before, after = np.array(channels[:-1]), np.array(channels[1:])
    weights = 9 * np.sum(before * after) + 9 * channels[0]
    return (
        weights
        + channels[0]
        + 4 * np.sum(after)
        + 11 * channels[-1]
        + (10 - channels[-1])
    )


@right(exercise.narrow_parameters)
def from_layer_to_layer(channels):
    total, before = 0, 1
    for layer, after in enumerate(channels):
        total += (9 * before + (4 if layer else 1)) * after
        before = after
    return total + (before + 1) * 10


@wrong(exercise.narrow_parameters, "the batch normalisations are missing")
def without_normalisation(channels):
    total, before = channels[0], 1
    for after in channels:
        total += 9 * before * after
        before = after
    return total + 10 * before + 10


@wrong(exercise.narrow_parameters, "two more are tracked")
def learnt_only(channels):
    total = 10 * channels[0]
    for before, after in pairwise(channels):
        total += 9 * before * after + 2 * after
    return total + 10 * channels[-1] + 10


@wrong(exercise.narrow_parameters, "no convolution has a bias")
def biases_everywhere(channels):
    total = 10 * channels[0]
    for before, after in pairwise(channels):
        total += (9 * before + 1 + 4) * after
    return total + 10 * channels[-1] + 10


@wrong(exercise.narrow_parameters, "the dense layer has ten biases")
def dense_without_biases(channels):
    total = 10 * channels[0]
    for before, after in pairwise(channels):
        total += (9 * before + 4) * after
    return total + 10 * channels[-1]


@wrong(exercise.narrow_parameters, "narrow_parameters([")
def forgets_what_comes_in(channels):
    return sum(9 * after + 4 * after for after in channels) + 10 * channels[-1] + 10
