"""The plaything of dive 6c: build a stack of layers, see what one number sees."""

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.colour import to_grey
from utils.arrays.receptive_field import receptive_fields
from utils.drawing.diagrams import draw_receptive_cone
from utils.drawing.grids import outline_window
from utils.drawing.pictures import show_image
from utils.play.widget import Plaything, as_rows

TEXT = "Here you build the stack yourself: run this cell, or open the lesson's page."


def play_receptive_field(picture, stacks):
    """Build a stack of layers: the pixels that one number sees, sizes, jumps, gaps.

    picture: square, (size, size) or (size, size, 3) in 0..1, at most 60 pixels wide.
    stacks: {name: list of `receptive_field.Window`} to begin with, the first shown
    first. Raises ValueError where the first does not fit.
    """
    picture = to_grey(np.asarray(picture))
    size = len(picture)
    first = next(iter(stacks.values()))
    receptive_fields(first, size)  # refuses what does not fit
    data = {
        "picture": as_rows(255 * picture),
        "stacks": [
            {"name": name, "layers": [_layer(window) for window in windows]}
            for name, windows in stacks.items()
        ],
    }

    def draw():
        return draw_field(picture, first)

    return Plaything("receptive_field", data, draw, TEXT)


def draw_field(picture, windows):
    """Draw what one number in the middle of the last layer sees, as cone and frame.

    picture: (size, size) in 0..1; windows: list of Window. Returns the figure.
    """
    field = receptive_fields(windows, len(picture))[-1]
    position = field.positions // 2
    pixels = field.pixels(position)
    figure, axes = plt.subplots(1, 2, figsize=(11, 4.4), width_ratios=[2, 1])
    layers = [f"layer {n}" for n in range(1, len(windows) + 1)]
    draw_receptive_cone(windows, len(picture), position, ["picture", *layers], axes[0])
    show_image(picture, f"{field.size}×{field.size} pixels", axes[1])
    outline_window(axes[1], pixels[0], pixels[0], field.size, field.size)
    figure.suptitle(
        f"One number of layer {len(windows)} sees {field.size} pixels in a row"
    )
    return figure


def _layer(window):
    """The window as the page has it; one that jumps by its own size is a pooling."""
    is_pooling = window.stride == window.kernel_size > 1
    return {
        "kind": "pool" if is_pooling else "conv",
        "kernelSize": window.kernel_size,
        "stride": window.stride,
        "padding": window.padding,
        "dilation": window.dilation,
    }
