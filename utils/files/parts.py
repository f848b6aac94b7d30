"""Which of the parts of a mask are one digit, or why none are."""

from itertools import permutations

import numpy as np
from scipy import ndimage

SMALLEST = 0.06  # a digit's longer side, as a share of the picture's

# As shares of the digit's longer side:
SPECK = 0.2  # what is smaller is dropped
NEAR = 0.2  # as far from the rest of it may a stroke be
TOUCHING = 0.05  # nearer than this, what lies along the border may be part of it
TALL = 0.6  # two strokes as tall as this, side by side, are two digits

NO_INK = (
    "The image holds no digit, all its pixels are about equally bright: draw one with "
    "a pen that stands out from the ground."
)
BORDER = (
    "The image holds no digit that stands clear of its border: cut away what lies "
    "round the digit (desk, frame, shadow, lines), or draw it on blank paper."
)
PARTS = (
    "The image holds ink in several places, far apart: prepare_digit takes one digit, "
    "so cut the others away."
)


def only_digit(mask):
    """Return (the part of a mask that is the one digit, None) or (None, the fault)."""
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    boxes = ndimage.find_objects(labels)
    lengths = np.array([max(_sides(box)) for box in boxes])
    border = set(np.unique(_rim(labels)) - 1)
    frames = _frames(boxes, lengths, SMALLEST * max(mask.shape))
    inside = [n for n in range(count) if n not in border | frames]
    main = max(inside, key=lengths.__getitem__, default=None)
    if main is None or lengths[main] < SMALLEST * max(mask.shape):
        return _stroke_over_the_border(labels, lengths)
    gaps = _distances(labels, count, main) / lengths[main]
    sizes = lengths / lengths[main]
    kept = [main]
    for n in range(count):
        if n in frames:
            continue
        if n in border:
            if gaps[n] < TOUCHING and sizes[n] > SPECK:
                return None, BORDER
        elif sizes[n] < SPECK:
            if gaps[n] < NEAR / 2:
                kept.append(n)
        elif n != main and (gaps[n] > NEAR or _side_by_side(boxes[n], boxes[main])):
            return None, PARTS
        else:
            kept.append(n)
    return np.isin(labels, np.array(kept) + 1), None


def _distances(labels, count, main):
    """Return how far each of the parts is from the main one, in pixels."""
    if count == 1:
        return np.zeros(1)
    distance = ndimage.distance_transform_edt(labels != main + 1)
    inked = labels > 0
    nearest = np.full(count, np.inf)
    np.minimum.at(nearest, labels[inked] - 1, distance[inked])
    return nearest


def _rim(labels):
    """Return the labels of all pixels along the border of the picture."""
    return np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])


def _frames(boxes, lengths, smallest):
    """Return the parts that go round another part, one that is no speck."""
    return {
        n
        for n, m in permutations(np.flatnonzero(lengths >= smallest), 2)
        if lengths[m] > 0.3 * lengths[n] and _holds(boxes[n], boxes[m])
    }


def _stroke_over_the_border(labels, lengths):
    """As only_digit, if the longest part is a stroke that runs over the border."""
    if not len(lengths):
        return None, NO_INK
    main = lengths.argmax() + 1
    is_alone = np.sum(lengths > SPECK * lengths.max()) == 1
    is_long = lengths.max() >= min(labels.shape) / 2
    if not (is_alone and is_long and np.mean(_rim(labels) == main) < 0.08):
        return None, BORDER
    return labels == main, None


def _sides(box):
    return [side.stop - side.start for side in box]


def _holds(outer, inner):
    """Return whether one box lies within the other on all four sides."""
    return all(
        o.start < i.start and i.stop < o.stop for o, i in zip(outer, inner, strict=True)
    )


def _side_by_side(box, other):
    """Return whether both are tall, and one stands to the right of the other."""
    (rows, columns), (other_rows, other_columns) = box, other
    height = max(rows.stop, other_rows.stop) - min(rows.start, other_rows.start)
    apart = columns.stop <= other_columns.start or other_columns.stop <= columns.start
    return apart and min(_sides(box)[0], _sides(other)[0]) > TALL * height
