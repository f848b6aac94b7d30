"""Pictures for two eyes, made to order: how far everything moves is known exactly.

Dive 17c finds depth in them. A scene is layers, the farthest first. What the left eye
sees at column x, the right eye sees at column x - d; d is the disparity, in pixels, and
the larger, the nearer. What a scene holds is drawn from one seed, so the same call
gives the same scenes on every computer.
"""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from utils.arrays.whole_numbers import at_least

ROWS, COLUMNS = 48, 72  # of a picture
MOST = 11  # the largest disparity, in pixels
WIDE = COLUMNS + MOST  # of a layer: the right eye sees farther to the right
SIZES = (14, 36)  # shortest and longest of a thing's longer side, in pixels
GRAIN = 0.02  # standard deviation of each eye's own noise
EXPOSURE = 0.1  # the right eye's picture is so much brighter or darker, at most
TEXTURED = 0.4  # share of things and grounds that are covered with a random texture


class Pairs(NamedTuple):
    """What two eyes see, and the truth for the left one.

    left, right: (n, rows, columns, 3), float32 in 0..1. disparity: (n, rows, columns),
    float32 in 0..11, of what the left eye sees at each pixel. both: (n, rows, columns)
    bool, whether the right eye sees it too.
    """

    left: np.ndarray
    right: np.ndarray
    disparity: np.ndarray
    both: np.ndarray


def make_pairs(count, things, grounds, seed, number=(3, 6)):
    """Return so many scenes: things that stand before a slanted ground.

    things: drawings (h, w, 4) of colours and opacity in 0..1. grounds: (m, rows,
    columns, 3) in 0..1, at least 48 × 83. seed: a whole number. number: fewest and
    most things in a scene; each has a size, a place and a disparity that know nothing
    of one another, and nearer ones cover farther ones. Some things and grounds are
    covered with random textures. The right eye's exposure differs a little, and each
    eye has noise of its own. Raises ValueError for what does not fit together.
    """
    grounds = np.asarray(grounds, dtype=np.float32)
    if grounds.ndim != 4 or grounds.shape[1] < ROWS or grounds.shape[2] < WIDE:
        raise ValueError(
            f"Grounds are (m, rows, columns, 3), at least {ROWS} × {WIDE}, not "
            f"{grounds.shape}."
        )
    if not len(things) or {np.shape(thing)[2:] for thing in things} != {(4,)}:
        raise ValueError("Things are (h, w, 4), colours and opacity; one or more.")
    rng = np.random.default_rng(at_least(0, seed, "seed"))
    scenes = []
    for _ in range(at_least(1, count, "count")):
        middle = rng.uniform(1.5, 4.5)  # disparity of the ground
        layers = [_ground(grounds, middle, rng)]
        many = rng.integers(*number, endpoint=True)
        near = np.sort(rng.uniform(middle + 1, MOST - 1, many))
        layers += [_thing(things, disparity, rng) for disparity in near]
        scenes.append(photographed(layers, rng))
    return Pairs(*map(np.stack, zip(*scenes, strict=True)))


def photographed(layers, rng, grain=GRAIN, exposure=EXPOSURE):
    """Return (left, right, disparity, both) of one scene, as eyes that differ see it.

    layers: as for `two_views`. rng: a generator of NumPy's, for the noise of both eyes
    and the exposure of the right one, at most so much brighter or darker.
    """
    left, right, disparity, both = two_views(layers)
    right = right * (1 + rng.uniform(-exposure, exposure))
    left, right = (
        np.clip(view + grain * rng.normal(size=view.shape), 0, 1).astype(np.float32)
        for view in (left, right)
    )
    return left, right, disparity, both


def two_views(layers):
    """Return (left, right, disparity, both) of one scene, without noise.

    layers: pairs (picture, disparity), the farthest first. picture: (rows, wide, 4),
    colours and opacity in 0..1, as the left eye would see it if it saw that far to the
    right. disparity: (rows, wide), less than MOST, growing by less than 1 from column
    to column. The views have 11 columns less than the layers. Between pixels of a layer
    the right eye sees a mixture of the two. Values as in `Pairs`, without the n.
    """
    rows, wide = layers[0][1].shape
    x = np.arange(wide - MOST, dtype=float)
    straight = np.broadcast_to(x, (rows, len(x)))
    right_places = [_seen_from_the_right(d, x) for _, d in layers]
    left, owner = _covered(layers, [straight] * len(layers))
    right, other_owner = _covered(layers, right_places)
    disparity = np.take_along_axis(
        np.stack([d[:, : len(x)] for _, d in layers]), owner[np.newaxis], axis=0
    )[0]
    there = np.rint(straight - disparity).astype(int)
    inside = there >= 0
    other = np.take_along_axis(other_owner, np.maximum(there, 0), axis=1)
    return left, right, disparity.astype(np.float32), inside & (other == owner)


def _seen_from_the_right(disparity, x):
    """For each column of the right view, the column of the layer: (rows, columns)."""
    columns = np.arange(disparity.shape[1], dtype=float)
    return np.stack([np.interp(x, columns - row, columns) for row in disparity])


def _covered(layers, places):
    """The view (rows, columns, 3), and which layer is seen (rows, columns)."""
    view = np.zeros((*places[0].shape, 3), np.float32)
    owner = np.zeros(places[0].shape, int)
    for number, ((picture, _), place) in enumerate(zip(layers, places, strict=True)):
        picture = np.asarray(picture, np.float32)
        first = np.clip(place.astype(int), 0, picture.shape[1] - 2)
        share = (place - first).astype(np.float32)[..., np.newaxis]
        at = np.arange(len(picture))[:, np.newaxis] * picture.shape[1] + first
        pixels = picture.reshape(-1, 4)
        near = (1 - share) * pixels.take(at, 0) + share * pixels.take(at + 1, 0)
        opacity = near[..., 3:]
        view += opacity * (near[..., :3] - view)
        owner[opacity[..., 0] > 0.5] = number
    return view, owner


def random_texture(rng, rows=ROWS, columns=WIDE):
    """Return (rows, columns, 3) in 0..1: blots in two colours, fine or coarse."""
    blots = gaussian_filter(rng.normal(size=(rows, columns)), rng.uniform(0.5, 3))
    blots = np.clip(0.5 + 0.35 * (blots - blots.mean()) / blots.std(), 0, 1)
    one, other = rng.random((2, 3))
    return one + blots[..., np.newaxis] * (other - one)


def slanted(middle, across, down):
    """A plane of disparities (48, 83): in the middle, growing so much a column, row."""
    y, x = np.indices((ROWS, WIDE))
    plane = middle + across * (x - COLUMNS / 2) + down * (y - ROWS / 2)
    return np.clip(plane, 0, MOST)


def _ground(grounds, middle, rng):
    if rng.random() < TEXTURED:
        piece = random_texture(rng)
    else:
        ground = grounds[rng.integers(len(grounds))]
        room = np.array(ground.shape[:2]) - (ROWS, WIDE)
        top, left = rng.integers(0, room, endpoint=True)
        piece = ground[top : top + ROWS, left : left + WIDE]
        piece = piece[:, ::-1] if rng.random() < 0.5 else piece
    picture = np.concatenate([piece, np.ones((ROWS, WIDE, 1))], axis=-1)
    across, down = rng.uniform(-1.5, 1.5, 2) / (COLUMNS, ROWS)
    return picture, slanted(middle, across, down)


def _thing(things, disparity, rng):
    thing = np.asarray(things[rng.integers(len(things))], dtype=float)
    longer = rng.integers(*SIZES, endpoint=True)
    factor = longer / max(thing.shape[:2])
    thing = np.clip(zoom(thing, (factor, factor, 1), order=1), 0, 1)
    if rng.random() < 0.5:
        thing = thing[:, ::-1]
    height, width = thing.shape[:2]
    if rng.random() < TEXTURED:
        thing[..., :3] = random_texture(rng, height, width)
    # Its middle lies in the picture, and the right eye sees some of it.
    y, x = rng.integers(0, ROWS), rng.integers(MOST, COLUMNS)
    wide = np.zeros((ROWS + 2 * height, WIDE + 2 * width, 4))
    top, left = y - height // 2 + height, x - width // 2 + width
    wide[top : top + height, left : left + width] = thing
    picture = wide[height : height + ROWS, width : width + WIDE]
    return picture, slanted(disparity, *rng.uniform(-0.03, 0.03, 2))


def make_hills(count, seed, dot=2):
    """Return scenes of another kind: two rounded hills, covered all over with dots.

    Black and white squares of dot × dot pixels, each by chance, so the left picture
    alone shows no shape, and the right one hardly any. Source: B. Julesz (1960),
    Binocular depth perception of computer-generated patterns, Bell System Technical
    Journal 39.
    """
    rng = np.random.default_rng(at_least(0, seed, "seed"))
    y, x = np.indices((ROWS, WIDE))
    scenes = []
    for _ in range(at_least(1, count, "count")):
        disparity = np.full((ROWS, WIDE), rng.uniform(1, 3))
        for middle in (rng.uniform(20, 36), rng.uniform(50, 66)):
            away = (x - middle) ** 2 + (y - rng.uniform(14, 34)) ** 2
            disparity += rng.uniform(2, 6) * np.exp(
                -away / (2 * rng.uniform(7, 11) ** 2)
            )
        shape = (-(-ROWS // dot), -(-WIDE // dot))
        dots = rng.choice([0.1, 0.9], shape).repeat(dot, 0).repeat(dot, 1)
        dots = np.repeat(dots[:ROWS, :WIDE, np.newaxis], 3, axis=2)
        opaque = np.ones((ROWS, WIDE, 1))
        layer = np.concatenate([dots, opaque], axis=-1), disparity
        scenes.append(photographed([layer], rng))
    return Pairs(*map(np.stack, zip(*scenes, strict=True)))
