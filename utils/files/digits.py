"""Turn a drawing of a digit into what MNIST holds: 28 × 28, light on dark, centred."""

import numpy as np
from PIL import Image

from utils.files.arguments import picture_array
from utils.files.ink import canvas_ink, digit_ink

FIELD = 28  # side of an MNIST image
BOX = 20  # longer side of the digit in it
CENTRE = 14  # row and column of the pixel that the centre of mass falls on
TIE = 1e-6  # of two pixels equally near, the upper or left one, whatever is rounded
LARGEST = 400  # side of what is searched for ink: larger pictures are shrunk


def prepare_digit(image):
    """Return a drawn digit prepared as the digits of MNIST were.

    image: (height, width), grey in 0..1, one digit of any size at any place, dark on
    light or light on dark. Returns float32 (28, 28) in 0..1, light on dark.
    Steps: the digit's ink found (utils.files.ink says how), cropped, its longer side
    scaled to 20 pixels, its centre of mass moved to pixel (14, 14).
    Limits: one digit, clear of the border, of strokes narrower than half the picture;
    ruling must be paler than the pen, and two digits that touch may be taken for one.

    Raises TypeError if the image is no array, ValueError if it is not grey, holds no
    ink, or more than one digit.
    Source: LeCun, Bottou, Bengio, Haffner (1998), section III.A; the pixel (14, 14) is
    measured, all 60 000 training digits have their centre of mass within 0.52 of it.
    """
    shapes = {2: "(height, width), grey, as load_image(path, grey=True) gives it"}
    image = picture_array(image, "prepare_digit", shapes)
    return _as_in_mnist(digit_ink(_shrink(image)))


def prepare_drawing(ink):
    """Return a digit drawn on a canvas prepared as the digits of MNIST were.

    ink: (height, width) in 0..1, 0 where nothing is drawn, as a program has it that
    draws. As prepare_digit, but there is no ground to tell from ink, so no ink is lost
    and no shadow is found. Returns float32 (28, 28) in 0..1.
    `utils/play/digits/prepare.js` does the same on a page; tests hold the two equal.

    Raises TypeError if ink is no array, ValueError if it is not grey, or holds no ink,
    ink along the border, something broad, or more than one digit.
    """
    shapes = {2: "(height, width), 0 where nothing is drawn and 1 where there is ink"}
    return _as_in_mnist(canvas_ink(picture_array(ink, "prepare_drawing", shapes)))


def _as_in_mnist(ink):
    """Return a digit's ink cropped, scaled and centred, (FIELD, FIELD)."""
    return _centre(_scale(_crop(ink)))


def _shrink(image):
    """Return the picture with its longer side at most LARGEST pixels."""
    scale = LARGEST / max(image.shape)
    return _resized(image, scale) if scale < 1 else image


def _crop(ink):
    """Return the smallest rectangle that holds all ink."""
    rows = np.flatnonzero(ink.any(axis=1))
    columns = np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _scale(ink):
    """Return the ink with its longer side BOX pixels, its strongest pixel 1."""
    small = _resized(ink, BOX / max(ink.shape))
    return small / small.max()


def _resized(image, scale):
    """Return the picture in another size, not narrower than a pixel."""
    height, width = (max(1, round(side * scale)) for side in image.shape)
    # Each new pixel averages all that it covers, so thin lines fade but do not break.
    image = Image.fromarray(image.astype(np.float32))
    return np.asarray(image.resize((width, height), Image.Resampling.BOX))


def _centre(digit):
    """Return a FIELD × FIELD image with the digit's centre of mass at CENTRE."""
    field = np.zeros((FIELD, FIELD), dtype=np.float32)
    top, left = (
        # Whole pixels only, as in MNIST, and never beyond the edge of the field.
        int(np.clip(round(CENTRE - centre - TIE), 0, FIELD - side))
        for centre, side in zip(_centre_of_mass(digit), digit.shape, strict=True)
    )
    field[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    return field


def _centre_of_mass(digit):
    """Return the mean row and the mean column, weighted by ink."""
    rows, columns = np.indices(digit.shape)
    return np.average(rows, weights=digit), np.average(columns, weights=digit)
