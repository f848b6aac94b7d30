"""Objects told apart pixel by pixel: how much two overlap, how many are found.

Objects stand in one array of whole numbers, (height, width): 0 is the ground, every
other number one object. So no pixel belongs to two objects. Dive 15b writes all of it
out. Everything raises ValueError for arrays that are none of that.

Source: J. C. Caicedo and others, "Nucleus segmentation across imaging experiments: the
2018 Data Science Bowl", Nature Methods 16, 2019, whose ten thresholds these are.
"""

import numpy as np

THRESHOLDS = np.arange(50, 100, 5) / 100  # 0.50, 0.55 … 0.95


def mask_ious(found, truth):
    """Return the IoU of each object found with each true one, (n, m).

    Rows and columns are in the order of the objects' numbers, which may have gaps.
    """
    found, truth = _objects(found, truth)
    rows, columns = (len(ids) for ids, _ in (found, truth))
    pairs = found[1] * columns + truth[1]
    shared = np.bincount(pairs, minlength=rows * columns).reshape(rows, columns)
    either = shared.sum(axis=1, keepdims=True) + shared.sum(axis=0) - shared
    return (shared / np.maximum(either, 1))[1:, 1:]  # without the ground


def hits(found, truth, threshold=0.5):
    """Return which object found hits which true one: (k, 2), rows of `mask_ious`.

    A hit has an IoU above threshold, which is at least 0.5: so no object hits two, and
    none is hit twice.
    """
    _check_threshold(threshold)
    return np.argwhere(mask_ious(found, truth) > threshold)


def instance_score(found, truth, threshold=0.5):
    """Return hits over hits, false finds and misses together: 0..1.

    1 where there is nothing and nothing is found. Microscopists call this the average
    precision at a threshold; it is not the area under a detector's curve.
    """
    _check_threshold(threshold)
    return float(_scores(mask_ious(found, truth), [threshold])[0])


def mean_instance_score(found, truth):
    """Return the mean of `instance_score` over the ten THRESHOLDS."""
    return float(np.mean(_scores(mask_ious(found, truth), THRESHOLDS)))


def without(objects, dropped):
    """Return the objects, those that dropped holds (a mask, (height, width)) taken out.

    An object goes if more than half of its pixels lie in the mask.
    """
    (ids, inverse), _ = _objects(objects, np.zeros_like(objects))
    dropped = np.asarray(dropped)
    if dropped.dtype != bool or dropped.shape != np.shape(objects):
        raise ValueError(
            f"dropped must be a mask, bool, of the shape {np.shape(objects)}, like the "
            "objects."
        )
    share = np.bincount(inverse, weights=dropped.ravel()) / np.bincount(inverse)
    kept = np.where(share > 0.5, 0, ids)
    return kept[inverse].reshape(dropped.shape)


def _scores(ious, thresholds):
    objects = sum(ious.shape)
    found = np.array([np.count_nonzero(ious > t) for t in thresholds])
    # Each hit joins two objects, so this is hits + false finds + misses.
    return found / (objects - found) if objects else np.ones(len(found))


def _check_threshold(threshold):
    if not 0.5 <= threshold < 1:
        raise ValueError(
            f"threshold must be at least 0.5 and below 1, not {threshold!r}: below it, "
            "an object could hit two."
        )


def _objects(found, truth):
    """For both: the ground and the objects' numbers, and which of these is where."""
    found, truth = np.asarray(found), np.asarray(truth)
    for name, objects in (("found", found), ("truth", truth)):
        if objects.ndim != 2 or objects.dtype.kind not in "iu" or np.any(objects < 0):
            raise ValueError(
                f"{name} must be (height, width), whole numbers from 0, the ground, "
                f"on, not {objects.dtype} of the shape {objects.shape}."
            )
    if found.shape != truth.shape:
        raise ValueError(
            "found and truth belong to one picture, but have the shapes "
            f"{found.shape} and {truth.shape}."
        )
    return [_numbered(found), _numbered(truth)]


def _numbered(objects):
    """(ids, inverse): the numbers that occur, 0 first, and which is at each pixel."""
    ids, inverse = np.unique(np.append(objects.ravel(), 0), return_inverse=True)
    return ids, inverse[:-1]
