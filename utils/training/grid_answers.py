"""A detector's grid of answers: what its cells should say, its loss, and its boxes.

Lesson 14 writes these out, and explains them. Here the grid may have any stride and any
number of rows and columns. Each cell gives 1 + 4 + n numbers: objectness, the logarithm
of the distances to left, top, right and bottom in strides, and n classes.
"""

import keras
import numpy as np
from keras import ops
from scipy.special import expit, softmax

from utils.arrays.boxes import non_maximum_suppression


def wanted_answers(boxes, labels, rows, columns, stride):
    """Return what the cells of a picture should say: (rows, columns, 6), float32.

    boxes: (n, 4), labels: (n,). For each cell 1 if it answers, the distances in pixels
    to left, top, right and bottom, and the label. The cells in the middle half of a box
    answer for it, or else those within half a stride of its middle; the smallest box
    has the last word.
    """
    boxes = np.asarray(boxes, np.float32).reshape(-1, 4)
    y, x = (np.indices((rows, columns)) + 0.5) * stride
    wanted = np.zeros((rows, columns, 6), np.float32)
    sizes = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    for k in np.argsort(-sizes, kind="stable"):
        x1, y1, x2, y2 = boxes[k]
        across = np.abs(x - (x1 + x2) / 2) <= max((x2 - x1) / 4, stride / 2)
        along = np.abs(y - (y1 + y2) / 2) <= max((y2 - y1) / 4, stride / 2)
        answers = np.stack(
            [x * 0 + 1, x - x1, y - y1, x2 - x, y2 - y, x * 0 + labels[k]], axis=-1
        )
        wanted[across & along] = answers[across & along]
    return wanted


def distances(raw, stride):
    """Return the distances to left, top, right and bottom, in pixels: (…, 4)."""
    return stride * ops.exp(ops.clip(raw[..., 1:5], -4, 4))


def grid_loss(stride):
    """Return the loss of a grid of answers: a function of what is wanted and given."""

    def loss(wanted, raw):
        answers = wanted[..., 0]
        there = keras.losses.binary_crossentropy(
            wanted[..., :1], raw[..., :1], from_logits=True
        )
        box = 1 - _seen_from_centre(distances(raw, stride), wanted[..., 1:5])
        label = keras.losses.sparse_categorical_crossentropy(
            wanted[..., 5], raw[..., 5:], from_logits=True
        )
        return ops.sum(there + answers * (box + label)) / ops.maximum(
            ops.sum(answers), 1
        )

    return loss


def _seen_from_centre(a, b):
    """IoU of two boxes around one point, (…, 4) distances each."""
    least, sums = ops.minimum(a, b), lambda d: d[..., :2] + d[..., 2:]
    shared = ops.prod(sums(least), axis=-1)
    areas = ops.prod(sums(a), axis=-1) + ops.prod(sums(b), axis=-1)
    return shared / (areas - shared + 1e-6)


def found_in(raw, stride, least=0.05, overlap=0.45):
    """Return what a grid of answers finds: boxes (k, 4), scores (k,), labels (k,).

    raw: (rows, columns, 1 + 4 + n). A cell's score is its objectness times the share
    of its likeliest class. Cells below `least` are left out, and of boxes of one class
    that overlap by more than `overlap` only the best is kept.
    """
    raw = np.asarray(raw, dtype=float)
    y, x = (np.indices(raw.shape[:2]) + 0.5) * stride
    shares = softmax(raw[..., 5:], axis=-1)
    scores = expit(raw[..., 0]) * shares.max(axis=-1)
    left, top, right, bottom = np.moveaxis(np.asarray(distances(raw, stride)), -1, 0)
    boxes = np.stack([x - left, y - top, x + right, y + bottom], axis=-1)
    sure = scores >= least
    boxes, scores, labels = boxes[sure], scores[sure], shares.argmax(axis=-1)[sure]
    kept = non_maximum_suppression(boxes, scores, overlap, labels)
    return boxes[kept], scores[kept], labels[kept]
