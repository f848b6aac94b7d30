"""Films made to order: a thing walks over a ground, its boxes are known exactly.

Dive 19b follows it. What a film holds is drawn from the generator that is handed over,
so the same one gives the same films on every computer.
"""

import numpy as np
from scipy.ndimage import affine_transform, zoom

FRAMES, SIDE, LONG = 20, 96, 28  # pictures; their side, a thing's longer side: pixels
FINE = 48  # pixels of a thing's longer side before it is drawn
LAYER = 48  # side of the square around a thing that is drawn
PACE, RIM, APART = 3.0, 20, 26  # pixels: a step, kept from the rim, kept from another
BEND = 0.3  # standard deviation of the change of direction from step to step


def make_film(things, grounds, rng, light=0.0, turning=0.0, growth=0.0):
    """Return frames (20, 96, 96, 3), float32 in 0..1, and the box (20, 4) of one thing.

    things: drawings (h, w, 4) of colours and opacity in 0..1, two or more: one is to be
    followed, another walks elsewhere and looks changed in the same way. grounds: (m,
    rows, columns, 3), at least 96 × 96; one of them drifts behind. rng: a generator of
    NumPy's. By the last frame the light has lost this share, 0..1, evenly from frame to
    frame; both have turned by so many radians to one side, and are exp(growth) times as
    large, or as small. boxes: float64, as in `utils.arrays.boxes`, around all pixels
    that are more than half the thing's. Raises ValueError for what does not fit.
    """
    grounds = np.asarray(grounds)
    if len(things) < 2 or grounds.ndim != 4 or min(grounds.shape[1:3]) < SIDE:
        raise ValueError(
            f"A film needs two things or more, and grounds (m, rows, columns, 3) of at "
            f"least {SIDE} × {SIDE}, not {len(things)} and {grounds.shape}."
        )
    if not 0 <= light <= 1 or not abs(growth) <= 0.5:
        raise ValueError("light is a share, 0 to 1, and growth within -0.5 and 0.5.")
    chosen = [_fine(things[k]) for k in rng.choice(len(things), 2, replace=False)]
    ways = _two_ways(rng)
    ground = grounds[rng.integers(len(grounds))]
    turning, growth = turning * rng.choice([-1, 1]), growth * rng.choice([-1, 1])
    room = np.array(ground.shape[:2]) - SIDE
    corner, drift = rng.uniform(0, room), rng.uniform(-1, 1, 2)
    frames, boxes = [], []
    for k, share in enumerate(np.linspace(0, 1, FRAMES)):
        y, x = np.clip(np.round(corner + k * drift), 0, room).astype(int)
        frame = ground[y : y + SIDE, x : x + SIDE].astype(float)
        for way, thing in zip(ways[::-1], chosen[::-1], strict=True):  # its own is last
            size = LONG * np.exp(growth * share)
            box = _draw(frame, thing, way[k], size, turning * share)
        boxes.append(box)
        frames.append((1 - light * share) * frame)
    return np.clip(frames, 0, 1).astype(np.float32), np.array(boxes, float)


def _fine(thing):
    """The thing without its empty rim, all of one size; colours times opacity."""
    thing = np.asarray(thing, dtype=float)
    there = thing[..., 3] > 0.5
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    thing = thing[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    factor = FINE / max(thing.shape[:2])
    thing = np.clip(zoom(thing, (factor, factor, 1), order=1), 0, 1)
    return np.concatenate([thing[..., :3] * thing[..., 3:], thing[..., 3:]], axis=-1)


def _two_ways(rng):
    """Places (20, 2) of two things, down and right, never too near to each other."""
    one, other = _way(rng), _way(rng)
    while np.hypot(*(one - other).T).min() < APART:
        one, other = _way(rng), _way(rng)
    return one, other


def _way(rng):
    place, angle = rng.uniform(RIM, SIDE - RIM, 2), rng.uniform(0, 2 * np.pi)
    places = [place]
    for _ in range(FRAMES - 1):
        angle += rng.normal(0, BEND)
        step = PACE * np.array([np.sin(angle), np.cos(angle)])
        outside = (place + step < RIM) | (place + step > SIDE - RIM)
        step = np.where(outside, -step, step)
        angle, place = np.arctan2(*step), place + step
        places.append(place)
    return np.array(places)


def _draw(frame, thing, middle, longer, angle):
    """Draw a fine thing into the frame, turned; return (x1, y1, x2, y2) around it."""
    cos, sin = np.cos(angle), np.sin(angle)
    turn = FINE / longer * np.array([[cos, sin], [-sin, cos]])
    corner = np.round(middle).astype(int) - LAYER // 2
    start = (np.array(thing.shape[:2]) - 1) / 2 - turn @ (middle - corner)
    first, last = np.maximum(corner, 0), np.minimum(corner + LAYER, SIDE)
    start = start + turn @ (first - corner)
    drawn = np.stack(
        [
            affine_transform(one, turn, start, tuple(last - first), order=1)
            for one in np.moveaxis(thing, 2, 0)
        ],
        axis=-1,
    )
    part = frame[first[0] : last[0], first[1] : last[1]]
    part[:] = part * (1 - drawn[..., 3:]) + drawn[..., :3]
    y, x = np.nonzero(drawn[..., 3] > 0.5) + first[:, np.newaxis]
    return [x.min(), y.min(), x.max() + 1, y.max() + 1]
