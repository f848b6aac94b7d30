"""The colours of the course: the same one for the same thing, safe for all eyes."""

from matplotlib.colors import LinearSegmentedColormap

# Okabe and Ito's colour-blind-safe palette, in the order in which lines are drawn.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
SKY, YELLOW, GREY, BLACK = "#56B4E9", "#E69F00", "#7F7F7F", "#000000"

SIGNED = LinearSegmentedColormap.from_list("blue_white_orange", [BLUE, "white", ORANGE])
"""Colour map for values with a sign: blue below zero, white at zero, orange above."""
