"""Answers to `focal`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15d as exercise


@right(exercise.focal)
def two_sums(truth, shares, gamma):
    there = truth * (1 - shares) ** gamma * np.log(shares)
    nothing = (1 - truth) * shares**gamma * np.log(1 - shares)
    return -(there + nothing).mean()


@right(exercise.focal)
def with_loops(truth, shares, gamma):
    total = 0
    for t, s in zip(truth.ravel(), shares.ravel(), strict=True):
        p = s if t else 1 - s
        total -= (1 - p) ** gamma * np.log(p)
    return total / truth.size


@wrong(exercise.focal, "gamma is not used yet")
def cross_entropy(truth, shares, gamma):
    return -np.mean(truth * np.log(shares) + (1 - truth) * np.log(1 - shares))


@wrong(exercise.focal, "the wrong way round")
def easy_ones_most(truth, shares, gamma):
    p = np.where(truth, shares, 1 - shares)
    return np.mean(-(p**gamma) * np.log(p))


@wrong(exercise.focal, "only foreground counts")
def of_the_foreground(truth, shares, gamma):
    return -np.mean(truth * (1 - shares) ** gamma * np.log(shares))


@wrong(exercise.focal, "ground is judged like foreground")
def share_for_all(truth, shares, gamma):
    return -np.mean((1 - shares) ** gamma * np.log(shares))


@wrong(exercise.focal, "the sign")
def negative(truth, shares, gamma):
    return -two_sums(truth, shares, gamma)


@wrong(exercise.focal, "take the mean")
def added_up(truth, shares, gamma):
    return two_sums(truth, shares, gamma) * truth.size
