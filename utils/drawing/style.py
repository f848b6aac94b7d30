"""The look of the course: its colours, and Matplotlib's defaults for every lesson."""

import matplotlib.pyplot as plt
from matplotlib.colors import LinearSegmentedColormap

# Okabe and Ito's colour-blind-safe palette, in the order in which lines are drawn.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
SKY, YELLOW, GREY, BLACK = "#56B4E9", "#E69F00", "#7F7F7F", "#000000"

SIGNED = LinearSegmentedColormap.from_list("blue_white_orange", [BLUE, "white", ORANGE])
"""Colour map for values with a sign: blue below zero, white at zero, orange above."""


def use_course_style():
    """Set Matplotlib's defaults to the course's look: large type, safe colours."""
    plt.rcParams.update(
        {
            "font.size": 13,
            "axes.titlesize": 14,
            "axes.prop_cycle": plt.cycler(
                color=[BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, BLACK]
            ),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "figure.constrained_layout.use": True,
            "image.cmap": "gray",
            "lines.linewidth": 2.5,
        }
    )
