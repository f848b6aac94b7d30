"""Answers to `share_removed`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17 as exercise


@right(exercise.share_removed)
def by_what_is_missing(without, within, spot):
    missing = spot - (within - without)
    return np.vdot(missing, spot) / np.vdot(spot, spot)


@right(exercise.share_removed)
def by_least_squares(without, within, spot):
    change = (within - without).reshape(-1)
    return 1 - np.linalg.lstsq(spot.reshape(-1, 1), change, rcond=None)[0][0]


@wrong(exercise.share_removed, "the share that is kept")
def kept(without, within, spot):
    return 1 - by_what_is_missing(without, within, spot)


@wrong(exercise.share_removed, "every pixel counts alike")
def sums(without, within, spot):
    return 1 - (within - without).sum() / spot.sum()


@wrong(exercise.share_removed, "only the brightest pixel")
def peak(without, within, spot):
    place = np.abs(spot).argmax()
    return 1 - (within - without).flat[place] / spot.flat[place]


@wrong(exercise.share_removed, "the cells count, too")
def cells_too(without, within, spot):
    return 1 - np.sum(within * spot) / np.sum(spot**2)


@wrong(exercise.share_removed, "nothing were removed")
def undivided(without, within, spot):
    return 1 - np.sum((within - without) * spot)


@wrong(exercise.share_removed, "half a spot counts as a quarter")
def squared(without, within, spot):
    return 1 - np.sum((within - without) ** 2) / np.sum(spot**2)
