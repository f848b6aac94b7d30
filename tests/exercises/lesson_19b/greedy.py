"""Answers to `greedy`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.tracking import best_pairs, greedy_pairs
from utils.exercises import lesson_19b as exercise


@right(exercise.greedy)
def of_the_course(overlaps, least):
    return [tuple(pair) for pair in greedy_pairs(overlaps, least).tolist()]


@right(exercise.greedy)
def sorted_once(overlaps, least):
    rows, columns, pairs = set(), set(), []
    for place in np.argsort(-overlaps, axis=None, kind="stable"):
        row, column = divmod(int(place), overlaps.shape[1])
        if overlaps[row, column] < least or row in rows or column in columns:
            continue
        pairs.append((row, column))
        rows.add(row)
        columns.add(column)
    return pairs


@wrong(exercise.greedy, "in turn")
def track_by_track(overlaps, least):
    free, pairs = overlaps.copy(), []
    for row in range(len(free)):
        column = int(free[row].argmax())
        if free[row, column] >= least:
            pairs.append((row, column))
            free[:, column] = -1
    return pairs


@wrong(exercise.greedy, "best sum of all")
def hungarian(overlaps, least):
    return best_pairs(overlaps, least).tolist()


@wrong(exercise.greedy, "given to two tracks")
def box_twice(overlaps, least):
    free, pairs = overlaps.copy(), []
    while free.size and free.max() >= least:
        row, column = np.unravel_index(free.argmax(), free.shape)
        pairs.append((int(row), int(column)))
        free[row] = -1
    return pairs


@wrong(exercise.greedy, "no pairs")
def all_of_them(overlaps, least):
    return sorted_once(overlaps, -1)


@wrong(exercise.greedy, "turned round")
def box_first(overlaps, least):
    return [(column, row) for row, column in sorted_once(overlaps, least)]
