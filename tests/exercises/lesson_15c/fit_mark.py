"""Answers to `fit_mark`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15c as exercise


@right(exercise.fit_mark)
def by_least_squares(mask):
    rows, columns = np.nonzero(mask)
    lines = np.stack([rows, np.ones(len(rows))], axis=1)
    return np.linalg.lstsq(lines, columns)[0]


@right(exercise.fit_mark)
def by_means(mask):
    rows, columns = np.argwhere(mask).T
    slope = np.cov(rows, columns, bias=True)[0, 1] / np.var(rows)
    return slope, columns.mean() - slope * rows.mean()


@wrong(exercise.fit_mark, "the slope comes first")
def exchanged(mask):
    slope, offset = by_least_squares(mask)
    return offset, slope


@wrong(exercise.fit_mark, "the line through the first pixel and the last")
def ends(mask):
    pixels = np.argwhere(mask)
    (top, first), (bottom, last) = pixels[0], pixels[-1]
    slope = (last - first) / (bottom - top)
    return slope, first - slope * top


@wrong(exercise.fit_mark, "the offset is missing")
def through_the_corner(mask):
    rows, columns = np.nonzero(mask)
    return (rows @ columns) / (rows @ rows), 0


@wrong(exercise.fit_mark, "here every row does")
def row_by_row(mask):
    rows = np.flatnonzero(mask.any(axis=1))
    columns = [np.flatnonzero(mask[row]).mean() for row in rows]
    return np.polyfit(rows, columns, 1)


@wrong(exercise.fit_mark, "this fits the row over the column")
def over_columns(mask):
    rows, columns = np.nonzero(mask)
    if np.ptp(columns) == 0:
        return np.polyfit(rows, columns, 1)
    return np.polyfit(columns, rows, 1)
