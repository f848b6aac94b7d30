"""Make a figure's PNG smaller, without a difference that the eye sees.

- A palette of colours of the figure, where it errs by no more than can be seen: of
  drawings, heat maps and grey photos.
- Else all colours, each channel off by at most 1 of 255, and by 4 or 7 where the figure
  is busy, such that the differences from what PNG predicts take few values, which
  deflate well: of photos and colour wheels, which a palette makes grainy or streaky.

Large even areas, such as the white around a drawing, keep their exact colour.
"""

import io
from functools import lru_cache

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, maximum_filter, minimum_filter
from scipy.spatial import cKDTree

from tools.png_format import NONE, PAETH, SUB, as_png, is_as_drawn, predicted

# Differences are distances in CIE Lab, in which 2.3 can just be seen between two areas
# (Mahy et al., 1994), after a blur like the eye's. In smooth places, where the
# brightness varies little around a pixel, the steps of a gradient are seen sooner.
BLUR = 1  # pixels
MOST_SEEN = 2.5
SMOOTH = 8  # standard deviation of the brightness, of 255
# What a picture drawn anew may differ by, and with how much of what `smaller` costs
# within how many pixels: it chooses otherwise where one pixel differs by 1 of 255.
UNSEEN, MORE, NEARBY = 1.0, 1.5, 61

# How many colours, and how far they may be off in smooth places: of 256, no gradient is
# left with few.
PALETTES = {48: 0.5, 64: 0.5, 96: 0.5, 128: 0.5, 192: 0.5, 256: 0.7}
MOST_COLOURS = 20_000  # of a figure; with more, no palette has been good enough
ROUNDS = 3  # of k-means
RARE = 0.4  # power of a colour's count that is its weight: rare colours are seen too
LARGE = 0.005  # of the figure in one colour, which the palette then has exactly

EVEN = 5  # pixels across
STEPS = {0: 3, 1.5: 7, 4: 11}  # from which deviation on, all around, how large, of 255
STAY = 0.65  # of a step
BUSY_WITHIN = 11  # pixels across: the sky beside a roof is not busy

XYZ = np.array(  # of sRGB, relative to the white D65: IEC 61966-2-1
    [
        [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ],
    dtype=np.float32,
)


def is_opaque(png):
    """Whether no pixel of a PNG (bytes) lets the page shine through."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.convert("RGBA").getextrema()[3][0] == 255


def seen_difference(one, other):
    """How far two pictures (uint8, H×W×3) differ in Lab where they differ most.

    It is a maximum, not a mean: one digit in a large figure counts in full. Infinite
    for two sizes.
    """
    return float(_seen(one, other).max()) if one.shape == other.shape else np.inf


def looks_the_same(drawn, stored):
    """Whether the eye can't tell a stored PNG (bytes) from one just drawn.

    In no place may it differ by much more than making the drawn one smaller costs
    nearby. With transparent parts, it may not differ at all.
    """
    one, other = _pixels(drawn), _pixels(stored)
    if one.shape != other.shape or not (is_opaque(drawn) and is_opaque(stored)):
        return np.array_equal(one, other)
    seen = _seen(one[..., :3], other[..., :3])
    if seen.max() <= UNSEEN:
        return True
    cost = _seen(one[..., :3], _pixels(smaller(drawn))[..., :3])
    return bool((seen <= UNSEEN + MORE * maximum_filter(cost, NEARBY)).all())


@lru_cache(maxsize=4)  # it takes a second, and is asked for more than once
def smaller(png):
    """Return a smaller PNG (bytes) of the same size in pixels and dots per inch.

    The PNG itself where it is the smallest, was not drawn by Matplotlib, or has
    transparent parts. Raises ValueError, OSError or SyntaxError where it is damaged.
    """
    pixels = _pixels(png)[..., :3]
    if not is_as_drawn(png) or not is_opaque(png):
        return png
    with Image.open(io.BytesIO(png)) as picture:
        dpi = picture.info.get("dpi")
    made = list(_with_palettes(pixels, dpi)) or _with_all_colours(pixels, dpi)
    return min([png, *made], key=len)


def _pixels(png):
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGBA"))


def _lab(rgb):
    """CIE Lab (float32) of sRGB (uint8), both with the channels last."""
    levels = np.arange(256, dtype=np.float32) / 255
    linear = np.where(
        levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4
    )
    xyz = linear.astype(np.float32)[rgb] @ XYZ.T
    x, y, z = np.moveaxis(
        np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 4 / 29), -1, 0
    )
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def _with_palettes(pixels, dpi):
    """Yield PNGs (bytes) with the smallest palette that is good enough, if any is."""
    numbers, where, counts = np.unique(
        _numbers(pixels), return_inverse=True, return_counts=True
    )
    if len(numbers) > MOST_COLOURS:
        return
    is_smooth = _deviation(pixels) < SMOOTH
    colours = np.stack([numbers >> 16, numbers >> 8, numbers], axis=1).astype(np.uint8)
    for size, most_where_smooth in PALETTES.items():
        palette = _palette(colours, counts, size)
        palette = palette[np.argsort(_lab(palette)[:, 0])]  # so neighbours are alike
        nearest = cKDTree(_lab(palette)).query(_lab(colours))[1].astype(np.uint8)
        indices = nearest[where.reshape(pixels.shape[:2])]
        most_seen = np.where(is_smooth, most_where_smooth, MOST_SEEN)
        if (_seen(pixels, palette[indices]) <= most_seen).all():
            for kind in (NONE, SUB, PAETH):
                yield as_png(indices, kind, dpi, palette)
            return


def _palette(colours, counts, size):
    """Choose `size` of the colours (uint8, N×3) that are near to the others.

    k-means in Lab, started with the colours of large areas, which stay, and then each
    time with the colour that matters most, by its distance from those chosen.
    """
    if len(colours) <= size:
        return colours
    lab, weights = _lab(colours), counts**RARE
    frequent = np.argsort(-counts, kind="stable")
    large = max(1, min(size // 2, (counts > LARGE * counts.sum()).sum()))
    chosen = list(frequent[:large])
    distances = cKDTree(lab[chosen]).query(lab)[0]
    while len(chosen) < size:
        chosen.append(np.argmax(weights * distances**2))
        from_new = np.linalg.norm(lab - lab[chosen[-1]], axis=1)
        distances = np.minimum(distances, from_new)
    centres = lab[chosen]
    for _ in range(ROUNDS):
        nearest = cKDTree(centres).query(lab)[1]
        total = np.bincount(nearest, weights, size)
        moved = (total > 0) & (np.arange(size) >= large)
        for axis in range(3):
            sums = np.bincount(nearest, weights * lab[:, axis], size)
            centres[moved, axis] = sums[moved] / total[moved]
    return colours[cKDTree(lab).query(centres)[1]]


def _with_all_colours(pixels, dpi):
    """Yield PNGs (bytes) of colours that are nearly those of the pixels."""
    numbers = _numbers(pixels)
    even = minimum_filter(numbers, EVEN) == maximum_filter(numbers, EVEN)
    busyness = minimum_filter(_deviation(pixels), BUSY_WITHIN)
    busy = np.digitize(busyness, list(STEPS)) - 1
    steps = np.array(list(STEPS.values()))[busy]
    steps[maximum_filter(even, EVEN)] = 1
    for kind in (SUB, PAETH):
        yield as_png(_stepped(pixels, steps, kind), kind, dpi)


def _stepped(pixels, steps, kind):
    """Change pixels (H×W×3) so that they differ from PNG's prediction by whole steps.

    steps: H×W, of 255. A pixel becomes the prediction where all its channels are within
    STAY of a step; the other channels are off by half a step at most. What is predicted
    depends on pixels to the left and above, so this goes along diagonals, each at once.
    """
    height, width = steps.shape
    stepped = np.zeros((height + 1, width + 1, 3), int)  # with a row and column before
    for diagonal in range(height + width - 1):
        row = np.arange(max(0, diagonal - width + 1), min(height, diagonal + 1))
        column = diagonal - row
        left, above = stepped[row + 1, column], stepped[row, column + 1]
        guess = predicted(left, above, stepped[row, column], kind)
        step = steps[row, column][:, None]
        wrong = pixels[row, column] - guess
        is_near = (abs(wrong) <= STAY * step).all(axis=1, keepdims=True)
        changed = guess + np.where(is_near, 0, (wrong + step // 2) // step * step)
        stepped[row + 1, column + 1] = np.clip(changed, 0, 255)
    return stepped[1:, 1:].astype(np.uint8)


def _seen(one, other):
    """How far two pictures (uint8, H×W×3) differ in each place (H×W), in Lab."""
    difference = gaussian_filter(_lab(one) - _lab(other), (BLUR, BLUR, 0))
    return np.linalg.norm(difference, axis=-1)


def _deviation(pixels):
    """The standard deviation of the brightness within some 2 pixels of each (H×W)."""
    grey = pixels.mean(axis=-1)
    mean, mean_square = gaussian_filter(grey, 2), gaussian_filter(grey**2, 2)
    return np.sqrt(np.maximum(mean_square - mean**2, 0))


def _numbers(pixels):
    """One integer for each colour."""
    return pixels.astype(int) @ [65536, 256, 1]
