"""Answers to `standard_errors`: right ones, and those that learners write."""

import math

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10 as exercise


@right(exercise.standard_errors)
def with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / math.hypot(sd_a / n_a**0.5, sd_b / n_b**0.5)


@right(exercise.standard_errors)
def with_a_norm(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    errors = np.array([sd_a, sd_b]) / np.sqrt([n_a, n_b])
    return [(mean_b - mean_a) / np.linalg.norm(errors)]


@right(exercise.standard_errors)
def by_welch(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    from scipy.stats import ttest_ind_from_stats

    b, a = (mean_b, sd_b, n_b), (mean_a, sd_a, n_a)
    return ttest_ind_from_stats(*b, *a, equal_var=False).statistic


@wrong(exercise.standard_errors, "the seeds are not used yet")
def of_single_trainings(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt(sd_a**2 + sd_b**2)


@wrong(exercise.standard_errors, "3 and 4 make 5")
def added_as_they_are(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / (sd_a / np.sqrt(n_a) + sd_b / np.sqrt(n_b))


@wrong(exercise.standard_errors, "by the factor √n only")
def divided_by_n(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt((sd_a / n_a) ** 2 + (sd_b / n_b) ** 2)


@wrong(exercise.standard_errors, "the seeds are thrown together")
def pooled(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt((sd_a**2 + sd_b**2) / (n_a + n_b))


@wrong(exercise.standard_errors, "one common scatter")
def by_student(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    from scipy.stats import ttest_ind_from_stats

    return ttest_ind_from_stats(mean_b, sd_b, n_b, mean_a, sd_a, n_a).statistic


@wrong(exercise.standard_errors, "n - 1 belongs to the standard deviation")
def one_less_twice(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return with_hypot(mean_a, sd_a, n_a - 1, mean_b, sd_b, n_b - 1)


@wrong(exercise.standard_errors, "n_b is not used yet")
def one_n_for_both(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_a)


@wrong(exercise.standard_errors, "n_a is not used yet")
def the_other_n_for_both(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return with_hypot(mean_a, sd_a, n_b, mean_b, sd_b, n_b)


@wrong(exercise.standard_errors, "the root is missing")
def without_the_root(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / (sd_a**2 / n_a + sd_b**2 / n_b)


@wrong(exercise.standard_errors, "b less a")
def a_less_b(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return -with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b)


@wrong(exercise.standard_errors, "the sign is lost")
def without_sign(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return abs(with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b))
