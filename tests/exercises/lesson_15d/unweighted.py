"""Answers to `unweighted`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15d as exercise


@right(exercise.unweighted)
def by_odds(said, weight):
    odds = said / (1 - said) / weight
    return odds / (1 + odds)


@right(exercise.unweighted)
def by_z(said, weight):
    z = np.log(said) - np.log(1 - said) - np.log(weight)
    return 1 / (1 + np.exp(-z))


@wrong(exercise.unweighted, "divide the odds")
def divided(said, weight):
    return said / weight


@wrong(exercise.unweighted, "the other way round")
def weighted_once_more(said, weight):
    return weight * said / (weight * said + (1 - said))


@wrong(exercise.unweighted, "the share of the ground")
def of_the_ground(said, weight):
    return 1 - said / (said + weight * (1 - said))


@wrong(exercise.unweighted, "make a share of them")
def odds_alone(said, weight):
    return said / (1 - said) / weight


@wrong(exercise.unweighted, "not used yet")
def as_it_is(said, weight):
    return said
