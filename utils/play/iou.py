"""A plaything of lesson 14: drag two boxes, see intersection, union and IoU."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from utils.arrays.boxes import as_boxes, iou
from utils.drawing.boxes import draw_boxes
from utils.drawing.colours import BLUE, ORANGE
from utils.play.widget import Plaything

TEXT = "Here you drag two boxes yourself: run this cell, or open the lesson's page."


def play_iou(pairs, columns=24, rows=16):
    """Drag two boxes over a field of pixels: what they share, what they cover.

    pairs: {name: (box, other)} to begin with, the first shown first; boxes are (x1, y1,
    x2, y2) in whole pixels, of some area, inside the field of columns × rows. Raises
    ValueError for others.
    """
    pairs = {name: _whole_boxes(boxes, columns, rows) for name, boxes in pairs.items()}
    data = {
        "columns": columns,
        "rows": rows,
        "pairs": [
            {"name": name, "boxes": boxes.tolist()} for name, boxes in pairs.items()
        ],
    }

    def draw():
        return draw_overlap(*next(iter(pairs.values())), columns, rows)

    return Plaything("iou", data, draw, TEXT)


def draw_overlap(box, other, columns, rows):
    """Draw two boxes on a field of pixels, and what they share, hatched; a figure."""
    figure, ax = plt.subplots(figsize=(7, 7 * rows / columns + 0.6))
    _show_field(ax, columns, rows)
    start, end = np.maximum(box[:2], other[:2]), np.minimum(box[2:], other[2:])
    width, height = np.maximum(end - start, 0)
    if width * height:
        ax.add_patch(
            Rectangle(start - 0.5, width, height, fill=False, lw=0, hatch="//")
        )
    draw_boxes([box], ax, BLUE, names=["A"])
    draw_boxes([other], ax, ORANGE, names=["B"], linestyle="--")
    union = _area(box) + _area(other) - width * height
    overlap = iou([box], [other])[0, 0]
    ax.set_title(f"Intersection {width * height}, union {union}: IoU {overlap:.2f}")
    return figure


def _show_field(ax, columns, rows):
    """Draw the borders of all pixels, pixel 0 around 0 as in an image."""
    ax.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5), aspect="equal")
    ax.set(xticks=np.arange(columns + 1) - 0.5, yticks=np.arange(rows + 1) - 0.5)
    ax.tick_params(length=0, labelbottom=False, labelleft=False)
    ax.grid(color="0.8", linewidth=0.8)
    ax.spines[:].set(visible=True, color="0.5")


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def _whole_boxes(boxes, columns, rows):
    """Two boxes as whole numbers, (2, 4), checked."""
    numbers = as_boxes(boxes)
    is_inside = np.all((numbers >= 0) & (numbers <= [columns, rows, columns, rows]))
    has_area = np.all(numbers[:, :2] < numbers[:, 2:])
    is_whole = np.all(numbers == np.round(numbers))
    if len(numbers) != 2 or not (is_inside and has_area and is_whole):
        raise ValueError(
            f"A pair is two boxes of whole pixels, each of some area, in a field of "
            f"{columns} × {rows}, not {np.asarray(boxes).tolist()}."
        )
    return numbers.astype(int)
