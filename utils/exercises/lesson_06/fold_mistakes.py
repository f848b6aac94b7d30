"""`fold`, each time with another mistake."""

import numpy as np


def _fold(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, (bias - mean) * scale + beta


def divided_by_the_variance(filters, variance, epsilon, **others):
    return _fold(filters, variance=(variance + epsilon) ** 2, epsilon=0, **others)


def without_epsilon(filters, **numbers):
    return _fold(filters, **numbers | {"epsilon": 0})


def epsilon_beside_the_root(filters, variance, epsilon, **others):
    deviation = np.sqrt(variance) + epsilon
    return _fold(filters, variance=deviation**2, epsilon=0, **others)


def without_gamma(filters, **numbers):
    return _fold(filters, **numbers | {"gamma": 1})


def bias_not_scaled(filters, bias, **others):
    folded, shift = _fold(filters, bias=0, **others)
    return folded, bias + shift


def without_mean(filters, **numbers):
    return _fold(filters, **numbers | {"mean": 0})


def mean_added(filters, **numbers):
    return _fold(filters, **numbers | {"mean": -numbers["mean"]})


def without_bias(filters, **numbers):
    return _fold(filters, **numbers | {"bias": 0})


def beta_scaled(filters, bias, beta, **others):
    return _fold(filters, bias=bias + beta, beta=0, **others)


def along_the_channels_in(filters, **numbers):
    turned, shift = _fold(np.swapaxes(filters, 2, 3), **numbers)
    return np.swapaxes(turned, 2, 3), shift


def filters_as_they_were(filters, **numbers):
    return filters, _fold(filters, **numbers)[1]
