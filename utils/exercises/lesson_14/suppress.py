"""The task `suppress` of lesson 14, detection."""

import numpy as np

from utils.arrays.boxes import iou
from utils.checking.cases import given
from utils.checking.tasks import Task


def _suppressing(order_of, drops):
    """A way to suppress: the order, and whether an overlap drops a box."""

    def suppress(boxes, scores, threshold):
        kept = []
        for k in order_of(boxes, scores):
            overlaps = iou(boxes[[k]], boxes[kept])[0]
            if not any(drops(overlap, threshold) for overlap in overlaps):
                kept.append(int(k))
        return kept

    return suppress


def _best_first(boxes, scores):
    return np.argsort(-scores, kind="stable")


def _last_of_equals(boxes, scores):
    """As argsort(scores)[::-1] has them."""
    return np.argsort(scores, kind="stable")[::-1]


def _right(boxes, scores, threshold):
    return _suppressing(_best_first, np.greater)(boxes, scores, threshold)


def _as_they_came(boxes, scores, threshold):
    return sorted(_right(boxes, scores, threshold))


def _yes_or_no(boxes, scores, threshold):
    return np.isin(np.arange(len(scores)), _right(boxes, scores, threshold))


def _by_all(boxes, scores, threshold):
    """Those that no better box overlaps, be that dropped itself or not."""
    order = _best_first(boxes, scores)
    overlaps = iou(boxes[order], boxes[order])
    return [
        int(k) for i, k in enumerate(order) if not (overlaps[i, :i] > threshold).any()
    ]


def _only_the_neighbour(boxes, scores, threshold):
    """Compares each box with the one kept last."""
    kept = []
    for k in _best_first(boxes, scores):
        last = kept[-1:]
        if not (iou(boxes[[k]], boxes[last])[0] > threshold).any():
            kept.append(int(k))
    return kept


def _random(seed, n, side):
    rng = np.random.default_rng(seed)
    corners = rng.integers(0, side, (n, 2))
    boxes = np.concatenate([corners, corners + rng.integers(6, 12, (n, 2))], axis=1)
    return given(boxes.astype(float), np.round(rng.permutation(n) / n, 3), 0.3)


def _boxes(*boxes):
    return np.array(boxes, dtype=float).reshape(-1, 4)


A, MOVED, FAR = (0, 0, 10, 10), (2, 0, 12, 10), (30, 30, 40, 40)

suppress = Task(
    "suppress",
    code="""
    import numpy as np
    from utils.arrays.boxes import iou

    def suppress(boxes, scores, threshold):
        left = list(np.argsort(-scores, kind="stable"))
        kept = []
        while left:
            best = left.pop(0)
            kept.append(best)
            overlaps = iou(boxes[[best]], boxes[left])[0]
            left = [k for k, shared in zip(left, overlaps) if shared <= threshold]
        return kept
    """,
    why="Only a box that was kept may drop others; what it drops is out of the game.",
    hints=[
        "Sort first: np.argsort(-scores, kind='stable') gives the indices, best first. "
        "Whom does the best one drop?",
        "In a loop: take the first index off the list, keep it, and let only those of "
        "the rest go on whose IoU with it is at most the threshold.",
        "iou(boxes[[best]], boxes[left])[0] holds the overlaps of one box with all "
        "that are left, in their order.",
    ],
    notice="Two digits that overlap by more than the threshold would lose one box: "
    "suppression cannot know better.",
    cases=[
        given(_boxes(A), np.array([0.9]), 0.5),
        given(_boxes(A, FAR), np.array([0.2, 0.7]), 0.5),
        given(_boxes(A, MOVED), np.array([0.9, 0.8]), 0.5),
        given(_boxes(A, MOVED), np.array([0.6, 0.8]), 0.5),
        given(_boxes(A, A), np.array([0.5, 0.5]), 0.5),
        given(_boxes(A, (0, 0, 10, 5)), np.array([0.9, 0.8]), 0.5),  # exactly at it
        # The middle one is dropped by the first, so it must not drop the third.
        given(
            _boxes(A, (4, 0, 14, 10), (8, 0, 18, 10)), np.array([0.9, 0.8, 0.7]), 0.3
        ),
        given(_boxes(A, FAR, MOVED), np.array([0.9, 0.8, 0.7]), 0.5),
        _random(0, 12, 30),
        _random(1, 30, 40),
        given(_boxes(), np.array([]), 0.5),
    ],
    at_work=lambda: _random(2, 60, 60),
    mistakes=[
        (
            _suppressing(lambda boxes, scores: range(len(boxes)), np.greater),
            "the boxes are taken as they come: begin with the best score.",
        ),
        (
            _suppressing(lambda boxes, scores: np.argsort(scores), np.greater),
            "the worst box comes first: sort by falling score.",
        ),
        (
            _suppressing(_last_of_equals, np.greater),
            "of equal scores the first box counts as better; argsort(scores)[::-1] "
            "turns equal ones round.",
        ),
        (
            _as_they_came,
            "the right ones, in the order in which they came: return them by falling "
            "score.",
        ),
        (
            _yes_or_no,
            "a yes or no for each box: asked for are the indices of those that stay.",
        ),
        (
            lambda *given: given[0][_right(*given)],
            "these are the boxes themselves: asked for are their indices.",
        ),
        (
            _suppressing(_best_first, np.greater_equal),
            "a box exactly at the threshold stays: only what is above it is dropped.",
        ),
        (
            _suppressing(_best_first, np.less),
            "the wrong ones are dropped: those that overlap little stay.",
        ),
        (
            _by_all,
            "a box that was dropped drops others, too: only a kept one may.",
        ),
        (
            _only_the_neighbour,
            "each box is compared with the one kept last only: it must be with all "
            "that were kept.",
        ),
        (
            lambda boxes, scores, threshold: _best_first(boxes, scores).tolist(),
            "nothing is dropped yet.",
        ),
        (
            lambda boxes, scores, threshold: _best_first(boxes, scores)[:1].tolist(),
            "only one box is kept: those that do not overlap it stay, too.",
        ),
    ],
)
