"""Handwriting on paper, and its photo: MNIST's digits as smooth strokes of a pen."""

import numpy as np
from scipy import ndimage

SIDE = 320  # pixels of a picture


def strokes(image, size):
    """Return an MNIST digit as smooth strokes of ink in 0..1, longer side `size`."""
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    box = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    large = ndimage.zoom(np.pad(box, 1), size / max(box.shape), order=3)
    return np.clip((large - 0.3) / 0.3, 0, 1)


def placed(ink, rng, side=SIDE):
    """Return a sheet of ink, (side, side), with these strokes anywhere on it."""
    sheet = np.zeros((side, side))
    margin = round(0.08 * side)
    top, left = (rng.integers(margin, side - margin - length) for length in ink.shape)
    sheet[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return sheet


def written(digit, rng, side=SIDE):
    """Return a sheet of ink with one digit of any usual size on it."""
    return placed(digit(round(side * rng.uniform(0.35, 0.65))), rng, side)


def on_paper(sheet, rng):
    """Return brightness of ink on paper: pen and paper as they come, a soft slope."""
    paper, pen = rng.uniform(0.8, 0.95), rng.uniform(0.1, 0.35)
    return (paper + (pen - paper) * sheet) * (1 - 0.15 * ramp(sheet.shape, rng))


def photographed(scene, rng, grain=0.012):
    """Return what a camera makes of a scene: a little blur, a little grain."""
    photo = ndimage.gaussian_filter(scene, rng.uniform(0.5, 1.2))
    return np.clip(photo + rng.normal(0, grain, scene.shape), 0, 1)


def ramp(shape, rng):
    """Return a slope from 0 to 1 in any direction."""
    angle = rng.uniform(0, 2 * np.pi)
    rows, columns = np.indices(shape)
    slope = np.cos(angle) * columns + np.sin(angle) * rows
    return (slope - slope.min()) / np.ptp(slope)


def lines(shape, rng, spacing, width, angle):
    """Return parallel ruling in 0..1, `angle` in degrees from horizontal."""
    rows, columns = np.indices(shape)
    turned = np.deg2rad(angle)
    across = rows * np.cos(turned) - columns * np.sin(turned)
    distance = np.abs((across + rng.uniform(0, spacing)) % spacing - spacing / 2)
    return np.clip(width / 2 + 0.5 - distance, 0, 1)


def ruled(scene, rng, ruling):
    """Return the scene with ruling printed on its paper, paler than the pen."""
    return np.minimum(scene, scene.max() * (1 - rng.uniform(0.15, 0.5) * ruling))


def spots(sheet, rng, count, radii):
    """Return the sheet with round spots of ink, none of them on the digit."""
    near = ndimage.binary_dilation(sheet > 0, iterations=12)
    rows, columns = np.indices(sheet.shape)
    for row, column in rng.permutation(np.argwhere(~near))[:count]:
        radius = rng.uniform(*radii)
        spot = np.clip(radius + 0.5 - np.hypot(rows - row, columns - column), 0, 1)
        sheet = np.maximum(sheet, spot * ~near)
    return sheet
