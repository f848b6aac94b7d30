"""Find the ink of one digit in a drawing or photo, or say why it cannot be found."""

from itertools import permutations

import numpy as np
from scipy import ndimage

LEAST_CONTRAST = 0.05  # between pen and ground, of 0..1
DARKEST_GROUND = 0.25  # below it, a camera's noise would be taken for ink
WINDOWS = (1 / 2, 1 / 4, 1 / 8)  # of the longer side: what is wider counts as ground
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)  # of the strongest ink
SMALLEST = 0.06  # a digit's longer side, as a share of the picture's

# As shares of the digit's longer side:
SPECK = 0.2  # what is smaller is dropped
NEAR = 0.2  # as far from the rest of it may a stroke be
TOUCHING = 0.05  # nearer than this, what lies along the border may be part of it
TALL = 0.6  # two strokes as tall as this, side by side, are two digits
MOST_FILLED = 0.6  # of the square round a digit; 0.1 % of MNIST's fill more
STABLE = 0.85  # of a digit is left at the next threshold
SHARP = 0.85  # of its rim, where brightness changes at once

NO_INK = (
    "The image holds no digit, all its pixels are about equally bright: draw one with "
    "a pen that stands out from the ground."
)
BORDER = (
    "The image holds no digit that stands clear of its border: cut away what lies "
    "round the digit (desk, frame, shadow, lines), or draw it on blank paper."
)
SHADOW = (
    "The image holds no strokes of a pen that end sharply, more of a shadow: draw one "
    "digit, and take the photo in even light."
)
SHEET = (
    "The image holds no strokes of a pen, but something broad such as a sheet of "
    "paper: cut away what lies round the digit."
)
PARTS = (
    "The image holds ink in several places, far apart: prepare_digit takes one digit, "
    "so cut the others away."
)


def digit_ink(image):
    """Return the ink of the one digit in a picture: 0 elsewhere, 1 at its strongest.

    image: float (height, width) in 0..1, dark on light or light on dark.
    What is wider than a pen's stroke is ground (grey closing), a shadow or a dark desk
    too. What then touches the border is no digit, nor is a frame round something, nor
    a speck. The closing's window shrinks and the threshold rises until one digit is
    left, much the same at two thresholds in a row. Raises ValueError if none ever is.
    Sources: J. Serra (1982), Image analysis and mathematical morphology (closing); J.
    Matas et al. (2002), Maximally stable extremal regions (stable over thresholds).
    """
    if np.ptp(_smooth(image)) <= LEAST_CONTRAST:
        raise ValueError(NO_INK)
    is_dark_on_light = _is_dark_on_light(image)
    ink, fault = _dark_ink(image if is_dark_on_light else 1 - image)
    if fault is SHEET and not is_dark_on_light:  # what is light is the paper
        ink, fault = _dark_ink(image)
    if fault:
        raise ValueError(fault)
    return ink


def _smooth(image):
    """Return the picture without its grain."""
    return ndimage.gaussian_filter(image, max(image.shape) / 400)


def _dark_ink(image):
    """Return (the ink of the one dark digit, None) or (None, the usual fault)."""
    steps = ndimage.morphological_gradient(_smooth(image), 7)
    faults = []
    for window in WINDOWS:
        ink = _above_ground(image, round(window * max(image.shape)))
        smooth = _smooth(ink)
        if smooth.max() <= LEAST_CONTRAST:
            faults.append(NO_INK)
            continue
        found = None
        for threshold in THRESHOLDS:
            digit, fault = _only_digit(smooth >= threshold * smooth.max())
            if fault is None:
                strong = digit & (smooth >= smooth[digit].max() / 2)
                fault = _no_stroke(strong, steps)
            if fault is SHEET:
                return None, fault
            is_digit = fault is None
            if is_digit and found is not None and digit.sum() > STABLE * found.sum():
                return _cut_out(ink, found, smooth[found].max()), None
            found = digit if is_digit else None
            faults.append(fault or SHADOW)
    return None, max(faults, key=faults.count)


def _cut_out(ink, digit, strongest):
    """Return the ink of the digit alone, with its soft edges, 1 at its strongest."""
    near = ndimage.binary_dilation(digit, iterations=2)
    ink = np.where(near, np.minimum(ink / strongest, 1), 0)
    return np.where(ink >= THRESHOLDS[0], ink, 0)


def _no_stroke(strong, steps):
    """Return why strong ink cannot be a pen's, None if it can.

    steps: how much brightness changes about each pixel. A shadow ends softly somewhere.
    """
    rows, columns = np.nonzero(strong)
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    if len(rows) > MOST_FILLED * side**2:
        return SHEET
    rim = steps[strong & ~ndimage.binary_erosion(strong, border_value=1)]
    if np.mean(rim > max(0.2 * np.percentile(rim, 90), LEAST_CONTRAST)) < SHARP:
        return SHADOW
    return None


def _is_dark_on_light(image):
    """Return whether what differs most from its wide surroundings is darker."""
    step = -(-max(image.shape) // 48)
    small = image[::step, ::step]
    difference = small - ndimage.median_filter(small, max(small.shape) // 3)
    return np.sum(difference**3) <= 0


def _above_ground(image, window):
    """Return how much darker than its ground each pixel is, a share of the ground."""
    ground = ndimage.grey_closing(_smooth(image), (window, window), mode="reflect")
    ink = 1 - image / np.maximum(ground, DARKEST_GROUND)
    return np.maximum(ink - np.percentile(ink, 25), 0)


def _only_digit(mask):
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
    distance = ndimage.distance_transform_edt(labels != main + 1)
    gaps = ndimage.minimum(distance, labels, range(1, count + 1)) / lengths[main]
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
    """As _only_digit, if the longest part is a stroke that runs over the border."""
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
