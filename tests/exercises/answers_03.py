"""Lesson 3: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_03 as exercise
from utils.pooling import pool2d

right(
    exercise.still_row,
    (0, 0, 0, 0, 5, 0, 0, 0),
    np.array([0, 0, 1, 0, 0, 0, 2, 0], dtype=np.float32),
    # what counts is the largest of each window
    [0, 0, 7, 1, 8, 2, 9, 3],
)
wrong(exercise.still_row, "the other way round", [0, 0, 0, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "a move to the right shows", [0, 0, 9, 9, 0, 0, 0, 0])
wrong(
    exercise.still_row,
    "the 0 that comes in at the left beats your negative numbers",
    [-9, -9, -1, -9, -9, -9, -9, -9],
)
wrong(exercise.still_row, "no move shows", np.zeros(8), [3] * 8)
wrong(exercise.still_row, "pooled [0, 9, 9, 0]", [0, 0, 9, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "not the shape (7,)", [0, 0, 9, 0, 0, 0, 0])
wrong(exercise.still_row, "one row of eight numbers is wanted", "words", {})


@right(exercise.max_pool)
def with_loops(maps, size, stride):
    n, height, width, channels = maps.shape
    down, along = (height - size) // stride + 1, (width - size) // stride + 1
    pooled = np.empty((n, down, along, channels), dtype=np.float32)
    for i, j in np.ndindex(down, along):
        top, left = i * stride, j * stride
        window = maps[:, top : top + size, left : left + size]
        pooled[:, i, j] = window.max(axis=(1, 2))
    return pooled


@right(exercise.max_pool)
def with_shifted_maps(maps, size, stride):
    rows, columns = maps.shape[1] - size + 1, maps.shape[2] - size + 1
    shifted = [
        maps[:, m : m + rows : stride, n : n + columns : stride]
        for m, n in np.ndindex(size, size)
    ]
    return np.max(shifted, axis=0).tolist()


@right(exercise.max_pool)
def with_the_helper(maps, size=2, stride=None):
    return pool2d(maps, size, stride)


@wrong(exercise.max_pool, "the stride is not used yet")
def side_by_side(maps, size, stride):
    return pool2d(maps, size)


@wrong(exercise.max_pool, "something starts from 0")
def starts_from_zero(maps, size, stride):
    n, height, width, channels = maps.shape
    down, along = (height - size) // stride + 1, (width - size) // stride + 1
    pooled = np.zeros((n, down, along, channels))
    for i, j, m, k in np.ndindex(down, along, size, size):
        pixels = maps[:, i * stride + m, j * stride + k]
        pooled[:, i, j] = np.maximum(pooled[:, i, j], pixels)
    return pooled


@wrong(exercise.max_pool, "hang over the border")
def pads(maps, size, stride):
    return pool2d(maps, size, stride, padding="same")


@wrong(exercise.max_pool, "Each channel is pooled for itself")
def over_channels(maps, size, stride):
    return pool2d(maps, size, stride).max(axis=3)


@wrong(exercise.max_pool, "the channels are mixed")
def largest_of_each_image(maps, size, stride):
    pooled = with_loops(maps, size, stride)
    for b, i, j in np.ndindex(pooled.shape[:3]):
        top, left = i * stride, j * stride
        pooled[b, i, j] = maps[b, top : top + size, left : left + size].max()
    return pooled


@wrong(exercise.max_pool, "images and channels are mixed")
def largest_of_all(maps, size, stride):
    pooled = with_loops(maps, size, stride)
    for i, j in np.ndindex(pooled.shape[1:3]):
        top, left = i * stride, j * stride
        pooled[:, i, j] = maps[:, top : top + size, left : left + size].max()
    return pooled


@wrong(exercise.max_pool, "average pooling")
def averages(maps, size, stride):
    return pool2d(maps, size, stride, mode="average")


@wrong(exercise.max_pool, "cannot reshape array")
def with_the_reshape_trick(maps, size, stride):
    n, height, width, channels = maps.shape
    tiles = (n, height // size, size, width // size, size, channels)
    return maps.reshape(tiles).max(axis=(2, 4))


@wrong(exercise.max_pool, "axes are missing")
def first_map_only(maps, size, stride):
    return pool2d(maps[0, :, :, 0], size, stride)


right(
    exercise.average_filters,
    np.tile(np.eye(3, dtype=np.float32) / 4, (2, 2, 1, 1)),
    np.einsum("mn,cf->mncf", np.full((2, 2), 0.25), np.eye(3)).tolist(),
)
wrong(
    exercise.average_filters, "add up all three channels", np.full((2, 2, 3, 3), 0.25)
)
wrong(exercise.average_filters, "the same grey", np.ones((2, 2, 3, 3)) / 12)
wrong(exercise.average_filters, "these are sums", np.tile(np.eye(3), (2, 2, 1, 1)))
wrong(
    exercise.average_filters,
    "too small at [0, 0, 0, 0], counted from 0",
    np.zeros((2, 2, 3, 3)),
)
wrong(exercise.average_filters, "2 axes are missing", np.full((2, 2), 0.25))
wrong(
    exercise.average_filters,
    "another order",
    np.moveaxis(np.tile(np.eye(3) / 4, (2, 2, 1, 1)), (2, 3), (1, 0)),
)
wrong(exercise.average_filters, "(2, 2, 3, 3) is right", np.full((2, 2, 1, 1), 0.25))


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
