"""Films of boxes that walk, and what a detector makes of them, at stated rates.

Dive 19b gives the boxes names. A film is a list of frames (identities (k,), boxes (k,
4)), as `utils.arrays.tracks` has them, in a field of WIDTH × HEIGHT pixels.
"""

import numpy as np

WIDTH, HEIGHT = 160, 96  # pixels
FALSE_BOX = (14, 24)  # width and height of what is not there


def walkers(seed, frames=60, number=8):
    """Return a film of upright boxes that walk to and fro and turn at the rims.

    seed: a whole number. Boxes are 12 to 18 wide, 20 to 28 high; steps begin with 1 to
    4 pixels across, at most half a pixel down, and change a little at random.
    """
    rng = np.random.default_rng(seed)
    half = rng.uniform((6, 10), (9, 14), (number, 2))
    place = rng.uniform((10, 15), (WIDTH - 10, HEIGHT - 15), (number, 2))
    step = rng.uniform((1, -0.5), (4, 0.5), (number, 2))
    step[:, 0] *= rng.choice([-1, 1], number)
    film = []
    for _ in range(frames):
        step = step + rng.normal(0, 0.1, step.shape)
        after = place + step
        outside = (after < half) | (after > (WIDTH, HEIGHT) - half)
        step = np.where(outside, -step, step)
        place = place + step
        boxes = np.concatenate([place - half, place + half], axis=1)
        film.append((np.arange(number), boxes))
    return film


def convoy(number, frames, gap=14.0, pace=8.0):
    """Return a film of boxes 20 × 30, gap pixels apart, that walk right in a row."""
    left = 2 + gap * np.arange(number) + pace * np.arange(frames)[:, np.newaxis]
    boxes = np.stack([left, 0 * left + 30, left + 20, 0 * left + 60], axis=-1)
    return [(np.arange(number), of_frame) for of_frame in boxes]


def crossing(frames=20):
    """Return a film of two boxes 20 × 28 that pass, the second before the first."""
    places = [(10 + 5.0 * k, 110 - 3.0 * k) for k in range(frames)]
    return [
        (np.arange(2), np.array([[x, 34, x + 20, 62], [other, 38, other + 20, 66]]))
        for x, other in places
    ]


def detections(film, seed, miss=0.05, false=0.2, jitter=1.0, hidden=0.6):
    """Return for each frame the boxes (n, 4) that a detector finds, without names.

    miss: the share of boxes that it misses. false: boxes that are not there, on average
    in a frame. jitter: standard deviation of each side, in pixels. hidden: a box of
    which one nearer box, lower in the picture, covers more than that is not found.
    """
    rng = np.random.default_rng(seed)
    found = []
    for _, boxes in film:
        seen = (covered(boxes) <= hidden) & (rng.random(len(boxes)) >= miss)
        near = boxes[seen] + rng.normal(0, jitter, (np.sum(seen), 4))
        room = np.subtract((WIDTH, HEIGHT), FALSE_BOX)
        corner = rng.uniform(0, room, (rng.poisson(false), 2))
        found.append(np.concatenate([near, np.hstack([corner, corner + FALSE_BOX])]))
    return found


def covered(boxes):
    """Return the share (n,) of each box that one nearer box covers, at most."""
    start = np.maximum(boxes[:, np.newaxis, :2], boxes[:, :2])
    end = np.minimum(boxes[:, np.newaxis, 2:], boxes[:, 2:])
    shared = np.prod(np.maximum(end - start, 0), axis=-1)
    nearer = boxes[:, 3] > boxes[:, np.newaxis, 3]
    return (shared * nearer).max(axis=1) / np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
