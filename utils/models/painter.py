"""A network that paints photos in 26 styles, with its published weights, from data/.

One network for all styles: they differ only in what scales and shifts its maps after
each convolution. Source: Dumoulin, Shlens, Kudlur (2017), A learned representation for
artistic style, arXiv:1610.07629. The layout is that of the published file.
"""

import operator
import reprlib

import keras
import numpy as np
from keras import layers, ops

from utils.files.arguments import picture_array
from utils.models.stored_weights import fill

WEIGHTS = "painter.npz"
WEIGHTS_SHA256 = "27fc9ceaff6a48305c9f429daa096f76e79c976c86e8d33f715bcb4a87d6966c"

STYLES = 26
STEP = 4  # both sides of a picture are multiples of it: the maps are halved twice
SHORTEST = 8  # pixels a side; a smaller picture has too few to be reflected
EPSILON = 1e-5  # added to a variance before its root is taken

# Convolutions on the way down and up: channels, side of the filters, stride.
CONTRACT = ((32, 9, 1), (32, 3, 2), (32, 3, 2))
EXPAND = ((8, 3), (4, 3), (3, 9))
RESIDUAL_BLOCKS = 6


class Painter(keras.Model):
    """A functional model that says which sizes it takes; see `painter_network`."""

    def __call__(self, inputs, *arguments, **settings):
        """Return the painted images; raises ValueError for sizes it does not take."""
        images = inputs["images"] if isinstance(inputs, dict) else inputs[0]
        _check_sides(images.shape)
        return super().__call__(inputs, *arguments, **settings)


def painter_network():
    """Return the network as a functional Keras model with random weights.

    Takes a list of two: float32 images in 0..1, (n, rows, columns, 3), rows and columns
    multiples of 4 and at least 8; and style weights, (n, 26), how much of each style
    an image gets, for one style a 1 among zeros. (Keras wants both to be arrays, or
    both tensors.) Returns the painted images, of the same shape, in 0..1. A call with
    other sizes raises ValueError.
    """
    images = keras.Input((None, None, 3), name="images")
    styles = keras.Input((STYLES,), name="styles")
    maps = images
    for number, (channels, size, stride) in enumerate(CONTRACT):
        maps = block(maps, styles, channels, f"contract{number}", "relu", size, stride)
    for number in range(RESIDUAL_BLOCKS):
        maps = residual(maps, styles, f"residual{number}")
    for number, (channels, size) in enumerate(EXPAND):
        last = number == len(EXPAND) - 1
        if not last:
            maps = layers.UpSampling2D(name=f"expand{number}_up")(maps)
        activation = "sigmoid" if last else "relu"
        maps = block(maps, styles, channels, f"expand{number}", activation, size)
    return Painter([images, styles], maps, name="painter")


def block(maps, styles, channels, name, activation=None, size=3, stride=1):
    """Add a convolution, normalise its maps in the styles, and activate them.

    The border is reflected: zeros can leave a pattern there, as the paper says.
    """
    border = size // 2
    around = ((0, 0), (border, border), (border, border), (0, 0))
    maps = ops.pad(maps, around, mode="reflect")
    maps = layers.Conv2D(channels, size, stride, use_bias=False, name=name)(maps)
    maps = styled(maps, styles, name)
    if activation is None:
        return maps
    return layers.Activation(activation, name=f"{name}_{activation}")(maps)


def styled(maps, styles, name):
    """Add conditional instance normalisation: to mean 0 and variance 1, then a style.

    Each map of each image is normalised for itself, multiplied by a number gamma, and
    a number beta is added. Of both the network has one for each map and each style; the
    style weights mix them.
    """
    channels = maps.shape[-1]
    alone = {"groups": channels, "epsilon": EPSILON, "center": False, "scale": False}
    maps = layers.GroupNormalization(**alone, name=f"{name}_normal")(maps)
    gamma, beta = (
        layers.Dense(channels, use_bias=False, name=f"{name}_{part}")(styles)
        for part in ("gamma", "beta")
    )
    return maps * gamma[:, None, None] + beta[:, None, None]


def residual(maps, styles, name):
    """Add two blocks, to whose result what came in is added."""
    channels = maps.shape[-1]
    change = block(maps, styles, channels, f"{name}_first", "relu")
    change = block(change, styles, channels, f"{name}_second")
    return layers.Add(name=f"{name}_add")([maps, change])


def load_painter():
    """Return the network with its published weights; see `painter_network`.

    Raises FileNotFoundError or ValueError if data/painter.npz is missing or altered.
    Source: data/README.md.
    """
    return fill(painter_network(), WEIGHTS, WEIGHTS_SHA256)


def paint(painter, picture, style):
    """Return a picture as the painter paints it in a style, of the same size.

    painter: what `load_painter` returns. picture: (height, width, 3) in 0..1, at least
    8 pixels a side, of any size: it is reflected at its lower and right edge up to the
    next multiple of 4, and what that adds is cut off again. style: see `style_weights`.
    Returns float32 (height, width, 3) in 0..1. Raises TypeError or ValueError for
    anything else.
    """
    picture = picture_array(picture, "paint", {3: "(height, width, 3)"})
    height, width, _ = picture.shape
    if min(height, width) < SHORTEST:
        raise ValueError(
            f"paint needs a picture of at least {SHORTEST} × {SHORTEST} pixels, not "
            f"{height} × {width}."
        )
    missing = ((0, -height % STEP), (0, -width % STEP), (0, 0))
    images = np.pad(picture, missing, mode="reflect")[np.newaxis]
    painted = painter([images, style_weights(style)[np.newaxis]], training=False)
    return np.asarray(painted)[0, :height, :width]


def style_weights(style):
    """Return how much of each style is asked for, float32 (26,).

    style: the number of one, 0 to 25, or 26 numbers; those of a mixture sum to 1.
    Raises ValueError for anything else.
    """
    try:
        if np.ndim(style) == 0:
            weights = (np.arange(STYLES) == operator.index(style)).astype(np.float32)
            known = weights.any()
        else:
            weights = np.asarray(style, dtype=np.float32)
            known = weights.shape == (STYLES,) and np.isfinite(weights).all()
    except (TypeError, ValueError):
        known = False
    if not known:
        given = " ".join(reprlib.repr(style).split())  # short, and on one line
        raise ValueError(
            f"A style is a whole number from 0 to {STYLES - 1}, or {STYLES} numbers "
            f"that say how much of each, not {given}."
        )
    return weights


def _check_sides(shape):
    """Raise ValueError if images of this shape have sides that the network garbles."""
    for side in shape[1:3]:
        if side is not None and (side % STEP or side < SHORTEST):
            raise ValueError(
                "The painter takes [images, style weights], the images (n, rows, "
                f"columns, 3) with sides that are multiples of {STEP} and at least "
                f"{SHORTEST}, not {tuple(shape)}: paint() takes any size."
            )
