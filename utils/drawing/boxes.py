"""Boxes over an image: arrays in, Matplotlib axes out."""

import numpy as np
from matplotlib.patches import Rectangle

from utils.drawing.colours import ORANGE, ink_on


def draw_boxes(
    boxes, ax, color=ORANGE, names=None, linestyle="-", linewidth=2.5, apart=0
):
    """Outline boxes on an image that `show_image` has drawn on the axes.

    boxes: (n, 4), (x1, y1, x2, y2) in pixels; 0 is the left or upper rim of the image,
    as in `utils.arrays.boxes`. A white rim sets them off on any ground. names: n texts
    or numbers, each on the upper left corner of its box, or inside it, where it would
    stick out of the image. apart: a name that would stand closer to an earlier one than
    this share of the image's height, both ways, is left out. Returns the axes.
    """
    boxes = np.asarray(boxes, dtype=float).reshape(-1, 4)
    names = [""] * len(boxes) if names is None else names
    height = abs(np.subtract(*ax.get_ylim()))
    rim = {"ec": "white", "lw": linewidth + 2}
    line = {"ec": color, "lw": linewidth, "ls": linestyle}
    named = np.empty((0, 2))
    for (x1, y1, x2, y2), name in zip(boxes, names, strict=True):
        corner = (x1 - 0.5, y1 - 0.5)  # the middle of pixel 0 is at 0 in the figure
        for look in (rim, line):
            shape = Rectangle(corner, x2 - x1, y2 - y1, fill=False, zorder=3, **look)
            ax.add_patch(shape)
        inside = y1 <= height / 8
        middle = x1, y1 + (apart if inside else -apart) * height / 2
        near = np.abs(named - middle).max(axis=1) < apart * height
        if str(name) and not near.any():
            named = np.vstack([named, middle])
            ax.text(
                *corner,
                name,
                color=ink_on(color),
                fontsize=12,
                va="top" if inside else "bottom",
                zorder=4,
                bbox={"fc": color, "ec": "white", "pad": 2},
            )
    return ax
