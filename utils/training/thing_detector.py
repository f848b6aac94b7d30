"""Dive 14d's detector of things: what a cell should say, how it is read, its loss.

The dive writes it out; a test compares the two. Scenes are cut into cells of STRIDE ×
STRIDE pixels, and each cell says whether a thing's middle is there and how far the four
sides of its box are.
"""

import keras
import numpy as np
from keras import ops

STRIDE = 8


def wanted_answers(boxes, rows, columns):
    """What the cells of a picture should say: (rows, columns, 5).

    For each cell 1 if it answers, distances to left, top, right and bottom.
    """
    y, x = (np.indices((rows, columns)) + 0.5) * STRIDE  # the cells' centres
    wanted = np.zeros((rows, columns, 5), np.float32)
    sizes = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    for x1, y1, x2, y2 in boxes[np.argsort(-sizes)]:  # the smallest has the last word
        across = np.abs(x - (x1 + x2) / 2) <= max((x2 - x1) / 4, STRIDE / 2)
        along = np.abs(y - (y1 + y2) / 2) <= max((y2 - y1) / 4, STRIDE / 2)
        sides = np.stack([x - x1, y - y1, x2 - x, y2 - y], axis=-1)
        wanted[across & along, 0] = 1
        wanted[across & along, 1:] = sides[across & along]
    return wanted


def distances(raw):
    """To left, top, right and bottom, in pixels, from a cell's raw numbers."""
    return STRIDE * ops.exp(ops.clip(raw[..., 1:5], -4, 4))


def seen_from_centre(a, b):
    """IoU of two boxes around one point, (…, 4) distances each."""
    least, sums = ops.minimum(a, b), lambda d: d[..., :2] + d[..., 2:]
    shared = ops.prod(sums(least), axis=-1)
    areas = ops.prod(sums(a), axis=-1) + ops.prod(sums(b), axis=-1)
    return shared / (areas - shared + 1e-6)


def detection_loss(wanted, raw):
    answers = wanted[..., 0]
    there = keras.losses.binary_crossentropy(
        wanted[..., :1], raw[..., :1], from_logits=True
    )
    box = 1 - seen_from_centre(distances(raw), wanted[..., 1:5])
    return ops.sum(there + answers * box) / ops.maximum(ops.sum(answers), 1)
