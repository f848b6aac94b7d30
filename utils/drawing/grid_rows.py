"""Small arrays side by side, in cells of one size and on one scale of colours."""

import matplotlib.pyplot as plt
import numpy as np

from utils.drawing.grids import show_numbers
from utils.drawing.panel import full_range

INCHES_PER_CELL = 0.62


def show_grid_row(grids, titles, signs=None):
    """Draw small 2-D arrays in a row, with a sign such as "→" between neighbours.

    grids: sequence of 2-D arrays. titles: one for each. signs: one for each grid but
    the first; none unless told. All are drawn in cells of one size, on one
    blue-white-orange scale. Returns the axes, one per grid.
    Raises ValueError where titles or signs are too few or too many.
    """
    grids = [np.asarray(grid, dtype=float) for grid in grids]
    signs = signs if signs is not None else [""] * (len(grids) - 1)
    if len(titles) != len(grids) or len(signs) != len(grids) - 1:
        raise ValueError(
            f"{len(grids)} grids need {len(grids)} titles and {len(grids) - 1} signs "
            f"between them, but there are {len(titles)} and {len(signs)}."
        )
    widths, height = [grid.shape[1] for grid in grids], max(map(len, grids))
    # A title is wider than a grid of one column.
    widths = [max(width, len(t) / 5) for width, t in zip(widths, titles, strict=True)]
    size = (
        INCHES_PER_CELL * (sum(widths) + len(grids)),
        INCHES_PER_CELL * height + 0.4,
    )
    _, axes = plt.subplots(
        1, len(grids), figsize=size, width_ratios=widths, squeeze=False
    )
    value_range = full_range(np.concatenate([g.ravel() for g in grids]), True)
    for ax, grid, title, width in zip(axes[0], grids, titles, widths, strict=True):
        show_numbers(grid, title, ax, signed=True, value_range=value_range)
        middle = (grid.shape[1] - 1) / 2
        ax.set_xlim(middle - width / 2 - 0.05, middle + width / 2 + 0.05)
        ax.set_ylim(height - 0.4, -0.6)  # as high as the highest, so as wide a cell
    for ax, grid, sign in zip(axes[0, 1:], grids[1:], signs, strict=True):
        left = ax.get_xlim()[0] - 0.6
        ax.text(left, (len(grid) - 1) / 2, sign, size=22, ha="center", va="center")
    return axes[0]
