"""Answers to `expected_disparity`: right ones, and those that learners write."""

import numpy as np
from scipy.special import softmax

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17c as exercise


@right(exercise.expected_disparity)
def by_scipy(costs, sharpness):
    weights = softmax(-sharpness * costs, axis=-1)
    return np.sum(weights * np.arange(costs.shape[-1]), axis=-1)


@right(exercise.expected_disparity)
def disparity_by_disparity(costs, sharpness):
    above = sharpness * (np.min(costs, axis=-1)[..., np.newaxis] - costs)
    total = expected = 0.0
    for d in range(costs.shape[-1]):
        weight = np.exp(above[..., d])
        total, expected = total + weight, expected + d * weight
    return expected / total


@wrong(exercise.expected_disparity, "all the weight")
def hard(costs, sharpness):
    return np.argmin(costs, axis=-1)


@wrong(exercise.expected_disparity, "the other way round")
def high_is_good(costs, sharpness):
    return by_scipy(-costs, sharpness)


@wrong(exercise.expected_disparity, "not used")
def always_as_sharp(costs, sharpness):
    return by_scipy(costs, 1)


@wrong(exercise.expected_disparity, "divided by")
def a_temperature(costs, sharpness):
    return by_scipy(costs, 1 / sharpness)


@wrong(exercise.expected_disparity, "do not sum to 1")
def no_total(costs, sharpness):
    return np.exp(-sharpness * costs) @ np.arange(costs.shape[-1])


@wrong(exercise.expected_disparity, "take the least away")
def overflows(costs, sharpness):
    with np.errstate(all="ignore"):
        weights = np.exp(-sharpness * costs)
        weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ np.arange(costs.shape[-1])


@wrong(exercise.expected_disparity, "first disparity is 0")
def from_one(costs, sharpness):
    return by_scipy(costs, sharpness) + 1
