"""Finds the best of many settings without trying them all."""

import functools
import itertools


def best_setting(axes, score):
    """Return the setting, a tuple, with the highest score that a climb comes to.

    axes: for each part of a setting the values it may have, in order. score: what a
    setting gives; it is asked once for each. Every third value of each axis is tried
    first; from the best of these on, neighbours are, one step along an axis or along
    two at once, until none is better. A top beside a higher one can be missed.
    """

    @functools.cache
    def at(place):
        return score(setting_at(axes, place))

    best = max(itertools.product(*(range(0, len(a), 3) for a in axes)), key=at)
    while True:
        higher = max([best, *_neighbours(axes, best)], key=at)
        if higher == best:
            return setting_at(axes, best)
        best = higher


def setting_at(axes, place):
    """The values of the axes at a place, a tuple."""
    return tuple(axis[k] for axis, k in zip(axes, place, strict=True))


def _neighbours(axes, place):
    for steps in itertools.product((-1, 0, 1), repeat=len(axes)):
        near = tuple(k + step for k, step in zip(place, steps, strict=True))
        inside = all(0 <= k < len(a) for k, a in zip(near, axes, strict=True))
        if inside and 1 <= sum(map(abs, steps)) <= 2:
            yield near


def edges(axes, setting, natural):
    """The values of a setting that lie at an end of their axis, a natural end apart."""
    return [
        value
        for axis, value in zip(axes, setting, strict=True)
        if value in (axis[0], axis[-1]) and value not in natural
    ]
