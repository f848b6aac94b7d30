"""How well objects are followed through a film: MOTA, identity switches, IDF1.

A frame is (identities (k,), boxes (k, 4)): whole numbers, each once in a frame, and
boxes as in `utils.arrays.boxes`. `truths` and `tracks` are lists of frames, equally
many: what is there, and what a tracker says. Dive 19b counts a small film by hand. All
of it raises ValueError, in one sentence, for what does not fit together.

Sources: K. Bernardin, R. Stiefelhagen, "Evaluating multiple object tracking
performance: the CLEAR MOT metrics", EURASIP Journal on Image and Video Processing,
2008; E. Ristani and others, "Performance measures and a data set for multi-target,
multi-camera tracking", ECCV workshops 2016, for IDF1. The package motmetrics gives the
same numbers.
"""

from collections import Counter
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from utils.arrays.box_checks import as_share
from utils.arrays.boxes import as_boxes, iou


class Counted(NamedTuple):
    """What is there and what went wrong, in a frame or in a whole film."""

    objects: int  # true boxes
    misses: int  # of these, without a box of a track
    false: int  # boxes of tracks without a true one
    switches: int  # objects that have another track than when they last had one


def counted_frames(truths, tracks, threshold=0.5):
    """Return a list, a Counted for each frame.

    A true box and one of a track may belong together where their IoU is at least
    threshold. An object keeps the track that it last had, where the two may. All others
    are assigned: as many as can be, and of such ways the one with the largest sum of
    IoU. Which track an object last had is remembered over frames in which it has none.
    """
    frames, last = [], {}
    for objects, identities, overlaps in _compared(truths, tracks, threshold):
        pairs = _kept(objects, identities, overlaps, last)
        free = overlaps.copy()
        for row, column in pairs:
            free[row], free[:, column] = np.nan, np.nan
        switches = 0
        for row, column in _most_pairs(free):
            before, now = last.get(objects[row]), identities[column]
            switches += before is not None and before != now
            last[objects[row]] = now
            pairs.append((row, column))
        misses, false = len(objects) - len(pairs), len(identities) - len(pairs)
        frames.append(Counted(len(objects), misses, false, switches))
    return frames


def counted(truths, tracks, threshold=0.5):
    """Return the Counted of the whole film: the sums of `counted_frames`."""
    frames = counted_frames(truths, tracks, threshold)
    return Counted(*(int(sum(of_all)) for of_all in zip(*frames, strict=True)))


def mota(truths, tracks, threshold=0.5):
    """Return 1 − (misses + false + switches) / objects: at most 1, and below 0 too.

    Raises ValueError where there is no object in any frame.
    """
    film = counted(truths, tracks, threshold)
    if not film.objects:
        raise ValueError("There is no object in the film, so there is no MOTA.")
    return 1 - (film.misses + film.false + film.switches) / film.objects


def idf1(truths, tracks, threshold=0.5):
    """Return twice the boxes rightly named, by all boxes, true ones and tracks': 0..1.

    Each object is given one track for the whole film, each track one object at most, so
    that as many frames as possible have the two overlap by threshold or more. Raises
    ValueError where there is neither an object nor a track.
    """
    together, boxes = Counter(), 0
    for objects, identities, overlaps in _compared(truths, tracks, threshold):
        boxes += len(objects) + len(identities)
        for row, column in np.argwhere(np.isfinite(overlaps)):
            together[objects[row], identities[column]] += 1
    if not boxes:
        raise ValueError("There is nothing in the film, so there is no IDF1.")
    rows = sorted({one for one, _ in together})
    columns = sorted({other for _, other in together})
    frames = [[together[one, other] for other in columns] for one in rows]
    frames = np.array(frames, int).reshape(len(rows), len(columns))
    best = linear_sum_assignment(frames, maximize=True)
    return float(2 * frames[best].sum() / boxes)


def _compared(truths, tracks, threshold):
    """For each frame the identities of both, and their IoU, NaN below threshold."""
    threshold = as_share(threshold)
    if len(truths) != len(tracks) or not len(truths):
        raise ValueError(
            "truths and tracks need one frame or more, the same number of both, not "
            f"{len(truths)} and {len(tracks)}."
        )
    for true_frame, frame in zip(truths, tracks, strict=True):
        objects, true_boxes = _as_frame(true_frame, "truths")
        identities, boxes = _as_frame(frame, "tracks")
        overlaps = iou(true_boxes, boxes)
        yield objects, identities, np.where(overlaps >= threshold, overlaps, np.nan)


def _as_frame(frame, name):
    try:
        identities, boxes = frame
    except (TypeError, ValueError):
        raise ValueError(
            f"A frame of {name} is (identities, boxes), two arrays."
        ) from None
    boxes, identities = as_boxes(boxes, name), np.asarray(identities).tolist()
    is_whole = all(isinstance(one, int) for one in identities)
    if not is_whole or not len(set(identities)) == len(identities) == len(boxes):
        raise ValueError(
            f"A frame of {name} needs an identity for each of its {len(boxes)} boxes, "
            "a whole number that no other box of the frame has."
        )
    return identities, boxes


def _kept(objects, identities, overlaps, last):
    """The pairs of objects and the tracks that they last had, where these still fit."""
    pairs, taken = [], set()
    for row, one in enumerate(objects):
        if last.get(one) in identities and last[one] not in taken:
            column = identities.index(last[one])
            if np.isfinite(overlaps[row, column]):
                pairs.append((row, column))
                taken.add(last[one])
    return pairs


def _most_pairs(overlaps):
    """As many pairs (row, column) as can be, with the largest sum; NaN: no pair."""
    allowed = np.isfinite(overlaps)
    if not allowed.any():
        return []
    # What is not allowed costs more than all that is allowed together. Of equal sums
    # motmetrics' costs decide, so these are the same.
    costs = 1 - overlaps
    dear = 2 * min(costs.shape) * (costs[allowed].max() + 1) + 1
    costs = np.where(allowed, costs, dear)
    pairs = np.transpose(linear_sum_assignment(costs))
    return [(row, column) for row, column in pairs.tolist() if allowed[row, column]]
