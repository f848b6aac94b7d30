"""Answers to `learning_step`: right ones, and those that learners write."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.exercises.collected import right, wrong
from tools.lessons import COURSE
from utils.arrays import kernels
from utils.arrays.convolution import cross_correlate
from utils.exercises import lesson_01 as exercise
from utils.files.images import load_image


def error(picture, wanted, kernel):
    return np.mean((cross_correlate(picture, kernel) - wanted) ** 2)


def nudged_slopes(picture, wanted, kernel, nudge):
    slopes = np.zeros(kernel.shape)
    for place in np.ndindex(kernel.shape):
        nudged = kernel.copy()
        nudged[place] += nudge
        growth = error(picture, wanted, nudged) - error(picture, wanted, kernel)
        slopes[place] = growth / nudge
    return slopes


@right(exercise.learning_step)
def by_nudging(picture, wanted, kernel, rate):
    return kernel - rate * nudged_slopes(picture, wanted, kernel, 1e-4)


@right(exercise.learning_step)
def by_a_larger_nudge(picture, wanted, kernel, rate):
    return kernel - rate * nudged_slopes(picture, wanted, kernel, 1e-3)


@right(exercise.learning_step)
def with_a_table_of_windows(picture, wanted, kernel, rate):
    windows = sliding_window_view(picture, kernel.shape)
    misses = np.sum(windows * kernel, axis=(2, 3)) - wanted
    slopes = 2 * np.mean(misses[..., None, None] * windows, axis=(0, 1))
    return (kernel - rate * slopes).tolist()


@right(exercise.learning_step)
def without_nudging(picture, wanted, kernel, rate):
    misses = cross_correlate(picture, kernel) - wanted
    slopes = 2 * cross_correlate(picture, misses) / misses.size
    return kernel - rate * slopes


def small_cat():
    grey = load_image(COURSE / "images" / "chelsea.png", grey=True)
    return grey[::8, ::8].astype(float) - 0.5


def lessons_error(weights):
    lessons_wanted = cross_correlate(small_cat(), kernels.EMBOSS)
    return error(small_cat(), lessons_wanted, weights)


@wrong(exercise.learning_step, "your `error` still uses the lesson's picture")
def keeps_the_lessons_error(picture, wanted, kernel, rate):
    slopes = np.zeros(kernel.shape)
    for place in np.ndindex(kernel.shape):
        nudged = kernel.copy()
        nudged[place] += 0.0001
        growth = lessons_error(nudged) - lessons_error(kernel)
        slopes[place] = growth / 0.0001
    return kernel - rate * slopes


@wrong(exercise.learning_step, "your `error` still uses the lesson's picture")
def keeps_the_lessons_picture(picture, wanted, kernel, rate):
    misses = cross_correlate(small_cat(), kernel) - wanted
    return kernel - rate * 2 * cross_correlate(small_cat(), misses) / misses.size


@wrong(exercise.learning_step, "uphill")
def climbs(picture, wanted, kernel, rate):
    return kernel + rate * nudged_slopes(picture, wanted, kernel, 1e-4)


@wrong(exercise.learning_step, "the mean of the squared misses, not their sum")
def sums(picture, wanted, kernel, rate):
    slopes = nudged_slopes(picture, wanted, kernel, 1e-4) * wanted.size
    return kernel - rate * slopes


@wrong(exercise.learning_step, "these are the slopes")
def stops_at_the_slopes(picture, wanted, kernel, rate):
    return nudged_slopes(picture, wanted, kernel, 1e-4)


@wrong(exercise.learning_step, "the rate is not used yet")
def forgets_the_rate(picture, wanted, kernel, rate):
    return kernel - nudged_slopes(picture, wanted, kernel, 1e-4)


@wrong(exercise.learning_step, "half the step")
def forgets_the_square(picture, wanted, kernel, rate):
    misses = cross_correlate(picture, kernel) - wanted
    return kernel - rate * cross_correlate(picture, misses) / misses.size


@wrong(exercise.learning_step, "measure all slopes at the same kernel")
def moves_at_once(picture, wanted, kernel, rate):
    kernel = kernel.copy()
    for place in np.ndindex(kernel.shape):
        slopes = nudged_slopes(picture, wanted, kernel, 1e-4)
        kernel[place] -= rate * slopes[place]
    return kernel


@wrong(exercise.learning_step, "right, but it changes your `kernel`: work on a copy")
def in_place(picture, wanted, kernel, rate):
    kernel -= rate * nudged_slopes(picture, wanted, kernel, 1e-4)
    return kernel


@wrong(exercise.learning_step, "is a `return` missing?")
def returns_nothing(picture, wanted, kernel, rate):
    kernel = kernel - rate * nudged_slopes(picture, wanted, kernel, 1e-4)
