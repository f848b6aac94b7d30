"""`cover_brightest`, each time with another mistake."""

import math

import numpy as np


def _cover(image, chosen, fill):
    covered = image.copy()
    covered[chosen] = fill
    return covered


def _brightest(heat, count):
    """Which pixels are among the `count` brightest, as an array of truths."""
    return heat >= [np.inf, *np.sort(heat.ravel())[::-1]][count]


def _count(heat, share):
    return round(share * heat.size)


def share_of_the_largest_value(image, heat, share, fill):
    return _cover(image, heat > (1 - share) * heat.max(), fill)


def darkest(image, heat, share, fill):
    return _cover(image, _brightest(-heat, _count(heat, share)), fill)


def all_for_a_share_of_0(image, heat, share, fill):
    return _cover(image, _brightest(heat, _count(heat, share) or heat.size), fill)


def all_others(image, heat, share, fill):
    return _cover(image, ~_brightest(heat, _count(heat, share)), fill)


def first_channel(image, heat, share, fill):
    return _cover(image, (_brightest(heat, _count(heat, share)), 0), fill)


def from_a_quantile_on(image, heat, share, fill):
    return _cover(image, heat >= np.quantile(heat, 1 - share), fill)


def above_a_quantile(image, heat, share, fill):
    return _cover(image, heat > np.quantile(heat, 1 - share), fill)


def always_0(image, heat, share, fill):
    return _cover(image, _brightest(heat, _count(heat, share)), 0)


def rounded_down(image, heat, share, fill):
    return _cover(image, _brightest(heat, int(share * heat.size)), fill)


def rounded_up(image, heat, share, fill):
    return _cover(image, _brightest(heat, math.ceil(share * heat.size)), fill)


def row_by_row(image, heat, share, fill):
    order = np.argsort(-heat)[: _count(heat, share)]
    return _cover(image, np.unravel_index(order, heat.shape), fill)
