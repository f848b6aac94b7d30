"""Answers to `input_slopes`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import cross_correlate
from utils.exercises import lesson_07b as exercise


@right(exercise.input_slopes)
def number_by_number(slopes, kernel, input_shape, stride):
    gradient = np.zeros(input_shape, dtype=np.float32)
    for (i, j), slope in np.ndenumerate(slopes):
        for (a, b), weight in np.ndenumerate(kernel):
            gradient[i * stride + a, j * stride + b] += slope * weight
    return gradient.tolist()


@right(exercise.input_slopes)
def from_the_pixels_side(slopes, kernel, input_shape, stride):
    (height, width), (rows, columns) = input_shape, kernel.shape
    spread = np.zeros((height - rows + 1, width - columns + 1))
    spread[::stride, ::stride][: len(slopes), : slopes.shape[1]] = slopes
    padded = np.pad(spread, [(rows - 1, rows - 1), (columns - 1, columns - 1)])
    return cross_correlate(padded, kernel[::-1, ::-1])


@right(exercise.input_slopes)
def weight_by_weight(slopes, kernel, input_shape, stride):
    gradient, (rows, columns) = np.zeros(input_shape), slopes.shape
    for (a, b), weight in np.ndenumerate(kernel):
        gradient[a::stride, b::stride][:rows, :columns] += weight * slopes
    return gradient


def stamp(slopes, kernel, input_shape, stride):
    gradient, (height, width) = np.zeros(input_shape), kernel.shape
    for (i, j), slope in np.ndenumerate(slopes):
        rows = slice(i * stride, i * stride + height)
        gradient[rows, j * stride : j * stride + width] += slope * kernel
    return gradient


@wrong(exercise.input_slopes, "Where stamps overlap")
def wipes_out(slopes, kernel, input_shape, stride):
    gradient, (height, width) = np.zeros(input_shape), kernel.shape
    for (i, j), slope in np.ndenumerate(slopes):
        rows = slice(i * stride, i * stride + height)
        gradient[rows, j * stride : j * stride + width] = slope * kernel
    return gradient


@wrong(exercise.input_slopes, "the stamps are turned by 180 degrees")
def flipped_stamps(slopes, kernel, input_shape, stride):
    return stamp(slopes, np.rot90(kernel, 2), input_shape, stride)


@wrong(exercise.input_slopes, "the stride is not used yet")
def without_stride(slopes, kernel, input_shape, stride):
    return stamp(slopes, kernel, input_shape, 1)


@wrong(exercise.input_slopes, "the stride is fixed at 2")
def always_two(slopes, kernel, input_shape, stride):
    return stamp(slopes, kernel, input_shape, 2)


@wrong(exercise.input_slopes, "the stride is fixed at 3")
def always_three(slopes, kernel, input_shape, stride):
    return stamp(slopes, kernel, input_shape, 3)


@wrong(exercise.input_slopes, "cut to whole numbers")
def in_whole_numbers(slopes, kernel, input_shape, stride):
    gradient = np.zeros(input_shape, dtype=int)
    for (i, j), slope in np.ndenumerate(slopes):
        for (a, b), weight in np.ndenumerate(kernel):
            gradient[i * stride + a, j * stride + b] += slope * weight
    return gradient


@wrong(exercise.input_slopes, "multiply it by the slope of its output")
def plain_stamps(slopes, kernel, input_shape, stride):
    return stamp(np.ones_like(slopes), kernel, input_shape, stride)


@wrong(exercise.input_slopes, "the weights are not used yet")
def without_weights(slopes, kernel, input_shape, stride):
    return stamp(slopes, np.ones_like(kernel), input_shape, stride)


@wrong(exercise.input_slopes, "is a `return` missing?")
def prints_it(slopes, kernel, input_shape, stride):
    print(stamp(slopes, kernel, input_shape, stride))


@wrong(exercise.input_slopes, "transposed")
def transposed(slopes, kernel, input_shape, stride):
    return stamp(slopes, kernel, input_shape, stride).T
