"""Answers to `mean_iou`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15 as exercise


@right(exercise.mean_iou)
def by_a_confusion_matrix(labels, truth, classes):
    table = np.zeros((classes, classes))
    np.add.at(table, (truth.ravel(), labels.ravel()), 1)
    shared = np.diag(table)
    either = table.sum(axis=0) + table.sum(axis=1) - shared
    occurs = either > 0
    return (shared[occurs] / either[occurs]).mean()


@right(exercise.mean_iou)
def with_sets_of_places(labels, truth, classes):
    total = count = 0
    for k in range(classes):
        said = set(np.flatnonzero(labels == k))
        true = set(np.flatnonzero(truth == k))
        if said | true:
            total += len(said & true) / len(said | true)
            count += 1
    return total / count


@right(exercise.mean_iou)
def with_nanmean(labels, truth, classes):
    k = np.arange(classes)[:, None, None]
    both = ((labels == k) & (truth == k)).sum(axis=(1, 2))
    either = ((labels == k) | (truth == k)).sum(axis=(1, 2))
    with np.errstate(invalid="ignore"):
        return np.nanmean(both / either).tolist()


def _iou(labels, truth, k, absent):
    either = np.sum((labels == k) | (truth == k))
    return np.sum((labels == k) & (truth == k)) / either if either else absent


@wrong(exercise.mean_iou, "pixel accuracy")
def accuracy(labels, truth, classes):
    return np.sum(labels == truth) / labels.size


@wrong(exercise.mean_iou, "counts as 0")
def absent_is_0(labels, truth, classes):
    return sum(_iou(labels, truth, k, 0) for k in range(classes)) / classes


@wrong(exercise.mean_iou, "which flatters")
def absent_is_1(labels, truth, classes):
    return sum(_iou(labels, truth, k, 1) for k in range(classes)) / classes


@wrong(exercise.mean_iou, "class 0, the ground, is left out")
def without_the_ground(labels, truth, classes):
    found = [_iou(labels, truth, k, None) for k in range(1, classes)]
    return np.mean([iou for iou in found if iou is not None])


@wrong(exercise.mean_iou, "the sum: divide")
def summed(labels, truth, classes):
    return sum(_iou(labels, truth, k, 0) for k in range(classes))


@wrong(exercise.mean_iou, "added up before the division")
def divided_last(labels, truth, classes):
    shared = np.sum(labels == truth)
    return shared / (2 * labels.size - shared)


@wrong(exercise.mean_iou, "left out. It was said and")
def classes_of_the_truth(labels, truth, classes):
    return np.mean([_iou(labels, truth, k, 0) for k in np.unique(truth)])


@wrong(exercise.mean_iou, "0 / 0 is nan")
def divides_in_any_case(labels, truth, classes):
    found = []
    for k in range(classes):
        shared, either = (labels == k) & (truth == k), (labels == k) | (truth == k)
        with np.errstate(invalid="ignore"):
            found.append(shared.sum() / either.sum())
    return np.mean(found)
