"""Answers to `in_both`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10b as exercise


@right(exercise.in_both)
def two_loops(training, judging):
    count = 0
    for image in judging:
        if any(np.array_equal(image, other) for other in training):
            count += 1
    return count


@right(exercise.in_both)
def all_pairs_at_once(training, judging):
    equal = (judging[:, np.newaxis] == training).all(axis=(2, 3))
    return equal.any(axis=1).sum()


@right(exercise.in_both)
def lists(training, judging):
    return sum(image in training.tolist() for image in judging.tolist())


@wrong(exercise.in_both, "so it counts twice")
def each_once(training, judging):
    return len({x.tobytes() for x in training} & {x.tobytes() for x in judging})


@wrong(exercise.in_both, "the other way round")
def of_the_training_pile(training, judging):
    return two_loops(judging, training)


@wrong(exercise.in_both, "in_both(")
def pairs(training, judging):
    return (judging[:, np.newaxis] == training).all(axis=(2, 3)).sum()


@wrong(exercise.in_both, "ask for single pixels here")
def in_an_array(training, judging):
    return sum(bool(np.isin(image, training).all()) for image in judging)


@wrong(exercise.in_both, "in the same place only")
def side_by_side(training, judging):
    return sum(map(np.array_equal, training, judging))


@wrong(exercise.in_both, "without their places")
def same_ink(training, judging):
    known = [sorted(image.ravel().tolist()) for image in training]
    return sum(sorted(image.ravel().tolist()) in known for image in judging)


@wrong(exercise.in_both, "with the same sum")
def same_sum(training, judging):
    return np.isin(judging.sum(axis=(1, 2)), training.sum(axis=(1, 2))).sum()


@wrong(exercise.in_both, "*not* in both")
def clean(training, judging):
    return len(judging) - two_loops(training, judging)


@wrong(exercise.in_both, "this is a share")
def share(training, judging):
    return two_loops(training, judging) / len(judging)


@wrong(exercise.in_both, "whether there are any")
def any_at_all(training, judging):
    return two_loops(training, judging) > 0
