"""Answers to `focal_loss`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14 as exercise


@right(exercise.focal_loss)
def in_two_parts(shares, there, gamma):
    full = -there * (1 - shares) ** gamma * np.log(shares)
    empty = -(1 - there) * shares**gamma * np.log(1 - shares)
    return full + empty


@right(exercise.focal_loss)
def cell_by_cell(shares, there, gamma):
    losses = np.zeros(shares.shape)
    for place in np.ndindex(shares.shape):
        right_share = shares[place] if there[place] else 1 - shares[place]
        losses[place] = -((1 - right_share) ** gamma) * np.log(right_share)
    return losses


@wrong(exercise.focal_loss, 'in empty cells the truth is "nothing"')
def as_if_full(shares, there, gamma):
    return -((1 - shares) ** gamma) * np.log(shares)


@wrong(exercise.focal_loss, "empty cells count as well")
def full_cells_only(shares, there, gamma):
    return -there * (1 - shares) ** gamma * np.log(shares)


@wrong(exercise.focal_loss, "its weight is missing")
def plain(shares, there, gamma):
    return -np.log(np.where(there == 1, shares, 1 - shares))


@wrong(exercise.focal_loss, "easy cells weigh most")
def the_wrong_way_round(shares, there, gamma):
    q = np.where(there == 1, shares, 1 - shares)
    return -(q**gamma) * np.log(q)


@wrong(exercise.focal_loss, "an exponent, not a factor")
def times_gamma(shares, there, gamma):
    q = np.where(there == 1, shares, 1 - shares)
    return -gamma * (1 - q) * np.log(q)


@wrong(exercise.focal_loss, "a loss is not")
def negative(shares, there, gamma):
    q = np.where(there == 1, shares, 1 - shares)
    return (1 - q) ** gamma * np.log(q)


@wrong(exercise.focal_loss, "not their mean")
def averaged(shares, there, gamma):
    q = np.where(there == 1, shares, 1 - shares)
    return np.mean(-((1 - q) ** gamma) * np.log(q))


@wrong(exercise.focal_loss, "the weight, too, takes the probability of what is true")
def weighs_by_the_share(shares, there, gamma):
    entropy = -np.log(np.where(there == 1, shares, 1 - shares))
    return (1 - shares) ** gamma * entropy
