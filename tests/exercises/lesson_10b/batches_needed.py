"""Answers to `batches_needed`: right ones, and those that learners write."""

import math

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10b as exercise


@right(exercise.batches_needed)
def by_counting(momentum, share):
    batches, left = 0, 1
    while left > share:
        batches, left = batches + 1, left * momentum
    return batches


@right(exercise.batches_needed)
def by_powers(momentum, share):
    return np.argmax(momentum ** np.arange(10_000) <= share)


@right(exercise.batches_needed)
def by_numpy(momentum, share):
    return np.ceil(np.log2(share) / np.log2(momentum)).astype("float32")


@wrong(exercise.batches_needed, "rounded down")
def one_too_few(momentum, share):
    return int(np.log(share) / np.log(momentum))


@wrong(exercise.batches_needed, "one too many where the share is met exactly")
def until_below(momentum, share):
    batches, left = 0, 1
    while left >= share:
        batches, left = batches + 1, left * momentum
    return batches


@wrong(exercise.batches_needed, "a part of what is *left*")
def evenly(momentum, share):
    batches, left = 0, 1
    while left > share + 1e-9:
        batches, left = batches + 1, left - (1 - momentum)
    return batches


@wrong(exercise.batches_needed, "the share asked for is not used yet")
def memory(momentum, share):
    return round(1 / (1 - momentum))


@wrong(exercise.batches_needed, "no more than that is *left*")
def share_gone(momentum, share):
    batches = 0
    while 1 - momentum**batches < share:
        batches += 1
    return batches


@wrong(exercise.batches_needed, "no whole number of batches")
def not_rounded(momentum, share):
    return math.log(share) / math.log(momentum)


@wrong(exercise.batches_needed, "rounded to the nearest")
def to_the_nearest(momentum, share):
    return np.round(np.log(share) / np.log(momentum))


@wrong(exercise.batches_needed, "not a single batch is needed")
def one_at_least(momentum, share):
    batches = 1
    while momentum**batches > share:
        batches += 1
    return batches


@wrong(exercise.batches_needed, "returns 3. Right is 2.")
def one_too_many(momentum, share):
    return by_counting(momentum, share) + 1


@wrong(exercise.batches_needed, "did not end within 0.2 seconds", seconds=0.2)
def never_ends(momentum, share):
    left = 1
    while left > share:
        left = max(left * momentum, 1)
