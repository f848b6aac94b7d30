"""Answers to `numbers_of_manners`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18b as exercise


@right(exercise.numbers_of_manners)
def one_by_one(channels, manners):
    numbers = 0
    for maps in channels:
        numbers += maps * manners  # factors
        numbers += maps * manners  # summands
    return numbers


@right(exercise.numbers_of_manners)
def as_shapes(channels, manners):
    tables = [np.zeros((2, manners, maps)) for maps in channels]
    return sum(table.size for table in tables)


@wrong(exercise.numbers_of_manners, "one number too few")
def factors_only(channels, manners):
    return sum(channels) * manners


@wrong(exercise.numbers_of_manners, "price of one manner")
def one_manner(channels, manners):
    return 2 * sum(channels)


@wrong(exercise.numbers_of_manners, "not each convolution")
def each_convolution(channels, manners):
    return 2 * len(channels) * manners


@wrong(exercise.numbers_of_manners, "not the last one only")
def the_last(channels, manners):
    return 2 * channels[-1] * manners
