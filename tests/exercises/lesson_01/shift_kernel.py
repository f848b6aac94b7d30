"""Answers to `shift_kernel`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays import kernels
from utils.exercises import lesson_01 as exercise

right(
    exercise.shift_kernel,
    [[0, 0, 0], [1, 0, 0], [0, 0, 0]],
    np.roll(kernels.IDENTITY, -1, axis=1),
    ((0, 0, 0), (1.0, 0, 0), (0, 0, 0)),
)

wrong(exercise.shift_kernel, "to the left", [[0, 0, 0], [0, 0, 1], [0, 0, 0]])
wrong(
    exercise.shift_kernel,
    "rows come first",
    np.array([[0, 1, 0], [0, 0, 0], [0, 0, 0]]),
)
wrong(exercise.shift_kernel, "nothing moves", kernels.IDENTITY)
wrong(exercise.shift_kernel, "Only one weight", [[0, 0, 0], [1, 1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "finds edges", [[0, 0, 0], [1, -1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "1 axis is missing", [1, 0, 0])
wrong(exercise.shift_kernel, "one too few", [[0, 0, 0], [1, 0, 0]])
wrong(exercise.shift_kernel, "unequal", [[0, 0, 0], [1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "9 times", np.array([[0, 0, 0], [9, 0, 0], [0, 0, 0]]))
wrong(
    exercise.shift_kernel, "not a function", lambda: [[0, 0, 0], [1, 0, 0], [0, 0, 0]]
)
