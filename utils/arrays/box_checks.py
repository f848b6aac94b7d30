"""Boxes, scores and labels that somebody gave, checked; see `utils.arrays.boxes`.

Each returns what it was given as an array, or raises ValueError with one sentence.
"""

import numpy as np


def as_boxes(boxes, name="boxes"):
    """Return the boxes as float64 of shape (n, 4), checked; name: for the sentence."""
    numbers = _numbers(boxes, name)
    if numbers.shape in ((0,), (0, 4)):
        return np.empty((0, 4))
    if numbers.ndim != 2:
        raise ValueError(
            f"{name} needs the shape (n, 4), a row (x1, y1, x2, y2) for each box, not "
            f"{numbers.shape}: a single box stands in a list, too."
        )
    return of_corners(numbers, name)


def of_corners(boxes, name):
    """Return (..., 4) as float64: x2 is at least x1, y2 at least y1."""
    boxes = _with_four_numbers(boxes, name)
    if np.any(boxes[..., 2:] < boxes[..., :2]):
        raise ValueError(
            f"{name} holds one whose second corner lies before the first: x2 must be "
            "at least x1, and y2 at least y1."
        )
    return boxes


def of_sizes(boxes):
    """Return (..., 4) as float64: the last two are a width and a height."""
    boxes = _with_four_numbers(boxes, "boxes")
    if np.any(boxes[..., 2:] < 0):
        raise ValueError("boxes holds a width or a height below 0.")
    return boxes


def _with_four_numbers(boxes, name):
    boxes = _numbers(boxes, name)
    if boxes.shape[-1:] != (4,):
        raise ValueError(
            f"{name} needs four numbers for each box, not the shape {boxes.shape}."
        )
    return boxes


def _numbers(values, name):
    """The values as float64, all of them finite."""
    try:
        numbers = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    if not np.all(np.isfinite(numbers)):
        raise ValueError(f"{name} must hold finite numbers only, as many in each row.")
    return numbers


def as_scores(scores, count):
    """Return the scores as float64 of shape (count,)."""
    return _one_each(_numbers(scores, "scores"), "scores", count)


def as_labels(labels, count):
    """Return the labels, of any kind, as an array of shape (count,)."""
    return _one_each(np.asarray(labels), "labels", count)


def _one_each(values, name, count):
    if values.shape != (count,):
        raise ValueError(
            f"{name} needs one for each box, the shape ({count},), not {values.shape}."
        )
    return values


def as_share(threshold):
    """Return the threshold, a number from 0 to 1."""
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, not {threshold!r}.")
    return threshold


def as_images(found, truths):
    """Return (boxes, scores, labels, true boxes, true labels) of each image, arrays."""
    found, truths = list(found), list(truths)
    if len(found) != len(truths) or not found:
        raise ValueError(
            "found and truths need an entry for each image, and the same ones, not "
            f"{len(found)} and {len(truths)}."
        )
    return [
        _as_image(n, *both) for n, both in enumerate(zip(found, truths, strict=True))
    ]


def _as_image(number, here, there):
    if len(here) != 3 or len(there) != 2:
        raise ValueError(
            f"Image {number} needs (boxes, scores, labels) in found, and (boxes, "
            f"labels) in truths, not {len(here)} and {len(there)} parts."
        )
    boxes, true_boxes = as_boxes(here[0]), as_boxes(there[0], "true boxes")
    scores, labels = as_scores(here[1], len(boxes)), as_labels(here[2], len(boxes))
    return boxes, scores, labels, true_boxes, as_labels(there[1], len(true_boxes))
