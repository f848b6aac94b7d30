"""Boxes of single frames joined to tracks: the tracker that dive 19b writes out.

A track expects its object where the last steps lead; each frame's boxes are assigned to
the tracks that they overlap, and what is left over begins a track. Boxes are as in
`utils.arrays.boxes`.

Source: A. Bewley, Z. Ge, L. Ott, F. Ramos, B. Upcroft, "Simple online and realtime
tracking", ICIP 2016 (SORT), whose Kalman filter is a mean of steps here.
"""

import numpy as np
from scipy.optimize import linear_sum_assignment

from utils.arrays.boxes import as_boxes, iou

LEAST = 0.2  # IoU of a box with the place where its track is expected


def best_pairs(overlaps, least=LEAST):
    """Return pairs (row, column) with the largest sum of overlaps, by rows: (k, 2).

    overlaps: (n, m). Each row and each column is in one pair at most; overlaps below
    least make no pair and count nothing. This is the Hungarian method's answer
    (H. W. Kuhn, Naval Research Logistics Quarterly 2, 1955).
    """
    gains = np.where(overlaps >= least, overlaps, 0)
    pairs = np.transpose(linear_sum_assignment(gains, maximize=True))
    return pairs[gains[tuple(pairs.T)] > 0]


def greedy_pairs(overlaps, least=LEAST):
    """Return pairs (row, column), the largest overlap first, then of the rest: (k, 2).

    overlaps: (n, m); of equal ones the first by rows. Stops below least.
    """
    free, pairs = np.array(overlaps, dtype=float), []
    while free.size and free.max() >= max(least, 1e-12):
        row, column = np.unravel_index(free.argmax(), free.shape)
        pairs.append((row, column))
        free[row], free[:, column] = -1, -1
    return np.array(pairs, int).reshape(-1, 2)


def follow(found, pairs_of=best_pairs, patience=3, velocity=True):
    """Return a list of (identities (k,), boxes (k, 4)), one for each frame's boxes.

    found: the boxes (k, 4) of each frame. pairs_of: a function from overlaps (tracks,
    boxes) to pairs. patience: for how many frames a track lives on without a box.
    velocity: whether a track is expected a step further, or where it last was. A
    track's identity is its number, counted from 0 as they begin.
    """
    tracks, frames, born = [], [], 0
    for boxes in map(as_boxes, found):
        for track in tracks:
            track["place"] = track["place"] + velocity * track["step"]
            track["missed"] += 1
        overlaps = iou([track["place"] for track in tracks], boxes)
        names = np.full(len(boxes), -1)
        for row, column in pairs_of(overlaps):
            names[column] = tracks[row]["name"]
            _move(tracks[row], boxes[column])
        for column in np.flatnonzero(names < 0):
            names[column], box = born, boxes[column]
            new = {"name": born, "place": box, "seen": box, "step": 0 * box}
            tracks.append({**new, "missed": 0})
            born += 1
        tracks = [track for track in tracks if track["missed"] <= patience]
        frames.append((names, boxes))
    return frames


def _move(track, box):
    """Put a track where its new box is; its step is the mean of the old and the new."""
    step = (box - track["seen"]) / track["missed"]
    step = np.tile((step[:2] + step[2:]) / 2, 2)  # of the middle: the size is kept
    track["step"] = step if not np.any(track["step"]) else (track["step"] + step) / 2
    track["place"] = track["seen"] = box
    track["missed"] = 0
