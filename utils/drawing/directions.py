"""Directions as colours: one picture that shows how steep edges are and how they face.

The colours differ in lightness and from blue to orange, not from red to green. Every
function expects slopes with x to the right and y downwards, as rows are counted.
"""

import numpy as np
from matplotlib.colors import to_rgb

from utils.drawing.colours import BLUE, ORANGE
from utils.drawing.panel import axes_for
from utils.drawing.pictures import show_image

MIDDLE_GREY = 0.5
KEY_RADIUS = 200  # pixels of the key; its outer part has the full colours
KEY_FULL_FROM = 0.6  # of the radius


def direction_as_colour(slope_x, slope_y):
    """Return an RGB image (height, width, 3) of 0..1: grey where even, else a colour.

    slope_x, slope_y: (height, width). Growing to the right is orange, to the left blue,
    upwards white, downwards black; mixtures between them. The steeper, the more, up to
    the full colour for the steepest hundredth.
    """
    magnitude = np.hypot(slope_x, slope_y)
    steep = max(np.percentile(magnitude, 99), 0.001)  # full colour from here on
    whole = np.maximum(magnitude, steep)
    x, y = (slope_x / whole)[..., np.newaxis], (slope_y / whole)[..., np.newaxis]
    to_orange = np.array(to_rgb(ORANGE)) - MIDDLE_GREY
    to_blue = np.array(to_rgb(BLUE)) - MIDDLE_GREY
    # Each pixel is mixed with one of the two colours: that of its own side.
    sideways = np.where(x > 0, x * to_orange, -x * to_blue)
    return np.clip(MIDDLE_GREY + sideways - 0.5 * y, 0, 1)


def show_direction_key(title="it gets lighter …", ax=None):
    """Draw the key of `direction_as_colour`, a disc with words on four sides."""
    side = 2 * KEY_RADIUS + 1
    ax = axes_for(ax, (side, side))
    y, x = np.indices((side, side)) - KEY_RADIUS
    radius = np.hypot(x, y)
    # The steepness grows with the radius, and is full in a broad ring.
    steepness = np.minimum(radius / (KEY_FULL_FROM * KEY_RADIUS), 1)
    unit = np.where(radius > KEY_RADIUS, 0, steepness) / np.maximum(radius, 1)
    key = direction_as_colour(x * unit, y * unit)
    key[radius > KEY_RADIUS] = 1  # white paper around the disc
    show_image(key, title, ax)
    low, middle, high = -0.06 * side, KEY_RADIUS, 1.06 * side
    ax.text(high - 0.03 * side, middle, "right", ha="left", va="center")
    ax.text(low + 0.03 * side, middle, "left", ha="right", va="center")
    ax.text(middle, low, "up", ha="center", va="center")
    ax.text(middle, high, "down", ha="center", va="center")
    ax.set(xlim=(-0.3 * side, 1.37 * side), ylim=(1.12 * side, -0.2 * side))
    return ax
