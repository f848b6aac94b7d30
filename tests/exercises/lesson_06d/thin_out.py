"""Answers to `thin_out`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06d as exercise


@right(exercise.thin_out)
def by_a_mask(numbers, drawn, rate):
    return numbers * (drawn >= rate) / (1 - rate)


@right(exercise.thin_out)
def one_by_one(numbers, drawn, rate):
    result = np.zeros(np.shape(numbers))
    for place, value in np.ndenumerate(numbers):
        if drawn[place] >= rate:
            result[place] = value * 1 / (1 - rate)
    return result


@wrong(exercise.thin_out, "the survivors must grow")
def only_drops(numbers, drawn, rate):
    return numbers * (drawn >= rate)


@wrong(exercise.thin_out, "count double only with rate 0.5")
def doubles(numbers, drawn, rate):
    return 2 * numbers * (drawn >= rate)


@wrong(exercise.thin_out, "the others fall out")
def drops_the_others(numbers, drawn, rate):
    return numbers * (drawn < rate) / (1 - rate)


@wrong(exercise.thin_out, "not shrink")
def shrinks(numbers, drawn, rate):
    return numbers * (drawn >= rate) * (1 - rate)


@wrong(exercise.thin_out, "with rate 0, nothing may fall out")
def drops_the_border(numbers, drawn, rate):
    return numbers * (drawn > rate) / (1 - rate)


@wrong(exercise.thin_out, "the shape stays")
def leaves_out(numbers, drawn, rate):
    return numbers[drawn >= rate] / (1 - rate)


@wrong(exercise.thin_out, "changes")
def in_place(numbers, drawn, rate):
    numbers[drawn < rate] = 0
    return numbers / (1 - rate)
