"""Answers to `max_pool_backward`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.pooling import pool2d
from utils.exercises import lesson_03b as exercise


@right(exercise.max_pool_backward)
def with_a_mask(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape, dtype=np.float32)
    for i, j in np.ndindex(*signal.shape):
        rows = slice(i * stride, i * stride + size)
        columns = slice(j * stride, j * stride + size)
        window = feature_map[rows, columns]
        back[rows, columns] += (window == window.max()) * signal[i, j]
    return back


@right(exercise.max_pool_backward)
def with_zeros_like(feature_map, signal, size, stride):
    back = np.zeros_like(feature_map)
    for i, j in np.ndindex(*signal.shape):
        window = feature_map[i * stride :, j * stride :][:size, :size]
        back[feature_map == window.max()] += signal[i, j]
    return back


@right(exercise.max_pool_backward)
def by_nudging(feature_map, signal, size, stride):
    """Without a thought for windows: how does the pooled map react to each pixel?"""
    back = [[0.0] * feature_map.shape[1] for _ in feature_map]
    for r, c in np.ndindex(*feature_map.shape):
        nudge = np.zeros(feature_map.shape)
        nudge[r, c] = 0.01
        up = pool2d(feature_map + nudge, size, stride)
        down = pool2d(feature_map - nudge, size, stride)
        back[r][c] = np.sum((up - down) / 0.02 * signal)
    return back


@wrong(exercise.max_pool_backward, "the last one replaces the others")
def assigns(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        top, left = i * stride, j * stride
        window = feature_map[top : top + size, left : left + size]
        row, column = divmod(window.argmax(), size)
        back[top + row, left + column] = signal[i, j]
    return back


@wrong(exercise.max_pool_backward, "back through average pooling")
def shares_out(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        top, left = i * stride, j * stride
        back[top : top + size, left : left + size] += signal[i, j] / size**2
    return back


@wrong(exercise.max_pool_backward, "Add the row and the column")
def forgets_the_start(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        top, left = i * stride, j * stride
        window = feature_map[top : top + size, left : left + size]
        back[divmod(window.argmax(), size)] += signal[i, j]
    return back


@wrong(exercise.max_pool_backward, "does the maximum move?")
def whole_windows(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        top, left = i * stride, j * stride
        back[top : top + size, left : left + size] += signal[i, j]
    return back


@wrong(exercise.max_pool_backward, "these are the slopes")
def slopes_only(feature_map, signal, size, stride):
    return with_a_mask(feature_map, np.ones_like(signal), size, stride)


@wrong(exercise.max_pool_backward, "(2, 2) is right")
def in_the_shape_of_the_signal(feature_map, signal, size, stride):
    return signal


@wrong(exercise.max_pool_backward, "could not be broadcast together")
def enlarges(feature_map, signal, size, stride):
    large = np.kron(signal, np.ones((stride, stride)))
    pooled = np.kron(pool2d(feature_map, size, stride), np.ones((stride, stride)))
    return large * (feature_map == pooled)


@wrong(exercise.max_pool_backward, "max_pool_backward")
def starts_from_minus_a_thousand(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        best, place = -1000, (0, 0)
        for m, k in np.ndindex(size, size):
            if feature_map[i * stride + m, j * stride + k] > best:
                place = i * stride + m, j * stride + k
                best = feature_map[place]
        back[place] += signal[i, j]
    return back


@wrong(exercise.max_pool_backward, "max_pool_backward")
def whole_pixels(feature_map, signal, size, stride):
    return by_nudging(feature_map.astype(int), signal, size, stride)
