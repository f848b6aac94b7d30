"""Answers to `quiet_slope`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.kernels import SOBEL_X, SOBEL_Y
from utils.exercises import lesson_04b as exercise

right(
    exercise.quiet_slope,
    [[-0.167, 0, 0.167]] * 3,
    np.tile(np.float32([-0.16667, 0, 0.16667]), (3, 1)),
    np.linalg.pinv(np.stack([np.ones(9), *(np.indices((3, 3)) - 1).reshape(2, 9)]))[
        :, 2
    ].reshape(3, 3),
)

wrong(exercise.quiet_slope, "SOBEL_X / 8 is the one to beat", SOBEL_X / 8)
wrong(exercise.quiet_slope, "it answers 8. The slope there is 1", SOBEL_X)
wrong(exercise.quiet_slope, "it answers 6. The slope there", [[-1, 0, 1]] * 3)
wrong(exercise.quiet_slope, "the slope downwards", SOBEL_Y / 8)
wrong(exercise.quiet_slope, "the sign", -SOBEL_X / 8)
wrong(exercise.quiet_slope, "is 0.707: more than", [[0] * 3, [-0.5, 0, 0.5], [0] * 3])
wrong(exercise.quiet_slope, "must add up to 0", np.full((3, 3), 1 / 9))
wrong(
    exercise.quiet_slope,
    "less than that of SOBEL_X / 8",
    np.outer([0.3, 0.4, 0.3], [-0.5, 0, 0.5]),
)
wrong(
    exercise.quiet_slope,
    "grows downwards",
    [[-0.5, 0, 0], [0, 0, 0], [0, 0, 0.5]],
)
wrong(exercise.quiet_slope, "not the shape (3,)", [-0.5, 0, 0.5])
