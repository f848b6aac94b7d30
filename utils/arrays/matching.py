"""Block matching: what two eyes' pictures tell without learning. Dive 17c begins it.

Pictures are (n, rows, columns, channels); costs (n, rows, columns, disparities) say how
badly a pixel of the left picture fits the right one that many pixels farther left.
Source: D. Scharstein, R. Szeliski (2002), A taxonomy and evaluation of dense two-frame
stereo correspondence algorithms, IJCV 47.
"""

import numpy as np
from scipy.ndimage import median_filter, uniform_filter


def pixel_costs(left, right, most):
    """Mean absolute difference for disparities 0 to most: (n, rows, columns, most + 1).

    Where the right picture has no such column, its first one stands in.
    """
    columns = np.arange(left.shape[2])
    shifted = (right[:, :, np.maximum(columns - d, 0)] for d in range(most + 1))
    return np.stack([np.abs(left - other).mean(axis=-1) for other in shifted], axis=-1)


def window_means(values, side):
    """The mean over a window around each pixel; beyond the rim, the rim is mirrored."""
    return uniform_filter(values, (0, side, side, 0))


def without_local_mean(pictures, side):
    """Pictures less the mean of their surroundings: brightness drops out."""
    return pictures - window_means(pictures, side)


def finer(costs):
    """The best disparity, between whole ones: the tip of a parabola (n, rows, columns).

    It is laid through the least cost and its two neighbours; at 0 and at the largest
    disparity, which have but one, the whole number stays.
    """
    best = costs.argmin(axis=-1)
    middle = np.clip(best, 1, costs.shape[-1] - 2)
    before, here, after = (
        np.take_along_axis(costs, (middle + step)[..., np.newaxis], -1)[..., 0]
        for step in (-1, 0, 1)
    )
    bend = before - 2 * here + after
    tip = (before - after) / (2 * np.maximum(bend, 1e-9))
    return best + np.where((middle == best) & (bend > 0), tip, 0.0)


def agreed(costs, tolerance=1):
    """Whether the match from the right eye leads back: (n, rows, columns) of bool."""
    columns, disparities = np.arange(costs.shape[2]), np.arange(costs.shape[3])
    # Seen from the right: its column x and disparity d are column x + d of the left.
    place = columns[:, np.newaxis] + disparities
    of_right = costs[:, :, np.minimum(place, columns[-1]), disparities]
    of_right[:, :, place > columns[-1]] = np.inf
    back, best = of_right.argmin(axis=-1), costs.argmin(axis=-1)
    there = columns - best
    met = np.take_along_axis(back, np.maximum(there, 0), axis=2)
    return (there >= 0) & (np.abs(met - best) <= tolerance)


def filled(disparity, trusted):
    """Holes closed along each row: the farther of the two trusted neighbours.

    A row without any trusted pixel stays as it is.
    """
    columns = np.arange(disparity.shape[-1])
    before = np.maximum.accumulate(np.where(trusted, columns, -1), axis=-1)
    after = np.where(trusted, columns, len(columns))[..., ::-1]
    after = np.minimum.accumulate(after, axis=-1)[..., ::-1]
    sides = []
    for place, there in ((before, before >= 0), (after, after < len(columns))):
        value = np.take_along_axis(disparity, np.clip(place, 0, columns[-1]), axis=-1)
        sides.append(np.where(there, value, np.inf))
    farther = np.minimum(*sides)
    return np.where(trusted | np.isinf(farther), disparity, farther)


def block_matched(left, right, most, window, local=0, checked=False, median=0):
    """Disparities (n, rows, columns), between 0 and most, by block matching.

    window: side of the window, in pixels. local: side of the surroundings whose mean is
    taken away first, 0 for none. checked: whether what the right eye does not confirm
    is filled from its neighbours. median: side of a median filter at the end, 0 for
    none.
    """
    if local:
        left, right = (without_local_mean(one, local) for one in (left, right))
    costs = window_means(pixel_costs(left, right, most), window)
    disparity = finer(costs)
    if checked:
        disparity = filled(disparity, agreed(costs))
    return median_filter(disparity, (1, median, median)) if median else disparity
