"""Answers to `spread_of_kinds`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18c as exercise


@right(exercise.spread_of_kinds)
def by_variances(points, kinds):
    shares = [np.mean(kinds == kind) for kind in set(kinds)]
    within = [points[kinds == kind].var(axis=0).sum() for kind in set(kinds)]
    return np.dot(shares, within)


@right(exercise.spread_of_kinds)
def point_by_point(points, kinds):
    squares = [
        np.sum((point - points[kinds == kind].mean(axis=0)) ** 2)
        for point, kind in zip(points, kinds, strict=True)
    ]
    return np.mean(squares)


@wrong(exercise.spread_of_kinds, "the mean of all")
def from_the_middle(points, kinds):
    return points.var(axis=0).sum()


@wrong(exercise.spread_of_kinds, "mean over kinds")
def kinds_alike(points, kinds):
    return np.mean([points[kinds == kind].var(axis=0).sum() for kind in set(kinds)])


@wrong(exercise.spread_of_kinds, "not their mean")
def mean_feature(points, kinds):
    return by_variances(points, kinds) / points.shape[1]


@wrong(exercise.spread_of_kinds, "Wanted are their squares")
def not_squared(points, kinds):
    apart = [
        point - points[kinds == kind].mean(axis=0)
        for point, kind in zip(points, kinds, strict=True)
    ]
    return np.mean(np.linalg.norm(apart, axis=1))


@wrong(exercise.spread_of_kinds, "how many they are")
def summed(points, kinds):
    return by_variances(points, kinds) * len(points)
