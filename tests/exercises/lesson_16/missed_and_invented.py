"""Answers to `missed_and_invented`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16 as exercise


@right(exercise.missed_and_invented)
def with_marks(found, true, tolerance):
    used = [False] * len(found)
    missed = 0
    for beat in true:
        best = None
        for place, f in enumerate(found):
            if used[place] or abs(f - beat) > tolerance:
                continue
            if best is None or abs(f - beat) < abs(found[best] - beat):
                best = place
        if best is None:
            missed += 1
        else:
            used[best] = True
    return missed, used.count(False)


@right(exercise.missed_and_invented)
def with_numpy(found, true, tolerance):
    distances = np.full(len(found), 0.0)
    free = np.ones(len(found), dtype=bool)
    for beat in true:
        distances = np.where(free, np.abs(np.asarray(found, float) - beat), np.inf)
        if len(distances) and distances.min() <= tolerance:
            free[distances.argmin()] = False
    return len(true) - np.sum(~free), np.sum(free)


@wrong(exercise.missed_and_invented, "counts once")
def near_to_any(found, true, tolerance):
    missed = sum(not any(abs(f - b) <= tolerance for f in found) for b in true)
    invented = sum(not any(abs(f - b) <= tolerance for b in true) for f in found)
    return missed, invented


@wrong(exercise.missed_and_invented, "in the other order")
def the_other_way_round(found, true, tolerance):
    return with_marks(found, true, tolerance)[::-1]


@wrong(exercise.missed_and_invented, "counts the hits")
def hits_first(found, true, tolerance):
    missed, invented = with_marks(found, true, tolerance)
    return len(true) - missed, invented


@wrong(exercise.missed_and_invented, "exactly `tolerance` away")
def nearer_than_tolerance(found, true, tolerance):
    return with_marks(found, true, tolerance - 1e-9)


@wrong(exercise.missed_and_invented, "Look at where they are")
def numbers_only(found, true, tolerance):
    return max(len(true) - len(found), 0), max(len(found) - len(true), 0)
