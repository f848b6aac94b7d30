"""Answers to `average_pool_backward`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_07b as exercise


@right(exercise.average_pool_backward)
def with_a_kronecker_product(gradient):
    return np.kron(gradient, np.full((1, 2, 2, 1), 0.25))


@right(exercise.average_pool_backward)
def with_slices(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.zeros((n, 2 * height, 2 * width, channels), dtype=np.float32)
    for i, j in np.ndindex(2, 2):
        handed_back[:, i::2, j::2] = 0.25 * gradient
    return handed_back.tolist()


@right(exercise.average_pool_backward)
def with_loops(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.empty((n, 2 * height, 2 * width, channels))
    for b, i, j, c in np.ndindex(*handed_back.shape):
        handed_back[b, i, j, c] = gradient[b, i // 2, j // 2, c] / 4
    return handed_back


@wrong(exercise.average_pool_backward, "four times too much")
def whole_slopes(gradient):
    return gradient.repeat(2, axis=1).repeat(2, axis=2)


@wrong(exercise.average_pool_backward, "halved")
def half_slopes(gradient):
    return whole_slopes(gradient) / 2


@wrong(exercise.average_pool_backward, "as np.tile does")
def tiled(gradient):
    return np.concatenate([np.concatenate([gradient / 4] * 2, axis=1)] * 2, axis=2)


@wrong(exercise.average_pool_backward, "that is max pooling")
def to_one_winner(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.zeros((n, 2 * height, 2 * width, channels))
    handed_back[:, ::2, ::2] = gradient
    return handed_back


@wrong(exercise.average_pool_backward, "has the shape (1, 1, 1, 1); (1, 2, 2, 1)")
def not_widened(gradient):
    return gradient / 4


@wrong(exercise.average_pool_backward, "has the shape (2, 2, 2, 1)")
def wrong_axes(gradient):
    return gradient.repeat(2, axis=0).repeat(2, axis=1) / 4


@wrong(exercise.average_pool_backward, "is a `return` missing?")
def prints_it(gradient):
    print(whole_slopes(gradient) / 4)


@wrong(exercise.average_pool_backward, "where 0.03125 is right")
def whole_slopes_only(gradient):
    return np.kron(gradient.astype(int), np.full((1, 2, 2, 1), 0.25))
