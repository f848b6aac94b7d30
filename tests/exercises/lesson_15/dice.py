"""Answers to `dice`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15 as exercise


@right(exercise.dice)
def from_iou(mask, truth):
    either = np.count_nonzero(mask | truth)
    if not either:
        return 1
    iou = np.count_nonzero(mask & truth) / either
    return 2 * iou / (1 + iou)


@right(exercise.dice)
def with_loops(mask, truth):
    both = inside = 0
    for row in range(mask.shape[0]):
        for column in range(mask.shape[1]):
            both += mask[row, column] and truth[row, column]
            inside += int(mask[row, column]) + int(truth[row, column])
    return both / (inside / 2) if inside else 1.0


@right(exercise.dice)
def with_products(mask, truth):
    mask, truth = mask.astype(float), truth.astype(float)
    below = mask.sum() + truth.sum()
    return np.float32(2 * (mask * truth).sum() / below) if below else np.float32(1)


@wrong(exercise.dice, "this is IoU")
def iou(mask, truth):
    either = np.sum(mask | truth)
    return np.sum(mask & truth) / either if either else 1


@wrong(exercise.dice, "this is IoU")
def iou_without_a_guard(mask, truth):
    with np.errstate(all="ignore"):
        return np.sum(mask & truth) / np.sum(mask | truth)


@wrong(exercise.dice, "count them twice above it, too")
def once_above(mask, truth):
    inside = mask.sum() + truth.sum()
    return np.sum(mask & truth) / inside if inside else 1


@wrong(exercise.dice, "pixel accuracy")
def accuracy(mask, truth):
    return (mask == truth).mean()


@wrong(exercise.dice, "this is recall")
def recall(mask, truth):
    with np.errstate(all="ignore"):
        return np.sum(mask & truth) / np.sum(truth)


@wrong(exercise.dice, "this is precision")
def precision(mask, truth):
    with np.errstate(all="ignore"):
        return np.sum(mask & truth) / np.sum(mask)


@wrong(exercise.dice, "not the size of the union")
def over_the_union(mask, truth):
    either = np.sum(mask | truth)
    return 2 * np.sum(mask & truth) / either if either else 1


@wrong(exercise.dice, "right, but for two empty masks: they agree, so 1.")
def without_a_guard(mask, truth):
    with np.errstate(all="ignore"):
        return 2 * np.sum(mask & truth) / (np.sum(mask) + np.sum(truth))


@wrong(exercise.dice, "so 1, not 0")
def empty_is_0(mask, truth):
    inside = mask.sum() + truth.sum()
    return 2 * np.sum(mask & truth) / inside if inside else 0
