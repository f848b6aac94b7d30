"""Answers to `max_pool`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.pooling import pool2d
from utils.exercises import lesson_03 as exercise


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


def _starting_from(low, maps, size, stride):
    n, height, width, channels = maps.shape
    down, along = (height - size) // stride + 1, (width - size) // stride + 1
    pooled = np.full((n, down, along, channels), float(low))
    for i, j, m, k in np.ndindex(down, along, size, size):
        pixels = maps[:, i * stride + m, j * stride + k]
        pooled[:, i, j] = np.maximum(pooled[:, i, j], pixels)
    return pooled


@wrong(exercise.max_pool, "are lower than the number that you start from")
def starts_from_minus_one(maps, size, stride):
    return _starting_from(-1, maps, size, stride)


@wrong(exercise.max_pool, "are lower than the number that you start from")
def starts_from_minus_a_thousand(maps, size, stride):
    return _starting_from(-1000, maps, size, stride)


@right(exercise.max_pool)
def starts_from_minus_infinity(maps, size, stride):
    return _starting_from(-np.inf, maps, size, stride)


@wrong(exercise.max_pool, "In a batch, height and width are the axes 1 and 2")
def over_the_batch(maps, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(maps, (size, size), axis=(0, 1))
    return windows[::stride, ::stride].max(axis=(-2, -1))


@wrong(exercise.max_pool, "right, but it changes your `maps`: work on a copy")
def wipes_out_what_it_has_read(maps, size, stride):
    pooled = pool2d(maps, size, stride)
    maps[:] = 0
    return pooled


@wrong(exercise.max_pool, "lost its decimals")
def cuts_the_fractions_off(maps, size, stride):
    return pool2d(maps, size, stride).astype(int)
