"""Answers to `gain_of_averaging`: right ones, and those that learners write."""

import math

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17 as exercise


@right(exercise.gain_of_averaging)
def by_psnr(sigma, copies):
    left = math.sqrt(sigma**2 / copies)
    return [left, 10 * math.log10(1 / left**2) - 10 * math.log10(1 / sigma**2)]


@right(exercise.gain_of_averaging)
def by_powers(sigma, copies):
    return np.array([sigma * copies**-0.5, 20 * np.log10(copies**0.5)])


@wrong(exercise.gain_of_averaging, "the noise that is left is too small")
def divided(sigma, copies):
    return sigma / copies, 10 * math.log10(copies)


@wrong(exercise.gain_of_averaging, "as if the noise were divided")
def divided_twice(sigma, copies):
    left = sigma / copies
    return left, 20 * math.log10(sigma / left)


@wrong(exercise.gain_of_averaging, "twice too many")
def twenty(sigma, copies):
    return sigma / math.sqrt(copies), 20 * math.log10(copies)


@wrong(exercise.gain_of_averaging, "base of 10")
def natural(sigma, copies):
    return sigma / math.sqrt(copies), 10 * math.log(copies)


@wrong(exercise.gain_of_averaging, "the variance that is left")
def variance(sigma, copies):
    return sigma**2 / copies, 10 * math.log10(copies)


@wrong(exercise.gain_of_averaging, "how much it gains")
def whole_psnr(sigma, copies):
    left = sigma / math.sqrt(copies)
    return left, -20 * math.log10(left)
