"""Answers to `widest_bottleneck`: right ones, and those that learners write."""

import math

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_12 as exercise


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
