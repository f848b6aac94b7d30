"""Answers to `average_filters`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_03b as exercise

right(
    exercise.average_filters,
    np.tile(np.eye(3, dtype=np.float32) / 4, (2, 2, 1, 1)),
    np.einsum("mn,cf->mncf", np.full((2, 2), 0.25), np.eye(3)).tolist(),
)

wrong(
    exercise.average_filters, "add up all three channels", np.full((2, 2, 3, 3), 0.25)
)
wrong(exercise.average_filters, "the same grey", np.ones((2, 2, 3, 3)) / 12)
wrong(exercise.average_filters, "these are sums", np.tile(np.eye(3), (2, 2, 1, 1)))
wrong(
    exercise.average_filters,
    "too small at [0, 0, 0, 0], counted from 0",
    np.zeros((2, 2, 3, 3)),
)
wrong(exercise.average_filters, "2 axes are missing", np.full((2, 2), 0.25))
wrong(
    exercise.average_filters,
    "another order",
    np.moveaxis(np.tile(np.eye(3) / 4, (2, 2, 1, 1)), (2, 3), (1, 0)),
)
wrong(exercise.average_filters, "(2, 2, 3, 3) is right", np.full((2, 2, 1, 1), 0.25))
