"""Answers to `twin`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_03 as exercise

GRID = np.arange(1, 17).reshape(4, 4)

right(
    exercise.twin,
    GRID + np.tile([[-1, 0.5], [0.5, 0]], (2, 2)),
    # two of four numbers are free
    GRID + np.tile([[0.5, -0.5], [0, 0]], (2, 2)),
    np.float32([[6, 4, 8, 6], [2, 2, 4, 4], [14, 12, 16, 14], [10, 10, 12, 12]]),
)

wrong(
    exercise.twin,
    "the window at the top left holds the same four",
    GRID,
    GRID[[1, 0, 3, 2]],
)
wrong(
    exercise.twin,
    "the window at the bottom right holds the same four numbers",
    GRID
    + np.pad(np.tile([[0.5, -0.5], [0, 0]], (1, 2)), ((0, 2), (0, 0)))
    + np.pad([[0.5, -0.5], [0, 0]], ((2, 0), (0, 2))),
)
wrong(exercise.twin, "the maxima are", GRID[::-1], GRID + 1, np.zeros((4, 4)))
wrong(exercise.twin, "the means are", np.kron([[6, 8], [14, 16]], np.ones((2, 2))))
wrong(exercise.twin, "not the shape (2, 2)", [[6, 8], [14, 16]])
wrong(exercise.twin, "four rows of four", "words", [[1, 2], [3]])
