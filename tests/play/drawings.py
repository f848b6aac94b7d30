"""Drawings as people make them on a field, by seed: strokes, and what is no digit."""

import numpy as np
from PIL import Image, ImageDraw

from utils.play.draw_a_digit import SIDE


def drawing(random):
    """Return the ink of one to three random strokes, (SIDE, SIDE), clear of the border.

    Drawn by Pillow at four times the size, so that edges are soft.
    """
    large = Image.new("L", (4 * SIDE, 4 * SIDE))
    pen = ImageDraw.Draw(large)
    for _ in range(random.integers(1, 4)):
        points = random.uniform(0.12, 0.88, (random.integers(2, 6), 2)) * 4 * SIDE
        width = int(4 * random.integers(8, 22))
        pen.line([tuple(point) for point in points], 255, width, joint="curve")
    ink = large.resize((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(ink) / np.float32(255)


def strokes(random):
    """Return one to four random strokes: lists of points [x, y], of one for a dot."""
    counts = random.integers(1, 6, random.integers(1, 5))
    return [random.uniform(20, SIDE - 20, (n, 2)).tolist() for n in counts]
