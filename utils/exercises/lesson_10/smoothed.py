"""The task `smoothed` of lesson 10, training better."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

WHOLE_EPSILON = (
    "every other class gets the whole epsilon. It is one portion, dealt out to all "
    "classes."
)


def _targets(labels, classes, truth, other):
    return np.where(np.eye(classes)[np.asarray(labels)] == 1, truth, other)


def _raised(labels, classes, epsilon, where):
    """Right, but for the places at which the rest is added."""
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[where] += 1 - epsilon
    return targets


smoothed = Task(
    "smoothed",
    code="""
    import numpy as np

    def smoothed(labels, classes, epsilon):
        targets = np.full((len(labels), classes), epsilon / classes)
        targets[np.arange(len(labels)), labels] += 1 - epsilon
        return targets
    """,
    why="The share epsilon is dealt out to all classes alike, the true one included; "
    "the truth keeps the rest as well.",
    hints=[
        "Begin with epsilon = 0: one row for each label, a 1 at the place of the "
        "true class. np.eye(classes)[labels] makes it.",
        "Now take epsilon away from the truth and deal it out to *all* classes "
        "alike, so that each row still sums to 1.",
        "One-hot times (1 - epsilon), plus epsilon / classes everywhere.",
    ],
    notice="Every row still sums to 1. The fewer the classes, the more the truth "
    "gets back: with two and 0.1 it is 0.95.",
    cases=[
        given(np.array([1, 1, 0]), 2, 0.1),
        given(np.array([2, 0]), 3, 0.3),
        given(np.array([0, 1, 1]), 3, 0.3),
        given(np.array([3, 3, 1]), 4, 0.0),
        given(np.arange(10), 10, 0.1),
        given(np.array([7, 2, 0, 1, 7]), 8, 0.2),
    ],
    mistakes=[
        (
            lambda labels, k, e: _targets(labels, k, 1 - e, e / (k - 1)),
            "epsilon is dealt out to the other classes only. In label smoothing the "
            "true one gets its part as well: 1 - epsilon + epsilon / classes.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 - e, e / k),
            "the rows sum to less than 1: the true class gets its epsilon / classes, "
            "too.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1, e / k),
            "the rows sum to more than 1: what the others get must be taken from the "
            "true class.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 + e / k, e / k),
            "the rows sum to more than 1: epsilon is added everywhere, and taken "
            "away nowhere.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 - e + e / 10, e / 10),
            "10 is built in: the number of classes is in `classes`.",
        ),
        (lambda labels, k, e: _targets(labels, k, 1, e), WHOLE_EPSILON),
        (lambda labels, k, e: _targets(labels, k, 1 - e, e), WHOLE_EPSILON),
        (lambda labels, k, e: _targets(labels, k, 1 - e + e / k, e), WHOLE_EPSILON),
        (
            lambda labels, k, e: _targets(labels, k, 1, 0),
            "these are one-hot labels, not smoothed yet.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 0.91, 0.01),
            "0.91 and 0.01 are right for ten classes and epsilon = 0.1. Compute them.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, e / k, 1 - e + e / k),
            "truth and others are exchanged.",
        ),
        (
            lambda labels, k, e: _raised(labels, k, e, np.s_[:, labels]),
            "[:, labels] writes in every row, at the places of *all* labels. Each row "
            "has one place: give its row and its column.",
        ),
        (
            lambda labels, k, e: _raised(labels, k, e, labels),
            "labels pick rows here. They should pick a column, one in each row.",
        ),
    ],
)
