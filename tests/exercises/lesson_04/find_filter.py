"""Answers to `find_filter`: right ones, and those that learners write."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_04 as exercise


@right(exercise.find_filter)
def around_the_means(before, after, size):
    """Without the column of ones: what is added moves the means only."""
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    means = windows.mean(axis=0)
    weights = np.linalg.pinv(windows - means) @ (after - after.mean()).ravel()
    brightness = after.mean() - means @ weights
    return weights.reshape(size, size).tolist(), brightness


@right(exercise.find_filter)
def by_normal_equations(before, after, size):
    height, width = after.shape
    table = [np.ones(after.size)]
    for m, n in np.ndindex(size, size):
        table.append(before[m : m + height, n : n + width].ravel())
    table = np.array(table)
    brightness, *weights = np.linalg.solve(table @ table.T, table @ after.ravel())
    kernel = np.reshape(weights, (size, size)).astype(np.float32)
    return kernel, np.float32(brightness)


@wrong(exercise.find_filter, "its weights have to make up for it")
def as_in_the_lesson(before, after, size):
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    return np.linalg.lstsq(windows, after.ravel())[0].reshape(size, size), 0


@wrong(exercise.find_filter, "its weights have to make up for it")
def difference_of_means(before, after, size):
    return as_in_the_lesson(before, after, size)[0], after.mean() - before.mean()


@wrong(exercise.find_filter, "By then the weights are wrong")
def brightness_last(before, after, size):
    kernel, _ = as_in_the_lesson(before, after, size)
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    left_over = after.ravel() - windows @ kernel.ravel()
    return kernel, left_over.mean()


@wrong(exercise.find_filter, "in the other order")
def other_order(before, after, size):
    return by_normal_equations(before, after, size)[::-1]


@wrong(exercise.find_filter, "must consist of 2 parts")
def kernel_only(before, after, size):
    return by_normal_equations(before, after, size)[0]


@wrong(exercise.find_filter, "turned by 180 degrees")
def turned(before, after, size):
    kernel, brightness = by_normal_equations(before, after, size)
    return kernel[::-1, ::-1], brightness


@wrong(exercise.find_filter, "has the shape (1,); (1, 1) is right")
def flat(before, after, size):
    kernel, brightness = by_normal_equations(before, after, size)
    return kernel.ravel(), brightness


@wrong(exercise.find_filter, "find_filter")
def whole_pixels(before, after, size):
    return exercise.find_filter.reference.value(before.astype(int), after, size)
