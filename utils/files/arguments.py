"""What a caller hands over, numbers and arrays: as it should be, or one sentence."""

import operator

import numpy as np

LARGEST_SIDE = 8_000  # of a picture that is asked for; 768 MB as float32 in colour


def whole_number(value, name, least, most=None, unit=""):
    """Return value as int, if it is a whole number of at least `least`.

    name: of the argument, unit: such as " pixels", both for the sentence.
    Raises TypeError for what is no whole number, ValueError for one out of range.
    """
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(
            f"{name} must be a whole number, such as {max(least, 100)}, not {value!r}."
        ) from None
    if number < least:
        raise ValueError(f"{name} must be {least}{unit} or more, not {number}.")
    if most is not None and number > most:
        raise ValueError(f"{name} must be at most {most:,}{unit}, not {number:,}.")
    return number


def side_length(value, name):
    """Return the side of a picture in pixels, if it is one that makes sense."""
    return whole_number(value, name, 2, LARGEST_SIDE, " pixels")


def picture_array(image, function, shapes):
    """Return an image as float32, if it holds numbers in 0..1 in one of some shapes.

    function: its name, shapes: {number of axes: what they are}, both for the sentence;
    a third axis has three channels. Raises TypeError or ValueError.
    """
    wanted = f"{function} needs an image of shape {' or '.join(shapes.values())}"
    try:
        image = np.asarray(image, dtype=np.float32)
    except (TypeError, ValueError):
        raise TypeError(
            f"{wanted}, an array of numbers, not {type(image).__name__}: open a file "
            "with load_image."
        ) from None
    if image.ndim not in shapes or image.shape[2:] not in ((), (3,)):
        raise ValueError(f"{wanted}, not {image.shape}.")
    if not image.size:
        raise ValueError(f"{wanted}, not {image.shape}: it has no pixels.")
    if not np.isfinite(image).all():
        raise ValueError(
            f"{wanted}, all numbers; this one holds NaN or infinity: replace them."
        )
    if image.min() < -0.01 or image.max() > 1.01:
        raise ValueError(
            f"{wanted} and values in 0..1; those of this one run from "
            f"{image.min():.4g} to {image.max():.4g}: divide them by 255, say."
        )
    return image
