"""Answers to `window_of`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14c as exercise


@right(exercise.window_of)
def as_an_array(row, column, factor):
    corner = 4 * np.array([column, row])
    return factor * np.concatenate([corner, corner + 28])


@right(exercise.window_of)
def from_its_centre(row, column, factor):
    x, y = (14 + 4 * column) * factor, (14 + 4 * row) * factor
    half = 14 * factor
    return [x - half, y - half, x + half, y + half]


@wrong(exercise.window_of, "row and column have changed places")
def row_is_x(row, column, factor):
    return [factor * n for n in (4 * row, 4 * column, 4 * row + 28, 4 * column + 28)]


@wrong(exercise.window_of, "two poolings halve twice")
def one_pixel_apart(row, column, factor):
    return [factor * n for n in (column, row, column + 28, row + 28)]


@wrong(exercise.window_of, "the windows overlap")
def side_by_side(row, column, factor):
    x, y = 28 * column, 28 * row
    return [factor * n for n in (x, y, x + 28, y + 28)]


@wrong(exercise.window_of, "the factor is not used")
def in_the_shrunk_canvas(row, column, factor):
    return 4 * column, 4 * row, 4 * column + 28, 4 * row + 28


@wrong(exercise.window_of, "the canvas: multiply")
def divided(row, column, factor):
    x, y = 4 * column, 4 * row
    return x / factor, y / factor, (x + 28) / factor, (y + 28) / factor


@wrong(exercise.window_of, "so it is multiplied as well")
def always_28(row, column, factor):
    x, y = 4 * column * factor, 4 * row * factor
    return x, y, x + 28, y + 28


@wrong(exercise.window_of, "it is 28 wide, not 27")
def last_pixel(row, column, factor):
    x, y = 4 * column, 4 * row
    return [factor * n for n in (x, y, x + 27, y + 27)]


@wrong(exercise.window_of, "that is corner and size")
def corner_and_size(row, column, factor):
    return 4 * column * factor, 4 * row * factor, 28 * factor, 28 * factor


@wrong(exercise.window_of, "the corner is not")
def only_the_size_grows(row, column, factor):
    x, y = 4 * column, 4 * row
    return x, y, x + 28 * factor, y + 28 * factor
