"""How much feature maps change when the scene moves, compared with another scene.

Maps are (n, height, width, channels); lesson 3 writes all of this out.
"""

import numpy as np

from utils.arrays.convolution import conv2d
from utils.arrays.kernels import SOBEL_X


def random_places(photos, count, room, rng):
    """`count` random places in each photo that leave `room` pixels down and right.

    photos: grey, (height, width) each. rng: a NumPy generator. Returns a list of
    (photo, top row, left column), the places of one photo side by side.
    """
    return [
        (photo, *rng.integers(0, np.subtract(photo.shape, room)))
        for photo in photos
        for _ in range(count)
    ]


def cut_crops(places, side, shift):
    """The crops at these places, `shift` pixels further right: (n, side, side, 1)."""
    cut = [p[r : r + side, c + shift : c + shift + side] for p, r, c in places]
    return np.stack(cut)[..., np.newaxis]


def edge_features(images):
    """Sobel filter, then ReLU: (n, h, w, 1) -> (n, h − 2, w − 2, 1)."""
    return np.maximum(conv2d(images, SOBEL_X[:, :, np.newaxis, np.newaxis]), 0)


def distance(maps, others):
    """The distance of each map to its counterpart, both scaled to length 1: (n,)."""
    maps, others = maps.reshape(len(maps), -1), others.reshape(len(others), -1)
    maps = maps / np.linalg.norm(maps, axis=1, keepdims=True)
    others = others / np.linalg.norm(others, axis=1, keepdims=True)
    return np.linalg.norm(maps - others, axis=1)


def another_photo(maps, count):
    """The mean distance of each map to maps of the other photos: (n,).

    maps: `count` crops of each photo, side by side.
    """
    others = range(count, len(maps), count)
    return np.mean([distance(maps, np.roll(maps, n, axis=0)) for n in others], axis=0)


def shift_gap(pool, maps, stride, shift, count):
    """The change between pool(shifted maps) and the best shift of pool(maps): (n,).

    The shift leaves out columns at the left; the pooled maps are moved by the two
    nearest numbers of whole cells. 0 is equivariant, 1 as far as another photo.
    """
    pooled, shifted_first = pool(maps), pool(maps[:, :, shift:])
    width = shifted_first.shape[2] - 1  # what all three have in common
    nearest = (shift // stride, shift // stride + 1)
    moved = [pooled[:, :, cells:][:, :, :width] for cells in nearest]
    gaps = [distance(shifted_first[:, :, :width], other) for other in moved]
    return np.min(gaps, axis=0) / another_photo(pooled, count)
