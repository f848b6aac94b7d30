"""Answers to `frechet_on_a_line`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18c as exercise


@right(exercise.frechet_on_a_line)
def by_variances(first, second):
    one, other = np.var(first), np.var(second)
    apart = np.mean(first) - np.mean(second)
    return apart * apart + one + other - 2 * np.sqrt(one * other)


@right(exercise.frechet_on_a_line)
def without_numpy(first, second):
    (m, s), (n, t) = (
        (
            sum(crowd) / len(crowd),
            (sum((x - sum(crowd) / len(crowd)) ** 2 for x in crowd) / len(crowd))
            ** 0.5,
        )
        for crowd in (first, second)
    )
    return (m - n) ** 2 + (s - t) ** 2


@wrong(exercise.frechet_on_a_line, "the means alone")
def means(first, second):
    return (first.mean() - second.mean()) ** 2


@wrong(exercise.frechet_on_a_line, "these are variances")
def variances(first, second):
    return (first.mean() - second.mean()) ** 2 + (first.var() - second.var()) ** 2


@wrong(exercise.frechet_on_a_line, "the middle term")
def no_middle(first, second):
    return (first.mean() - second.mean()) ** 2 + first.var() + second.var()


@wrong(exercise.frechet_on_a_line, "squared before")
def absolute(first, second):
    return abs(first.mean() - second.mean()) + abs(first.std() - second.std())


@wrong(exercise.frechet_on_a_line, "the root of it")
def rooted(first, second):
    apart = first.mean() - second.mean(), first.std() - second.std()
    return np.sqrt(apart[0] ** 2 + apart[1] ** 2)
