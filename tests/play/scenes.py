"""A small scene with boxes found in it, as a lesson would hand it to the page."""

import numpy as np

# (x1, y1, x2, y2), score, label; the third finds the first's again, the fourth is a
# "7" that is called "1", the fifth is nothing
FOUND = [
    ([5, 5, 25, 33], 0.95, "3"),
    ([42, 8, 60, 34], 0.8, "7"),
    ([7, 6, 26, 34], 0.7, "3"),
    ([41, 36, 58, 60], 0.55, "1"),
    ([2, 44, 14, 60], 0.3, "3"),
    ([70, 10, 88, 30], 0.15, "0"),
]
TRUTHS = [
    ([5, 6, 24, 34], "3"),
    ([42, 8, 59, 33], "7"),
    ([41, 36, 58, 61], "7"),
    ([70, 10, 88, 31], "0"),
]


def scene():
    """Return (picture, found, truths): grey (64, 96), boxes as `utils.arrays.boxes`."""
    picture = np.linspace(0, 0.6, 64 * 96).reshape(64, 96)
    for (x1, y1, x2, y2), _ in TRUTHS:
        picture[y1 + 3 : y2 - 3, x1 + 3 : x2 - 3] = 1
    boxes, scores, labels = map(list, zip(*FOUND, strict=True))
    return picture, (boxes, scores, labels), tuple(map(list, zip(*TRUTHS, strict=True)))
