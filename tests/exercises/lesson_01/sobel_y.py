"""Answers to `sobel_y`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays import kernels
from utils.exercises import lesson_01 as exercise

right(
    exercise.sobel_y,
    kernels.SOBEL_Y,
    [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    np.transpose(kernels.SOBEL_X).astype(np.float64),
)

wrong(exercise.sobel_y, "this is Sobel x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
wrong(exercise.sobel_y, "the sign", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
wrong(exercise.sobel_y, "Prewitt", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
wrong(exercise.sobel_y, "needs minus signs", [[1, 2, 1], [0, 0, 0], [1, 2, 1]])
wrong(exercise.sobel_y, "every direction", kernels.LAPLACIAN)
wrong(exercise.sobel_y, "the difference alone", [[-1], [0], [1]])
wrong(exercise.sobel_y, "0.125 times", kernels.SOBEL_Y / 8)
