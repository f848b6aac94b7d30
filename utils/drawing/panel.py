"""What every panel of a figure needs: axes that fit, and the range of its colours."""

import matplotlib.pyplot as plt
import numpy as np

from utils.drawing.colours import GREY


def axes_for(ax, shape, inches_per_cell=None):
    """The given axes, or those of a new figure that fits an image of this shape."""
    if ax is not None:
        return ax
    height, width = shape[:2]
    size = (5, 5 * height / width)
    if inches_per_cell:
        size = (width * inches_per_cell + 0.3, height * inches_per_cell + 0.6)
    return plt.subplots(figsize=size)[1]


def full_range(values, signed):
    """(0, 1), or the symmetric range of signed values around zero."""
    if not signed:
        return 0, 1
    largest = np.nanmax(np.abs(values)) or 1
    return -largest, largest


def frame(*axes):
    """Draw a thin frame around panels whose picture is white at the rim."""
    for ax in axes:
        ax.set_axis_on()
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True, color=GREY, linewidth=1)
