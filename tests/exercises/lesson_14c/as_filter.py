"""Answers to `as_filter`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14c as exercise


@right(exercise.as_filter)
def place_by_place(weights, side):
    rows, units = weights.shape
    channels = rows // side**2
    kernel = np.zeros((side, side, channels, units))
    for row in range(side):
        for column in range(side):
            first = (row * side + column) * channels
            kernel[row, column] = weights[first : first + channels]
    return kernel


@right(exercise.as_filter)
def unit_by_unit(weights, side):
    filters = [unit.reshape(side, side, -1) for unit in weights.T]
    return np.stack(filters, axis=-1)


@wrong(exercise.as_filter, "the channels are taken as the first axis")
def channels_first(weights, side):
    by_channel = weights.reshape(-1, side, side, weights.shape[1])
    return by_channel.transpose(1, 2, 0, 3)


@wrong(exercise.as_filter, "rows and columns have changed places")
def mirrored(weights, side):
    kernel = weights.reshape(side, side, -1, weights.shape[1])
    return kernel.transpose(1, 0, 2, 3)


@wrong(exercise.as_filter, "channels and units have changed places")
def units_before_channels(weights, side):
    channels = weights.shape[0] // side**2
    return weights.reshape(side, side, weights.shape[1], channels)


@wrong(exercise.as_filter, "is turned before it is reshaped")
def turned_first(weights, side):
    return weights.T.reshape(side, side, -1, weights.shape[1])


@wrong(exercise.as_filter, "the units come first")
def a_list_of_filters(weights, side):
    return [unit.reshape(side, side, -1) for unit in weights.T]


@wrong(exercise.as_filter, "the filter is flipped")
def flipped(weights, side):
    kernel = weights.reshape(side, side, -1, weights.shape[1])
    return np.flip(kernel, axis=(0, 1))


@wrong(exercise.as_filter, "a filter of 1 × 1 sees one place")
def one_by_one(weights, side):
    return weights[np.newaxis, np.newaxis]
