"""Masks over the picture that they belong to: arrays in, Matplotlib axes out."""

import numpy as np
from matplotlib.colors import to_rgb

from utils.drawing.colours import BLUE, ORANGE, YELLOW
from utils.drawing.pictures import show_image

FOUND, MISSED, INVENTED = BLUE, ORANGE, YELLOW


def show_mask(picture, mask, title="", ax=None, color=BLUE):
    """Draw a grey picture, tinted where the mask is True.

    picture: (height, width), 0..1. mask: (height, width), bool.
    """
    return show_image(_tinted(picture, [(mask, color)]), title, ax)


def show_mistakes(picture, mask, truth, title="", ax=None):
    """Draw a grey picture with what a mask found, missed and invented.

    picture: (height, width), 0..1. mask, truth: (height, width), bool. Found is blue,
    missed orange, invented yellow; the legend below names them.
    """
    parts = {
        "found": (mask & truth, FOUND),
        "missed": (truth & ~mask, MISSED),
        "invented": (mask & ~truth, INVENTED),
    }
    ax = show_image(_tinted(picture, parts.values()), title, ax)
    for name, (_, color) in parts.items():
        ax.plot([], [], "s", ms=11, color=color, label=name)
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=3, frameon=False)
    return ax


def _tinted(picture, parts, strength=0.65):
    """(height, width, 3): the picture in grey, each mask's pixels in its colour."""
    tinted = np.repeat(np.asarray(picture, dtype=float)[..., np.newaxis], 3, axis=2)
    for mask, color in parts:
        tinted[mask] = (1 - strength) * tinted[mask] + strength * np.array(
            to_rgb(color)
        )
    return tinted
