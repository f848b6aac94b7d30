"""`thin`, each time with another mistake."""

import numpy as np


def _thin(
    x,
    y,
    sideways=None,
    combine=np.maximum,
    stays=np.greater_equal,
    rim="constant",
    measure=np.hypot,
):
    """`thin` with its parts to be exchanged, to get it wrong in one of them."""
    magnitude = measure(x, y)
    around = np.pad(magnitude, 1, mode=rim)
    if sideways is None:
        sideways = np.abs(x) >= np.abs(y)
    sides = np.where(
        sideways,
        combine(around[1:-1, :-2], around[1:-1, 2:]),
        combine(around[:-2, 1:-1], around[2:, 1:-1]),
    )
    return np.where(stays(magnitude, sides), magnitude, 0)


def in_place(x, y):
    """`thin` that goes on with what it has set to 0."""
    around = np.pad(np.hypot(x, y), 1)
    for r, c in np.ndindex(*x.shape):
        sides = [(r + 1, c), (r + 1, c + 2)]
        if abs(x[r, c]) < abs(y[r, c]):
            sides = [(r, c + 1), (r + 2, c + 1)]
        if around[r + 1, c + 1] < max(around[side] for side in sides):
            around[r + 1, c + 1] = 0
    return around[1:-1, 1:-1]


def along_the_edge(x, y):
    return _thin(x, y, np.abs(x) < np.abs(y))


def left_and_right_only(x, y):
    return _thin(x, y, True)


def all_four_neighbours(x, y):
    return np.minimum(_thin(x, y, True), _thin(x, y, False))


def signs_count(x, y):
    return _thin(x, y, x >= y)


def one_neighbour_is_enough(x, y):
    return _thin(x, y, combine=np.minimum)


def ties_removed(x, y):
    return _thin(x, y, stays=np.greater)


def upright_on_a_tie(x, y):
    return _thin(x, y, np.abs(x) > np.abs(y))


def other_end_of_the_picture(x, y):
    return _thin(x, y, rim="wrap")


def without_root(x, y):
    return _thin(x, y, measure=lambda x, y: x**2 + y**2)


def sizes_added(x, y):
    return _thin(x, y, measure=lambda x, y: np.abs(x) + np.abs(y))


def larger_size(x, y):
    return _thin(x, y, measure=lambda x, y: np.maximum(np.abs(x), np.abs(y)))


def slopes_added(x, y):
    return _thin(x, y, measure=np.add)


def yes_or_no(x, y):
    return _thin(x, y) > 0
