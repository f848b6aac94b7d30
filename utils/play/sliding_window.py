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
TEXT = "Here you slide the window yourself: run this cell, or open the lesson's page."


def play_sliding_window(image, kernel, photo, stride=1, padding="valid", stop=(0, 0)):
    """Slide a kernel over numbers or a photo: what is under it, the sum, the map.

    image: small (height, width) of whole numbers; kernel (3, 3), of which every weight
    can be changed; photo (height, width) in 0..1, at most 60 pixels either way. stop:
    (row, column) of the map at which the window stands at first.
    """
    image, kernel, photo = map(np.asarray, (image, kernel, photo))
    filters = {"the one above": kernel, **FILTERS}
    data = {
        "pictures": {
            "the numbers above": as_rows(image),
            "a photo": as_rows(100 * photo),
        },
        "kernels": {
            name: as_rows(weights, decimals=6) for name, weights in filters.items()
        },
        "kernel": "the one above",
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
