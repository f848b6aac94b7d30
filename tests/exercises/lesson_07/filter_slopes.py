"""Answers to `filter_slopes`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import cross_correlate
from utils.exercises import lesson_07 as exercise


@right(exercise.filter_slopes)
def number_by_number(image, slopes, filter_shape, stride):
    gradient = np.zeros(filter_shape, dtype=np.float32)
    for (i, j), slope in np.ndenumerate(slopes):
        for a, b in np.ndindex(*filter_shape):
            gradient[a, b] += slope * image[i * stride + a, j * stride + b]
    return gradient


@right(exercise.filter_slopes)
def window_by_window(image, slopes, filter_shape, stride):
    height, width = filter_shape
    return sum(
        slope * image[i * stride : i * stride + height, j * stride : j * stride + width]
        for (i, j), slope in np.ndenumerate(slopes)
    ).tolist()


@right(exercise.filter_slopes)
def with_spread_slopes(image, slopes, filter_shape, stride):
    rows, columns = slopes.shape
    spread = np.zeros(((rows - 1) * stride + 1, (columns - 1) * stride + 1))
    spread[::stride, ::stride] = slopes
    height, width = filter_shape
    return cross_correlate(image, spread)[:height, :width]


@wrong(exercise.filter_slopes, "the stride is not used yet")
def without_stride(image, slopes, filter_shape, stride):
    return number_by_number(image, slopes, filter_shape, 1)


@wrong(exercise.filter_slopes, "cut the result to filter_shape")
def slides_too_far(image, slopes, filter_shape, stride):
    return cross_correlate(image, slopes, dilation=stride)


@wrong(exercise.filter_slopes, "the slopes are flipped")
def flipped_slopes(image, slopes, filter_shape, stride):
    return number_by_number(image, np.flip(slopes), filter_shape, stride)


@wrong(exercise.filter_slopes, "turned by 180 degrees")
def turned(image, slopes, filter_shape, stride):
    return np.rot90(number_by_number(image, slopes, filter_shape, stride), 2)


@wrong(exercise.filter_slopes, "without their slopes")
def pixels_only(image, slopes, filter_shape, stride):
    return number_by_number(image, np.ones_like(slopes), filter_shape, stride)


@wrong(exercise.filter_slopes, "the mean over the places")
def mean_slopes(image, slopes, filter_shape, stride):
    return number_by_number(image, slopes, filter_shape, stride) / slopes.size


@wrong(exercise.filter_slopes, "the slice runs to the image's edge")
def slices_of_unequal_length(image, slopes, filter_shape, stride):
    gradient = np.zeros(filter_shape)
    for a, b in np.ndindex(*filter_shape):
        gradient[a, b] = np.sum(slopes * image[a::stride, b::stride])
    return gradient


@wrong(exercise.filter_slopes, "the slices begin a stride apart")
def slices_a_stride_apart(image, slopes, filter_shape, stride):
    gradient, (rows, columns) = np.zeros(filter_shape), slopes.shape
    for a, b in np.ndindex(*filter_shape):
        met = image[a * stride :: stride, b * stride :: stride]
        gradient[a, b] = np.sum(slopes * met[:rows, :columns])
    return gradient


@wrong(exercise.filter_slopes, "the stride is fixed at 2")
def fixed_stride(image, slopes, filter_shape, stride):
    gradient, (rows, columns) = np.zeros(filter_shape), slopes.shape
    for a, b in np.ndindex(*filter_shape):
        gradient[a, b] = np.sum(slopes * image[a::2, b::2][:rows, :columns])
    return gradient


@wrong(exercise.filter_slopes, "transposed")
def transposed(image, slopes, filter_shape, stride):
    return number_by_number(image, slopes, filter_shape, stride).T
