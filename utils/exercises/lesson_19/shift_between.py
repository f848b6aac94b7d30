"""The task `shift_between` of lesson 19, what moves."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

STAR = np.array(
    [[0, 0, 0, 0, 0, 0], [0, 0, 5, 0, 0, 0], [0, 6, 9, 4, 0, 0]] + [[0] * 6] * 3
)
NOISE = np.random.default_rng(0).integers(0, 10, (8, 8))
FLICKER = np.random.default_rng(1).integers(0, 3, (8, 8))


def _errors(first, second, most):
    first, second = np.asarray(first, float), np.asarray(second, float)
    return {
        (down, right): np.sum((np.roll(first, (down, right), (0, 1)) - second) ** 2)
        for down in range(-most, most + 1)
        for right in range(-most, most + 1)
    }


def _best(first, second, most):
    errors = _errors(first, second, most)
    return min(errors, key=errors.get)


def _forward_only(first, second, most):
    errors = {
        shift: error
        for shift, error in _errors(first, second, most).items()
        if min(shift) >= 0
    }
    return min(errors, key=errors.get)


def _without_the_farthest(first, second, most):
    errors = {
        shift: error
        for shift, error in _errors(first, second, most).items()
        if max(shift) < most
    }
    return min(errors, key=errors.get)


def _worst(first, second, most):
    errors = _errors(first, second, most)
    return max(errors, key=errors.get)


def _loudest(first, second, most):
    """The shift with the least dot product."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    scores = {
        shift: np.sum(np.roll(first, shift, (0, 1)) * second)
        for shift in _errors(first, second, most)
    }
    return min(scores, key=scores.get)


shift_between = Task(
    "shift_between",
    code="""
    import numpy as np

    def shift_between(first, second, most):
        best, least = None, np.inf
        for down in range(-most, most + 1):
            for right in range(-most, most + 1):
                moved = np.roll(first, (down, right), axis=(0, 1))
                error = np.sum((moved - second) ** 2)
                if error < least:
                    best, least = (down, right), error
        return best
    """,
    why="Every shift is tried; the one after which the first frame looks most like the "
    "second has the least sum of squared differences.",
    hints=[
        "Move the first frame by one candidate, and compare it with the second. With "
        "which number do you say how unlike they are?",
        "np.roll(first, (down, right), axis=(0, 1)) moves a frame without a rim. The "
        "sum of squared differences is 0 where they are the same.",
        "Candidates run from -most to most, both ends included, along both axes. Keep "
        "the one with the least sum.",
    ],
    notice="This is block matching. Video codecs do it for every small block of a "
    "frame, and store the shift instead of the block. Done for every pixel, it is "
    "called optical flow.",
    cases=[
        given(STAR, STAR, 1),
        given(STAR, np.roll(STAR, 1, axis=1), 1),
        given(STAR, np.roll(STAR, 1, axis=0), 1),
        given(STAR, np.roll(STAR, (-1, -2), axis=(0, 1)), 2),
        given(NOISE, np.roll(NOISE, (2, -1), axis=(0, 1)), 2),
        given(NOISE, np.roll(NOISE, (-2, 3), axis=(0, 1)) + FLICKER, 3),
        given(NOISE, np.roll(NOISE, 2, axis=0), 1),  # farther than is asked for
        given(NOISE, np.roll(NOISE, 2, axis=1), 1),
        given(9 - NOISE, np.roll(9 - NOISE, (1, 2), axis=(0, 1)) - FLICKER, 2),
    ],
    mistakes=[
        (
            lambda first, second, most: _best(second, first, most),
            "the signs are the other way round: the *first* frame is moved until it "
            "looks like the second.",
        ),
        (
            lambda first, second, most: _best(first, second, most)[::-1],
            "the two are in the other order: down first, as rows are the first axis.",
        ),
        (
            _forward_only,
            "only shifts down and to the right are tried. Things move up and left, "
            "too: begin at -most.",
        ),
        (_worst, "this is the shift after which they are *least* alike."),
        (_loudest, "this is the shift after which they are *least* alike."),
        (
            lambda first, second, most: min(_errors(first, second, most).values()),
            "this is the least error. Wanted is the shift that gives it.",
        ),
        (
            _without_the_farthest,
            "the farthest shift is missing: range leaves its end out.",
        ),
    ],
)
