"""Answers to `widest_bottleneck`: right ones, and those that learners write."""

import math

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_12b as exercise


@right(exercise.widest_bottleneck)
def by_formula(channels, budget):
    return math.floor((math.isqrt(channels**2 + 9 * budget) - channels) / 9)


@right(exercise.widest_bottleneck)
def by_search(channels, budget):
    fitting = [
        width
        for width in range(budget + 1)
        if channels * width + 3 * 3 * width * width + width * channels <= budget
    ]
    return fitting[-1]


@wrong(exercise.widest_bottleneck, "exactly the budget is allowed")
def strictly_below(channels, budget):
    width = 0
    while 2 * channels * (width + 1) + 9 * (width + 1) ** 2 < budget:
        width += 1
    return width


@wrong(exercise.widest_bottleneck, "the first width that no longer fits")
def one_too_wide(channels, budget):
    width = 0
    while 2 * channels * width + 9 * width**2 <= budget:
        width += 1
    return width


@wrong(exercise.widest_bottleneck, "one of the two 1×1 layers is missing")
def no_way_up(channels, budget):
    widths = range(1, budget + 2)
    return next(w for w in widths if channels * w + 9 * w * w > budget) - 1


@wrong(exercise.widest_bottleneck, "9 · width · width")
def linear(channels, budget):
    return budget // (2 * channels + 9)


@wrong(exercise.widest_bottleneck, "no factor `channels`")
def wide_look(channels, budget):
    return budget // (2 * channels + 9 * channels)


@wrong(exercise.widest_bottleneck, "the 3×3 in the middle is missing")
def no_look(channels, budget):
    return budget // (channels + channels)


@right(exercise.widest_bottleneck)
def with_names_of_its_own(c, weights):
    return by_formula(c, weights)


def _tried(widths, channels, budget):
    fits = [w for w in widths if 2 * channels * w + 9 * w**2 <= budget]
    return max(fits, default=0)


@wrong(exercise.widest_bottleneck, "the search ends too early")
def tries_a_hundred(channels, budget):
    return _tried(range(100), channels, budget)


@wrong(exercise.widest_bottleneck, "nothing forbids a neck wider than `channels`")
def tries_up_to_the_channels(channels, budget):
    return _tried(range(channels + 1), channels, budget)


@wrong(exercise.widest_bottleneck, "biases, or γ and β of a normalisation, are counted")
def counts_biases(channels, budget):
    widths = range(1, budget + 2)
    costs = (2 * channels * w + 9 * w * w + 2 * w + channels for w in widths)
    return next(w for w, c in enumerate(costs, start=1) if c > budget) - 1


@wrong(exercise.widest_bottleneck, "has nine weights, not three")
def three_weights(channels, budget):
    widths = range(1, budget + 2)
    return next(w for w in widths if 2 * channels * w + 3 * w * w > budget) - 1


@wrong(exercise.widest_bottleneck, "the answer is 0")
def at_least_one(channels, budget):
    return max(by_formula(channels, budget), 1)
