"""Answers to `surer_of_own`: right ones, and those that learners write."""

import numpy as np
from scipy.stats import mannwhitneyu

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15f as exercise


@right(exercise.surer_of_own)
def pair_by_pair(own, strangers):
    points = 0
    for ours in own:
        for theirs in strangers:
            if ours > theirs:
                points += 1
            elif ours == theirs:
                points += 0.5
    return points / (len(own) * len(strangers))


@right(exercise.surer_of_own)
def by_signs(own, strangers):
    return np.sign(own[:, np.newaxis] - strangers).mean() / 2 + 0.5


@right(exercise.surer_of_own)
def by_scipy(own, strangers):
    """The statistic of Mann and Whitney counts these pairs."""
    return mannwhitneyu(own, strangers).statistic / (len(own) * len(strangers))


@wrong(exercise.surer_of_own, "level are left out")
def ahead_only(own, strangers):
    return np.mean(own[:, np.newaxis] > strangers)


@wrong(exercise.surer_of_own, "not whole")
def ahead_or_level(own, strangers):
    return np.mean(own[:, np.newaxis] >= strangers)


@wrong(exercise.surer_of_own, "the stranger's is ahead")
def turned(own, strangers):
    return pair_by_pair(strangers, own)


@wrong(exercise.surer_of_own, "the first with the first")
def zipped(own, strangers):
    return np.mean([a > b for a, b in zip(own, strangers, strict=False)])


@wrong(exercise.surer_of_own, "strangers' mean")
def above_the_mean(own, strangers):
    return np.mean(own > np.mean(strangers))


@wrong(exercise.surer_of_own, "The share of all pairs")
def counted(own, strangers):
    return pair_by_pair(own, strangers) * len(own) * len(strangers)


@wrong(exercise.surer_of_own, "brighter on average")
def difference(own, strangers):
    return np.mean(own) - np.mean(strangers)
