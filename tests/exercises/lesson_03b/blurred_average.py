"""Answers to `blurred_average`: right ones, and those that learners write."""

import numpy as np
from scipy.signal import convolve2d

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_03b as exercise

BLUR = np.outer([1, 2, 1], [1, 2, 1]) / 16

right(
    exercise.blurred_average,
    convolve2d(BLUR, np.full((2, 2), 1 / 4)),
    [
        [0.015625, 0.046875, 0.046875, 0.015625],
        [0.046875, 0.140625, 0.140625, 0.046875],
        [0.046875, 0.140625, 0.140625, 0.046875],
        [0.015625, 0.046875, 0.046875, 0.015625],
    ],
)

wrong(
    exercise.blurred_average,
    "must add up to 1",
    64 * convolve2d(BLUR, np.full((2, 2), 1 / 4)),
)
wrong(exercise.blurred_average, "the plain 4×4 mean", np.ones((4, 4)) / 16)
wrong(exercise.blurred_average, "the blur alone", BLUR)
wrong(exercise.blurred_average, "the 2×2 mean alone", np.ones((2, 2)) / 4)
wrong(
    exercise.blurred_average,
    "neighbours share pixels",
    np.kron(BLUR, np.full((2, 2), 1 / 4)),
)
wrong(exercise.blurred_average, "", np.outer([1, 2, 2, 1], [1, 2, 2, 1]) / 36)
