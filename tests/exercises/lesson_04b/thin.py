"""Answers to `thin`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_04b as exercise


@right(exercise.thin)
def with_loops(slope_x, slope_y):
    magnitude = np.sqrt(slope_x**2 + slope_y**2)
    height, width = magnitude.shape
    thinned = [[0.0] * width for _ in range(height)]
    for r in range(height):
        for c in range(width):
            down, along = (0, 1) if abs(slope_x[r, c]) >= abs(slope_y[r, c]) else (1, 0)
            sides = [(r - down, c - along), (r + down, c + along)]
            sides = [
                magnitude[i, j] for i, j in sides if 0 <= i < height and 0 <= j < width
            ]
            if all(magnitude[r, c] >= side for side in sides):
                thinned[r][c] = magnitude[r, c]
    return thinned


@right(exercise.thin)
def with_maximum_filters(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y).astype(np.float32)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="constant")
    return magnitude * (magnitude == np.where(is_steep, in_row, in_column))


@wrong(exercise.thin, "compares along the edge")
def along(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="constant")
    return magnitude * (magnitude == np.where(is_steep, in_column, in_row))


@wrong(exercise.thin, "left and right only")
def sideways(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    largest = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    return magnitude * (magnitude == largest)


@wrong(exercise.thin, "all four neighbours")
def peaks(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    cross = ndimage.generate_binary_structure(2, 1)
    largest = ndimage.maximum_filter(magnitude, footprint=cross, mode="constant")
    return magnitude * (magnitude == largest)


@wrong(exercise.thin, "Wanted is the magnitude there")
def yes_or_no(slope_x, slope_y):
    return np.array(with_loops(slope_x, slope_y)) > 0


@wrong(exercise.thin, "the other end of the picture")
def rolls(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="wrap")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="wrap")
    return magnitude * (magnitude == np.where(is_steep, in_row, in_column))


@wrong(exercise.thin, "on a tie, left and right are meant")
def other_way_on_a_tie(slope_x, slope_y):
    return np.transpose(with_loops(slope_y.T, slope_x.T))


@wrong(exercise.thin, "changed while it is read")
def in_place(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    height, width = magnitude.shape
    for r, c in np.ndindex(height, width):
        down, along = (0, 1) if abs(slope_x[r, c]) >= abs(slope_y[r, c]) else (1, 0)
        for i, j in [(r - down, c - along), (r + down, c + along)]:
            inside = 0 <= i < height and 0 <= j < width
            if inside and magnitude[i, j] > magnitude[r, c]:
                magnitude[r, c] = 0
    return magnitude


@wrong(exercise.thin, "not thinned yet")
def only_the_magnitude(slope_x, slope_y):
    return np.sqrt(slope_x**2 + slope_y**2)


@wrong(exercise.thin, "one too few")
def loses_the_border(slope_x, slope_y):
    return with_maximum_filters(slope_x, slope_y)[:, :-1]


def _with_magnitude(magnitude, slope_x, slope_y):
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="constant")
    return magnitude * (magnitude == np.where(is_steep, in_row, in_column))


@wrong(exercise.thin, "the root is missing")
def squares(slope_x, slope_y):
    return _with_magnitude(slope_x**2 + slope_y**2, slope_x, slope_y)


@wrong(exercise.thin, "the sizes of both slopes are added")
def sizes_added(slope_x, slope_y):
    return _with_magnitude(abs(slope_x) + abs(slope_y), slope_x, slope_y)


@wrong(exercise.thin, "the larger of the two slopes is taken")
def larger_size(slope_x, slope_y):
    return _with_magnitude(np.maximum(abs(slope_x), abs(slope_y)), slope_x, slope_y)


@wrong(exercise.thin, "right, but it changes your `slope_x`: work on a copy")
def sizes_in_place(slope_x, slope_y):
    np.abs(slope_x, out=slope_x)
    return with_maximum_filters(slope_x, slope_y)
