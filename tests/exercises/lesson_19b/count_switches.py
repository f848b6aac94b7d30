"""Answers to `count_switches`: right ones, and those that learners write."""

import itertools

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_19b as exercise


@right(exercise.count_switches)
def remembering(names):
    switches, last = 0, None
    for name in names:
        if name == -1:
            continue
        if last is not None and name != last:
            switches += 1
        last = name
    return switches


@right(exercise.count_switches)
def with_numpy(names):
    seen = np.array(names, int)
    seen = seen[seen >= 0]
    return np.count_nonzero(np.diff(seen))


@wrong(exercise.count_switches, "a gap counts")
def with_gaps(names):
    return sum(a != b for a, b in itertools.pairwise(names))


@wrong(exercise.count_switches, "1, 2, 1 are two")
def different(names):
    return max(len({name for name in names if name >= 0}) - 1, 0)


@wrong(exercise.count_switches, "compared with the first")
def not_the_first(names):
    seen = [name for name in names if name >= 0]
    return sum(name != seen[0] for name in seen)


@wrong(exercise.count_switches, "over a gap is lost")
def neighbours_only(names):
    return sum(a != b and a >= 0 and b >= 0 for a, b in itertools.pairwise(names))


@wrong(exercise.count_switches, "track 0 is a track")
def without_track_0(names):
    seen = [name for name in names if name > 0]
    return sum(a != b for a, b in itertools.pairwise(seen))
