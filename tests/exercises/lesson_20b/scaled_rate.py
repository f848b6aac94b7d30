"""Answers to `scaled_rate`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_20b as exercise


@right(exercise.scaled_rate)
def by_asking(rate, batch, larger, limit):
    factor = larger / batch
    if rate * factor > limit:
        return limit
    return rate * factor


@right(exercise.scaled_rate)
def by_clipping(rate, batch, larger, limit):
    return np.clip(rate / batch * larger, None, limit)


@wrong(exercise.scaled_rate, "limit is not kept")
def no_limit(rate, batch, larger, limit):
    return larger * rate / batch


@wrong(exercise.scaled_rate, "not looked at")
def no_batch(rate, batch, larger, limit):
    return limit if rate > limit else rate


@wrong(exercise.scaled_rate, "upside down")
def turned(rate, batch, larger, limit):
    return min(limit, batch / larger * rate)


@wrong(exercise.scaled_rate, "the root")
def by_the_root(rate, batch, larger, limit):
    return min(limit, rate * np.sqrt(larger / batch))


@wrong(exercise.scaled_rate, "not the lowest")
def at_least(rate, batch, larger, limit):
    return max(limit, rate * larger / batch)
