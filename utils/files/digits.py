"""Turn a drawing of a digit into what MNIST holds: 28 × 28, light on dark, centred."""

import numpy as np
from PIL import Image

from utils.files.arguments import picture_array
from utils.files.ink import digit_ink

FIELD = 28  # side of an MNIST image
BOX = 20  # longer side of the digit in it
CENTRE = 14  # row and column of the pixel that the centre of mass falls on
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
    digit = _scale(_crop(digit_ink(_shrink(image))))
    return _centre(digit)


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
        int(np.clip(round(CENTRE - centre), 0, FIELD - side))
        for centre, side in zip(_centre_of_mass(digit), digit.shape, strict=True)
    )
    field[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    return field


def _centre_of_mass(digit):
    """Return the mean row and the mean column, weighted by ink."""
    rows, columns = np.indices(digit.shape)
    return np.average(rows, weights=digit), np.average(columns, weights=digit)
