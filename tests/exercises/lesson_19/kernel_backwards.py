"""Answers to `kernel_backwards`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_19 as exercise


@right(exercise.kernel_backwards)
def flipped(kernel):
    return np.flip(kernel, axis=0)


@right(exercise.kernel_backwards)
def slice_by_slice(kernel):
    slices = [kernel[t] for t in range(len(kernel))]
    return np.array(list(reversed(slices)))


@wrong(exercise.kernel_backwards, "the kernel is as it was")
def unchanged(kernel):
    return np.array(kernel)


@wrong(exercise.kernel_backwards, "the signs are changed")
def signs(kernel):
    return -1 * kernel


@wrong(exercise.kernel_backwards, "Time alone runs backwards")
def every_axis(kernel):
    return np.flip(kernel)


@wrong(exercise.kernel_backwards, "seen in a mirror")
def mirrored(kernel):
    return kernel[..., ::-1]


@wrong(exercise.kernel_backwards, "upside down")
def upside_down(kernel):
    return np.flip(kernel, axis=1)


@wrong(exercise.kernel_backwards, "time is not")
def half_a_turn(kernel):
    return np.rot90(kernel, 2, axes=(1, 2))
