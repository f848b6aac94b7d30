"""The plaything of lesson 1: a filter with three slices, three sums, one cell."""

import numpy as np

from utils.arrays import kernels
from utils.drawing.channel_window import draw_channels_step
from utils.play.widget import Plaything, as_rows

NAMES = ("red", "green", "blue")
MOST = 9  # a full channel, so that every number has one digit
MIDDLE = kernels.IDENTITY
FILTERS = {  # a slice for each channel
    "three unlike slices": (
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
        [[0, -1, 0], [0, -1, 0], [0, -1, 0]],
    ),
    "upright edges in all": (kernels.SOBEL_X,) * 3,
    "more red than blue": (MIDDLE, 0 * MIDDLE, -MIDDLE),
    "more green than the rest": (-MIDDLE, 2 * MIDDLE, -MIDDLE),
}
TEXT = "Here you change the slices yourself: run this cell, or open the lesson's page."


def play_channels(patch):
    """Move a filter of 3 × 3 × 3 over a patch: one sum a channel, and their sum.

    patch: small (height, width, 3) in 0..1, shown in whole numbers from 0 to 9. Every
    weight and the bias can be changed, and each channel turned off. ValueError for any
    other shape.
    """
    if np.ndim(patch) != 3 or np.shape(patch)[2] != 3:
        raise ValueError(
            f"The patch needs the axes (height, width, 3), not {np.shape(patch)}."
        )
    numbers = np.round(MOST * np.asarray(patch)).astype(int)
    filters = {name: np.array(slices) + 0 for name, slices in FILTERS.items()}
    data = {
        "channels": [as_rows(grid) for grid in np.moveaxis(numbers, 2, 0)],
        "names": list(NAMES),
        "most": MOST,
        "filters": [
            {"name": name, "slices": [as_rows(one, decimals=6) for one in slices]}
            for name, slices in filters.items()
        ],
        "stop": [0, 0],
    }

    def draw():
        filter_ = np.moveaxis(next(iter(filters.values())), 0, 2)
        return draw_channels_step(numbers, filter_, NAMES, step=0)[0].figure

    return Plaything("channels", data, draw, TEXT)
