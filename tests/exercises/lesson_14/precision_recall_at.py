"""Answers to `precision_recall_at`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14 as exercise


@right(exercise.precision_recall_at)
def counted_one_by_one(scores, hits, total, threshold):
    boxes = found = 0
    for score, hit in zip(scores, hits, strict=True):
        if score >= threshold:
            boxes, found = boxes + 1, found + int(hit)
    return (found / boxes if boxes else 1), found / total


@right(exercise.precision_recall_at)
def without_picking(scores, hits, total, threshold):
    stays = scores >= threshold
    found = np.sum(stays & hits)
    return np.where(stays.any(), found / max(stays.sum(), 1), 1.0), found / total


@wrong(exercise.precision_recall_at, "also of those that no box hit")
def among_all_hits(scores, hits, total, threshold):
    left = hits[scores >= threshold]
    precision = left.mean() if len(left) else 1.0
    return precision, left.sum() / max(hits.sum(), 1)


@wrong(exercise.precision_recall_at, "not of all")
def precision_of_all(scores, hits, total, threshold):
    found = hits[scores >= threshold].sum()
    return (found / len(hits) if len(hits) else 1.0), found / total


@wrong(exercise.precision_recall_at, "exactly at the threshold stays")
def only_above(scores, hits, total, threshold):
    left = hits[scores > threshold]
    return (left.mean() if len(left) else 1.0), left.sum() / total


@wrong(exercise.precision_recall_at, "turn the comparison round")
def those_below(scores, hits, total, threshold):
    left = hits[scores < threshold]
    return (left.mean() if len(left) else 1.0), left.sum() / total


@wrong(exercise.precision_recall_at, "precision is 1 then")
def nothing_is_nothing(scores, hits, total, threshold):
    left = hits[scores >= threshold]
    return (left.mean() if len(left) else 0.0), left.sum() / total


@wrong(exercise.precision_recall_at, "recall comes first")
def the_other_way_round(scores, hits, total, threshold):
    left = hits[scores >= threshold]
    return left.sum() / total, (left.mean() if len(left) else 1.0)


@wrong(exercise.precision_recall_at, "also of those that no box hit")
def among_all_hits_unguarded(scores, hits, total, threshold):
    left = hits[scores >= threshold]
    with np.errstate(invalid="ignore"):
        return (left.mean() if len(left) else 1.0), left.sum() / hits.sum()


@wrong(exercise.precision_recall_at, "if no box stays, this is 0 / 0")
def divides_in_any_case(scores, hits, total, threshold):
    stays = scores >= threshold
    with np.errstate(invalid="ignore"):
        return hits[stays].sum() / stays.sum(), hits[stays].sum() / total
