"""Answers to `suppress`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14 as exercise


def overlap(a, b):
    """IoU of two boxes, number by number."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    both = max(wide, 0) * max(high, 0)
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    return both / either


@right(exercise.suppress)
def against_those_kept(boxes, scores, threshold):
    kept = []
    for k in sorted(range(len(scores)), key=lambda k: -scores[k]):
        if all(overlap(boxes[k], boxes[other]) <= threshold for other in kept):
            kept.append(k)
    return kept


@right(exercise.suppress)
def by_crossing_out(boxes, scores, threshold):
    alive, kept = np.ones(len(scores), dtype=bool), []
    while alive.any():
        best = np.argmax(np.where(alive, scores, -np.inf))
        kept.append(best)
        for k in np.flatnonzero(alive):
            if k == best or overlap(boxes[best], boxes[k]) > threshold:
                alive[k] = False
    return np.array(kept, dtype=int)


@wrong(exercise.suppress, "begin with the best score")
def as_they_come(boxes, scores, threshold):
    kept = []
    for k in range(len(scores)):
        if all(overlap(boxes[k], boxes[other]) <= threshold for other in kept):
            kept.append(k)
    return kept


@wrong(exercise.suppress, "sort by falling score")
def worst_first(boxes, scores, threshold):
    kept = []
    for k in np.argsort(scores):
        if all(overlap(boxes[k], boxes[other]) <= threshold for other in kept):
            kept.append(k)
    return kept


@wrong(exercise.suppress, "exactly at the threshold stays")
def at_it_too(boxes, scores, threshold):
    kept = []
    for k in np.argsort(-scores, kind="stable"):
        if all(overlap(boxes[k], boxes[other]) < threshold for other in kept):
            kept.append(k)
    return kept


@wrong(exercise.suppress, "only a kept one may")
def dropped_ones_drop(boxes, scores, threshold):
    order = np.argsort(-scores, kind="stable")
    return [
        k
        for i, k in enumerate(order)
        if all(overlap(boxes[k], boxes[other]) <= threshold for other in order[:i])
    ]


@wrong(exercise.suppress, "nothing is dropped yet")
def sorts_only(boxes, scores, threshold):
    return list(np.argsort(-scores, kind="stable"))


@wrong(exercise.suppress, "only one box is kept")
def keeps_the_best(boxes, scores, threshold):
    return [np.argmax(scores)] if len(scores) else []


@wrong(exercise.suppress, "of equal scores the first box counts as better")
def turned_round(boxes, scores, threshold):
    kept = []
    for k in np.argsort(scores)[::-1]:
        if all(overlap(boxes[k], boxes[other]) <= threshold for other in kept):
            kept.append(k)
    return kept


@wrong(exercise.suppress, "return them by falling score")
def crosses_out_in_place(boxes, scores, threshold):
    stays = np.ones(len(scores), dtype=bool)
    for best in np.argsort(-scores, kind="stable"):
        for k in range(len(scores)):
            worse = scores[k] < scores[best] or (scores[k] == scores[best] and k > best)
            if stays[best] and worse and overlap(boxes[best], boxes[k]) > threshold:
                stays[k] = False
    return np.flatnonzero(stays)


@wrong(exercise.suppress, "asked for are the indices of those that stay")
def says_yes_or_no(boxes, scores, threshold):
    stays = np.zeros(len(scores), dtype=bool)
    stays[against_those_kept(boxes, scores, threshold)] = True
    return stays


@wrong(exercise.suppress, "these are the boxes themselves")
def hands_back_boxes(boxes, scores, threshold):
    return boxes[against_those_kept(boxes, scores, threshold)]
