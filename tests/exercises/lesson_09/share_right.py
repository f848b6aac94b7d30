"""Answers to `share_right`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_09 as exercise


@right(exercise.share_right)
def with_loops(confusions):
    shares = []
    for k in range(len(confusions)):
        answered = sum(row[k] for row in confusions)
        shares.append(confusions[k][k] / answered if answered else 0)
    return shares


@right(exercise.share_right)
def with_where(confusions):
    answered = confusions.sum(0).astype("float32")
    right_ones = np.diagonal(confusions)
    return np.divide(
        right_ones, answered, out=np.zeros_like(answered), where=answered > 0
    )


@right(exercise.share_right)
def by_nan_to_num(confusions):
    columns = confusions.T
    return np.nan_to_num([column[k] / column.sum() for k, column in enumerate(columns)])


@wrong(exercise.share_right, "this divides by the rows")
def of_each_digit(confusions):
    return confusions.diagonal() / confusions.sum(axis=1)


@wrong(exercise.share_right, "The task wants 0 there")
def divides_by_zero(confusions):
    return np.diag(confusions) / confusions.sum(axis=0)


@wrong(exercise.share_right, "divided by all images")
def of_all(confusions):
    return np.diag(confusions) / np.sum(confusions)


@wrong(exercise.share_right, "these are counts")
def counts(confusions):
    return np.diag(confusions)


@wrong(exercise.share_right, "this is the accuracy")
def accuracy(confusions):
    return np.trace(confusions) / np.sum(confusions)


@wrong(exercise.share_right, "has lost its decimals")
def in_integers(confusions):
    return np.diag(confusions) // np.maximum(confusions.sum(axis=0), 1)
