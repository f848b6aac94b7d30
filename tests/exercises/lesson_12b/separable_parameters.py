"""Answers to `separable_parameters`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_12b as exercise


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


@right(exercise.separable_parameters)
def with_names_of_its_own(k, c, f):
    return k * k * c + 2 * c + c * f + 2 * f


@right(exercise.separable_parameters)
def without_names(*numbers):
    return with_names_of_its_own(*numbers)


@wrong(exercise.separable_parameters, "normalisation behind the second layer")
def first_norm_only(size, channels, filters):
    return channels * (size**2 + 2) + filters * channels


@wrong(exercise.separable_parameters, "biases are counted as well as γ and β")
def biases_and_norms(size, channels, filters):
    return channels * (size**2 + 3) + filters * (channels + 3)


@wrong(exercise.separable_parameters, "the second layer is missing")
def depthwise_only(size, channels, filters):
    return channels * (size**2 + 2)


@wrong(exercise.separable_parameters, "not one for all")
def one_filter_for_all(size, channels, filters):
    return size**2 + 2 * channels + filters * (channels + 2)


@wrong(exercise.separable_parameters, "2 times the right one in every case")
def twice(size, channels, filters):
    return 2 * in_one_line(size, channels, filters)
