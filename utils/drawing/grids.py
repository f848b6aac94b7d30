"""Small arrays as cells with a number in each: arrays in, Matplotlib axes out."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from utils.drawing.colours import GREY, ORANGE, SIGNED, TEXT_GREY, ink_on
from utils.drawing.panel import axes_for, full_range


def show_numbers(
    grid, title="", ax=None, window=None, signed=False, value_range=None, decimals=0
):
    """Draw a small 2-D array as a grid of coloured cells with the number in each.

    window: (row, column, height, width) of a rectangle to outline in orange. A NaN is
    an empty cell. Colours run over value_range, or from the smallest to the largest
    number.
    """
    grid = np.asarray(grid, dtype=float)
    ax = axes_for(ax, grid.shape, inches_per_cell=0.6)
    if value_range is None and not signed:
        value_range = (np.nanmin(grid), np.nanmax(grid))
    low, high = value_range or full_range(grid, signed)
    cmap = SIGNED if signed else plt.get_cmap("gray")
    ax.imshow(grid, cmap=cmap, vmin=low, vmax=high)
    for (row, column), value in np.ndenumerate(grid):
        if np.isnan(value):
            continue
        shade = cmap((value - low) / ((high - low) or 1))
        ax.text(
            column,
            row,
            f"{value:.{decimals}f}",
            ha="center",
            va="center",
            color=ink_on(shade),
        )
    _draw_cell_borders(ax, grid.shape)
    if window is not None:
        outline_window(ax, *window)
    ax.set_title(title)
    return ax


def show_kernel(kernel, title="", ax=None, decimals=None):
    """Draw a filter's weights as numbers on the blue-white-orange scale.

    kernel: (height, width). decimals: as many as the weights need, at most 2.
    """
    kernel = np.asarray(kernel, dtype=float)
    if decimals is None:
        exact = (d for d in (0, 1) if np.allclose(kernel, kernel.round(d)))
        decimals = next(exact, 2)
    return show_numbers(kernel, title, ax, signed=True, decimals=decimals)


def show_confusion_matrix(counts, class_names, ax=None):
    """Draw a confusion matrix, true classes down, predicted classes across.

    counts: (classes, classes) integers. The diagonal is left uncoloured, so that the
    colours compare the mistakes with one another.
    """
    counts = np.asarray(counts)
    ax = axes_for(ax, counts.shape, inches_per_cell=0.65)
    mistakes = np.where(np.eye(len(counts), dtype=bool), 0, counts)
    ax.imshow(mistakes, cmap="Oranges", vmin=0, vmax=max(mistakes.max(), 1) * 1.4)
    for (true, predicted), count in np.ndenumerate(counts):
        weight = "bold" if true == predicted else "normal"
        color = TEXT_GREY if count == 0 else "black"
        ax.text(
            predicted, true, count, ha="center", va="center", weight=weight, color=color
        )
    _draw_cell_borders(ax, counts.shape)
    ax.set(xlabel="predicted", ylabel="true")
    ax.set_xticks(range(len(class_names)), class_names)
    ax.set_yticks(range(len(class_names)), class_names)
    return ax


def outline_window(ax, row, column, height, width, color=ORANGE):
    """Outline the cells from (row, column) on, height down and width across."""
    corner = (column - 0.5, row - 0.5)
    ax.add_patch(
        Rectangle(
            corner, width, height, fill=False, ec=color, lw=4, zorder=3, clip_on=False
        )
    )
    return ax


def _draw_cell_borders(ax, shape):
    """Draw thin lines between the cells and take the ticks away."""
    height, width = shape
    look = {"color": GREY, "lw": 0.8, "clip_on": False}
    ax.hlines(np.arange(height + 1) - 0.5, -0.5, width - 0.5, **look)
    ax.vlines(np.arange(width + 1) - 0.5, -0.5, height - 0.5, **look)
    ax.spines[:].set_visible(False)
    ax.set(xticks=[], yticks=[])
