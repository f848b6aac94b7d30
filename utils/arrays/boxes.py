"""Boxes around objects: how much two overlap, and how good a detector's boxes are.

A box is (x1, y1, x2, y2), two corners in pixels that need not be whole; its area is
(x2 - x1)(y2 - y1). What was found in an image is (boxes (n, 4), scores (n,), labels
(n,)), what is there is (boxes (k, 4), labels (k,)); `found` and `truths` are lists of
these, one for each image. Lesson 14 writes all of it out. Empty lists are fine;
everything raises ValueError for what is no box, no number or does not fit together.

Sources: M. Everingham and others, "The PASCAL visual object classes (VOC) challenge",
IJCV 88, 2010, for average precision; T.-Y. Lin and others, "Microsoft COCO: common
objects in context", ECCV 2014, whose evaluation (pycocotools) gives the same numbers.
"""

from typing import NamedTuple

import numpy as np

from utils.arrays.box_checks import (
    as_boxes,
    as_images,
    as_labels,
    as_scores,
    as_share,
    of_corners,
    of_sizes,
)

RECALLS = np.linspace(0, 1, 101)  # at which COCO reads a curve
MOST = 100  # boxes of a class in an image that COCO looks at


class Curve(NamedTuple):
    """A point for each found box, the best score first: all down to it are taken."""

    precision: np.ndarray  # share of the boxes taken that are right
    recall: np.ndarray  # share of the true boxes that are found
    scores: np.ndarray  # of the last box taken


def to_centre_size(boxes):
    """Corners (..., 4) -> centres and sizes (..., 4): (x, y, width, height)."""
    boxes = of_corners(boxes, "boxes")
    start, end = boxes[..., :2], boxes[..., 2:]
    return np.concatenate([(start + end) / 2, end - start], axis=-1)


def from_centre_size(boxes):
    """Centres and sizes (x, y, width, height) -> corners, both (..., 4)."""
    boxes = of_sizes(boxes)
    centre, half = boxes[..., :2], boxes[..., 2:] / 2
    return np.concatenate([centre - half, centre + half], axis=-1)


def to_corner_size(boxes):
    """Corners (..., 4) -> first corners and sizes (..., 4), as COCO's files have it."""
    boxes = of_corners(boxes, "boxes")
    return np.concatenate([boxes[..., :2], boxes[..., 2:] - boxes[..., :2]], axis=-1)


def from_corner_size(boxes):
    """First corners and sizes (x, y, width, height) -> corners, both (..., 4)."""
    boxes = of_sizes(boxes)
    return np.concatenate([boxes[..., :2], boxes[..., :2] + boxes[..., 2:]], axis=-1)


def iou(boxes, others):
    """Return intersection over union of each box with each other: (n, 4), (m, 4).

    The result is (n, m), 0 where two do not overlap or only touch, 1 where they are
    the same. A box without area overlaps nothing, not even itself.
    """
    return _iou(as_boxes(boxes), as_boxes(others, "others"))


def non_maximum_suppression(boxes, scores, threshold=0.5, labels=None):
    """Keep the best box, drop all that overlap it by more than threshold, and so on.

    boxes (n, 4), scores (n,). labels (n,): then only boxes of one label drop each
    other. Returns the indices of the boxes kept, best first; of equal scores the first.
    """
    boxes, threshold = as_boxes(boxes), as_share(threshold)
    overlaps = _iou(boxes, boxes)
    if labels is not None:
        labels = as_labels(labels, len(boxes))
        overlaps[labels[:, np.newaxis] != labels] = 0
    kept, is_left = [], np.ones(len(boxes), dtype=bool)
    for best in _best_first(as_scores(scores, len(boxes))):
        if is_left[best]:
            kept.append(best)
            is_left &= overlaps[best] <= threshold
    return np.array(kept, dtype=int)


def match(boxes, scores, truths, threshold=0.5, labels=None, true_labels=None):
    """Return which true box each box finds: (n,) of indices, -1 for none.

    The best score chooses first, and takes the true box with the largest IoU of those
    that are still free, if it is at least threshold. So a true box is found once, and
    who finds it again is wrong. boxes (n, 4), scores (n,), truths (k, 4). labels (n,)
    and true_labels (k,): then only a box of the same label is found.
    """
    boxes, truths = as_boxes(boxes), as_boxes(truths, "truths")
    overlaps, threshold = _iou(boxes, truths), as_share(threshold)
    if labels is not None or true_labels is not None:
        labels = as_labels(labels, len(boxes))
        true_labels = as_labels(true_labels, len(truths))
        overlaps[labels[:, np.newaxis] != true_labels] = -1
    matched = np.full(len(boxes), -1)
    order = _best_first(as_scores(scores, len(boxes)))
    for box in order if len(truths) else ():
        # of equal ones the last, as in pycocotools
        best = len(truths) - 1 - np.argmax(overlaps[box, ::-1])
        if overlaps[box, best] >= threshold:
            matched[box] = best
            overlaps[:, best] = -1  # taken
    return matched


def curve(scores, is_right, true_boxes):
    """Return the Curve of boxes with scores (n,) that are right or not, (n,) of bool.

    true_boxes: how many there are to be found, at least one.
    """
    if true_boxes < 1:
        raise ValueError("There is no true box to be found, so there is no recall.")
    is_right = np.asarray(is_right, dtype=bool)
    scores = as_scores(scores, len(is_right))
    order = _best_first(scores)
    right = np.cumsum(is_right[order])
    taken = np.arange(1, len(order) + 1)
    return Curve(right / taken, right / true_boxes, scores[order])


def precision_recall(found, truths, threshold=0.5, label=None):
    """Return the Curve of one label, or of all boxes as if they had the same: None.

    Raises ValueError where no true box has the label: there is no recall then.
    """
    judged = _judged(found, truths, threshold, with_labels=label is not None)
    return judged.curve(0 if label is None else label)


def average_precision(precision, recall):
    """Return the mean of `precision_at_recalls`: the area under the curve."""
    return float(precision_at_recalls(precision, recall).mean())


def precision_at_recalls(precision, recall):
    """Return the best precision at each of 101 recalls, 0 to 1, or above it: (101,).

    precision, recall: (n,), as `precision_recall` gives them. Where a recall is never
    reached, its precision is 0.
    """
    precision, recall = (np.asarray(a, dtype=float) for a in (precision, recall))
    if precision.ndim != 1 or precision.shape != recall.shape:
        raise ValueError(
            "precision and recall need one number each for every box, not the shapes "
            f"{precision.shape} and {recall.shape}."
        )
    if not np.all(recall[1:] >= recall[:-1]):
        raise ValueError("recall must not fall: sort the boxes, best score first.")
    best_from_here = np.maximum.accumulate(precision[::-1])[::-1]
    reached_at = np.searchsorted(recall, RECALLS)
    return np.append(best_from_here, 0)[reached_at]


def average_precisions(found, truths, threshold=0.5):
    """Return the average precision of each label that a true box has, as a dict."""
    judged = _judged(found, truths, threshold)
    labels = sorted(set(judged.true_labels.tolist()))
    if not labels:
        raise ValueError("There is no true box: without one there is nothing to find.")
    return {label: average_precision(*judged.curve(label)[:2]) for label in labels}


def mean_average_precision(found, truths, threshold=0.5):
    """Return mAP: the mean of `average_precisions`, of every label the same weight."""
    return float(np.mean([*average_precisions(found, truths, threshold).values()]))


class _Judged(NamedTuple):
    """The boxes of all images, and the labels of all true ones."""

    scores: np.ndarray
    is_right: np.ndarray
    labels: np.ndarray
    true_labels: np.ndarray

    def curve(self, label):
        has_label = self.labels == label
        wanted = np.count_nonzero(self.true_labels == label)
        return curve(self.scores[has_label], self.is_right[has_label], wanted)


def _judged(found, truths, threshold, with_labels=True):
    """Match the boxes of each image; without labels, as if all had the label 0."""
    threshold = as_share(threshold)
    judged = _Judged([], [], [], [])
    for boxes, scores, labels, true_boxes, true_labels in as_images(found, truths):
        if not with_labels:
            labels, true_labels = np.zeros(len(labels)), np.zeros(len(true_labels))
        counted = _best_of_each_label(scores, labels)
        boxes, scores, labels = boxes[counted], scores[counted], labels[counted]
        matched = match(boxes, scores, true_boxes, threshold, labels, true_labels)
        parts = scores, matched >= 0, labels, true_labels
        for all_parts, part in zip(judged, parts, strict=True):
            all_parts.extend(part.tolist())
    return _Judged(*map(np.array, judged))


def _best_of_each_label(scores, labels):
    """The indices of the boxes that COCO looks at."""
    if len(scores) <= MOST:
        return np.arange(len(scores))
    best = _best_first(scores)
    of_each = [best[labels[best] == label][:MOST] for label in np.unique(labels)]
    return np.concatenate(of_each)


def _iou(boxes, others):
    boxes = boxes[:, np.newaxis]
    start = np.maximum(boxes[..., :2], others[:, :2])
    end = np.minimum(boxes[..., 2:], others[:, 2:])
    sides = np.maximum(end - start, 0)
    intersection = sides[..., 0] * sides[..., 1]
    union = _area(boxes) + _area(others) - intersection
    return np.divide(
        intersection, union, out=np.zeros_like(union), where=intersection > 0
    )


def _area(boxes):
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])


def _best_first(scores):
    return np.argsort(-scores, kind="stable")
