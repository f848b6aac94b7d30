"""The plaything of lesson 3: move a digit, and see what pooling makes of the move."""

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.pooling import pool2d
from utils.arrays.shifts import distance, edge_features
from utils.drawing.grids import outline_window
from utils.drawing.pictures import show_image
from utils.play.widget import Plaything, as_rows

DARK = 3  # pixels around each digit that must be dark, and
ADDED = (3, 4)  # those put around it: moved by 4 pixels, it still lies in every window
TEXT = "Here you move the digit yourself: run this cell, or open the lesson's page."


def play_pooling_shift(digits):
    """Move a digit by pixels: its feature map, that map pooled, and how both change.

    digits: {name: (28, 28) picture in 0..1}, at least two, for a change is measured by
    how far the others are. Raises ValueError for a digit without a rim of 3 dark
    pixels, because a move would push it out of the picture.
    """
    digits = {name: np.round(255 * np.asarray(digit)) for name, digit in digits.items()}
    if len(digits) < 2:
        raise ValueError("Give two digits or more: one alone is compared with nothing.")
    for name, digit in digits.items():
        if digit[DARK:-DARK, DARK:-DARK].sum() != digit.sum():
            raise ValueError(
                f"Digit {name!r} has light pixels in its rim of {DARK}, and a move "
                "would push them out of the picture: take another."
            )
    pictures = {name: np.pad(digit, ADDED) for name, digit in digits.items()}
    data = {
        "digits": [
            {"name": str(name), "pixels": as_rows(picture)}
            for name, picture in pictures.items()
        ]
    }

    def draw():
        return draw_moves(next(iter(pictures.values())))

    return Plaything("pooling_shift", data, draw, TEXT)


def draw_moves(picture):
    """Draw a picture moved right by 0, 1 and 2 pixels, and its pooled maps; a figure.

    picture: (height, width). Framed are the cells of a pooled map that differ from the
    first, moved along as near as whole cells come.
    """
    figure, axes = plt.subplots(2, 3, figsize=(10, 7.4))
    first = None
    for pixels, (above, below) in enumerate(axes.T):
        moved = np.roll(picture, pixels, axis=1)
        features = edge_features(moved[np.newaxis, :, :, np.newaxis])
        pooled = pool2d(features)[0, :, :, 0]
        first = pooled if first is None else first
        along = [np.roll(first, cells, axis=1) for cells in (0, 1)]
        gaps = [distance(pooled[np.newaxis], other[np.newaxis])[0] for other in along]
        differs = np.argwhere(pooled != along[np.argmin(gaps)])
        show_image(moved, _moved_by(pixels), above, value_range=(0, 255))
        look = {"value_range": (0, features.max()), "cmap": "cividis"}
        show_image(
            pooled, f"{len(differs)} of {pooled.size} cells differ", below, **look
        )
        for row, column in differs:
            outline_window(below, row, column, 1, 1).patches[-1].set_linewidth(1.5)
    axes[1, 0].set_title("its left edges, 2×2 max")
    figure.suptitle("Moved by the stride, the pooled map just moves along")
    return figure


def _moved_by(pixels):
    return {0: "a digit", 1: "moved 1 pixel"}.get(pixels, f"moved {pixels} pixels")
