"""Find the ink of one digit in a drawing or photo, or say why it cannot be found."""

import numpy as np
from scipy import ndimage

from utils.files.parts import NO_INK, only_digit

LEAST_CONTRAST = 0.05  # between pen and ground, of 0..1
DARKEST_GROUND = 0.25  # below it, a camera's noise would be taken for ink
WINDOWS = (1 / 2, 1 / 4, 1 / 8)  # of the longer side: what is wider counts as ground
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)  # of the strongest ink
STRONG = 0.5  # of the strongest ink: what is weaker is a stroke's soft edge

# As shares of the digit's longer side:
MOST_FILLED = 0.6  # of the square round a digit; 0.1 % of MNIST's fill more
STABLE = 0.85  # of a digit is left at the next threshold
SHARP = 0.85  # of its rim, where brightness changes at once

SHADOW = (
    "The image holds no strokes of a pen that end sharply, more of a shadow: draw one "
    "digit, and take the photo in even light."
)
SHEET = (
    "The image holds no strokes of a pen, but something broad such as a sheet of "
    "paper: cut away what lies round the digit."
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


def canvas_ink(ink):
    """As digit_ink, for a canvas that holds ink (0 none, 1 full) and no ground."""
    strongest = ink.max()
    if strongest <= LEAST_CONTRAST:
        raise ValueError(NO_INK)
    ink = ink / strongest
    digit, fault = only_digit(ink >= THRESHOLDS[0])
    if fault is None and _is_broad(digit & (ink >= STRONG)):
        fault = SHEET
    if fault:
        raise ValueError(fault)
    return np.where(digit, ink, 0)


def _smooth(image):
    """Return the picture without its grain."""
    return ndimage.gaussian_filter(image, max(image.shape) / 400)


def _dark_ink(image):
    """Return (the ink of the one dark digit, None) or (None, the usual fault)."""
    without_grain = _smooth(image)
    steps = ndimage.morphological_gradient(without_grain, 7)
    faults = []
    for window in WINDOWS:
        window = round(window * max(image.shape))
        ink = _above_ground(image, without_grain, window)
        smooth = _smooth(ink)
        if smooth.max() <= LEAST_CONTRAST:
            faults.append(NO_INK)
            continue
        found = None
        for threshold in THRESHOLDS:
            digit, fault = only_digit(smooth >= threshold * smooth.max())
            if fault is None:
                strong = digit & (smooth >= STRONG * smooth[digit].max())
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
    if _is_broad(strong):
        return SHEET
    rim = steps[strong & ~ndimage.binary_erosion(strong, border_value=1)]
    if np.mean(rim > max(0.2 * np.percentile(rim, 90), LEAST_CONTRAST)) < SHARP:
        return SHADOW
    return None


def _is_broad(strong):
    """Return whether ink fills too much of the square round it for a pen's strokes."""
    rows, columns = np.nonzero(strong)
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    return len(rows) > MOST_FILLED * side**2


def _is_dark_on_light(image):
    """Return whether what differs most from its wide surroundings is darker."""
    step = -(-max(image.shape) // 48)
    small = image[::step, ::step]
    difference = small - ndimage.median_filter(small, max(small.shape) // 3)
    return np.sum(difference**3) <= 0


def _above_ground(image, without_grain, window):
    """Return how much darker than its ground each pixel is, a share of the ground."""
    ground = ndimage.grey_closing(without_grain, (window, window), mode="reflect")
    ink = 1 - image / np.maximum(ground, DARKEST_GROUND)
    return np.maximum(ink - np.percentile(ink, 25), 0)
