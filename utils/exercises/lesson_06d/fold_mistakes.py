"""`fold`, each time with another mistake."""

import numpy as np

NAMES = ("filters", "bias", "gamma", "beta", "mean", "variance", "epsilon")


def _fold(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, (bias - mean) * scale + beta


def _with(**others):
    """`fold` with other numbers in place of some of those given."""

    def fold(*given):
        return _fold(**dict(zip(NAMES, given, strict=True)) | others)

    return fold


without_epsilon = _with(epsilon=0)
without_gamma = _with(gamma=1)
without_mean = _with(mean=0)
without_bias = _with(bias=0)


def divided_by_the_variance(filters, bias, gamma, beta, mean, variance, epsilon):
    return _fold(filters, bias, gamma, beta, mean, (variance + epsilon) ** 2, 0)


def epsilon_beside_the_root(filters, bias, gamma, beta, mean, variance, epsilon):
    deviation = np.sqrt(variance) + epsilon
    return _fold(filters, bias, gamma, beta, mean, deviation**2, 0)


def bias_not_scaled(filters, bias, *numbers):
    folded, shift = _fold(filters, 0, *numbers)
    return folded, bias + shift


def mean_added(filters, bias, gamma, beta, mean, variance, epsilon):
    return _fold(filters, bias, gamma, beta, -mean, variance, epsilon)


def beta_scaled(filters, bias, gamma, beta, *numbers):
    return _fold(filters, bias + beta, gamma, 0, *numbers)


def along_the_channels_in(filters, *numbers):
    turned, shift = _fold(np.swapaxes(filters, 2, 3), *numbers)
    return np.swapaxes(turned, 2, 3), shift


def filters_as_they_were(filters, *numbers):
    return filters, _fold(filters, *numbers)[1]
