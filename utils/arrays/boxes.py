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
    return _match(overlaps, as_scores(scores, len(boxes)), threshold)


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
    return _curve(_images(found, truths), as_share(threshold), label)


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
    images, threshold = _images(found, truths), as_share(threshold)
    labels = {label for image in images for label in image.true_labels.tolist()}
    if not labels:
        raise ValueError("There is no true box: without one there is nothing to find.")
    return {
        label: average_precision(*_curve(images, threshold, label)[:2])
        for label in sorted(labels)
    }


def mean_average_precision(found, truths, threshold=0.5):
    """Return mAP: the mean of `average_precisions`, of every label the same weight."""
    return float(np.mean([*average_precisions(found, truths, threshold).values()]))


class _Image(NamedTuple):
    boxes: np.ndarray
    scores: np.ndarray
    labels: np.ndarray
    true_boxes: np.ndarray
    true_labels: np.ndarray


def _images(found, truths):
    """One _Image for each image, checked."""
    found, truths = list(found), list(truths)
    if len(found) != len(truths) or not found:
        raise ValueError(
            "found and truths need an entry for each image, and the same ones, not "
            f"{len(found)} and {len(truths)}."
        )
    images = []
    for number, (here, there) in enumerate(zip(found, truths, strict=True)):
        if len(here) != 3 or len(there) != 2:
            raise ValueError(
                f"Image {number} needs (boxes, scores, labels) in found and (boxes, "
                f"labels) in truths, not {len(here)} and {len(there)} parts."
            )
        boxes, true_boxes = as_boxes(here[0]), as_boxes(there[0], "true boxes")
        scores = as_scores(here[1], len(boxes))
        labels = as_labels(here[2], len(boxes))
        true_labels = as_labels(there[1], len(true_boxes))
        images.append(_Image(boxes, scores, labels, true_boxes, true_labels))
    return images


def _curve(images, threshold, label):
    """The Curve of one label; None: of all."""
    all_scores, all_right, wanted = [], [], 0
    for boxes, scores, labels, true_boxes, true_labels in images:
        if label is not None:
            true_boxes = true_boxes[true_labels == label]
            boxes, scores = boxes[labels == label], scores[labels == label]
        best = _best_first(scores)[:MOST]
        matched = _match(_iou(boxes[best], true_boxes), scores[best], threshold)
        all_scores.append(scores[best])
        all_right.append(matched >= 0)
        wanted += len(true_boxes)
    return curve(np.concatenate(all_scores), np.concatenate(all_right), wanted)


def _match(overlaps, scores, threshold):
    overlaps = overlaps.copy()  # with the true boxes that are free; -1: taken
    matched = np.full(len(scores), -1)
    for box in _best_first(scores) if overlaps.size else ():
        # of equal ones the last, as in pycocotools
        best = overlaps.shape[1] - 1 - np.argmax(overlaps[box, ::-1])
        if overlaps[box, best] >= threshold:
            matched[box] = best
            overlaps[:, best] = -1
    return matched


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
