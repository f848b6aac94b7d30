"""Scenes made to order: objects pasted on pictures, so that every box is known exactly.

Lessons 14 and 15 train on them. What a scene holds is drawn from one seed, so the same
call gives the same scenes on every computer.
"""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import zoom

from utils.arrays.whole_numbers import at_least

ATTEMPTS = 30  # to find a free place for an object


class Scenes(NamedTuple):
    """Pictures, and what is in them.

    images: (n, side, side) or (n, side, side, 3), float32 in 0..1. boxes: for each
    scene (k, 4), float32, the corners (x1, y1, x2, y2) in pixels, around each object
    whole, hidden parts too. labels: for each scene (k,), int64. owners: (n, side, side)
    uint8, which object a pixel belongs to: 0 none, 1 the first, later ones on top.
    """

    images: np.ndarray
    boxes: list
    labels: list
    owners: np.ndarray


def make_scenes(
    count,
    objects,
    labels,
    grounds,
    seed,
    side=96,
    number=(1, 4),
    sizes=(20, 40),
    overlap=0.1,
    contrast=0.3,
):
    """Return so many scenes, each with some of the objects on a piece of a ground.

    objects: a sequence of pictures of one thing each, all of one kind: (h, w), how
    opaque each pixel is, 0..1, which becomes light or dark; or (h, w, 4), colours and
    opacity. labels: whole numbers, one for each object. grounds: (m, rows, columns) for
    the former, (m, rows, columns, 3) for the latter, in 0..1, at least side × side.
    seed: a whole number. number: fewest and most objects in a scene. sizes: shortest
    and longest of an object's longer side, in pixels. overlap: the most that two boxes
    may share, as intersection over union; an object that finds no place is left out,
    so a scene with high numbers may hold fewer. contrast: how far grey objects stand
    out from their ground, at least, 0..0.3; colours are as they are.
    Raises ValueError, in one sentence, for what does not fit together.
    """
    grounds = np.asarray(grounds, dtype=np.float32)
    _check(objects, labels, grounds, side, number, sizes)
    count = at_least(0, count, "count")
    rng = np.random.default_rng(at_least(0, seed, "seed"))
    images = np.empty((count, side, side, *grounds.shape[3:]), np.float32)
    owners = np.zeros((count, side, side), np.uint8)
    all_boxes, all_labels = [], []
    for image, owner in zip(images, owners, strict=True):
        image[:] = _piece(grounds, side, rng)
        boxes, names = [], []
        for _ in range(rng.integers(*number, endpoint=True)):
            which = rng.integers(len(objects))
            thing = np.asarray(objects[which], dtype=np.float32)
            thing = _resized(_trimmed(thing), rng.integers(*sizes, endpoint=True))
            box = _free_place(thing.shape, boxes, side, overlap, rng)
            if box is not None:
                boxes.append(box)
                names.append(labels[which])
                _paste(image, owner, thing, box, len(boxes), contrast, rng)
        all_boxes.append(np.array(boxes, np.float32).reshape(-1, 4))
        all_labels.append(np.array(names, np.int64))
    return Scenes(images, all_boxes, all_labels, owners)


def _check(objects, labels, grounds, side, number, sizes):
    kinds = {np.shape(thing)[2:] for thing in objects}
    if kinds not in ({()}, {(4,)}):
        raise ValueError(
            "Objects are all (h, w), how opaque, or all (h, w, 4), colours and opacity."
        )
    if len(labels) != len(objects):
        raise ValueError(
            f"Each object has one label: {len(objects)} objects, {len(labels)} labels."
        )
    if grounds.ndim < 3 or grounds.shape[3:] != ((3,) if kinds == {(4,)} else ()):
        raise ValueError(
            "Grey objects need grounds (m, rows, columns), coloured ones (m, rows, "
            f"columns, 3), not {grounds.shape}."
        )
    if min(grounds.shape[1:3]) < side:
        raise ValueError(
            f"Grounds of {grounds.shape[1]} × {grounds.shape[2]} are too small for "
            f"scenes of {side} × {side}."
        )
    if not 0 <= number[0] <= number[1] <= 255:
        raise ValueError(f"number is (fewest, most), within 0 to 255, not {number}.")
    if not 2 <= sizes[0] <= sizes[1] <= side:
        raise ValueError(
            f"sizes is (shortest, longest), within 2 to {side}, not {sizes}."
        )


def _trimmed(thing):
    """The object without empty rows and columns around it."""
    if thing.ndim not in (2, 3) or not (_opacity(thing) > 0.5).any():
        raise ValueError(
            "An object is (h, w) or (h, w, 4) and has a pixel more than half opaque, "
            f"not one of shape {thing.shape} that shows nothing."
        )
    there = _opacity(thing) > 0.5
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    return thing[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _opacity(thing):
    return thing if thing.ndim == 2 else thing[..., -1]


def _piece(grounds, side, rng):
    """A random square of a random ground, mirrored half of the time."""
    ground = grounds[rng.integers(len(grounds))]
    top, left = (rng.integers(n - side, endpoint=True) for n in ground.shape[:2])
    piece = ground[top : top + side, left : left + side]
    return piece[:, ::-1] if rng.random() < 0.5 else piece


def _resized(thing, longer):
    """The object with a longer side of so many pixels."""
    factor = longer / max(thing.shape[:2])
    short = max(1, round(factor * min(thing.shape[:2])))
    sides = [longer if n == max(thing.shape[:2]) else short for n in thing.shape[:2]]
    factors = [new / old for new, old in zip(sides, thing.shape[:2], strict=True)]
    factors += [1] * (thing.ndim - 2)
    return zoom(thing, factors, order=1, mode="nearest", grid_mode=True)


def _free_place(shape, boxes, side, overlap, rng):
    """A box of this shape that overlaps none of the others too much, or None."""
    height, width = shape[:2]
    for _ in range(ATTEMPTS):
        x, y = rng.integers(side - width + 1), rng.integers(side - height + 1)
        box = (x, y, x + width, y + height)
        if all(_shared(box, other) <= overlap for other in boxes):
            return box
    return None


def _shared(box, other):
    """Intersection over union of two boxes."""
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    both = max(wide, 0) * max(high, 0)
    areas = [(b[2] - b[0]) * (b[3] - b[1]) for b in (box, other)]
    return both / (sum(areas) - both)


def _paste(image, owner, thing, box, number, contrast, rng):
    """Draw the object into the picture, and write its number where it is opaque."""
    x1, y1, x2, y2 = box
    patch, opacity = image[y1:y2, x1:x2], _opacity(thing)
    if thing.ndim == 2:
        colour = _standing_out(np.average(patch, weights=opacity), contrast, rng)
    else:
        colour, opacity = thing[..., :3], opacity[..., np.newaxis]
    patch += opacity * (colour - patch)
    owner[y1:y2, x1:x2][_opacity(thing) > 0.5] = number


def _standing_out(ground, contrast, rng):
    """A grey, light or dark by chance, at least so far from that of the ground."""
    grey = rng.uniform(0.8, 1) if rng.random() < 0.5 else rng.uniform(0, 0.2)
    if abs(grey - ground) < contrast:
        grey = 1 - grey
    return grey
