"""Answers to `paste_mask`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15f as exercise


@right(exercise.paste_mask)
def pixel_by_pixel(mask, box, side):
    x1, y1, x2, y2 = box
    scene = np.zeros((side, side))
    for y in range(y1, y2):
        for x in range(x1, x2):
            row = int((y + 0.5 - y1) / (y2 - y1) * len(mask))
            column = int((x + 0.5 - x1) / (x2 - x1) * len(mask))
            scene[y, x] = mask[row, column]
    return scene


@right(exercise.paste_mask)
def in_whole_numbers(mask, box, side):
    x1, y1, x2, y2 = box
    wide, high, n = x2 - x1, y2 - y1, len(mask)
    rows = (2 * np.arange(high) + 1) * n // (2 * high)
    columns = (2 * np.arange(wide) + 1) * n // (2 * wide)
    scene = np.zeros((side, side))
    scene[y1:y2, x1:x2] = mask[np.ix_(rows, columns)]
    return scene


@wrong(exercise.paste_mask, "x and y are exchanged")
def exchanged(mask, box, side):
    y1, x1, y2, x2 = box
    return pixel_by_pixel(mask, (x1, y1, x2, y2), side)


@wrong(exercise.paste_mask, "+ 0.5")
def from_the_edges(mask, box, side):
    x1, y1, x2, y2 = box
    scene = np.zeros((side, side))
    for y in range(y1, y2):
        for x in range(x1, x2):
            row = (y - y1) * len(mask) // (y2 - y1)
            scene[y, x] = mask[row, (x - x1) * len(mask) // (x2 - x1)]
    return scene


@wrong(exercise.paste_mask, "in the corner")
def in_the_corner(mask, box, side):
    x1, y1, x2, y2 = box
    return pixel_by_pixel(mask, (0, 0, x2 - x1, y2 - y1), side)


@wrong(exercise.paste_mask, "outside the box the mask is 0")
def ones_outside(mask, box, side):
    x1, y1, x2, y2 = box
    scene = np.ones((side, side))
    scene[y1:y2, x1:x2] = pixel_by_pixel(mask, box, side)[y1:y2, x1:x2]
    return scene
