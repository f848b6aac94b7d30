"""Digits as people photograph and draw them: kinds of pictures, seeded.

Round the handwriting (tests.files.drawn_paper) is drawn what photos of paper show
besides a digit.
"""

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from tests.files.drawn_paper import (
    SIDE,
    lines,
    on_paper,
    photographed,
    placed,
    ramp,
    ruled,
    spots,
    strokes,
    written,
)

KINDS = {}  # name: function(digit, rng) that returns a picture, see `kind`


def kind(function):
    """Register a kind; `digit` draws the next digit's strokes, `rng` is its own.

    A kind returns (height, width) in 0..1, or a Pillow picture to be saved and opened.
    """
    KINDS[function.__name__.replace("_", " ")] = function
    return function


def pictures_of(name, images, seed=0):
    """Return a picture of that kind for each MNIST image (28, 28), drawn by seed."""
    kind_seed = list(KINDS).index(name)
    pictures = []
    for number in range(len(images)):
        rng = np.random.default_rng([seed, kind_seed, number])
        others = np.roll(images, -number, axis=0)

        def digit(size, index=0, others=others):
            return strokes(others[index], size)

        pictures.append(KINDS[name](digit, rng))
    return pictures


# --- kinds that are plain ------------------------------------------------------------


@kind
def dark_pen_on_white(digit, rng):
    return 1 - written(digit, rng)


@kind
def light_on_dark(digit, rng):
    return written(digit, rng)


@kind
def photo_of_paper(digit, rng):
    return photographed(on_paper(written(digit, rng), rng), rng, grain=0.02)


@kind
def pale_pencil(digit, rng):
    scene = 0.85 - rng.uniform(0.2, 0.35) * written(digit, rng)
    return photographed(scene, rng)


@kind
def chalk_on_a_board(digit, rng):
    scene = 0.15 + rng.uniform(0.4, 0.7) * written(digit, rng)
    return photographed(scene * (1 - 0.2 * ramp(scene.shape, rng)), rng)


# --- kinds with more in the picture than the digit -----------------------------------


@kind
def frame_round_the_picture(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    return photographed(np.pad(scene, rng.integers(4, 20), constant_values=0.05), rng)


@kind
def box_drawn_round_the_digit(digit, rng):
    ink = digit(round(SIDE * rng.uniform(0.35, 0.5)))
    sheet = placed(ink, rng)
    rows, columns = np.flatnonzero(sheet.any(axis=1)), np.flatnonzero(sheet.any(axis=0))
    gap = rng.integers(8, 20)
    corners = columns[0] - gap, rows[0] - gap, columns[-1] + gap, rows[-1] + gap
    box = Image.new("F", sheet.shape[::-1])
    ImageDraw.Draw(box).rectangle(corners, outline=1.0, width=int(rng.integers(2, 6)))
    box = ndimage.rotate(np.asarray(box), rng.uniform(-3, 3), reshape=False, order=1)
    return photographed(on_paper(np.maximum(sheet, box), rng), rng)


@kind
def shadow_with_a_straight_edge(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    slope = (ramp(scene.shape, rng) - rng.uniform(0.35, 0.65)) * SIDE
    inside = np.clip(slope / rng.uniform(3, 40) + 0.5, 0, 1)
    return photographed(scene * (1 - rng.uniform(0.35, 0.6) * inside), rng)


@kind
def shadow_of_a_hand(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    rows, columns = np.indices(scene.shape)
    row, column = rng.uniform(0, SIDE), SIDE * rng.choice([-0.05, 1.05])
    tall, wide = rng.uniform(0.15, 0.35, 2) * SIDE
    radius = np.hypot((rows - row) / tall, (columns - column) / (2 * wide))
    inside = np.clip((1 - radius) * rng.uniform(3, 12) + 0.5, 0, 1)
    return photographed(scene * (1 - rng.uniform(0.3, 0.55) * inside), rng)


@kind
def dark_corners_of_a_lens(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    rows, columns = (np.indices(scene.shape) - SIDE / 2) / (SIDE / 2)
    light = 1 - rng.uniform(0.3, 0.6) * (rows**2 + columns**2) / 2
    return photographed(scene * light, rng)


@kind
def edge_of_a_dark_desk(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    desk = np.zeros(scene.shape, bool)
    for turned in rng.choice(4, size=rng.integers(1, 3), replace=False):
        rows, columns = np.indices(scene.shape)
        edge = rng.uniform(0.01, 0.07) * SIDE + np.tan(rng.uniform(-0.1, 0.1)) * columns
        desk |= np.rot90(rows < edge, turned)
    scene = np.where(desk, rng.uniform(0.05, 0.3), scene)
    return photographed(scene, rng)


@kind
def corner_of_a_dark_desk(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    rows, columns = np.indices(scene.shape)
    across = rows * rng.uniform(0.5, 2) + columns < rng.uniform(0.15, 0.4) * SIDE
    across = np.rot90(across, rng.integers(4)) & (scene > 0.5 * scene.max())
    scene = np.where(across, rng.uniform(0.05, 0.3), scene)
    return photographed(scene, rng)


@kind
def whole_sheet_on_a_dark_desk(digit, rng):
    sheet = on_paper(written(digit, rng), rng)
    turned = rng.uniform(-10, 10)
    desk = rng.uniform(0.05, 0.3)
    padded = np.pad(sheet, rng.integers(30, 60), constant_values=-1)
    turned = ndimage.rotate(padded, turned, reshape=False, order=1, cval=-1)
    return photographed(np.where(turned < 0, desk, turned), rng)


@kind
def lined_paper(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    spacing, width = rng.uniform(25, 50), rng.uniform(1.2, 3)
    ruling = lines(scene.shape, rng, spacing, width, rng.uniform(-4, 4))
    return photographed(ruled(scene, rng, ruling), rng)


@kind
def squared_paper(digit, rng):
    scene = on_paper(written(digit, rng), rng)
    spacing, width, angle = rng.uniform(20, 45), rng.uniform(1.2, 3), rng.uniform(-4, 4)
    ruling = [lines(scene.shape, rng, spacing, width, a) for a in (angle, angle + 90)]
    return photographed(ruled(scene, rng, np.maximum(*ruling)), rng)


@kind
def white_ink_on_transparent_ground(digit, rng):
    alpha = np.rint(255 * written(digit, rng)).astype(np.uint8)
    white = np.full_like(alpha, 255)
    return Image.fromarray(np.dstack([white, white, white, alpha]))


@kind
def specks(digit, rng):
    sheet = spots(written(digit, rng), rng, rng.integers(1, 12), (1, 4))
    return photographed(on_paper(sheet, rng), rng)


@kind
def speck_in_a_corner(digit, rng):
    sheet = written(digit, rng)
    size = rng.integers(4, 12)
    near, far = rng.integers(2, 12), SIDE - size - rng.integers(2, 12)
    row, column = rng.choice([near, far], 2)
    sheet[row : row + size, column : column + size] = 1
    return photographed(on_paper(sheet, rng), rng)


# --- kinds that hold no digit, or more than one --------------------------------------


@kind
def two_digits(digit, rng):
    size = round(SIDE * rng.uniform(0.2, 0.32))
    left, right = digit(size), digit(size, 1)
    height = max(len(left), len(right))
    gap = np.zeros((height, round(size * rng.uniform(0.08, 0.4))))
    left, right = (np.pad(d, [(0, height - len(d)), (0, 0)]) for d in (left, right))
    return photographed(on_paper(placed(np.hstack([left, gap, right]), rng), rng), rng)


@kind
def no_digit_on_lined_paper(digit, rng):
    scene = on_paper(np.zeros((SIDE, SIDE)), rng)
    spacing, width = rng.uniform(25, 50), rng.uniform(1.2, 3)
    ruling = lines(scene.shape, rng, spacing, width, rng.uniform(-4, 4))
    return photographed(ruled(scene, rng, ruling), rng)


@kind
def no_digit_on_shaded_paper(digit, rng):
    return shadow_of_a_hand(lambda size: np.zeros((size, size)), rng)


NO_DIGIT = {"two digits", "no digit on lined paper", "no digit on shaded paper"}
