"""Answers to `pad_same`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import padding_amounts
from utils.exercises import lesson_01b as exercise


@right(exercise.pad_same)
def with_the_helper(image, k, stride):
    return np.pad(image, [padding_amounts(n, k, stride, "same") for n in image.shape])


@right(exercise.pad_same)
def into_a_larger_array(image, k, stride):
    amounts = [padding_amounts(n, k, stride, "same") for n in image.shape]
    (top, bottom), (left, right_) = amounts
    height, width = image.shape
    canvas = np.zeros((top + height + bottom, left + width + right_))
    canvas[top : top + height, left : left + width] = image
    return canvas.tolist()


@wrong(exercise.pad_same, "k // 2 cells on every side")
def as_in_pytorch(image, k, stride):
    return np.pad(image, k // 2)


@wrong(exercise.pad_same, "not before")
def odd_cell_before(image, k, stride):
    return np.pad(
        image, [padding_amounts(n, k, stride, "same")[::-1] for n in image.shape]
    )


@wrong(exercise.pad_same, "depends on the stride")
def without_the_stride(image, k, stride):
    return np.pad(image, [padding_amounts(n, k, 1, "same") for n in image.shape])


@wrong(exercise.pad_same, "must be zeros")
def with_the_border(image, k, stride):
    amounts = [padding_amounts(n, k, stride, "same") for n in image.shape]
    return np.pad(image, amounts, mode="edge")


@wrong(exercise.pad_same, "index can't contain negative values")
def negative(image, k, stride):
    missing = [(-(-n // stride) - 1) * stride + k - n for n in image.shape]
    return np.pad(image, [(m // 2, m - m // 2) for m in missing])
