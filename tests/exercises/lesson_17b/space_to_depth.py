"""Answers to `space_to_depth`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17b as exercise


@right(exercise.space_to_depth)
def by_slices(picture, factor):
    steps = range(factor)
    parts = [picture[i::factor, j::factor] for i in steps for j in steps]
    return np.stack(parts, axis=-1)


@right(exercise.space_to_depth)
def by_loops(picture, factor):
    rows, columns = picture.shape
    found = np.zeros((rows // factor, columns // factor, factor**2))
    for (row, column), value in np.ndenumerate(picture):
        channel = factor * (row % factor) + column % factor
        found[row // factor, column // factor, channel] = value
    return found


@wrong(exercise.space_to_depth, "neighbours of one row")
def reshaped_only(picture, factor):
    return picture.reshape(
        picture.shape[0] // factor, picture.shape[1] // factor, factor * factor
    )


@wrong(exercise.space_to_depth, "column by column")
def columns_first(picture, factor):
    steps = range(factor)
    parts = [picture[i::factor, j::factor] for j in steps for i in steps]
    return np.stack(parts, axis=-1)


@wrong(exercise.space_to_depth, "the channels stand first")
def channels_first(picture, factor):
    return np.moveaxis(by_slices(picture, factor), -1, 0)


@wrong(exercise.space_to_depth, "still two")
def five_axes(picture, factor):
    found = by_slices(picture, factor)
    return found.reshape(*found.shape[:2], factor, factor)
