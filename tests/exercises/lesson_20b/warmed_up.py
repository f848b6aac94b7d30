"""Answers to `warmed_up`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_20b as exercise


@right(exercise.warmed_up)
def by_interpolation(start, rate, warm, steps):
    return np.interp(np.arange(steps), [0, warm], [start, rate])


@right(exercise.warmed_up)
def by_two_parts(start, rate, warm, steps):
    rise = [start + (rate - start) * step / warm for step in range(warm)]
    return (rise + [rate] * steps)[:steps]


@wrong(exercise.warmed_up, "no warm-up")
def at_once(start, rate, warm, steps):
    return np.full(steps, rate)


@wrong(exercise.warmed_up, "not at zero")
def from_zero(start, rate, warm, steps):
    return np.interp(np.arange(steps), [0, warm], [0, rate])


@wrong(exercise.warmed_up, "goes on rising")
def never_stops(start, rate, warm, steps):
    return start + (rate - start) * np.arange(steps) / warm


@wrong(exercise.warmed_up, "too early")
def one_early(start, rate, warm, steps):
    return np.interp(np.arange(steps) + 1, [0, warm], [start, rate])


@wrong(exercise.warmed_up, "not the whole training")
def all_along(start, rate, warm, steps):
    return start + (rate - start) * np.arange(steps) / steps


@wrong(exercise.warmed_up, "ends above")
def added(start, rate, warm, steps):
    return start + rate * np.minimum(1, np.arange(steps) / warm)
