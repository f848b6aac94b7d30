"""The task `share_removed` of lesson 17, pictures from pictures."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(0)
PICTURES = RNG.integers(0, 9, (3, 6, 5)) / 10
SPOT = np.zeros((6, 5))
SPOT[1:4, 1:4] = [[0.1, 0.2, 0.1], [0.2, 0.4, 0.2], [0.1, 0.2, 0.1]]
RIPPLES = RNG.integers(-2, 3, (3, 6, 5)) / 20


def _parts(without, within, spot):
    return (np.asarray(part, float) for part in (without, within, spot))


def _kept(without, within, spot):
    without, within, spot = _parts(without, within, spot)
    return np.sum((within - without) * spot) / np.sum(spot**2)


def _by_sums(without, within, spot):
    without, within, spot = _parts(without, within, spot)
    return 1 - np.sum(within - without) / np.sum(spot)


def _at_the_peak(without, within, spot):
    without, within, spot = _parts(without, within, spot)
    peak = np.unravel_index(np.abs(spot).argmax(), spot.shape)
    return 1 - (within - without)[peak] / spot[peak]


def _without_difference(without, within, spot):
    _, within, spot = _parts(without, within, spot)
    return 1 - np.sum(within * spot) / np.sum(spot**2)


def _not_divided(without, within, spot):
    without, within, spot = _parts(without, within, spot)
    return 1 - np.sum((within - without) * spot)


def _energies(without, within, spot):
    without, within, spot = _parts(without, within, spot)
    return 1 - np.sum((within - without) ** 2) / np.sum(spot**2)


share_removed = Task(
    "share_removed",
    code="""
    import numpy as np

    def share_removed(without, within, spot):
        change = within - without
        kept = np.sum(change * spot) / np.sum(spot**2)
        return 1 - kept
    """,
    why="What the spot has changed in the output is compared with the spot. Its dot "
    "product with the spot says how much of the spot is in it; that of the spot with "
    "itself is the whole.",
    hints=[
        "What has the spot changed? Only that difference counts, not the cells.",
        "Lesson 1's dot product says how much of one picture is in another: multiply "
        "and add. Which value would it have if nothing were removed?",
        "kept = sum of change · spot / sum of spot². How much is it short of 1?",
    ],
    notice="Weighting by the spot leaves out changes elsewhere, and counts the middle "
    "most. The same number judges compression and scanners.",
    cases=[
        given(PICTURES[0], PICTURES[0] + SPOT, SPOT),  # nothing is removed
        given(PICTURES[0], PICTURES[0], SPOT),  # all of it
        given(PICTURES[1], PICTURES[1] + SPOT / 2, SPOT),
        given(PICTURES[1], PICTURES[1] + SPOT / 2 + RIPPLES[0], SPOT),
        given(PICTURES[2], PICTURES[2] - 0.4 * SPOT + RIPPLES[1], -2 * SPOT),
        given(PICTURES[2], PICTURES[2] + 1.5 * SPOT + RIPPLES[2], SPOT),
    ],
    mistakes=[
        (
            _kept,
            "this is the share that is kept. How much it is short of 1 is removed.",
        ),
        (
            _by_sums,
            "every pixel counts alike here, also those far from the spot. Weight the "
            "change by the spot.",
        ),
        (
            _at_the_peak,
            "only the brightest pixel counts here. Weight every pixel by the spot.",
        ),
        (
            _without_difference,
            "the cells count, too. What has the *spot* changed?",
        ),
        (
            _not_divided,
            "divide by what it would be if nothing were removed.",
        ),
        (
            _energies,
            "the change is squared: then half a spot counts as a quarter, and ripples "
            "of either sign as spot.",
        ),
        (
            lambda without, within, spot: 1 + _kept(without, within, spot),
            "the difference is the other way round: within − without.",
        ),
    ],
)
