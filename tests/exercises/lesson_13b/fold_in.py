"""Answers to `fold_in`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_13b as exercise


@right(exercise.fold_in)
def with_einsum(kernel, mean, sd):
    folded = np.einsum("ijcf,c->ijcf", kernel, 1 / np.array(sd))
    return folded.tolist(), [
        -np.sum(folded[..., f] * mean) for f in range(folded.shape[3])
    ]


@right(exercise.fold_in)
def by_feeding_zeros(kernel, mean, sd):
    black = (0 - mean) / sd  # what a 0 becomes
    bias = np.sum(kernel * black[None, None, :, None], axis=(0, 1, 2))
    return kernel / sd[:, np.newaxis], bias.astype("float32")


@right(exercise.fold_in)
def by_broadcasting(kernel, mean, sd):
    return kernel / sd[:, None], -(kernel * (mean / sd)[:, None]).sum((0, 1, 2))


@wrong(exercise.fold_in, "the sign of the bias")
def added_mean(kernel, mean, sd):
    folded, bias = by_feeding_zeros(kernel, mean, sd)
    return folded, -bias


@wrong(exercise.fold_in, "you multiplied")
def multiplied(kernel, mean, sd):
    folded = kernel * sd[:, None]
    return folded, -np.sum(folded * mean[:, None], axis=(0, 1, 2))


@wrong(exercise.fold_in, "so it is divided too")
def bias_of_the_old_weights(kernel, mean, sd):
    return kernel / sd[:, None], -np.sum(kernel * mean[:, None], axis=(0, 1, 2))


@wrong(exercise.fold_in, "the bias is not minus the mean")
def mean_as_bias(kernel, mean, sd):
    return kernel / sd[:, None], -mean


@wrong(exercise.fold_in, "must show in the bias")
def no_bias(kernel, mean, sd):
    return kernel / sd[:, None], [0] * kernel.shape[3]


@wrong(exercise.fold_in, "lays them along the last one, the filters")
def along_the_filters(kernel, mean, sd):
    folded = kernel / sd
    return folded, -(folded * mean).sum(axis=(0, 1, 2))


@wrong(exercise.fold_in, "wrong part 1")
def kernel_as_it_was(kernel, mean, sd):
    return kernel, by_feeding_zeros(kernel, mean, sd)[1]


@wrong(exercise.fold_in, "must consist of 2 parts")
def weights_only(kernel, mean, sd):
    return kernel / sd[:, None]
