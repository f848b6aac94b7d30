"""The task `score` of lesson 15b, each nucleus by itself."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _counts(ious, threshold):
    """Hits, false finds, misses."""
    hits = np.sum(ious > threshold)
    return hits, ious.shape[0] - hits, ious.shape[1] - hits


def _or_one(share):
    """That share of hits, false finds and misses, but 1 where nothing is counted."""

    def guarded(ious, threshold):
        above, below = share(*_counts(ious, threshold))
        return above / below if below else 1.0

    return guarded


def _without_guard(ious, threshold):
    hits, false, missed = _counts(ious, threshold)
    return hits / max(hits + false + missed, 1)


def _not_a_number(ious, threshold):
    hits, false, missed = _counts(ious, threshold)
    with np.errstate(all="ignore"):
        return np.float64(hits) / (hits + false + missed)


def _at_least(ious, threshold):
    hits = np.sum(ious >= threshold)
    below = sum(ious.shape) - hits
    return hits / below if below else 1.0


def _any_overlap(ious, threshold):
    return _at_least(ious, np.nextafter(0, 1))


def _counted_once_more(ious, threshold):
    """Finds and true objects added up, hits counted in both."""
    hits = np.sum(ious > threshold)
    return hits / sum(ious.shape) if sum(ious.shape) else 1.0


def _mean_iou(ious, threshold):
    near = ious[ious > threshold]
    return near.mean() if near.size else float(ious.size == 0)


score = Task(
    "score",
    code="""
    import numpy as np

    def score(ious, threshold):
        found, true = ious.shape
        hits = np.sum(ious > threshold)
        counted = found + true - hits
        if counted == 0:
            return 1.0
        return hits / counted
    """,
    why="Each hit stands in a row and in a column, so rows and columns together count "
    "it twice: take the hits off once.",
    hints=[
        "How many objects were found, and how many are there? The shape of `ious` "
        "says both.",
        "A hit is an entry above the threshold. False finds are rows without a hit, "
        "misses columns without one.",
        "So hits + false finds + misses is rows + columns - hits. Where that is 0, "
        "return 1.",
    ],
    notice="It is IoU once more, counted in objects instead of pixels: what both have, "
    "over what either has.",
    cases=[
        given(np.array([[0.8]]), 0.5),
        given(np.array([[0.8, 0.0], [0.1, 0.0]]), 0.5),
        given(np.array([[0.5]]), 0.5),
        given(np.array([[0.9, 0.0, 0.0], [0.0, 0.6, 0.0]]), 0.5),
        given(np.array([[0.9, 0.0, 0.0], [0.0, 0.6, 0.0]]), 0.75),
        given(np.array([[0.9, 0.0], [0.0, 0.6], [0.0, 0.2], [0.0, 0.0]]), 0.55),
        given(np.zeros((0, 3)), 0.5),
        given(np.zeros((2, 0)), 0.5),
        given(np.zeros((0, 0)), 0.5),
    ],
    mistakes=[
        (
            _or_one(lambda hits, false, missed: (hits, hits + false)),
            "this is precision: what is missed must cost something, too.",
        ),
        (
            _or_one(lambda hits, false, missed: (hits, hits + missed)),
            "this is recall: what is found falsely must cost something, too.",
        ),
        (
            _or_one(lambda hits, false, missed: (2 * hits, 2 * hits + false + missed)),
            "this is Dice, counted in objects (also called F1): here hits count once.",
        ),
        (
            _or_one(lambda hits, false, missed: (hits, false + missed)),
            "the hits belong below the line as well.",
        ),
        (
            _counted_once_more,
            "below the line the hits are counted twice, once as found and once as "
            "true.",
        ),
        (
            _at_least,
            "at the threshold itself it is no hit: with 0.5 an object could hit two.",
        ),
        (_any_overlap, "the threshold is not used: every overlap counts as a hit."),
        (_mean_iou, "this is the mean IoU of the hits. Count them instead."),
        (
            _without_guard,
            "right, but where nothing is there and nothing found: that is 1.",
        ),
        (
            _not_a_number,
            "right, but where nothing is there and nothing found: that is 1.",
        ),
    ],
)
