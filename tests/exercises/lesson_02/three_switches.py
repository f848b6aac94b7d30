"""Answers to `three_switches`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_02 as exercise

right(
    exercise.three_switches,
    [[0, -1, -2], [1, -2, 2]],
    (np.array([-2.0, 0.0, -1.0]), np.array([2.0, 1.0, -2.0])),
    # a fourth unit that sleeps in all four cases
    ([0, -1, -2, -3], np.array([1, -2, 2, 7], dtype=np.float32)),
)

wrong(exercise.three_switches, "goes on falling", ([0, -1], [1, -2]))
wrong(exercise.three_switches, "must be negative", ([0, 1, 2], [1, -2, 2]))
wrong(exercise.three_switches, "one of each", ([0, -1, -2], [1, -2]))
wrong(exercise.three_switches, "at the same one", ([0, 0, 0], [1, -2, 2]))
wrong(
    exercise.three_switches,
    "With 3 on, the hidden units are [3, 2, 1] and the output is 0. Right is 1.",
    ([0, -1, -2], [1, -2, 1]),
)
# on and off are right, the outputs are not
wrong(
    exercise.three_switches,
    "right if the lamp is on wherever the output lies above 0",
    ([0, -1, -2], [2, -4, 4]),
    ([0, -1, -2], [1, -2.5, 3.5]),
)
wrong(
    exercise.three_switches,
    "the output is 1.0001. Right is 1.",
    ([0, -1, -2], [1, -2, 2.0001]),
)
wrong(exercise.three_switches, "other way round", ([1, 0, -1, -2], [1, -2, 2, -2]))
wrong(exercise.three_switches, "two lists of numbers are wanted", [0, -1, -2], "words")
wrong(exercise.three_switches, "two lists of numbers are wanted", 3, {"biases": 1})
