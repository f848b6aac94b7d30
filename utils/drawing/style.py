"""The look of the course: Matplotlib's defaults for every lesson."""

import matplotlib.pyplot as plt

from utils.drawing.colours import BLACK, BLUE, GREEN, ORANGE, PINK, SKY, YELLOW


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
