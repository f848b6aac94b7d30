"""Turn a drawing of a digit into what MNIST holds: 28 × 28, light on dark, centred."""

import numpy as np
from PIL import Image

FIELD = 28  # side of an MNIST image
BOX = 20  # longer side of the digit in it
CENTRE = 14  # row and column of the pixel that the centre of mass falls on
LEAST_CONTRAST = 0.05  # between pen and ground, of 0..1


def prepare_digit(image):
    """Return a drawn digit prepared as the digits of MNIST were.

    image: (height, width), grey in 0..1, one digit of any size at any place, dark on
    light or light on dark. Returns float32 (28, 28) in 0..1, light on dark.
    Steps: ground and noise read from the border, ink cropped, longer side scaled to 20
    pixels, centre of mass moved to pixel (14, 14).
    Limits: nothing but the digit may be in the picture, its ground must be roughly
    even, and a photo needs ink that stands out more than the shadows on the paper.

    Raises ValueError if the image is not grey, or holds no ink.
    Source: LeCun, Bottou, Bengio, Haffner (1998), section III.A; the pixel (14, 14) is
    measured, all 60 000 training digits have their centre of mass within 0.52 of it.
    """
    image = np.asarray(image, dtype=np.float32)
    if image.ndim != 2 or min(image.shape) < 2:
        raise ValueError(
            "prepare_digit needs a grey image of shape (height, width), not "
            f"{image.shape}: open it with load_image(path, grey=True)."
        )
    digit = _scale(_crop(_ink(image)))
    return _centre(digit)


def _ink(image):
    """Return how much ink each pixel holds: 0 on the ground, 1 at the strongest."""
    border = np.concatenate([image[0], image[-1], image[1:-1, 0], image[1:-1, -1]])
    ground = np.median(border)
    dark_on_light = ground - image.min() > image.max() - ground
    ink = ground - image if dark_on_light else image - ground
    contrast = ink.max()
    if not contrast > LEAST_CONTRAST:
        raise ValueError(
            "The image holds no digit, all its pixels are about equally bright: draw "
            "one with a pen that stands out from the ground."
        )
    ink = np.clip(ink / contrast, 0, 1)
    # What the border shows is ground: paper grain, JPEG noise, shade. Ink is above.
    # Above half lies ink even if a stroke runs over the border.
    noise = np.abs(border - ground).max() / contrast
    ink[ink < np.clip(1.5 * noise, 0.1, 0.5)] = 0
    return ink


def _crop(ink):
    """Return the smallest rectangle that holds all ink."""
    rows = np.flatnonzero(ink.any(axis=1))
    columns = np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _scale(ink):
    """Return the ink with its longer side BOX pixels, its strongest pixel 1."""
    scale = BOX / max(ink.shape)
    height, width = (max(1, round(side * scale)) for side in ink.shape)
    # Each new pixel averages all that it covers, so thin lines fade but do not break.
    small = Image.fromarray(ink).resize((width, height), Image.Resampling.BOX)
    small = np.asarray(small)
    return small / small.max()


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
