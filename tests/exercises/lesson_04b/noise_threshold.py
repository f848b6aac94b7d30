"""Answers to `noise_threshold`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_04b as exercise


@right(exercise.noise_threshold)
def by_the_norm(kernel, noise, times):
    return np.linalg.norm(kernel) * noise * times


@right(exercise.noise_threshold)
def by_adding_variances(kernel, noise, times):
    variance = 0
    for weight in np.ravel(kernel):
        variance += (weight * noise) ** 2
    return times * variance**0.5


@wrong(exercise.noise_threshold, "the filter is not used")
def forgets_the_filter(kernel, noise, times):
    return times * noise


@wrong(exercise.noise_threshold, "the root is missing")
def forgets_the_root(kernel, noise, times):
    return times * noise * (np.asarray(kernel) ** 2).sum()


@wrong(exercise.noise_threshold, "the sizes of the weights are added")
def adds_sizes(kernel, noise, times):
    return times * sum(abs(weight) * noise for weight in np.ravel(kernel))


@wrong(exercise.noise_threshold, "`times` as much")
def forgets_times(kernel, noise, times):
    return noise * np.linalg.norm(kernel)


@wrong(exercise.noise_threshold, "standard deviation of the weights")
def takes_the_deviation(kernel, noise, times):
    return times * noise * np.std(kernel)
