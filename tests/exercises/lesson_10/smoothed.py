"""Answers to `smoothed`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10 as exercise


@right(exercise.smoothed)
def from_the_identity(labels, classes, epsilon):
    return np.eye(classes)[labels] * (1 - epsilon) + epsilon / classes


@right(exercise.smoothed)
def with_loops(labels, classes, epsilon):
    low = epsilon / classes
    return [
        [1 - epsilon + low if k == label else low for k in range(classes)]
        for label in labels
    ]


@right(exercise.smoothed)
def with_keras(labels, classes, epsilon):
    from keras import ops

    return ops.one_hot(labels, classes) * (1 - epsilon) + epsilon / classes


@wrong(exercise.smoothed, "to the other classes only")
def others_only(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return one_hot * (1 - epsilon) + (1 - one_hot) * epsilon / (classes - 1)


@wrong(exercise.smoothed, "the rows sum to less than 1")
def too_little(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return np.where(one_hot == 1, 1 - epsilon, epsilon / classes)


@wrong(exercise.smoothed, "taken away nowhere")
def too_much(labels, classes, epsilon):
    return np.eye(classes)[labels] + epsilon / classes


@wrong(exercise.smoothed, "these are one-hot labels")
def not_smoothed(labels, classes, epsilon):
    return np.eye(classes)[labels]


@wrong(exercise.smoothed, "Compute them")
def of_the_lesson(labels, classes, epsilon):
    return np.eye(classes)[labels] * 0.9 + 0.01


@wrong(exercise.smoothed, "10 is built in")
def always_ten(labels, classes, epsilon):
    return np.eye(classes)[labels] * (1 - epsilon) + epsilon / 10


@wrong(exercise.smoothed, "gets the whole epsilon")
def undivided(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon)
    for row, label in enumerate(labels):
        targets[row, label] = 1 - epsilon
    return targets


@wrong(exercise.smoothed, "gets the whole epsilon")
def undivided_for_the_others(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return np.where(one_hot == 1, 1 - epsilon + epsilon / classes, epsilon)


@wrong(exercise.smoothed, "the places of *all* labels")
def in_every_row(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[:, labels] = 1 - epsilon + epsilon / classes
    return targets


@wrong(exercise.smoothed, "labels pick rows here")
def in_the_wrong_rows(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[labels] = 1 - epsilon + epsilon / classes
    return targets


@wrong(exercise.smoothed, "has the shape (3, 2); (3, 3) is right: one too few")
def classes_that_occur(labels, classes, epsilon):
    one_hot = np.eye(labels.max() + 1)[labels]
    return one_hot * (1 - epsilon) + epsilon / classes


@wrong(exercise.smoothed, "is transposed: rows and columns are exchanged")
def classes_first(labels, classes, epsilon):
    return (np.eye(classes)[labels] * (1 - epsilon) + epsilon / classes).T


@wrong(exercise.smoothed, "has the shape (2,); (3, 2) is right")
def first_label_only(labels, classes, epsilon):
    return np.eye(classes)[labels[0]] * (1 - epsilon) + epsilon / classes
