"""Answers to `bill_of_conv3d`: right ones, and those that learners write."""

from math import prod

import keras
from keras import layers

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_19 as exercise


@right(exercise.bill_of_conv3d)
def by_products(film, kernel, filters):
    places = prod(n - k + 1 for n, k in zip(film, kernel, strict=False))
    weights = prod(kernel) * film[-1]
    return [weights * filters + filters, places * weights * filters]


@right(exercise.bill_of_conv3d)
def keras_counts(film, kernel, filters):
    conv = layers.Conv3D(filters, kernel)
    outputs = keras.Sequential([keras.Input(film), conv]).output_shape[1:]
    return conv.count_params(), prod(outputs) * prod(conv.kernel.shape[:-1])


@wrong(exercise.bill_of_conv3d, "the biases are missing")
def without_biases(film, kernel, filters):
    parameters, adds = by_products(film, kernel, filters)
    return parameters - filters, adds


@wrong(exercise.bill_of_conv3d, "parameters first")
def the_other_way_round(film, kernel, filters):
    return by_products(film, kernel, filters)[::-1]


@wrong(exercise.bill_of_conv3d, "those of a padded film")
def padded(film, kernel, filters):
    parameters, _ = by_products(film, kernel, filters)
    return parameters, prod(film[:3]) * prod(kernel) * film[3] * filters


@wrong(exercise.bill_of_conv3d, "fewer places than frames")
def at_every_frame(film, kernel, filters):
    parameters, adds = by_products(film, kernel, filters)
    return parameters, adds // (film[0] - kernel[0] + 1) * film[0]


@wrong(exercise.bill_of_conv3d, "the channels are missing")
def one_channel(film, kernel, filters):
    return by_products((*film[:3], 1), kernel, filters)


@wrong(exercise.bill_of_conv3d, "has the frames as channels")
def frames_as_channels(film, kernel, filters):
    frames, height, width, channels = film
    weights = kernel[1] * kernel[2] * frames * channels
    places = (height - kernel[1] + 1) * (width - kernel[2] + 1)
    return (weights + 1) * filters, places * weights * filters


@wrong(exercise.bill_of_conv3d, "those of one filter")
def one_filters_products(film, kernel, filters):
    parameters, adds = by_products(film, kernel, filters)
    return parameters, adds / filters
