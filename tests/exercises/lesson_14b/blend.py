"""Answers to `blend`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.boxes import iou, non_maximum_suppression
from utils.exercises import lesson_14b as exercise


@right(exercise.blend)
def with_lists(boxes, scores, overlap):
    left = sorted(range(len(scores)), key=lambda k: -scores[k])
    result = []
    while left:
        best = boxes[left[0]]
        group = [k for k in left if iou([best], [boxes[k]])[0, 0] > overlap]
        left = [k for k in left if k not in group]
        total = sum(scores[k] for k in group)
        result.append(sum(scores[k] * boxes[k] for k in group) / total)
    return result


@right(exercise.blend)
def with_average(boxes, scores, overlap):
    free, blended = np.ones(len(boxes), bool), []
    overlaps = iou(boxes, boxes)
    for kept in non_maximum_suppression(boxes, scores, overlap):
        group = free & (overlaps[kept] > overlap)
        blended.append(np.average(boxes[group], axis=0, weights=scores[group]))
        free &= ~group
    return np.array(blended)


@wrong(exercise.blend, "that is suppression")
def suppresses(boxes, scores, overlap):
    return boxes[non_maximum_suppression(boxes, scores, overlap)]


@wrong(exercise.blend, "that is the plain mean")
def unweighted(boxes, scores, overlap):
    order = np.argsort(-scores)
    return with_average_of(boxes[order], scores[order], overlap, np.ones_like(scores))


def with_average_of(boxes, scores, overlap, weights):
    free, blended = np.ones(len(boxes), bool), []
    for kept in range(len(boxes)):
        if free[kept]:
            group = free & (iou(boxes[[kept]], boxes)[0] > overlap)
            blended.append(np.average(boxes[group], axis=0, weights=weights[group]))
            free &= ~group
    return blended


@wrong(exercise.blend, "begin with the *best* score")
def worst_first(boxes, scores, overlap):
    order = np.argsort(scores)
    boxes, scores = boxes[order], scores[order]
    return with_average_of(boxes, scores, overlap, scores)


@wrong(exercise.blend, "a box counted in two groups")
def used_twice(boxes, scores, overlap):
    overlaps = iou(boxes, boxes)
    return [
        np.average(boxes[near], axis=0, weights=scores[near])
        for near in overlaps[non_maximum_suppression(boxes, scores, overlap)] > overlap
    ]


@wrong(exercise.blend, "all boxes became one")
def one_for_all(boxes, scores, overlap):
    return [np.average(boxes, axis=0, weights=scores)]


@wrong(exercise.blend, "it stops with")
def cannot_weigh(boxes, scores, overlap):
    return with_average_of(boxes, scores, overlap, scores[:-1])


def grouped(boxes, scores, overlap, joins, order):
    """Groups as in a loop over boxes in this order; joins decides who is in."""
    left, groups = list(order), []
    while left:
        shared = iou(boxes[[left[0]]], boxes[left])[0]
        group = [left[0]]
        group += [k for k, s in zip(left[1:], shared[1:], strict=True) if joins(s)]
        groups.append(group)
        left = [k for k in left if k not in group]
    return groups


@wrong(exercise.blend, "only more counts")
def from_the_overlap_on(boxes, scores, overlap):
    order = np.argsort(-scores, kind="stable")
    groups = grouped(boxes, scores, overlap, lambda s: s >= overlap, order)
    return [np.average(boxes[g], axis=0, weights=scores[g]) for g in groups]


@wrong(exercise.blend, "the best box of a group is a member as well")
def best_is_left_out(boxes, scores, overlap):
    order = np.argsort(-scores, kind="stable")
    groups = grouped(boxes, scores, overlap, lambda s: s > overlap, order)
    groups = [group[1:] or group for group in groups]
    return [np.average(boxes[g], axis=0, weights=scores[g]) for g in groups]


@wrong(exercise.blend, "the boxes are taken as they come")
def unsorted(boxes, scores, overlap):
    order = range(len(boxes))
    groups = grouped(boxes, scores, overlap, lambda s: s > overlap, order)
    return [np.average(boxes[g], axis=0, weights=scores[g]) for g in groups]
