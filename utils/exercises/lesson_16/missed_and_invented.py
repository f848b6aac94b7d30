"""The task `missed_and_invented` of lesson 16, convolution without pictures."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _paired(found, true, tolerance, strict=False, nearest=True):
    free, hit = list(found), 0
    for beat in true:
        near = [f for f in free if abs(f - beat) <= tolerance]
        if strict:
            near = [f for f in near if abs(f - beat) < tolerance]
        if near:
            best = min(near, key=lambda f, beat=beat: abs(f - beat))
            free.remove(best if nearest else near[0])
            hit += 1
    return len(true) - hit, len(found) - hit


def _shared(found, true, tolerance):
    """Each of found may serve several true beats, and the other way round."""
    missed = sum(all(abs(f - beat) > tolerance for f in found) for beat in true)
    invented = sum(all(abs(f - beat) > tolerance for beat in true) for f in found)
    return missed, invented


def _used_again(found, true, tolerance):
    missed, _ = _shared(found, true, tolerance)
    return missed, len(found) - len(true) + missed


def _hits(found, true, tolerance):
    hit = len(true) - _paired(found, true, tolerance)[0]
    return hit, len(found) - hit


missed_and_invented = Task(
    "missed_and_invented",
    code="""
    def missed_and_invented(found, true, tolerance):
        free = list(found)
        hits = 0
        for beat in true:
            near = [f for f in free if abs(f - beat) <= tolerance]
            if near:
                free.remove(min(near, key=lambda f: abs(f - beat)))
                hits += 1
        return len(true) - hits, len(found) - hits
    """,
    why="Who has served one beat is taken out of the list, so that nobody serves two.",
    hints=[
        "Two true beats, one found between them, near to both: what must come out?",
        "Keep a list of those of `found` that are still free. Go through the true "
        "beats; take the nearest free one out if it is near enough, and count.",
        "missed = number of true beats − hits; invented = number of found − hits.",
    ],
    notice="Sensitivity is hits over true beats, precision is hits over found ones: "
    "lesson 14 counts its boxes in just this way, with IoU in place of the distance.",
    cases=[
        given([10, 20], [10, 20], 2),
        given([11, 40], [10, 20], 2),
        given([15], [14, 16], 2),
        given([14, 16], [15], 2),
        given([], [5, 9], 3),
        given([5, 9], [], 3),
        given([12], [10], 2),
        given([8, 11, 30], [10, 12], 2),
        given(np.array([3, 7, 11, 12]), np.array([4, 8, 12, 16]), 1),
    ],
    mistakes=[
        (
            _shared,
            "one of `found` may count for several beats, or several for one. Each "
            "counts once.",
        ),
        (
            _used_again,
            "one of `found` counts for two beats: take it out once it has served one.",
        ),
        (
            lambda found, true, tolerance: _paired(found, true, tolerance)[::-1],
            "the two are in the other order: missed first, invented second.",
        ),
        (_hits, "the first number counts the hits. Wanted are the beats missed."),
        (
            lambda found, true, tolerance: _paired(found, true, tolerance, strict=True),
            "exactly `tolerance` away is near enough, too.",
        ),
        (
            lambda found, true, tolerance: _paired(found, true, 0),
            "the tolerance is not used yet: near enough is enough.",
        ),
        (
            lambda found, true, tolerance: (
                max(len(true) - len(found), 0),
                max(len(found) - len(true), 0),
            ),
            "only the numbers of beats are compared. Look at where they are.",
        ),
        (
            lambda found, true, tolerance: _paired(
                found, true, tolerance, nearest=False
            ),
            "the first one that is near enough is taken. Take the nearest.",
        ),
    ],
)
