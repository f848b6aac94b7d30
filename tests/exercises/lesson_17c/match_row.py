"""Answers to `match_row`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17c as exercise


@right(exercise.match_row)
def remembering_the_best(left, right, column, reach, most):
    best, least = 0, np.inf
    for d in range(min(most, column - reach) + 1):
        cost = 0
        for step in range(-reach, reach + 1):
            cost += abs(left[column + step] - right[column + step - d])
        if cost < least:
            best, least = d, cost
    return best


@right(exercise.match_row)
def with_windows(left, right, column, reach, most):
    size = 2 * reach + 1
    windows = np.lib.stride_tricks.sliding_window_view(right, size)
    starts = np.arange(column - reach, max(column - reach - most, 0) - 1, -1)
    here = left[column - reach : column - reach + size]
    return np.abs(windows[starts] - here).sum(axis=1).argmin()


@wrong(exercise.match_row, "moved to the right")
def other_way(left, right, column, reach, most):
    here = left[column - reach : column + reach + 1]
    costs = [
        np.sum(np.abs(here - right[column + d - reach : column + d + reach + 1]))
        for d in range(most + 1)
        if column + d + reach < len(right)
    ]
    return int(np.argmin(costs))


def _costs(left, right, column, reach, most, cost):
    here = left[column - reach : column + reach + 1]
    return [
        cost(here - right[column - d - reach : column - d + reach + 1])
        for d in range(min(most, column - reach) + 1)
    ]


@wrong(exercise.match_row, "squared differences")
def squares(*given):
    return int(np.argmin(_costs(*given, lambda apart: np.sum(apart**2))))


@wrong(exercise.match_row, "cancel")
def signed(*given):
    return int(np.argmin(_costs(*given, np.sum)))


@wrong(exercise.match_row, "differ most")
def worst(*given):
    return int(np.argmax(_costs(*given, lambda apart: np.sum(np.abs(apart)))))


@wrong(exercise.match_row, "one is missing")
def one_short(left, right, column, reach, most):
    costs = _costs(
        left, right, column, reach, most - 1, lambda apart: np.sum(np.abs(apart))
    )
    return int(np.argmin(costs))


@wrong(exercise.match_row, "the whole window")
def one_pixel(left, right, column, reach, most):
    apart = [
        abs(left[column] - right[column - d]) for d in range(min(most, column) + 1)
    ]
    return int(np.argmin(apart))
