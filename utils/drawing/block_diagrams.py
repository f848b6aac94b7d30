"""Drawings of how the layers of a block are joined: boxes and arrows."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

BOX_WIDTH, BOX_HEIGHT = 0.76, 0.6  # of the distance between columns and rows
INCHES = 1.4, 0.95  # from column to column, and from row to row


def draw_block(boxes, arrows, ax=None, fontsize=11):
    """Draw boxes joined by arrows; the maps flow from left to right.

    boxes: {key: (column, row, label, colour)}, row 0 on top; halves are allowed.
    arrows: (from, to) pairs of keys. An arrow with a third entry, True, is a skip: it
    goes over the top of what lies between. Returns the axes.
    Raises ValueError for an arrow from or to a box that is not there.
    """
    columns = [column for column, *_ in boxes.values()]
    rows = [row for _, row, *_ in boxes.values()]
    above = 0.5 if any(len(arrow) > 2 for arrow in arrows) else 0
    limits = (min(columns) - 0.5, max(columns) + 0.5)
    levels = (max(rows) + 0.45, min(rows) - 0.45 - above)
    if ax is None:
        width, height = limits[1] - limits[0], levels[0] - levels[1]
        ax = plt.subplots(figsize=(INCHES[0] * width, INCHES[1] * height + 0.4))[1]
    for column, row, label, color in boxes.values():
        _draw_box(ax, column, row, label, color, fontsize)
    for start, end, *is_skip in arrows:
        _draw_arrow(ax, _place(boxes, start), _place(boxes, end), any(is_skip))
    ax.set(xlim=limits, ylim=levels)
    ax.set_axis_off()
    return ax


def _place(boxes, key):
    if key not in boxes:
        raise ValueError(
            f"There is no box {key!r}, only {', '.join(map(repr, boxes))}."
        )
    return boxes[key][:2]


def _draw_box(ax, column, row, label, color, fontsize):
    corner = (column - BOX_WIDTH / 2, row - BOX_HEIGHT / 2)
    look = {"boxstyle": "round,pad=0,rounding_size=0.08", "lw": 2.5}
    ax.add_patch(
        FancyBboxPatch(corner, BOX_WIDTH, BOX_HEIGHT, ec=color, fc="white", **look)
    )
    ax.text(column, row, label, ha="center", va="center", fontsize=fontsize)


def _draw_arrow(ax, start, end, is_skip):
    """From the right rim of one box to the left of another, or from top to top."""
    (x, y), (to_x, to_y) = start, end
    look = {"arrowstyle": "-|>", "color": "black", "lw": 1.5, "shrinkA": 0}
    if is_skip:
        tail, tip = (x, y - BOX_HEIGHT / 2), (to_x, to_y - BOX_HEIGHT / 2)
        look["connectionstyle"] = f"arc3,rad={-0.9 / (to_x - x)}"
    else:
        tail, tip = (x + BOX_WIDTH / 2, y), (to_x - BOX_WIDTH / 2, to_y)
    ax.annotate("", tip, tail, arrowprops={**look, "shrinkB": 0})
