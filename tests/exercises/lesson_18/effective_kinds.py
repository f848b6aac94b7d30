"""Answers to `effective_kinds`: right ones, and those that learners write."""

import numpy as np
from scipy.stats import entropy

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18 as exercise


@right(exercise.effective_kinds)
def scipys(counts):
    return np.exp(entropy(counts))


@right(exercise.effective_kinds)
def in_bits(counts):
    return 2 ** entropy(counts, base=2)


@right(exercise.effective_kinds)
def by_a_loop(counts):
    product = 1.0
    for count in counts:
        if count:
            share = count / sum(counts)
            product *= share**-share
    return product


@wrong(exercise.effective_kinds, "occur at all")
def occurring(counts):
    return sum(count > 0 for count in counts)


@wrong(exercise.effective_kinds, "the entropy itself")
def no_power(counts):
    return entropy(counts)


@wrong(exercise.effective_kinds, "the sign is turned")
def sign_turned(counts):
    return np.exp(-entropy(counts))


@wrong(exercise.effective_kinds, "take e")
def two_to_it(counts):
    return 2 ** entropy(counts)


@wrong(exercise.effective_kinds, "sum of squared shares")
def by_squares(counts):
    return sum(counts) ** 2 / sum(count**2 for count in counts)


@wrong(exercise.effective_kinds, "")
def zeros_kept(counts):
    shares = counts / np.sum(counts)
    with np.errstate(all="ignore"):
        return np.exp(-np.sum(shares * np.log(shares)))
