"""Answers to `mix_channels`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06b as exercise


@right(exercise.mix_channels)
def with_loops(maps, weights, bias):
    height, width, channels = maps.shape
    mixed = np.zeros((height, width, len(bias)))
    for row in range(height):
        for column in range(width):
            for f in range(len(bias)):
                mixed[row, column, f] = bias[f]
                for c in range(channels):
                    mixed[row, column, f] += maps[row, column, c] * weights[c, f]
    return mixed


@right(exercise.mix_channels)
def by_keras(maps, weights, bias):
    import keras

    kernel = weights.reshape(1, 1, *weights.shape).astype("float32")
    batch = maps[np.newaxis].astype("float32")
    return keras.ops.conv(batch, kernel)[0] + bias.astype("float32")


@right(exercise.mix_channels)
def by_einsum(maps, weights, bias):
    return np.einsum("hwc,cf->hwf", maps, weights) + bias


@wrong(exercise.mix_channels, "the bias is missing")
def no_bias(maps, weights, bias):
    return np.dot(maps, weights)


@wrong(exercise.mix_channels, "a ReLU is in it")
def with_relu(maps, weights, bias):
    return np.maximum(0, maps @ weights + bias)


@wrong(exercise.mix_channels, "Each place is mixed by itself")
def over_all_places(maps, weights, bias):
    return maps.sum(axis=0).sum(axis=0) @ weights + bias


@wrong(exercise.mix_channels, "it stops with")
def turned(maps, weights, bias):
    return maps @ weights.T + bias


@wrong(exercise.mix_channels, "only the first filter")
def one_filter(maps, weights, bias):
    return maps @ weights[:, :1] + bias[:1]
