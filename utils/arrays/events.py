"""Events along a row: which of those found are true."""

import numpy as np


def count_hits(found, true, tolerance):
    """Return how many true events have one found near by, each found one used once.

    found, true: places along a row, (n,) and (m,), in any unit. tolerance: how far
    away, in that unit, is still near. Every true event, in order, takes the nearest
    found one that is still free. Returns a whole number; m less it are missed, n less
    it invented. This is how beat detectors are judged, with a tolerance of 150 ms:
    ANSI/AAMI EC57, Testing and reporting performance results of cardiac rhythm and ST
    segment measurement algorithms.
    Raises ValueError if the places are no rows or the tolerance is below 0.
    """
    found, true = np.asarray(found, dtype=float), np.sort(true)
    if found.ndim != 1 or true.ndim != 1 or tolerance < 0:
        raise ValueError(
            "count_hits takes two rows of places and a tolerance of 0 or more, not "
            f"shapes {found.shape} and {true.shape} and {tolerance}."
        )
    free = np.ones(len(found), dtype=bool)
    for event in true:
        distances = np.where(free, np.abs(found - event), np.inf)
        if len(found) and distances.min() <= tolerance:
            free[distances.argmin()] = False
    return int(np.sum(~free))
