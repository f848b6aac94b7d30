"""Answers to `bilinear`: right ones, and those that learners write."""

import numpy as np
from scipy.ndimage import map_coordinates

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15f as exercise


@right(exercise.bilinear)
def by_scipy(grid, y, x):
    return map_coordinates(grid, [[y], [x]], order=1, mode="nearest")[0]


@right(exercise.bilinear)
def four_areas(grid, y, x):
    """Each pixel counts by the area opposite."""
    total = 0.0
    for row in range(grid.shape[0]):
        for column in range(grid.shape[1]):
            near = max(0, 1 - abs(y - row)) * max(0, 1 - abs(x - column))
            total += near * grid[row, column]
    return total


@right(exercise.bilinear)
def rows_first(grid, y, x):
    line = [np.interp(x, np.arange(grid.shape[1]), row) for row in grid]
    return np.interp(y, np.arange(grid.shape[0]), line)


@wrong(exercise.bilinear, "the nearest pixel")
def rounded(grid, y, x):
    return grid[round(y), round(x)]


@wrong(exercise.bilinear, "above and to the left")
def cut_off(grid, y, x):
    return grid[int(y)][int(x)]


@wrong(exercise.bilinear, "only x is used")
def along_the_row(grid, y, x):
    return np.interp(x, np.arange(grid.shape[1]), grid[int(y)])


@wrong(exercise.bilinear, "only y is used")
def down_the_column(grid, y, x):
    return np.interp(y, np.arange(grid.shape[0]), grid[:, int(x)])


@wrong(exercise.bilinear, "the mean of the four")
def mean(grid, y, x):
    low, right_one = min(int(y) + 1, len(grid) - 1), min(int(x) + 1, len(grid[0]) - 1)
    return np.mean([grid[r, c] for r in (int(y), low) for c in (int(x), right_one)])
