"""Answers to `fold`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06d as exercise


@right(exercise.fold)
def channel_by_channel(filters, bias, gamma, beta, mean, variance, epsilon):
    new = np.array(filters, dtype=np.float64)
    shift = np.zeros(len(bias))
    for c in range(len(bias)):
        scale = gamma[c] / (variance[c] + epsilon) ** 0.5
        new[:, :, :, c] *= scale
        shift[c] = scale * bias[c] - scale * mean[c] + beta[c]
    return new, shift


@right(exercise.fold)
def with_a_matrix(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = np.diag(gamma / np.sqrt(variance + epsilon))
    return [(filters @ scale).tolist(), ((bias - mean) @ scale + beta).tolist()]


@right(exercise.fold)
def with_keras(filters, bias, gamma, beta, mean, variance, epsilon):
    from keras import ops

    scale = ops.convert_to_tensor(gamma) * ops.rsqrt(variance + epsilon)
    return ops.multiply(filters, scale), ops.add(ops.subtract(bias, mean) * scale, beta)


@wrong(exercise.fold, "the standard deviation is its root")
def no_root(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(
        filters, bias, gamma, beta, mean, (variance + epsilon) ** 2, 0
    )


@wrong(exercise.fold, "ε is missing")
def no_epsilon(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, bias, gamma, beta, mean, variance, 0)


@wrong(exercise.fold, "the old bias is lost")
def bias_lost(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, 0 * bias, gamma, beta, mean, variance, epsilon)


@wrong(exercise.fold, "the old bias is not scaled")
def bias_not_scaled(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, bias + beta - mean * scale


@wrong(exercise.fold, "it is not scaled itself")
def beta_scaled(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, (bias - mean + beta) * scale


@wrong(exercise.fold, "the last axis")
def along_the_channels_in(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    new = (filters.swapaxes(2, 3) * scale).swapaxes(2, 3)
    return new, (bias - mean) * scale + beta


@wrong(exercise.fold, "must consist of 2 parts")
def filters_only(filters, bias, gamma, beta, mean, variance, epsilon):
    return filters * gamma / np.sqrt(variance + epsilon)


@wrong(exercise.fold, "the mean is added")
def mean_added(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, bias, gamma, beta, -mean, variance, epsilon)


@right(exercise.fold)
def with_names_of_its_own(w, b, g, shift, m, v, e):
    factor = g / np.sqrt(v + e)
    return w * factor, (b - m) * factor + shift


@right(exercise.fold)
def with_all_in_one(*numbers):
    return with_names_of_its_own(*numbers)


@wrong(exercise.fold, "right, but it changes your `filters`: work on a copy")
def in_place(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    filters *= scale
    return filters, (bias - mean) * scale + beta
