"""Streets made to order, seen from a car: signs, lane marks, and the truth about both.

Dive 15c trains on them. What stands where is drawn from the seed alone, and how it
looks from the look: so the same streets can be had in two looks, with the same truth.
"""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from utils.arrays import street_looks as looks
from utils.arrays import street_plans as plans
from utils.arrays.whole_numbers import at_least

POST = 0.06  # width of a post, in metres


class Streets(NamedTuple):
    """Pictures, and what is in them.

    images: (n, 64, 128, 3), float32 in 0..1. boxes: for each picture (k, 4), float32,
    corners (x1, y1, x2, y2) of its signs, in pixels. labels: for each picture (k,),
    int64, which sign. marks: (n, 64, 128), bool, where at least half of a pixel is lane
    mark, worn or not.
    """

    images: np.ndarray
    boxes: list
    labels: list
    marks: np.ndarray


def make_streets(count, signs, seed, look, photos=None, number=(1, 3)):
    """Return so many Streets with some of the signs beside the road.

    signs: a sequence of (h, w, 4), colours and opacity; the index is the label. seed: a
    whole number. look: one of KINDS for each of GROUPS of `utils.arrays.street_looks`,
    as in {"surfaces": "plain", …}, or one kind for all. photos: (m, rows, columns, 3),
    in 0..1, at least 64 × 128, for surfaces that are "other". number: fewest and most
    signs; one that finds no place is left out.
    Raises ValueError, in one sentence, for what does not fit together.
    """
    look = _checked_look(look, photos)
    if not 0 <= number[0] <= number[1]:
        raise ValueError(f"number is (fewest, most), from 0 on, not {number}.")
    if not len(signs) or any(np.ndim(s) != 3 or np.shape(s)[2] != 4 for s in signs):
        raise ValueError("Signs are (h, w, 4), colours and opacity, one at least.")
    seed = at_least(0, seed, "seed")
    chance, taste = (np.random.default_rng([seed, stream]) for stream in (0, 1))
    images, marks, all_boxes, all_labels = [], [], [], []
    shapes, small = [np.shape(sign) for sign in signs], {}
    for _ in range(at_least(0, count, "count")):
        road = plans.any_road(chance)
        shares = plans.covered(road)
        stand = plans.standing(road, shapes, number, chance)
        for sign in stand:
            key = sign.label, *sign.size
            if key not in small:
                small[key] = _shrunk(np.asarray(signs[sign.label], float), sign.size)
        drawn = [(sign, small[sign.label, *sign.size]) for sign in stand]
        images.append(_picture(road, shares, drawn, look, photos, taste))
        marks.append(shares[1] >= 0.5)
        all_boxes.append(np.array([s.box for s in stand], np.float32).reshape(-1, 4))
        all_labels.append(np.array([s.label for s in stand], np.int64))
    images = np.array(images, np.float32).reshape(-1, *plans.SHAPE, 3)
    return Streets(
        images,
        all_boxes,
        all_labels,
        np.reshape(marks, (-1, *plans.SHAPE)).astype(bool),
    )


def _checked_look(look, photos):
    look = dict.fromkeys(looks.GROUPS, look) if isinstance(look, str) else dict(look)
    if set(look) != set(looks.GROUPS) or not set(look.values()) <= set(looks.KINDS):
        raise ValueError(
            f"A look has one of {', '.join(looks.KINDS)} for each of "
            f"{', '.join(looks.GROUPS)}, not {look}."
        )
    shape = np.shape(photos)
    fits = (
        len(shape) == 4
        and shape[3] == 3
        and np.all(shape[1:3] >= np.array(plans.SHAPE))
    )
    if look["surfaces"] == "other" and not fits:
        raise ValueError(
            "Other surfaces need photos (m, rows, columns, 3) of 64 × 128 pixels at "
            f"least, not of shape {shape}."
        )
    return look


def _picture(road, shares, drawn, look, photos, taste):
    """The picture (64, 128, 3) of one street, in its look."""
    on_road, on_marks = (share[..., np.newaxis] for share in shares)
    # one generator for each group: one that draws more does not change the others
    own = dict(zip(looks.GROUPS, taste.spawn(len(looks.GROUPS)), strict=True))
    view = plans.view_of(road)
    beside, asphalt = looks.painted(look["surfaces"], own["surfaces"], view, photos)
    colour, opacity = looks.marked(look["marks"], own["marks"], asphalt)
    image = beside + on_road * (asphalt - beside)
    image += on_marks * opacity[..., np.newaxis] * (colour - image)
    for sign, small in drawn:
        _paste(image, sign, small)
    image = looks.lit(look["light"], own["light"], image)
    return looks.photographed(look["camera"], own["camera"], image)


def _paste(image, sign, small):
    """Draw a sign, as `_shrunk` gives it, and its post into the picture."""
    x1, y1, x2, y2 = sign.box
    wide = max(1, round(POST * max(sign.size) / plans.SIGN))
    post = (x1 + x2 - wide) // 2
    image[y2 - 1 : sign.foot, post : post + wide] = 0.45
    image[y1:y2, x1:x2] *= 1 - small[..., 3:]
    image[y1:y2, x1:x2] += small[..., :3]


def _shrunk(sign, shape):
    """The sign in another size, its colours times its opacity."""
    factors = [new / old for new, old in zip(shape, sign.shape[:2], strict=True)]
    blur = [max(0, 1 / factor - 1) / 2 for factor in factors]
    weighted = np.concatenate([sign[..., :3] * sign[..., 3:], sign[..., 3:]], axis=2)
    smooth = gaussian_filter(weighted, (*blur, 0), mode="nearest")
    small = zoom(smooth, (*factors, 1), order=1, mode="nearest", grid_mode=True)
    return np.clip(small, 0, 1)
