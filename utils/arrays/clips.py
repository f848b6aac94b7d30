"""Short films made to order, in which no single frame says what happens.

A drawn thing moves or turns on a ground that drifts. The picture has no rim: what
leaves on one side comes back on the other. So place and direction of the thing are
equally likely to be anything, in every frame and whatever it does, and only the order
of frames tells one action from another. Lesson 19 trains on such films.
"""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import affine_transform, gaussian_filter

from utils.arrays.whole_numbers import at_least

ACTIONS = ("left", "right", "up", "down", "turn left", "turn right")
BACKWARDS = (1, 0, 3, 2, 5, 4)  # what each of them is when the film runs backwards
VIEWS = 16  # directions in which a thing can stand
SIDE = 24  # pixels of a frame
# Rows down, columns to the right, and views anticlockwise, for each action.
STEPS = np.array([(0, -1, 0), (0, 1, 0), (-1, 0, 0), (1, 0, 0), (0, 0, 1), (0, 0, -1)])


class Clips(NamedTuple):
    """films: (n, frames, 24, 24), float32 in 0..1. actions: (n,) int64, of ACTIONS."""

    films: np.ndarray
    actions: np.ndarray


class Script(NamedTuple):
    """All that a film is made of; each but `light` has one entry for a frame."""

    places: np.ndarray  # (frames, 2), row and column of the thing's upper left corner
    views: np.ndarray  # (frames,), in which direction it stands
    grounds: np.ndarray  # (frames, 2), how far the ground is shifted
    light: bool  # False: black and white are exchanged in the whole film


def all_views(drawing, longest=12):
    """Return a drawing from all sides, (16, size, size, 2): grey and opacity.

    drawing: (h, w, 4), colours and opacity in 0..1. longest: its longer side in the
    result, in pixels; size is that of a square that holds it in every direction. View k
    is turned anticlockwise by k / 16 of a full turn. Greys are light, 0.6 to 1, so that
    the thing stands out; opacity is 0 to 1.
    """
    drawing = np.asarray(drawing, dtype=np.float32)
    if drawing.ndim != 3 or drawing.shape[2] != 4:
        raise ValueError(
            "A drawing is (height, width, 4), colours and opacity, not "
            f"{drawing.shape}."
        )
    opacity = drawing[..., 3]
    grey = drawing[..., :3] @ np.float32([0.299, 0.587, 0.114])
    factor = max(drawing.shape[:2]) / at_least(2, longest, "longest")
    size = 2 * int(np.ceil(np.hypot(*drawing.shape[:2]) / factor / 2))
    layers = [gaussian_filter(layer, factor / 3) for layer in (grey * opacity, opacity)]
    middle, corner = np.array(opacity.shape) / 2 - 0.5, np.full(2, size / 2 - 0.5)
    views = np.empty((VIEWS, size, size, 2), np.float32)
    for k in range(VIEWS):
        angle = 2 * np.pi * k / VIEWS
        turn = np.array(
            [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]
        )
        matrix = factor * turn
        for channel, layer in enumerate(layers):
            views[k, ..., channel] = affine_transform(
                layer, matrix, middle - matrix @ corner, (size, size), order=1
            )
    views = np.clip(views, 0, 1)
    views[..., 0] = 0.6 + 0.4 * np.clip(views[..., 0] / (views[..., 1] + 1e-3), 0, 1)
    return views


def write_script(action, rng, frames=8, speed=2, begin=0, steps=None):
    """Return a Script: what a thing that does this does in each frame.

    action: a whole number, ACTIONS[action]. rng: a NumPy generator. speed: pixels a
    frame; turning is always a view a frame. begin: the frame in which the action sets
    in. steps: how many frames it goes on; to the end unless told. The ground drifts by
    at most a pixel a frame, whatever the thing does.
    """
    time = np.arange(frames)
    done = np.clip(time - begin, 0, frames if steps is None else steps)
    down, right, turned = STEPS[action]
    place = rng.integers(SIDE, size=2)
    drift = rng.integers(-1, 2, size=2)
    ground = rng.integers(SIDE, size=2)
    return Script(
        (place + speed * np.outer(done, (down, right))) % SIDE,
        (rng.integers(VIEWS) + done * turned) % VIEWS,
        (ground + np.outer(time, drift)) % SIDE,
        bool(rng.integers(2)),
    )


def backwards(script):
    """Return the script of the same film, played backwards."""
    return Script(*(part[::-1] for part in script[:3]), script.light)


def play(script, views, ground):
    """Return the film of a script, (frames, 24, 24), float32 in 0..1.

    views: those of one thing, as from `all_views`. ground: (24, 24), 0..1.
    """
    size = views.shape[1]
    film = np.empty((len(script.places), SIDE, SIDE), np.float32)
    for frame, place, view, shift in zip(film, *script[:3], strict=True):
        frame[:] = np.roll(ground, shift, axis=(0, 1))
        rows, columns = ((start + np.arange(size)) % SIDE for start in place)
        patch = frame[rows[:, np.newaxis], columns]
        grey, opacity = np.moveaxis(views[view], -1, 0)
        frame[rows[:, np.newaxis], columns] = patch + opacity * (grey - patch)
    return film if script.light else 1 - film


def make_ground(rng):
    """Return a cloudy ground (24, 24), 0..1, around middle grey, without a rim."""
    noise = gaussian_filter(rng.normal(size=(SIDE, SIDE)), 2, mode="wrap")
    return np.clip(0.5 + 0.08 * noise / noise.std(), 0, 1).astype(np.float32)


def make_clips(count, things, seed, begins=(0,), **script):
    """Return Clips: so many films, as many of each action, in random order.

    things: a sequence of arrays as from `all_views`, one for each thing. seed: a whole
    number; the same call gives the same films. begins: the frames in which an action
    may set in, each as likely. script: what else `write_script` takes.
    """
    count = at_least(0, count, "count")
    rng = np.random.default_rng(at_least(0, seed, "seed"))
    actions = rng.permutation(np.arange(count) % len(ACTIONS))
    films = []
    for action in actions:
        begin = begins[rng.integers(len(begins))]
        lines = write_script(action, rng, begin=begin, **script)
        thing = things[rng.integers(len(things))]
        films.append(play(lines, thing, make_ground(rng)))
    films = np.stack(films) if films else np.zeros((0, 8, SIDE, SIDE), np.float32)
    return Clips(films, actions.astype(np.int64))
