"""Answers to `filter_slopes`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import cross_correlate
from utils.exercises import lesson_07 as exercise


@right(exercise.filter_slopes)
def weight_by_weight(image, slopes, dilation):
    (height, width), (rows, columns) = image.shape, slopes.shape
    k = (height - rows) // dilation + 1, (width - columns) // dilation + 1
    gradient = np.zeros(k, dtype=np.float32)
    for m, n in np.ndindex(*k):
        top, left = m * dilation, n * dilation
        met = image[top : top + rows, left : left + columns]
        gradient[m, n] = (slopes * met).sum()
    return gradient


@right(exercise.filter_slopes)
def every_dilationth(image, slopes, dilation):
    return cross_correlate(image, slopes)[::dilation, ::dilation].tolist()


@wrong(exercise.filter_slopes, "for a layer with stride")
def as_with_stride(image, slopes, dilation):
    return cross_correlate(image, slopes, dilation=dilation)


@wrong(exercise.filter_slopes, "the dilation is not used yet")
def without_dilation(image, slopes, dilation):
    return cross_correlate(image, slopes)


@wrong(exercise.filter_slopes, "the slopes are flipped")
def flipped_slopes(image, slopes, dilation):
    return weight_by_weight(image, np.flip(slopes), dilation)


@wrong(exercise.filter_slopes, "shape (2, 2); (2, 3) is right")
def for_square_filters(image, slopes, dilation):
    rows = (len(image) - len(slopes)) // dilation + 1
    return cross_correlate(image, slopes, stride=dilation)[:rows, :rows]


@wrong(exercise.filter_slopes, "shape (3, 3); (4, 4) is right")
def for_filters_of_three(image, slopes, dilation):
    return cross_correlate(image, slopes)[::dilation, ::dilation][:3, :3]


@wrong(exercise.filter_slopes, "without their slopes")
def pixels_only(image, slopes, dilation):
    return weight_by_weight(image, np.ones_like(slopes), dilation)


@wrong(exercise.filter_slopes, "filter_slopes: it stops with ValueError")
def both_spread_out(image, slopes, dilation):
    return cross_correlate(slopes, image, stride=dilation, dilation=dilation)


@wrong(exercise.filter_slopes, "transposed")
def rows_for_columns(image, slopes, dilation):
    return weight_by_weight(image, slopes, dilation).T
