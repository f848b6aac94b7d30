"""How a street of `utils.arrays.streets` looks: its surfaces, marks, light, camera.

For each group there are three kinds. "plain": a clear day, flat colours, white marks, a
good camera. "other": pieces of photos, yellow and worn marks, dusk and headlights, a
wet lens. "random": any colours, patterns, lights and faults, as in domain randomisation
(J. Tobin and others, 2017, arXiv:1703.06907). Every function takes its own generator.
"""

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

GROUPS = ("surfaces", "marks", "light", "camera")
KINDS = ("plain", "other", "random")


def noise(rng, shape, cell):
    """Return smooth noise (rows, columns), 0..1, in patches of about `cell` pixels."""
    coarse = rng.random([max(2, round(n / cell) + 1) for n in shape])
    factors = [n / m for n, m in zip(shape, coarse.shape, strict=True)]
    return np.clip(zoom(coarse, factors, order=1, mode="nearest", grid_mode=True), 0, 1)


def painted(kind, rng, view, photos):
    """Return what is beside and above the road, and the road: (rows, columns, 3) each.

    view: where each pixel's ray meets the ground, a `utils.arrays.street_plans.View`.
    photos: (m, rows, columns, 3), for "other" alone.
    """
    paint = {"plain": _flat, "other": _of_photos, "random": _any_colours}[kind]
    return paint(rng, view, photos)


def _flat(rng, view, photos):
    rows, columns = shape = view.is_ground.shape
    height = np.linspace(0, 1, rows)[:, np.newaxis, np.newaxis]
    sky = (1 - height) * (0.45, 0.65, 0.95) + height * (0.9, 0.95, 1.0)
    sky = np.broadcast_to(sky, (rows, columns, 3)) * rng.uniform(0.9, 1.05)
    grass = rng.uniform((0.25, 0.45, 0.15), (0.4, 0.6, 0.25))
    patches = 0.9 + 0.2 * noise(rng, shape, 6)[..., np.newaxis]
    beside = np.where(view.is_ground[..., np.newaxis], grass * patches, sky)
    horizon = rows - view.is_ground[:, 0].sum()
    top = horizon - noise(rng, (2, columns), 20)[0] * rng.uniform(2, 7)
    hills = ~view.is_ground & (np.arange(rows)[:, np.newaxis] > top)
    beside[hills] = rng.uniform((0.2, 0.35, 0.3), (0.35, 0.45, 0.45))
    road = rng.uniform(0.35, 0.45) + rng.normal(0, 0.01, shape)
    return beside, np.repeat(road[..., np.newaxis], 3, axis=2)


def _of_photos(rng, view, photos):
    beside = _piece(rng, view.is_ground.shape, photos)
    photo = photos[rng.integers(len(photos))].mean(axis=2)
    row, column = (12 * view.ahead).astype(int), (24 * view.beside).astype(int)
    pattern = photo[row % photo.shape[0], column % photo.shape[1]]
    grey = rng.uniform(0.25, 0.5) + rng.uniform(0.2, 0.5) * (pattern - photo.mean())
    return beside, grey[..., np.newaxis] * rng.uniform((0.95, 0.85, 0.7), (1.1, 1, 0.9))


def _piece(rng, shape, photos):
    """A random piece of a random photo, mirrored half of the time."""
    photo = photos[rng.integers(len(photos))]
    top, left = (
        rng.integers(n - m, endpoint=True)
        for n, m in zip(photo.shape[:2], shape, strict=True)
    )
    piece = photo[top : top + shape[0], left : left + shape[1]]
    return piece[:, ::-1] if rng.random() < 0.5 else piece


def _any_colours(rng, view, photos):
    shape = rows, columns = view.is_ground.shape
    sky, ground = (_any_pattern(rng, shape, rng.random(3)) for _ in range(2))
    beside = np.where(view.is_ground[..., np.newaxis], ground, sky)
    for _ in range(rng.integers(6)):  # things of no meaning
        top, left = rng.integers(rows), rng.integers(columns)
        high, wide = rng.integers(4, 30, 2)
        beside[top : top + high, left : left + wide] = rng.random(3)
    grey = rng.uniform(0.1, 0.7) * rng.uniform(0.8, 1.2, 3)
    return beside, _any_pattern(rng, shape, grey)


def _any_pattern(rng, shape, colour):
    """A colour with patches of any size, strength and second colour."""
    share = noise(rng, shape, rng.uniform(1, 20))[..., np.newaxis]
    return colour + rng.uniform(0, 0.6) * (share - 0.5) * rng.uniform(-1, 1, 3) * 2


def marked(kind, rng, road):
    """Return the colour of the marks (3,), and how opaque they are: (rows, columns)."""
    shape = road.shape[:2]
    if kind == "plain":
        return np.full(3, rng.uniform(0.88, 1)), np.full(shape, 0.95)
    if kind == "other":
        colour = rng.uniform((0.75, 0.55, 0.1), (0.9, 0.7, 0.25))
        worn = noise(rng, shape, 4) < rng.uniform(0.2, 0.5)
        return colour, np.where(worn, 0.35, 0.85)
    colour = rng.random(3)
    while np.abs(colour - road.mean(axis=(0, 1))).max() < 0.3:
        colour = rng.random(3)
    worn = noise(rng, shape, rng.uniform(2, 10)) < rng.uniform(0, 0.5)
    return colour, np.where(worn, rng.uniform(0.3, 1), rng.uniform(0.7, 1))


def lit(kind, rng, image):
    """Return the picture (rows, columns, 3) in the light of an hour."""
    if kind == "plain":
        return image * rng.uniform(0.85, 1.1)
    rows, columns = image.shape[:2]
    down = np.linspace(0, 1, rows)[:, np.newaxis]
    across = np.linspace(-1, 1, columns)
    if kind == "other":
        day = rng.uniform(0.45, 0.7)
        lamps = rng.uniform(0.1, 0.4) * down * np.exp(-2 * across**2)
        colour = rng.uniform((0.9, 0.75, 0.6), (1.1, 0.95, 0.9))
        return image * (day + lamps)[..., np.newaxis] * colour
    slope = rng.uniform(-0.4, 0.4) * across + rng.uniform(-0.4, 0.4) * (2 * down - 1)
    light = np.clip(rng.uniform(0.3, 1.3) + slope, 0.1, 2)
    return image * light[..., np.newaxis] * rng.uniform(0.7, 1.3, 3)


def photographed(kind, rng, image):
    """Return the picture (rows, columns, 3) as a camera delivers it, within 0..1."""
    if kind == "plain":
        return np.clip(image + rng.normal(0, 0.01, image.shape), 0, 1)
    blur, grain, power = rng.uniform((0, 0, 0.7), (1, 0.08, 1.4))
    if kind == "other":
        image = image + 0.25 * _streaks(rng, image.shape[:2])[..., np.newaxis]
        blur, grain, power = *rng.uniform((0.4, 0.01), (0.7, 0.03)), 1
    image = gaussian_filter(image, (blur, blur, 0), mode="nearest")
    image = np.clip(image, 0, 1) ** power + rng.normal(0, grain, image.shape)
    return np.clip(image, 0, 1)


def _streaks(rng, shape):
    """Rain: short slanting lines, (rows, columns), 0 or 1."""
    wet = np.zeros(shape)
    for _ in range(rng.integers(10, 40)):
        steps = np.arange(rng.integers(4, 10))
        row, column = rng.integers(shape[0]), rng.integers(shape[1])
        rows, columns = row + steps, column + steps // 3
        seen = (rows < shape[0]) & (columns < shape[1])
        wet[rows[seen], columns[seen]] = 1
    return wet
