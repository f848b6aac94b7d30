"""Boxes drawn on a picture, with a name each."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke

from utils.drawing.colours import ORANGE, ink_on


def draw_boxes(boxes, names=(), color=ORANGE, ax=None, dashed=False):
    """Draw boxes on a picture that `show_image` has drawn; return the axes.

    boxes: (n, 4), the corners (x1, y1, x2, y2) in pixels; a pixel has the width 1, so
    the box of the whole picture is (0, 0, width, height). names: n texts, each inside
    the upper left corner of its box; none unless given. dashed: for boxes that are
    wanted, beside those that were found. Lines have a rim, so that they are seen on any
    ground.
    """
    ax = ax or plt.gca()
    rim = [withStroke(linewidth=4.5, foreground="white" if dashed else "black")]
    for x1, y1, x2, y2 in boxes:
        look = {"edgecolor": color, "linestyle": "--" if dashed else "-"}
        frame = Rectangle(
            (x1 - 0.5, y1 - 0.5), x2 - x1, y2 - y1, fill=False, linewidth=2.5, **look
        )
        frame.set_path_effects(rim)
        ax.add_patch(frame)
    if len(names):
        for (x1, y1, *_), name in zip(boxes, names, strict=True):
            ax.annotate(
                name,
                (x1 - 0.5, y1 - 0.5),
                (3, -3),
                textcoords="offset points",
                va="top",
                fontsize=12,
                color=ink_on(color),
                bbox={"facecolor": color, "edgecolor": "none", "pad": 1.5},
            )
    return ax
