"""Answers to `score`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15b as exercise


@right(exercise.score)
def by_kinds(ious, threshold):
    hit = ious > threshold
    hits = hit.any(axis=1).sum()
    false = (~hit.any(axis=1)).sum()
    missed = (~hit.any(axis=0)).sum()
    if hits + false + missed == 0:
        return 1
    return hits / (hits + false + missed)


@right(exercise.score)
def with_loops(ious, threshold):
    hits, free = 0, set(range(ious.shape[1]))
    false = 0
    for row in ious:
        found = [column for column in free if row[column] > threshold]
        if found:
            hits += 1
            free -= {found[0]}
        else:
            false += 1
    counted = hits + false + len(free)
    return hits / counted if counted else 1.0


@wrong(exercise.score, "this is precision")
def precision(ious, threshold):
    hits = (ious > threshold).sum()
    return hits / len(ious) if len(ious) else 1.0


@wrong(exercise.score, "this is recall")
def recall(ious, threshold):
    hits = (ious > threshold).sum()
    return hits / ious.shape[1] if ious.shape[1] else 1.0


@wrong(exercise.score, "this is Dice")
def f1(ious, threshold):
    hits, objects = (ious > threshold).sum(), sum(ious.shape)
    return 2 * hits / objects if objects else 1.0


@wrong(exercise.score, "hits are counted twice")
def over_both_added(ious, threshold):
    objects = sum(ious.shape)
    return np.sum(ious > threshold) / objects if objects else 1.0


@wrong(exercise.score, "could hit two")
def at_least(ious, threshold):
    hits = (ious >= threshold).sum()
    counted = sum(ious.shape) - hits
    return hits / counted if counted else 1.0


@wrong(exercise.score, "mean IoU")
def mean_iou(ious, threshold):
    hits = ious[ious > threshold]
    return np.mean(hits) if len(hits) else float(ious.size == 0)


@wrong(exercise.score, "that is 1")
def zero_of_nothing(ious, threshold):
    hits = (ious > threshold).sum()
    return hits / max(sum(ious.shape) - hits, 1)
