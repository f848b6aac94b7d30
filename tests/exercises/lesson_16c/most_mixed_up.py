"""Answers to `most_mixed_up`: right ones, and those that learners write."""

import itertools

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16c as exercise


@right(exercise.most_mixed_up)
def pair_by_pair(confusions):
    pairs = itertools.combinations(range(len(confusions)), 2)
    return max(pairs, key=lambda p: confusions[p] + confusions[p[::-1]])


@right(exercise.most_mixed_up)
def by_the_upper_triangle(confusions):
    both = np.triu(confusions + confusions.T, 1)
    return [int(k) for k in np.unravel_index(both.argmax(), both.shape)]


@wrong(exercise.most_mixed_up, "only one direction")
def one_way(confusions):
    mistakes = confusions - np.diag(np.diag(confusions))
    return sorted(np.unravel_index(mistakes.argmax(), mistakes.shape))


@wrong(exercise.most_mixed_up, "what was right")
def with_the_diagonal(confusions):
    both = confusions + confusions.T
    return np.unravel_index(both.argmax(), both.shape)


@wrong(exercise.most_mixed_up, "smaller number comes first")
def larger_first(confusions):
    both = np.tril(confusions + confusions.T, -1)
    return np.unravel_index(both.argmax(), both.shape)


@wrong(exercise.most_mixed_up, "mixed up least")
def least(confusions):
    both = (confusions + confusions.T).astype(float)
    np.fill_diagonal(both, np.inf)
    return np.unravel_index(both.argmin(), both.shape)
