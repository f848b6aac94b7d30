"""Colours as numbers: how bright we see them."""

import numpy as np

# Rec. ITU-R BT.601: how much red, green and blue add to the brightness we see.
LUMA_WEIGHTS = np.array([0.299, 0.587, 0.114], dtype=np.float32)


def to_grey(image):
    """Return the luma of a colour image: 0.299 red + 0.587 green + 0.114 blue.

    (height, width, 3) becomes (height, width), float32, same range; an image that is
    grey already is returned as it is. Weights: Rec. ITU-R BT.601.
    Raises ValueError for any other shape.
    """
    image = np.asarray(image, dtype=np.float32)
    if image.ndim == 2:
        return image
    if image.ndim != 3 or image.shape[2] != 3:
        raise ValueError(
            "to_grey needs an image of shape (height, width, 3) or (height, width), "
            f"not {image.shape}."
        )
    return image @ LUMA_WEIGHTS
