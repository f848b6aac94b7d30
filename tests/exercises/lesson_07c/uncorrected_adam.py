"""Answers to `uncorrected_adam`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_07c as exercise


@right(exercise.uncorrected_adam)
def in_one_move(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m += 0.1 * (g - m)
        v += 0.001 * (g * g - v)
        steps += [-learning_rate * m / (v**0.5 + 1e-7)]
    return steps


@right(exercise.uncorrected_adam)
def with_sums(slopes, learning_rate):
    n = len(slopes)
    ages = np.arange(n)[:, np.newaxis] - np.arange(n)
    means = np.where(ages >= 0, 0.1 * 0.9 ** np.maximum(ages, 0), 0) @ slopes
    squares = np.where(ages >= 0, 0.001 * 0.999 ** np.maximum(ages, 0), 0) @ slopes**2
    return np.float32(-learning_rate * means / (np.sqrt(squares) + 1e-7))


@right(exercise.uncorrected_adam)
def from_places(slopes, learning_rate):
    w, m, v, places = np.zeros(1), np.zeros(1), np.zeros(1), [0.0]
    for g in slopes:
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        w = w - learning_rate * m / (np.sqrt(v) + 1e-8)  # the paper's epsilon
        places.append(w.item())
    return np.diff(places)


@wrong(exercise.uncorrected_adam, "with its bias correction")
def as_in_the_lesson(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for t, g in enumerate(slopes, start=1):
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        mean, square = m / (1 - 0.9**t), v / (1 - 0.999**t)
        steps.append(-learning_rate * mean / (np.sqrt(square) + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "the places that the weight visits")
def places_not_steps(slopes, learning_rate):
    return np.cumsum(in_one_move(slopes, learning_rate))


@wrong(exercise.uncorrected_adam, "the root is missing")
def no_root(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        steps.append(-learning_rate * m / (v + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "opposite sign")
def uphill(slopes, learning_rate):
    return -np.array(in_one_move(slopes, learning_rate))


@wrong(exercise.uncorrected_adam, "only a share of 1 - β")
def whole_slope(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m, v = 0.9 * m + g, 0.999 * v + g**2
        steps.append(-learning_rate * m / (np.sqrt(v) + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "nothing is remembered")
def forgetful(slopes, learning_rate):
    return [-learning_rate * g / (abs(g) + 1e-7) for g in slopes]


@wrong(exercise.uncorrected_adam, "has the shape (); (1,) is right")
def last_step_only(slopes, learning_rate):
    return in_one_move(slopes, learning_rate)[-1]
