"""Answers to `made_to_fit`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17b as exercise


@right(exercise.made_to_fit)
def square_by_square(large, small):
    fitted = np.array(large, dtype=float)
    for (row, column), mean in np.ndenumerate(small):
        square = fitted[2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
        square += mean - square.mean()
    return fitted


@right(exercise.made_to_fit)
def by_broadcasting(large, small):
    rows, columns = small.shape
    squares = large.reshape(rows, 2, columns, 2)
    lacks = small - squares.mean(axis=(1, 3))
    return (squares + lacks[:, np.newaxis, :, np.newaxis]).reshape(large.shape)


@wrong(exercise.made_to_fit, "drawn within the squares is gone")
def small_alone(large, small):
    return small.repeat(2, axis=0).repeat(2, axis=1)


@wrong(exercise.made_to_fit, "the whole of the small picture")
def both_added(large, small):
    return large + small.repeat(2, axis=0).repeat(2, axis=1)


@wrong(exercise.made_to_fit, "the other way round")
def turned(large, small):
    return 2 * large - square_by_square(large, small)


@wrong(exercise.made_to_fit, "Each pixel gets the whole")
def a_quarter(large, small):
    return large + (square_by_square(large, small) - large) / 4


@wrong(exercise.made_to_fit, "one pixel of each square")
def in_one_corner(large, small):
    lacks = 4 * (square_by_square(large, small) - large)
    lacks[1::2] = 0
    lacks[:, 1::2] = 0
    return large + lacks
