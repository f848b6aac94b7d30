"""Objects over the picture that they belong to: arrays in, Matplotlib axes out."""

import numpy as np
from matplotlib.colors import to_rgb

from utils.drawing.colours import BLUE, GREEN, ORANGE, PINK, SKY, YELLOW
from utils.drawing.pictures import show_image

COLOURS = np.array([to_rgb(c) for c in (BLUE, ORANGE, GREEN, PINK, SKY, YELLOW)])
NEAR = 3  # pixels: objects so near each other differ in colour


def show_objects(picture, objects, title="", ax=None):
    """Draw a grey picture, each object in a colour of its own with a white rim.

    picture: (height, width), 0..1. objects: (height, width), whole numbers, 0 for the
    ground, every other number one object. Objects near each other differ in colour,
    where six colours are enough for that.
    """
    objects = np.asarray(objects)
    tinted = np.repeat(np.asarray(picture, dtype=float)[..., np.newaxis], 3, axis=2)
    for number, colour in _colours(objects).items():
        inside = objects == number
        tinted[inside] = 0.35 * tinted[inside] + 0.65 * COLOURS[colour]
    tinted[_rims(objects)] = 1
    return show_image(tinted, title, ax)


def _colours(objects):
    """For each object the first colour that none near it has: {number: index}."""
    chosen = {}
    for number in np.unique(objects[objects > 0]).tolist():
        rows, columns = np.nonzero(objects == number)
        around = objects[
            max(rows.min() - NEAR, 0) : rows.max() + NEAR + 1,
            max(columns.min() - NEAR, 0) : columns.max() + NEAR + 1,
        ]
        taken = {chosen.get(other) for other in np.unique(around).tolist()}
        free = [k for k in range(len(COLOURS)) if k not in taken]
        # Begin with another one each time, so that neighbours farther away differ too.
        free.sort(key=lambda k: (k - number) % len(COLOURS))
        chosen[number] = free[0] if free else number % len(COLOURS)
    return chosen


def _rims(objects):
    """The pixels of an object that have another number beside them: a mask."""
    padded = np.pad(objects, 1, mode="edge")
    sides = padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]
    return (objects > 0) & np.any([side != objects for side in sides], axis=0)
