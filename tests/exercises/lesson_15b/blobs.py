"""Answers to `blobs`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15b as exercise


@right(exercise.blobs)
def by_recursion(mask):
    numbers = [[0] * mask.shape[1] for _ in range(mask.shape[0])]

    def flood(row, column, number):
        if row < 0 or column < 0 or row >= mask.shape[0] or column >= mask.shape[1]:
            return
        if mask[row, column] and not numbers[row][column]:
            numbers[row][column] = number
            for down, along in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                flood(row + down, column + along, number)

    count = 0
    for row in range(mask.shape[0]):
        for column in range(mask.shape[1]):
            if mask[row, column] and not numbers[row][column]:
                count += 1
                flood(row, column, count)
    return numbers


@right(exercise.blobs)
def by_spreading(mask):
    """Every pixel begins with a number of its own; the smallest spreads."""
    numbers = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        far = np.where(mask, numbers, mask.size + 1)
        padded = np.pad(far, 1, constant_values=mask.size + 1)
        sides = padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]
        spread = np.where(mask, np.minimum.reduce([far, *sides]), 0)
        if np.array_equal(spread, numbers):
            break
        numbers = spread
    _, inverse = np.unique(np.append(numbers.ravel(), 0), return_inverse=True)
    return inverse[:-1].reshape(mask.shape)


@right(exercise.blobs)
def by_scipy(mask):
    return ndimage.label(mask)[0]


@wrong(exercise.blobs, "Take the four sides")
def with_corners(mask):
    return ndimage.label(mask, np.ones((3, 3)))[0]


@wrong(exercise.blobs, "the number of blobs")
def only_counted(mask):
    return ndimage.label(mask)[1]


@wrong(exercise.blobs, "every pixel gets a 1")
def all_alike(mask):
    return np.where(mask, 1, 0)


@wrong(exercise.blobs, "column by column")
def columns_first(mask):
    return by_spreading(mask.T).T


@wrong(exercise.blobs, "hands its number on")
def never_floods(mask):
    numbers = np.zeros(mask.shape, dtype=int)
    for number, place in enumerate(np.argwhere(mask)):
        numbers[tuple(place)] = number + 1
    return numbers


@wrong(exercise.blobs, "left and right are joined")
def only_along_rows(mask):
    numbers, count = np.zeros(mask.shape, dtype=int), 0
    for row in range(mask.shape[0]):
        for column in range(mask.shape[1]):
            if mask[row, column]:
                if column == 0 or not mask[row, column - 1]:
                    count += 1
                numbers[row, column] = count
    return numbers


@wrong(exercise.blobs, "the arms of a U")
def one_pass(mask):
    """From above and left only: the arms of a U stay two."""
    numbers, count = np.zeros(mask.shape, dtype=int), 0
    for row, column in np.argwhere(mask):
        above = numbers[row - 1, column] if row else 0
        left = numbers[row, column - 1] if column else 0
        if not above and not left:
            count += 1
        numbers[row, column] = above or left or count
    return numbers
