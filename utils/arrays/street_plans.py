"""What stands where on a street of `utils.arrays.streets`, before it has any colour.

A camera looks along a road, level, from EYE above it. A point of the road that is
`ahead` metres away is seen FOCAL × EYE / ahead below the horizon; a metre there is
FOCAL / ahead pixels long.
"""

from typing import NamedTuple

import numpy as np

SHAPE = ROWS, COLUMNS = 64, 128  # of a picture, in pixels
FOCAL = 150.0  # in pixels
EYE = 1.3  # metres
SIGN = 0.9  # longer side of a sign, in metres
SIZES = (9, 22)  # shortest and longest sign that is drawn, in pixels
MARK = 0.16  # width of a mark, in metres
DASH, PERIOD = 3.0, 6.0  # of a dashed mark, in metres
SAMPLES = 2, 4  # rays in each pixel, down and across
ATTEMPTS = 30  # to find a free place for a sign


class Road(NamedTuple):
    """One road, and the car on it.

    horizon, column: where a straight road would vanish, in pixels. bend: in 1/m. shift:
    how far the car is to the right of the middle of its lane, lane: the lane's width,
    phase: where dashes begin, in metres. other_side: of the other lane, −1 left, 1
    right. dashed: whether the mark between the lanes is.
    """

    horizon: float
    column: float
    bend: float
    shift: float
    lane: float
    phase: float
    other_side: int
    dashed: bool

    @property
    def marks(self):
        """Left edge, right edge, middle mark: metres right of the lane's middle."""
        near, far = -self.other_side * self.lane / 2, self.other_side * self.lane * 1.5
        return min(near, far), max(near, far), self.other_side * self.lane / 2


class View(NamedTuple):
    """Where the rays of a camera meet the road.

    ahead, beside: (rows, columns), metres ahead, and to the right of the middle of the
    car's lane. is_ground: False above the horizon, where both are 0.
    """

    ahead: np.ndarray
    beside: np.ndarray
    is_ground: np.ndarray


class Standing(NamedTuple):
    """A sign: its box (4,) in pixels, its label, and the row where its post ends."""

    box: np.ndarray
    label: int
    foot: int

    @property
    def size(self):
        """Height and width, in pixels."""
        return int(self.box[3] - self.box[1]), int(self.box[2] - self.box[0])


def any_road(rng):
    """Return a Road by chance."""
    return Road(
        horizon=rng.uniform(24, 29),
        column=COLUMNS / 2 + rng.uniform(-10, 10),
        bend=rng.uniform(-0.008, 0.008),
        shift=rng.uniform(-0.3, 0.3),
        lane=rng.uniform(2.9, 3.4),
        phase=rng.uniform(0, PERIOD),
        other_side=int(rng.choice([-1, 1])),
        dashed=rng.random() < 0.75,
    )


def view_of(road, samples=(1, 1)):
    """Return the View of a Road, with so many rays in each pixel, down and across."""
    down, across = samples
    row = (np.arange(ROWS * down, dtype=np.float32)[:, np.newaxis] + 0.5) / down
    column = (np.arange(COLUMNS * across, dtype=np.float32) + 0.5) / across
    below = row - road.horizon
    is_ground = below > 0.5
    ahead = FOCAL * EYE / np.maximum(below, 0.5)
    beside = (column - road.column) * (ahead / FOCAL)
    beside += road.shift - road.bend * ahead**2 / 2
    beside[~is_ground[:, 0]] = 0
    ahead, is_ground = np.broadcast_arrays(ahead * is_ground, is_ground, beside)[:2]
    return View(ahead, beside, is_ground)


def seen_at(road, beside, ahead, above=0.0):
    """Return (column, row), in pixels, of a point in metres: `view_of` backwards."""
    aside = beside - road.shift + road.bend * ahead**2 / 2
    column = road.column + FOCAL * aside / ahead
    return column, road.horizon + FOCAL * (EYE - above) / ahead


def covered(road):
    """Return the share of each pixel that is road, and that is mark, as (64, 128)."""
    view = view_of(road, SAMPLES)
    left, right, middle = road.marks
    on_road = (view.beside > left - 0.4) & (view.beside < right + 0.4)
    on_marks = np.abs(view.beside - middle) < MARK / 2
    if road.dashed:
        on_marks &= np.mod(view.ahead[:, :1] + road.phase, PERIOD) < DASH
    for edge in (left, right):
        on_marks |= np.abs(view.beside - edge) < MARK / 2
    return tuple(_mean_of_rays(rays & view.is_ground) for rays in (on_road, on_marks))


def _mean_of_rays(rays):
    """Rays (…, …) of SAMPLES in each pixel, True or False -> shares (ROWS, COLUMNS)."""
    down, across = SAMPLES
    first = [
        rays[row::down, column::across]
        for row in range(down)
        for column in range(across)
    ]
    return sum(part.astype(np.float32) for part in first) / len(first)


def standing(road, shapes, number, rng):
    """Return signs beside the road, the farthest first: a list of Standing.

    shapes: (height, width) of each kind of sign, of any size. number: fewest and most
    signs; one that finds no place, whole and apart from the others, is left out.
    """
    found = []
    for _ in range(rng.integers(*number, endpoint=True)):
        label = int(rng.integers(len(shapes)))
        for _ in range(ATTEMPTS):
            sign = _somewhere(road, label, shapes[label], rng)
            low, high = sign.box[:2], sign.box[2:]
            inside = np.all(low >= 0) and np.all(high <= (COLUMNS, ROWS))
            if inside and all(_are_apart(sign.box, other.box) for other in found):
                found.append(sign)
                break
    return sorted(found, key=lambda sign: sign.foot)


def _somewhere(road, label, shape, rng):
    size = int(rng.integers(*SIZES, endpoint=True))
    ahead = FOCAL * SIGN / size
    left, right, _ = road.marks
    away = rng.uniform(0.7, 1.5)
    beside = rng.choice([left - away, right + away])
    column, row = seen_at(road, beside, ahead, above=rng.uniform(1.7, 2.0))
    high, wide = resized_shape(shape, size)
    x, y = round(column - wide / 2), round(row - high / 2)
    box = np.array([x, y, x + wide, y + high])
    return Standing(box, label, round(seen_at(road, beside, ahead)[1]))


def resized_shape(shape, longer):
    """Return (height, width) with a longer side of so many pixels."""
    return tuple(max(1, round(n * longer / max(shape[:2]))) for n in shape[:2])


def _are_apart(box, other):
    return np.any(box[2:] <= other[:2]) or np.any(other[2:] <= box[:2])
