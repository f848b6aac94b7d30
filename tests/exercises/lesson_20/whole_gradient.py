"""Answers to `whole_gradient`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_20 as exercise


@right(exercise.whole_gradient)
def by_average(gradients, sizes):
    return np.average(gradients, axis=0, weights=sizes)


@right(exercise.whole_gradient)
def by_shares(gradients, sizes):
    shares = np.array(sizes) / np.sum(sizes)
    return np.tensordot(shares, np.array(gradients), axes=1)


@right(exercise.whole_gradient)
def image_by_image(gradients, sizes):
    return np.mean(np.repeat(gradients, sizes, axis=0), axis=0).tolist()


@wrong(exercise.whole_gradient, "whatever their sizes")
def plain_mean(gradients, sizes):
    return np.mean(gradients, axis=0)


@wrong(exercise.whole_gradient, "are no mean")
def plain_sum(gradients, sizes):
    return np.sum(gradients, axis=0)


@wrong(exercise.whole_gradient, "the sum over all images")
def not_divided(gradients, sizes):
    return by_average(gradients, sizes) * sum(sizes)


@wrong(exercise.whole_gradient, "the size of another")
def crossed(gradients, sizes):
    return by_average(gradients, sizes[::-1])


@wrong(exercise.whole_gradient, "by the number of parts")
def by_parts(gradients, sizes):
    return sum(n * g for n, g in zip(sizes, gradients, strict=True)) / len(sizes)
