"""Answers to `hard_swish`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15e as exercise


@right(exercise.hard_swish)
def as_published(x):
    return x * np.minimum(np.maximum(x + 3, 0), 6) / 6


@right(exercise.hard_swish)
def in_three_pieces(x):
    return np.where(x <= -3, 0.0, np.where(x >= 3, x, x * (x + 3) / 6))


@wrong(exercise.hard_swish, "the ramp alone")
def ramp(x):
    return np.clip((x + 3) / 6, 0, 1)


@wrong(exercise.hard_swish, "this is ReLU")
def relu(x):
    return np.where(x > 0, x, 0)


@wrong(exercise.hard_swish, "this is swish")
def swish(x):
    return x / (1 + np.exp(-x))


@wrong(exercise.hard_swish, "six times too much")
def not_divided(x):
    return x * np.minimum(np.maximum(x + 3, 0), 6)


@wrong(exercise.hard_swish, "stay between 0 and 1")
def not_clipped(x):
    return x * (x + 3) / 6


@wrong(exercise.hard_swish, "clip the ramp, not the product")
def clipped_late(x):
    return np.clip(x * (x + 3) / 6, 0, 1)


@wrong(exercise.hard_swish, "below 0 something passes")
def nothing_below(x):
    return np.where(x < 0, 0, x * np.clip((x + 3) / 6, 0, 1))
