"""Answers to `borders`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15b as exercise


@right(exercise.borders)
def pixel_by_pixel(nuclei):
    height, width = nuclei.shape
    found = np.zeros((height, width), dtype=bool)
    for row in range(height):
        for column in range(width):
            here = nuclei[row, column]
            for y, x in (
                (row - 1, column),
                (row + 1, column),
                (row, column - 1),
                (row, column + 1),
            ):
                if here and 0 <= y < height and 0 <= x < width:
                    found[row, column] |= nuclei[y, x] != here
    return found


@right(exercise.borders)
def by_differences(nuclei):
    found = np.zeros(nuclei.shape, dtype=bool)
    down = nuclei[1:] != nuclei[:-1]
    found[1:] |= down
    found[:-1] |= down
    along = nuclei[:, 1:] != nuclei[:, :-1]
    found[:, 1:] |= along
    found[:, :-1] |= along
    return found & (nuclei != 0)


@right(exercise.borders)
def nucleus_by_nucleus(nuclei):
    found = np.zeros(nuclei.shape, dtype=bool)
    for number in np.unique(nuclei[nuclei > 0]):
        one = nuclei == number
        found |= one & ~ndimage.binary_erosion(one, border_value=1)
    return found.tolist()


@wrong(exercise.borders, "between two nuclei that touch is missing")
def rim_of_the_mask(nuclei):
    mask = nuclei > 0
    return mask & ~ndimage.binary_erosion(mask, border_value=1)


@wrong(exercise.borders, "between two nuclei that touch there is none")
def eroded(nuclei):
    return (nuclei > 0) & ~ndimage.binary_erosion(nuclei > 0)


@wrong(exercise.borders, "the ground beside a nucleus")
def with_the_ground(nuclei):
    padded = np.pad(nuclei, 1, mode="edge")
    return (
        (padded[:-2, 1:-1] != nuclei)
        | (padded[2:, 1:-1] != nuclei)
        | (padded[1:-1, :-2] != nuclei)
        | (padded[1:-1, 2:] != nuclei)
    )


@wrong(exercise.borders, "the nucleus goes on there")
def edge_of_the_picture(nuclei):
    found = np.zeros(nuclei.shape, dtype=bool)
    for number in np.unique(nuclei[nuclei > 0]):
        one = nuclei == number
        found |= one & ~ndimage.binary_erosion(one)
    return found


@wrong(exercise.borders, "at a corner only")
def corners_too(nuclei):
    found = np.zeros(nuclei.shape, dtype=bool)
    for number in np.unique(nuclei[nuclei > 0]):
        one = nuclei == number
        found |= one & ~ndimage.binary_erosion(one, np.ones((3, 3)), border_value=1)
    return found


@wrong(exercise.borders, "the pixels inside")
def inside(nuclei):
    return (nuclei > 0) & ~by_differences(nuclei)


@wrong(exercise.borders, "left and right count, too")
def only_above_and_below(nuclei):
    found = np.zeros(nuclei.shape, dtype=bool)
    found[1:] |= nuclei[1:] != nuclei[:-1]
    found[:-1] |= nuclei[1:] != nuclei[:-1]
    return found & (nuclei > 0)
