"""Answers to `flawless`: right ones, and those that learners write."""

import math

import numpy as np
from scipy.stats import binomtest

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_09b as exercise


@right(exercise.flawless)
def by_trying(claim):
    n = 1
    while binomtest(n, n).proportion_ci(method="wilson").low < claim:
        n += 1
    return n


@right(exercise.flawless)
def by_the_formula(claim):
    n, z = np.arange(1, 10_000), 1.96
    centre, half = 1 + z**2 / (2 * n), z * np.sqrt(z**2 / (4 * n**2))
    return n[np.argmax((centre - half) / (1 + z**2 / n) >= claim)]


@right(exercise.flawless)
def rounded_up(claim):
    return np.ceil(1.96**2 / (1 / claim - 1))


@wrong(exercise.flawless, "just misses the claim")
def rounded_down(claim):
    return int(1.96**2 / (1 / claim - 1))


@wrong(exercise.flawless, "you would *expect* one mistake")
def one_mistake(claim):
    return round(1 / (1 - claim))


@wrong(exercise.flawless, "believes everything")
def by_the_naive_interval(claim):
    n = 1
    while 1 - 1.96 * math.sqrt(1 * 0 / n) < claim:
        n += 1
    return n


@wrong(exercise.flawless, "2.5 % at either end")
def one_sided(claim):
    return math.ceil(1.645**2 * claim / (1 - claim))


@wrong(exercise.flawless, "z must be squared")
def z_not_squared(claim):
    return math.ceil(1.96 * claim / (1 - claim))


@wrong(exercise.flawless, "the factor `claim` is missing")
def too_short(claim):
    return math.ceil(1.96**2 / (1 - claim))


@wrong(exercise.flawless, "a number of digits is whole")
def not_rounded(claim):
    return 1.96**2 * claim / (1 - claim)


@wrong(exercise.flawless, "rounded to the nearest")
def rounded(claim):
    return round(1.96**2 * claim / (1 - claim))


@wrong(exercise.flawless, "but not Wilson's interval")
def by_luck_at_one_end(claim):
    n = 1
    while claim**n > 0.05:
        n += 1
    return n


@wrong(exercise.flawless, 'but not Wilson\'s: method="wilson"')
def by_luck_at_two_ends(claim):
    return math.ceil(math.log(0.025, claim))


@wrong(exercise.flawless, "as SciPy's interval does unless told otherwise")
def by_the_interval_that_scipy_gives(claim):
    n = 1
    while binomtest(n, n).proportion_ci().low < claim:
        n += 1
    return n


@wrong(exercise.flawless, "z is 1.96, not 2")
def with_two_spreads(claim):
    return math.ceil(4 * claim / (1 - claim))


@wrong(exercise.flawless, "did not end within 0.2 seconds", seconds=0.2)
def counts_without_end(claim):
    n = 1
    while 1 / (1 + 1.96**2 / n) < claim:
        n -= 1e-9
    return n
