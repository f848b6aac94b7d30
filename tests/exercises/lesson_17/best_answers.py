"""Answers to `best_answers`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17 as exercise


@right(exercise.best_answers)
def by_half_of_the_chances(values, chances):
    pairs = sorted(zip(values, chances, strict=True))
    mean, below = sum(v * c for v, c in pairs), 0
    for value, chance in pairs:
        below += chance
        if below >= 0.5:
            return mean, value


@right(exercise.best_answers)
def by_dot_products(values, chances):
    values, chances = np.array(values), np.array(chances)
    losses = np.abs(values[:, np.newaxis] - values) @ chances
    return [values @ chances, values[losses == losses.min()][0]]


@wrong(exercise.best_answers, "the mean takes all values as equally likely")
def unweighted_mean(values, chances):
    return np.mean(values), by_dot_products(values, chances)[1]


@wrong(exercise.best_answers, "mean and median take all values")
def unweighted(values, chances):
    return np.mean(values), np.median(values)


@wrong(exercise.best_answers, "their chances are not used")
def unweighted_median(values, chances):
    return np.dot(values, chances), np.median(values)


@wrong(exercise.best_answers, "the likeliest value")
def likeliest(values, chances):
    return np.dot(values, chances), values[int(np.argmax(chances))]


@wrong(exercise.best_answers, "the second is the mean, too")
def mean_twice(values, chances):
    mean = np.dot(values, chances)
    return mean, mean


@wrong(exercise.best_answers, "the other order")
def swapped(values, chances):
    return by_dot_products(values, chances)[::-1]
