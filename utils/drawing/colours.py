"""The colours of the course: the same one for the same thing, safe for all eyes."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb

# Okabe and Ito's colour-blind-safe palette, in the order in which lines are drawn.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
SKY, YELLOW, GREY, BLACK = "#56B4E9", "#E69F00", "#7F7F7F", "#000000"
TEXT_GREY = "#666666"  # GREY is too pale for text on white

SIGNED = LinearSegmentedColormap.from_list("blue_white_orange", [BLUE, "white", ORANGE])
"""Colour map for values with a sign: blue below zero, white at zero, orange above."""


def ink_on(color):
    """Black or white: the one that is easier to read on a colour, 4.5:1 or better."""
    return "white" if luminance(color) < 0.18 else "black"


def luminance(color):
    """How bright a colour is, 0..1 (relative luminance of WCAG 2.2)."""
    channels = np.array(to_rgb(color))
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    return linear @ (0.2126, 0.7152, 0.0722)
