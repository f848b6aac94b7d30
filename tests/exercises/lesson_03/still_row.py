"""Answers to `still_row`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_03 as exercise

right(
    exercise.still_row,
    (0, 0, 0, 0, 5, 0, 0, 0),
    np.array([0, 0, 1, 0, 0, 0, 2, 0], dtype=np.float32),
    # what counts is the largest of each window
    [0, 0, 7, 1, 8, 2, 9, 3],
)

wrong(exercise.still_row, "the other way round", [0, 0, 0, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "a move to the right shows", [0, 0, 9, 9, 0, 0, 0, 0])
wrong(
    exercise.still_row,
    "the 0 that comes in at the left beats your negative numbers",
    [-9, -9, -1, -9, -9, -9, -9, -9],
)
wrong(exercise.still_row, "no move shows", np.zeros(8), [3] * 8)
wrong(exercise.still_row, "pooled [0, 9, 9, 0]", [0, 0, 9, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "not the shape (7,)", [0, 0, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "one row of eight numbers is wanted", "words", {})
