"""Answers to `parameter_counts`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import output_size
from utils.exercises import lesson_05 as exercise


@right(exercise.parameter_counts)
def with_output_size(side, channels, window, stride, filters):
    places = output_size(side, window, stride)
    dense = side * side * channels * places * places * filters
    local = window * window * channels * places * places * filters
    biases = places * places * filters
    shared = window * window * channels * filters
    return [dense + biases, local + biases, shared + filters]


@right(exercise.parameter_counts)
def by_counting_units(side, channels, window, stride, filters):
    counts = np.zeros(3)
    starts = range(0, side - window + 1, stride)
    for _ in starts:
        for _ in starts:
            counts[0] += filters * (side**2 * channels + 1)
            counts[1] += filters * (window**2 * channels + 1)
    counts[2] = filters * (window**2 * channels + 1)
    return counts


@wrong(exercise.parameter_counts, "too few biases")
def one_bias_per_filter(side, channels, window, stride, filters):
    dense, _, shared = with_output_size(side, channels, window, stride, filters)
    places = output_size(side, window, stride)
    return dense, places**2 * window**2 * channels * filters + filters, shared


@wrong(exercise.parameter_counts, "the biases are missing")
def no_biases(side, channels, window, stride, filters):
    places = output_size(side, window, stride) ** 2
    dense = side**2 * channels * places * filters
    shared = window**2 * channels * filters
    return dense, shared * places, shared


@wrong(exercise.parameter_counts, "parameter_counts(4, 1, 3, 1, 1) returns [17, 40")
def dense_as_in_the_lesson(side, channels, window, stride, filters):
    _, local, shared = with_output_size(side, channels, window, stride, filters)
    return filters * (side**2 * channels + 1), local, shared


@wrong(exercise.parameter_counts, "along one side only")
def places_in_one_direction(side, channels, window, stride, filters):
    units = output_size(side, window, stride) * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]


@wrong(exercise.parameter_counts, "the stride is not used yet")
def stride_forgotten(side, channels, window, stride, filters):
    return with_output_size(side, channels, window, 1, filters)


@wrong(exercise.parameter_counts, "the channels are missing")
def grey_only(side, channels, window, stride, filters):
    return with_output_size(side, 1, window, stride, filters)


@wrong(exercise.parameter_counts, "has the shape (2,); (3,) is right")
def without_dense(side, channels, window, stride, filters):
    return with_output_size(side, channels, window, stride, filters)[1:]


@wrong(exercise.parameter_counts, "divide with //")
def windows_cut_in_two(side, channels, window, stride, filters):
    units = ((side - window) / stride + 1) ** 2 * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]


@wrong(exercise.parameter_counts, "with padding `same`")
def same_padding(side, channels, window, stride, filters):
    units = output_size(side, window, stride, "same") ** 2 * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]
