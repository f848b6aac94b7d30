"""Answers to `separable_parameters`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_12 as exercise


@right(exercise.separable_parameters)
def layer_by_layer(size, channels, filters):
    depthwise = sum(size**2 for _ in range(channels))
    norms = [channels, channels, filters, filters]  # γ, β and γ, β
    return float(depthwise + channels * filters + sum(norms))


@right(exercise.separable_parameters)
def in_one_line(size, channels, filters):
    return channels * (size**2 + 2) + filters * (channels + 2)


@wrong(exercise.separable_parameters, "an ordinary convolution")
def ordinary(size, channels, filters):
    return size**2 * channels * filters + 2 * filters


@wrong(exercise.separable_parameters, "`filters` has no part in it yet")
def both(size, channels, filters):
    return size**2 * channels * filters + channels * filters + 2 * (channels + filters)


@wrong(exercise.separable_parameters, "tracked and not learnt")
def as_count_params(size, channels, filters):
    return channels * (size**2 + 4) + filters * (channels + 4)


@wrong(exercise.separable_parameters, "batch normalisation learns as well")
def weights_only(size, channels, filters):
    return channels * size**2 + filters * channels


@wrong(exercise.separable_parameters, "you counted a bias")
def with_biases(size, channels, filters):
    return channels * (size**2 + 1) + filters * (channels + 1)


@wrong(exercise.separable_parameters, "normalisation between the two layers")
def one_norm(size, channels, filters):
    return channels * size**2 + filters * (channels + 2)


@wrong(exercise.separable_parameters, "not size.")
def size_once(size, channels, filters):
    return size * channels + channels * filters + 2 * (channels + filters)


@wrong(exercise.separable_parameters, "is a `return` missing?")
def prints_only(size, channels, filters):
    print(in_one_line(size, channels, filters))
