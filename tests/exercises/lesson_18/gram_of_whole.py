"""Answers to `gram_of_whole`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18 as exercise


@right(exercise.gram_of_whole)
def by_weights(left, right, n_left, n_right):
    return np.average([left, right], axis=0, weights=[n_left, n_right])


@right(exercise.gram_of_whole)
def by_share(left, right, n_left, n_right):
    share = n_left / (n_left + n_right)
    return (share * left + (1 - share) * right).tolist()


@wrong(exercise.gram_of_whole, "whatever their sizes")
def half_and_half(left, right, n_left, n_right):
    return np.mean([left, right], axis=0)


@wrong(exercise.gram_of_whole, "two means added")
def added(left, right, n_left, n_right):
    return left + right


@wrong(exercise.gram_of_whole, "the sum over all places")
def sums(left, right, n_left, n_right):
    return left * n_left + right * n_right


@wrong(exercise.gram_of_whole, "the places of the other")
def crossed(left, right, n_left, n_right):
    return by_weights(left, right, n_right, n_left)
