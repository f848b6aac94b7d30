"""The task `spread_of_kinds` of dive 18c, how good is a generator."""

import numpy as np

from utils.arrays.kinds import spread_within
from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(3)


def _apart(points, kinds, power=2):
    apart = np.array(points, dtype=float)
    for kind in set(kinds.tolist()):
        apart[kinds == kind] -= points[kinds == kind].mean(axis=0)
    return np.sum(np.abs(apart) ** power, axis=1)


def _mean_of_kinds(points, kinds):
    apart = _apart(points, kinds)
    return np.mean([apart[kinds == kind].mean() for kind in set(kinds.tolist())])


spread_of_kinds = Task(
    "spread_of_kinds",
    code="""
    import numpy as np

    def spread_of_kinds(points, kinds):
        total = 0
        for kind in np.unique(kinds):
            own = points[kinds == kind]
            total += np.sum((own - own.mean(axis=0)) ** 2)
        return total / len(points)
    """,
    why="Each kind has a mean of its own; the squares of all differences from it are "
    "added up over features and points, and divided by the number of points.",
    hints=[
        "Take one kind first: points[kinds == kind]. What is its mean, feature by "
        "feature?",
        "The squared distance of a point is the sum of the squares over its features.",
        "Add up the squared distances of all kinds, and divide by the number of all "
        "points at the end.",
    ],
    notice="Ten digits, each copied a hundred times, are of ten kinds in equal shares, "
    "and have the spread 0.",
    cases=[
        given(np.array([[0.0, 0], [2, 0]]), np.array([4, 4])),
        given(np.array([[0.0], [2], [10], [16]]), np.array([0, 0, 1, 1])),
        given(np.array([[1.0, 2], [3, 5], [8, 1]]), np.array([0, 1, 2])),
        given(RNG.normal(size=(9, 4)), np.array([7, 2, 2, 7, 7, 0, 7, 2, 7])),
    ],
    mistakes=[
        (
            lambda points, kinds: spread_within(points, np.zeros(len(kinds), int)),
            "this is the distance from the mean of all. Each kind has its own mean.",
        ),
        (_mean_of_kinds, "this is a mean over kinds. Each *point* counts the same."),
        (
            lambda points, kinds: spread_within(points, kinds) / points.shape[1],
            "a distance is a sum over the features, not their mean.",
        ),
        (
            lambda points, kinds: np.mean(np.sqrt(_apart(points, kinds))),
            "these are distances. Wanted are their squares.",
        ),
        (
            lambda points, kinds: np.sum(_apart(points, kinds)),
            "this is the sum over the points. Divide by how many they are.",
        ),
    ],
)
