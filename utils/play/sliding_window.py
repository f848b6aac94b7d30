"""The plaything of lesson 1: slide a window, change its weights and how it steps."""

import numpy as np

from utils.arrays import kernels
from utils.arrays.convolution import output_size
from utils.drawing.sliding_window import draw_sliding_window_step
from utils.play.widget import Plaything, as_rows

FILTERS = {
    "identity": kernels.IDENTITY,
    "box blur": kernels.BOX_BLUR,
    "sharpen": kernels.SHARPEN,
    "emboss": kernels.EMBOSS,
    "Sobel x": kernels.SOBEL_X,
    "Laplacian": kernels.LAPLACIAN,
    "outline": kernels.OUTLINE,
}
MOST_PIXELS = 60  # of the photo, along a side
TEXT = "Here you slide the window yourself: run this cell, or open the lesson's page."


def play_sliding_window(image, kernel, photo, stride=1, padding="valid", stop=(0, 0)):
    """Slide a kernel over numbers or a photo: what is under it, the sum, the map.

    image: small (height, width) of whole numbers; kernel (3, 3), of which every weight
    can be changed; photo (height, width) in 0..1, at most 60 pixels either way. stop:
    (row, column) of the map at which the window stands at first. ValueError for any
    other shape.
    """
    image, kernel, photo = map(np.asarray, (image, kernel, photo))
    if kernel.shape != (3, 3):
        raise ValueError(f"The kernel needs the shape (3, 3), not {kernel.shape}.")
    if photo.ndim != 2 or max(photo.shape) > MOST_PIXELS:
        raise ValueError(
            f"The photo needs the axes (height, width), each at most {MOST_PIXELS}, "
            f"not the shape {photo.shape}: take every second pixel, or a part of it."
        )
    filters = {"the one above": kernel, **FILTERS}
    pictures = {"the numbers above": image, "a photo": 100 * photo}
    data = {
        "pictures": [
            {"name": name, "rows": as_rows(grid)} for name, grid in pictures.items()
        ],
        "kernels": [
            {"name": name, "rows": as_rows(weights, decimals=6)}
            for name, weights in filters.items()
        ],
        "settings": {"stride": stride, "padding": padding, "dilation": 1},
        "stop": list(stop),
    }

    def draw():
        columns = output_size(image.shape[1], kernel.shape[1], stride, padding)
        step = stop[0] * columns + stop[1]
        axes = draw_sliding_window_step(
            image, kernel, step, stride=stride, padding=padding
        )
        return axes[0].figure

    return Plaything("sliding_window", data, draw, TEXT)
