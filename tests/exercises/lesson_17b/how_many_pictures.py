"""Answers to `how_many_pictures`: right ones, and those that learners write."""

import itertools

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17b as exercise


@right(exercise.how_many_pictures)
def by_trying_all(blacks):
    found = 1
    for count in np.ravel(blacks):
        squares = itertools.product((0, 1), repeat=4)
        found *= sum(sum(square) == count for square in squares)
    return found


@right(exercise.how_many_pictures)
def by_a_table(blacks):
    return int(np.prod(np.array([1, 4, 6, 4, 1])[np.asarray(blacks)]))


@wrong(exercise.how_many_pictures, "are added")
def added(blacks):
    return int(np.sum(np.array([1, 4, 6, 4, 1])[np.asarray(blacks)]))


@wrong(exercise.how_many_pictures, "all pictures in black and white")
def all_of_them(blacks):
    return 2 ** (4 * np.size(blacks))


@wrong(exercise.how_many_pictures, "a square with two black pixels")
def six_each(blacks):
    return 6 ** np.size(blacks)


@wrong(exercise.how_many_pictures, "have no order")
def in_order(blacks):
    return int(np.prod(np.array([1, 4, 12, 24, 24])[np.asarray(blacks)]))


@wrong(exercise.how_many_pictures, "from square to square")
def anywhere(blacks):
    pixels, black = 4 * np.size(blacks), int(np.sum(blacks))
    ways = 1
    for k in range(black):
        ways = ways * (pixels - k) // (k + 1)
    return ways
