"""Answers to `row_matrix`: right ones, and those that learners write."""

import numpy as np
import scipy.linalg

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_01b as exercise


@right(exercise.row_matrix)
def by_scipy(weights, n):
    row = np.zeros(n)
    row[: len(weights)] = weights
    column = np.zeros(n - len(weights) + 1)
    column[0] = weights[0]
    return scipy.linalg.toeplitz(column, row)


@right(exercise.row_matrix)
def as_lists(w, cells):
    return [
        [w[c - i] if 0 <= c - i < len(w) else 0 for c in range(cells)]
        for i in range(cells - len(w) + 1)
    ]


@right(exercise.row_matrix)
def by_shifted_diagonals(weights, n):
    rows = n - len(weights) + 1
    return sum(w * np.eye(rows, n, k=m) for m, w in enumerate(weights))


@wrong(exercise.row_matrix, "the weights are turned")
def turned(weights, n):
    return by_scipy(weights[::-1], n)


@wrong(exercise.row_matrix, "all rows are alike")
def stands_still(weights, n):
    matrix = np.zeros((n - len(weights) + 1, n))
    matrix[:, : len(weights)] = weights
    return matrix


@wrong(exercise.row_matrix, "rows and columns are exchanged")
def lies_on_its_side(weights, n):
    return np.transpose(as_lists(weights, n))


@wrong(exercise.row_matrix, "padding has come in")
def as_long_as_the_row(weights, n):
    before = (len(weights) - 1) // 2
    return np.array(by_scipy(weights, n + len(weights) - 1))[:, before : before + n]


@wrong(exercise.row_matrix, "the last window ends at the last cell")
def one_too_few(weights, n):
    return by_scipy(weights, n)[:-1]


@wrong(exercise.row_matrix, "row_matrix([1.0, 2.0], 3)")
def only_the_shape(weights, n):
    return np.eye(n - len(weights) + 1, n) * weights[0]
